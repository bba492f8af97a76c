// SPDX-License-Identifier: GPL-3.0-or-later
// What a number in a cell means is said around it: the header of its column and the label of its
// row tell codes, rates and counts from money; the table tells the unit of its money. The label of
// a row is the nearest words to the left, so that tables with two halves (收入 | 支出) come out
// right.
#include "figure/grid_figures.h"

#include "figure/vocabulary.h"
#include "figure/years.h"
#include "text/charclass.h"

namespace gouji {

namespace {

using Vocabulary = FigureScanner::Vocabulary;

/// What a header or label says of the numbers that it stands over or before.
struct Saying {
  bool code = false;         ///< no figures
  bool plain = false;        ///< not in the table's unit
  bool rate = false;         ///< the unit is %, whatever the row says
  bool unit_column = false;  ///< the cells below are units of their rows
  CellUnit unit;             ///< a unit of its own; no text: none
  std::u32string text;       ///< without blanks
  std::string label;         ///< the same in UTF-8
  Maybe<int> year;
};

std::u32string without_blanks_of(std::u32string_view text) {
  std::u32string result;
  for (const char32_t c : text)
    if (!is_blank(c)) result += c;
  return result;
}

/// Is one of the words the whole of `text`, or (longer words) a part of it?
bool says(const WordIndex& words, std::u32string_view text, std::size_t shortest_part) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto hit = words.longest(text, i);
    if (!hit) continue;
    if (i == 0 && hit.other_end == text.size()) return true;
    if (hit.word->text.size() >= shortest_part) return true;
  }
  return false;
}

/// The unit in the last brackets of a label, 公务用车保有量（辆）; empty if they hold no unit.
/// A level of the classification, 武装警察部队（款）, is no unit.
CellUnit unit_in_brackets(const FigureScanner& scanner, std::u32string_view text) {
  constexpr std::size_t kLongestUnit = 10;  // characters
  std::size_t close = text.size();
  while (close > 0 && fold_width(text[close - 1]) != U')') --close;
  if (close == 0) return {};
  std::size_t open = close - 1;
  while (open > 0 && fold_width(text[open - 1]) != U'(') --open;
  if (open == 0 || close - open > kLongestUnit || close - open < 2) return {};
  std::u32string_view inner = text.substr(open, close - 1 - open);
  // （单位：万元）
  const auto colon =
      std::find_if(inner.begin(), inner.end(), [](char32_t c) { return fold_width(c) == U':'; });
  if (colon != inner.end())
    inner.remove_prefix(static_cast<std::size_t>(colon - inner.begin()) + 1);
  const auto code = scanner.vocabulary().code_columns.longest(inner, 0);
  if (code && code.other_end == inner.size()) return {};
  CellUnit unit = scanner.cell_unit(to_utf8(inner));
  return unit.kind == FigureKind::number ? CellUnit() : unit;
}

Saying read_saying(const FigureScanner& scanner, std::u32string_view text) {
  constexpr std::size_t kWholeWordsOnly = 3;  // 类 and 年度 are parts of many labels
  const Vocabulary& vocabulary = scanner.vocabulary();
  Saying saying;
  saying.text = without_blanks_of(text);
  if (saying.text.empty()) return saying;
  saying.label = to_utf8(saying.text);
  saying.code = says(vocabulary.code_columns, saying.text, kWholeWordsOnly);
  saying.unit = unit_in_brackets(scanner, saying.text);
  if (saying.unit.text.empty() && says(vocabulary.percent_columns, saying.text, 1))
    saying.unit = scanner.cell_unit("%");
  saying.rate = saying.unit.kind == FigureKind::percent;
  const auto unit_column = vocabulary.unit_columns.longest(saying.text, 0);
  saying.unit_column = unit_column && unit_column.other_end == saying.text.size();
  saying.plain = says(vocabulary.plain_columns, saying.text, 2);
  saying.year = first_year(vocabulary, saying.text);
  return saying;
}

bool is_digits(std::u32string_view text) {
  if (text.empty()) return false;
  for (const char32_t c : text)
    if (!is_ascii_digit(fold_width(c))) return false;
  return true;
}

/// What a column looks like apart from its header.
struct Look {
  int filled = 0;
  int code_like = 0;  ///< digit strings as long as those of the budget's classifications
  int long_codes = 0;
  int next_number = 1;  ///< the running number expected next
  bool runs = true;     ///< 1, 2, 3 …
  bool words = false;
};

void look_at(const GridCell& cell, std::u32string_view text, Look& look) {
  ++look.filled;
  if (!is_digits(text)) {
    look.runs = false;
    look.words = look.words || !is_ascii_digit(fold_width(text.front()));
    return;
  }
  const std::size_t length = text.size();
  if (length == 2 || length == 3 || length == 5 || length == 7) ++look.code_like;
  if (length >= 3) ++look.long_codes;
  int value = 0;
  for (std::size_t i = 0; i < length && i < 6; ++i)
    value = value * 10 + static_cast<int>(fold_width(text[i]) - U'0');
  if (value != look.next_number++) look.runs = false;
  static_cast<void>(cell);
}

class GridReader {
 public:
  GridReader(const FigureScanner& scanner, const Grid& grid, int table)
      : scanner_(scanner), grid_(grid), table_(table) {}

  std::vector<CellFigure> read();

