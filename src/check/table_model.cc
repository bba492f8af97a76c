// SPDX-License-Identifier: GPL-3.0-or-later
// What a column holds is told by its head first, then by its cells; numbers are those that the
// figure stage read, so that a code or a running number is none.
#include "check/table_model.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/decimal.h"
#include "record/table_view.h"
#include "text/charclass.h"

namespace gouji {

namespace {

/// Share of the filled cells that must be numbers: fewer, and the column holds words.
constexpr int kNumberTenths = 6;
constexpr int kCodeTenths = 8;
constexpr int kMostDigits = 24;  // before and behind the point; more is no amount

/// Digits without sign, point and zeros at both ends, and the power of ten of the last one.
struct Digits {
  std::array<char, kMostDigits> text{};
  int size = 0;
  int power = 0;   ///< value = digits × 10^power
  int places = 0;  ///< printed behind the point
  bool negative = false;
  bool fits = true;
};

Digits digits_of(std::string_view value) {
  Digits out;
  bool point = false;
  for (const char c : value) {
    if (c == '-') {
      out.negative = true;
    } else if (c == '.') {
      point = true;
    } else if (c < '0' || c > '9') {
      out.fits = false;
      return out;
    } else {
      if (point) ++out.places;
      if (out.size == 0 && c == '0') continue;
      if (out.size == kMostDigits) {
        out.fits = false;
        return out;
      }
      out.text[static_cast<std::size_t>(out.size++)] = c;
    }
  }
  out.power = -out.places;
  while (out.size > 0 && out.text[static_cast<std::size_t>(out.size - 1)] == '0') {
    --out.size;
    ++out.power;
  }
  return out;
}

bool same_digits(const Digits& a, const Digits& b) {
  return a.size == b.size && std::equal(a.text.begin(), a.text.begin() + a.size, b.text.begin());
}

Wide power_of_ten(int power) {
  Wide value = 1;
  while (power-- > 0) value *= 10;
  return value;
}

bool is_dash(char32_t c) {
  return c == U'-' || c == U'–' || c == U'—' || c == U'―' || c == U'－' || c == U'/' || c == U'／';
}

bool is_nothing(std::u32string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char32_t c) { return is_blank(c) || is_dash(c); });
}

bool is_cross(std::u32string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char32_t c) { return is_blank(c) || c == U'×' || c == U'X' || c == U'x'; });
}

/// 收入 | | 支出 | over 项目 | 决算数 | 项目 | 决算数: the lower row says how far the labels reach.
bool heads_repeat(const Grid& grid) {
  if (grid.header_rows != 2 || grid.columns % 2 != 0) return false;
  const int half = grid.columns / 2;
  std::vector<std::u32string_view> upper(static_cast<std::size_t>(grid.columns)), lower = upper;
  for (const GridCell& cell : grid.cells) {
    if (cell.row > 1) continue;
    if (cell.row_span > 1 || cell.column_span > 1) return false;
    (cell.row == 0 ? upper : lower)[static_cast<std::size_t>(cell.column)] = cell.text.chars;
  }
  for (std::size_t i = 0; i < upper.size(); ++i) {
    const bool begins = i % static_cast<std::size_t>(half) == 0;
    if (upper[i].empty() == begins || lower[i].empty()) return false;
    if (lower[i] != lower[i % static_cast<std::size_t>(half)]) return false;
  }
  return half > 1;
}

}  // namespace

TableModel::TableModel(const CheckInput& input, const TableWords& words, int grid)
    : grid_(input.tables.grids[static_cast<std::size_t>(grid)]), words_(words), number_(grid) {
  cover();
  body_.assign(static_cast<std::size_t>(grid_.rows), false);
  for (int r = 0; r < grid_.rows; ++r) {
    const bool numbering = is_numbering(r);
    if (numbering && numbering_ < 0) numbering_ = r;
    body_[static_cast<std::size_t>(r)] = r >= grid_.header_rows && !numbering;
  }
  read_heads();
  read_numbers(input);
  use_columns();
  for (ModelColumn& column : columns_)
    if (column.use == ColumnUse::number) judge_numbers(column, input.figures);
  find_panels(input.flow);
}

std::string TableModel::own_text(int row, int column) const {
  if (!owns(row, column)) return {};
  return folded(grid_.cells[static_cast<std::size_t>(cell(row, column))].text.chars);
}

bool heads_are_certain(const Grid& grid) {
  if (grid.pages || grid.header_rows < 2) return true;
  const bool open = std::any_of(grid.cells.begin(), grid.cells.end(), [&](const GridCell& cell) {
    return cell.row + 1 < grid.header_rows && cell.column + cell.column_span == grid.columns &&
           cell.row + cell.row_span < grid.header_rows && cell.text.empty();
  });
  return !open || heads_repeat(grid);
}

std::vector<int> TableModel::sum_columns(const Panel& panel) const {
  std::vector<int> out;
  for (const int c : panel.numbers)
    if (column(c).summable) out.push_back(c);
  return out;
}

bool TableModel::is_remainder(int row) const {
  constexpr std::size_t kMostDigits = 4;
  bool any = false;
  for (int c = 0; c < grid_.columns && row < grid_.rows; ++c) {
    const std::string text = own_text(row, c);
    if (text.empty()) continue;
    any = true;
    if (text.size() > kMostDigits || text.find_first_not_of("0123456789.") != std::string::npos)
      return false;
  }
  return any;
}

bool TableModel::is_broken_off(int row, int column) const {
  if (row < 0 || at(row, column).state != TableNumber::State::words) return false;
  const std::string text = own_text(row, column);
  return text.find_first_not_of("-0123456789.,") == std::string::npos &&
         text.find_first_of("0123456789") != std::string::npos;
}

bool TableModel::owns(int row, int column) const {
  const int index = cell(row, column);
  if (index < 0) return false;
  const GridCell& one = grid_.cells[static_cast<std::size_t>(index)];
  return one.row == row && one.column == column;
}

void TableModel::cover() {
  covering_.assign(static_cast<std::size_t>(grid_.rows) * static_cast<std::size_t>(grid_.columns),
                   -1);
  for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
    const GridCell& one = grid_.cells[i];
    for (int r = one.row; r < std::min(one.row + one.row_span, grid_.rows); ++r)
      for (int c = one.column; c < std::min(one.column + one.column_span, grid_.columns); ++c)
        covering_[place(r, c)] = static_cast<int>(i);
  }
}

/// 栏次 | 1 | 2 | 3=1+2, or 1 | 2 | 3 alone.
bool TableModel::is_numbering(int row) const {
  constexpr std::size_t kLongest = 9;  // "12=3+4-5"
  constexpr int kFewest = 3;
  int filled = 0, named = 0, plain = 0, running = 0, next = -1;
  for (int c = 0; c < grid_.columns; ++c) {
    const std::string text = own_text(row, c);
    if (text.empty()) continue;
    ++filled;
    if (words_.column_numbers.in(text)) {
      ++named;
      continue;
    }
    const bool token = text.size() <= kLongest && std::all_of(text.begin(), text.end(), [](char x) {
                         return (x >= '0' && x <= '9') || (x >= 'A' && x <= 'Z') || x == '=' ||
                                x == '+' || x == '-';
                       });
    if (!token) {
      if (filled - named > 1) return false;
      continue;
    }
    ++plain;
    const bool number = text.size() <= 2 && text[0] >= '0' && text[0] <= '9';
    const int value = number ? std::stoi(text) : -1;
    if (number && (next < 0 || value == next)) {
      ++running;
      next = value + 1;
    }
  }
  if (named > 0) return plain > 0 && plain == filled - named;
  return running >= kFewest && running == plain && plain >= filled - 1;
}

void TableModel::read_heads() {
  columns_.resize(static_cast<std::size_t>(grid_.columns));
  for (int c = 0; c < grid_.columns; ++c) {
    ModelColumn& column = columns_[static_cast<std::size_t>(c)];
    column.index = c;
    int last = -1;
    for (int r = 0; r < std::min(grid_.header_rows, grid_.rows); ++r) {
      const int index = cell(r, c);
      if (r == numbering_ || index < 0 || index == last) continue;
      last = index;
      std::string text = folded(grid_.cells[static_cast<std::size_t>(index)].text.chars);
      if (!text.empty()) column.path.push_back(std::move(text));
    }
  }
}