 private:
  void read_headers();
  void read_looks();
  void read_cell(int index);
  const CellUnit& unit_of(const Saying& column) const;
  std::string subject_of(const Saying& column) const;

  const FigureScanner& scanner_;
  const Grid& grid_;
  int table_;
  CellUnit money_;  // the table's unit, where its cells are money
  const CellUnit none_;
  Maybe<int> year_;
  std::vector<Saying> columns_;
  Saying row_;  // of the nearest words to the left
  int row_number_ = -1;
  bool row_skipped_ = false;
  std::vector<CellFigure> figures_;
};

void GridReader::read_headers() {
  std::vector<std::u32string> texts(static_cast<std::size_t>(grid_.columns));
  columns_.resize(texts.size());
  std::vector<std::u32string> last(texts.size());
  for (const GridCell& cell : grid_.cells) {
    if (cell.row >= grid_.header_rows || cell.text.empty()) continue;
    const std::u32string text = without_blanks_of(cell.text.chars);
    for (int c = cell.column; c < std::min(cell.column + cell.column_span, grid_.columns); ++c) {
      const auto at = static_cast<std::size_t>(c);
      if (last[at] == text) continue;
      if (!texts[at].empty()) texts[at] += U' ';
      texts[at] += text;
      last[at] = text;
    }
  }
  for (std::size_t c = 0; c < texts.size(); ++c) {
    columns_[c] = read_saying(scanner_, last[c]);
    columns_[c].text = texts[c];
    columns_[c].label = to_utf8(texts[c]);
    if (!columns_[c].year) columns_[c].year = first_year(scanner_.vocabulary(), texts[c]);
  }
}

/// Columns that show by their contents that they hold codes or running numbers.
void GridReader::read_looks() {
  constexpr int kFewest = 3;  // cells; fewer prove nothing
  std::vector<Look> looks(columns_.size());
  for (const GridCell& cell : grid_.cells) {
    if (cell.row < grid_.header_rows || cell.text.empty()) continue;
    look_at(cell, cell.text.chars, looks[static_cast<std::size_t>(cell.column)]);
  }
  bool leading = true;  // codes stand before the words that they number
  for (std::size_t c = 0; c < looks.size() && leading; ++c) {
    const Look& look = looks[c];
    const bool codes = look.filled >= kFewest && look.code_like == look.filled &&
                       2 * look.long_codes >= look.filled;
    const bool numbers = look.filled >= kFewest && look.runs;
    const bool before_words = c + 1 < looks.size() && (looks[c + 1].words || codes);
    if ((codes && before_words) || numbers) columns_[c].code = true;
    leading = !look.words;
  }
}

const CellUnit& GridReader::unit_of(const Saying& column) const {
  if (column.rate) return column.unit;
  if (!row_.unit.text.empty()) return row_.unit;
  if (!column.unit.text.empty()) return column.unit;
  return row_.plain || column.plain ? none_ : money_;
}

std::string GridReader::subject_of(const Saying& column) const {
  if (row_.label.empty() || column.label.empty()) return row_.label + column.label;
  std::string subject;
  subject.reserve(row_.label.size() + 1 + column.label.size());
  return subject.append(row_.label).append(1, ' ').append(column.label);
}

void GridReader::read_cell(int index) {
  const GridCell& cell = grid_.cells[static_cast<std::size_t>(index)];
  if (cell.row != row_number_) {
    row_number_ = cell.row;
    row_ = Saying();
    row_skipped_ = false;
  }
  if (cell.row < grid_.header_rows || cell.text.empty() || row_skipped_) return;
  const Saying& column = columns_[static_cast<std::size_t>(cell.column)];
  if (column.code) return;
  if (column.unit_column) {
    CellUnit unit = scanner_.cell_unit(to_utf8(without_blanks_of(cell.text.chars)));
    if (unit.kind != FigureKind::number) row_.unit = std::move(unit);
    return;
  }
  auto figure = scanner_.in_cell(cell.text.chars, unit_of(column));
  if (!figure) {
    row_ = read_saying(scanner_, cell.text.chars);
    row_skipped_ = row_.code && cell.column == 0;
    return;
  }
  if (row_.code) return;  // 股票代码 | 002821
  std::string subject = subject_of(column);
  if (!subject.empty()) figure->subject = std::move(subject);
  figure->year = column.year ? column.year : row_.year ? row_.year : year_;
  figure->in = "t" + std::to_string(table_ + 1) + "/r" + std::to_string(cell.row) + "c" +
               std::to_string(cell.column);
  figure->at = cell.at;
  figures_.emplace_back(index, std::move(*figure));
}

std::vector<CellFigure> GridReader::read() {
  const auto is_record = [this](std::string_view kind) { return grid_.kind == kind; };
  const bool form =
      is_record("performance_target") || is_record("self_evaluation") || is_record("scorecard");
  if (grid_.unit && !form) money_ = scanner_.cell_unit(*grid_.unit);
  if (grid_.caption) year_ = first_year(scanner_.vocabulary(), from_utf8(*grid_.caption));
  read_headers();
  read_looks();
  for (std::size_t i = 0; i < grid_.cells.size(); ++i) read_cell(static_cast<int>(i));
  return std::move(figures_);
}

}  // namespace

std::vector<CellFigure> grid_figures(const FigureScanner& scanner, const Grid& grid, int table) {
  return GridReader(scanner, grid, table).read();
}

}  // namespace gouji