void TableModel::read_numbers(const CheckInput& input) {
  numbers_.resize(covering_.size());
  const std::vector<int>& figures = input.figures.of_cell[static_cast<std::size_t>(number_)];
  for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
    const GridCell& one = grid_.cells[i];
    if (one.row >= grid_.rows || !is_body(one.row)) continue;
    read_number(input.figures, one, i < figures.size() ? figures[i] : -1,
                numbers_[place(one.row, one.column)]);
  }
}

void TableModel::read_number(const Figures& figures, const GridCell& cell, int figure,
                             TableNumber& out) {
  using State = TableNumber::State;
  if (figure < 0) {
    const std::u32string& text = cell.text.chars;
    out.state = is_nothing(text) ? State::blank : is_cross(text) ? State::cross : State::words;
    return;
  }
  const Figure& one = figures.figures[static_cast<std::size_t>(figure)];
  out.figure = figure;
  out.state = State::words;
  if (one.approximate || one.bound != Bound::none || one.range) return;
  const Digits printed = digits_of(one.value);
  const Digits normal = digits_of(one.normalized.value);
  if (!printed.fits || !normal.fits) return;
  const bool scaled = same_digits(printed, normal);
  const int power = normal.power + kWidePlaces;
  const int last = (scaled ? normal.power - printed.power : 0) - printed.places + kWidePlaces;
  if (!scaled || power < 0 || last < 1 || normal.size + power > kMostDigits) return;
  out.state = State::number;
  out.kind = one.kind;
  out.noted = std::any_of(cell.text.chars.begin(), cell.text.chars.end(), is_note_mark);
  out.percent = one.kind == FigureKind::percent;
  Wide value = 0;
  for (int i = 0; i < normal.size; ++i)
    value = value * 10 + (normal.text[static_cast<std::size_t>(i)] - '0');
  value *= power_of_ten(power);
  out.value = normal.negative ? -value : value;
  const bool exact = normal.size == 0 || (one.kind == FigureKind::count && printed.places == 0);
  out.half = exact ? Wide(0) : power_of_ten(last - 1) * 5;
}

ColumnUse TableModel::use_of(const ModelColumn& column) const {
  int filled = 0, numbers = 0, codes = 0;
  for (int r = 0; r < grid_.rows; ++r) {
    if (!is_body(r) || !owns(r, column.index)) continue;
    const TableNumber& one = at(r, column.index);
    if (one.state == TableNumber::State::blank) continue;
    ++filled;
    // A number that is approximate or a bound is one all the same.
    if (one.figure >= 0 || one.state == TableNumber::State::cross)
      ++numbers;
    else if (column.index == 0 && !code_of(own_text(r, 0)).empty())
      ++codes;
  }
  const std::string_view leaf = column.leaf();
  if (words_.code_head.in(leaf)) return ColumnUse::code;
  if (words_.index_head.in(leaf)) return ColumnUse::index;
  if (filled == 0) return ColumnUse::empty;
  if (words_.other_head.in(leaf) && numbers < filled) return ColumnUse::label;
  if (codes >= 3 && codes * 10 >= filled * kCodeTenths) return ColumnUse::code;
  return numbers * 10 >= filled * kNumberTenths ? ColumnUse::number : ColumnUse::label;
}

void TableModel::use_columns() {
  for (ModelColumn& column : columns_) column.use = use_of(column);
}

void TableModel::judge_numbers(ModelColumn& column, const Figures& figures) const {
  int known = 0, percent = 0;
  std::array<int, 8> kinds{};
  for (int r = 0; r < grid_.rows; ++r) {
    const TableNumber& one = at(r, column.index);
    if (!is_body(r) || !one.known()) continue;
    ++known;
    if (one.percent) ++percent;
    ++kinds[static_cast<std::size_t>(figures.figures[static_cast<std::size_t>(one.figure)].kind)];
  }
  column.rate = percent * 2 > known;
  column.summable = known > 0 && !column.rate && !words_.not_summable.in(column.leaf());
  column.kind =
      static_cast<FigureKind>(std::max_element(kinds.begin(), kinds.end()) - kinds.begin());
}

}  // namespace gouji
