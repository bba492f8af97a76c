// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a column of numbers beside labels is a table after a few rows; words only make one where
// rules frame them. What numbers in columns else may be (pages of a contents list, the axes of a
// chart) is told by their sequence.
#include "layout/aligned_judge.h"

#include <algorithm>
#include <cmath>

#include "text/charclass.h"

namespace gouji {

namespace {

constexpr float kNumberColumn = 0.6F;  ///< share of the filled cells that are numbers
constexpr float kColumnFilled = 0.3F;  ///< share of the rows
constexpr float kCellsFilled = 0.4F;
constexpr float kRowLines = 0.3F;  ///< share of the lines that have several parts
constexpr std::size_t kFewestRows = 3;
constexpr std::size_t kFewestFramedRows = 1;
constexpr int kNumbersOfALine = 2;  ///< in a last row alone on a page
constexpr std::size_t kAxisMarks = 3;
constexpr std::size_t kMarksOfSeveral = 5;  ///< on each of several axes
constexpr float kAxisColumn = 0.8F;         ///< share of the cells of an axis that are numbers
constexpr float kProseCell = 0.3F;          ///< width of a text column, share of the table
constexpr float kProseWidth = 12;           ///< ems
constexpr float kProseFilled = 0.75F;       ///< share of the column that its lines fill
constexpr float kLabelStep = 1.5F;          ///< ems
constexpr float kSameLeft = 0.5F;           ///< ems
constexpr float kHangingIndent = 4.0F;

/// Columns of running text: their lines are long and full. Between rules one may be.
bool is_prose(const TableEvidence& evidence) {
  const std::vector<AlignedColumn>& columns = *evidence.columns;
  const int enough = evidence.head_rule && evidence.foot_rule ? 2 : 1;
  const float width = columns.back().x1 - columns.front().x0;
  int full_columns = 0;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const float room = columns[c].x1 - columns[c].x0;
    if (room < kProseCell * width) continue;
    int full = 0;
    int filled = 0;
    for (const WordLine* row : evidence.rows) {
      for (const LineCell& cell : cells_of(*row, columns)) {
        if (cell.first != static_cast<int>(c)) continue;
        ++filled;
        const bool words = cell.x1 - cell.x0 > kProseWidth * row->size && !holds_number(*row, cell);
        if (words && cell.x1 - cell.x0 >= kProseFilled * room) ++full;
      }
    }
    if (full >= 2 && 2 * full >= filled) ++full_columns;
  }
  return full_columns >= enough;
}

bool is_contents(const TableEvidence& evidence) {
  if (evidence.columns->size() != 2) return false;
  int leaders = 0;
  for (const WordLine* row : evidence.rows) {
    leaders += std::any_of(row->words.begin(), row->words.end(),
                           [](const PrintWord& word) { return word.sort == WordSort::leader; });
  }
  return 2 * leaders >= static_cast<int>(evidence.rows.size());
}

/// The value of a cell that is a plain number or a rate; false for everything else.
bool value_of(const WordLine& line, const LineCell& cell, const PieceSet& set, double& value) {
  double sign = 1;
  double scale = 0;
  bool digits = false;
  value = 0;
  for (std::size_t w = cell.begin; w < cell.end; ++w) {
    for (std::uint32_t i = line.words[w].begin; i < line.words[w].end; ++i) {
      const char32_t c = fold_width(set.inks[i].character);
      if (is_ascii_digit(c)) {
        digits = true;
        value = scale > 0 ? value + scale * static_cast<double>(c - U'0')
                          : value * 10 + static_cast<double>(c - U'0');
        scale /= 10;
      } else if (c == U'.' && digits && scale == 0) {
        scale = 0.1;
      } else if (c == U'-' && !digits) {
        sign = -1;
      } else if (c != U'%' && c != U',') {
        return false;
      }
    }
  }
  value *= sign;
  return digits;
}

/// Are the values marks of an axis: in equal steps most of them, or multiples of a round step
/// (marks may be missing where print of the chart itself stands beside them)? Years rise by one.
bool is_scale(const std::vector<double>& values, bool falling) {
  if (values.size() < kAxisMarks) return false;
  std::size_t longest = 0;
  double least = 1e18;
  bool one_way = true;
  for (std::size_t i = 0; i + 1 < values.size(); ++i) {
    const double step = values[i + 1] - values[i];
    least = std::min(least, std::abs(step));
    one_way = one_way && step * (values[1] - values[0]) > 0;
    if (std::abs(std::abs(step) - 1) < 1e-9 || std::abs(step) < 1e-9 || (falling && step > 0)) {
      continue;
    }
    std::size_t end = i + 2;
    while (end < values.size() &&
           std::abs(values[end] - values[end - 1] - step) < 1e-6 * std::abs(step) + 1e-9) {
      ++end;
    }
    longest = std::max(longest, end - i);
  }
  if (longest >= kAxisMarks && 2 * longest > values.size()) return true;
  if (!one_way || (falling && values[1] > values[0]) || std::abs(least - 1) < 1e-9) return false;
  const double mantissa = least / std::pow(10, std::floor(std::log10(least) + 1e-9));
  const bool is_round = std::abs(mantissa - 1) < 1e-6 || std::abs(mantissa - 2) < 1e-6 ||
                        std::abs(mantissa - 2.5) < 1e-6 || std::abs(mantissa - 5) < 1e-6;
  return is_round && std::all_of(values.begin(), values.end(), [&](double value) {
           return std::abs(value / least - std::round(value / least)) < 1e-3;
         });
}

/// A chart has an axis at its left or right, whose marks fall from top to bottom in equal steps, or
/// one along its foot, or several side by side.
bool is_chart(const TableEvidence& evidence) {
  const std::vector<AlignedColumn>& columns = *evidence.columns;
  std::vector<std::vector<double>> down(columns.size());
  for (const WordLine* row : evidence.all) {
    std::vector<double> along;
    const std::vector<LineCell> cells = cells_of(*row, columns);
    for (const LineCell& cell : cells) {
      double value = 0;
      if (!value_of(*row, cell, *evidence.set, value)) continue;
      along.push_back(value);
      down[static_cast<std::size_t>(cell.first)].push_back(value);
      if (cell.last > cell.first) down[static_cast<std::size_t>(cell.last)].push_back(value);
    }
    if (along.size() >= kAxisMarks && along.size() == cells.size() &&
        (along[0] == 0 || along.back() == 0) && is_scale(along, false)) {
      return true;
    }
  }
  const bool labelled = static_cast<float>(columns.front().numbers) <
                        kAxisColumn * static_cast<float>(columns.front().filled);
  if (!labelled && (is_scale(down.front(), true) || is_scale(down.back(), true))) return true;
  return std::count_if(down.begin(), down.end(), [](const std::vector<double>& values) {
           return values.size() >= kMarksOfSeveral && is_scale(values, true);
         }) >= 2;
}

bool is_table(const TableEvidence& evidence) {
  const std::vector<AlignedColumn>& columns = *evidence.columns;
  const std::size_t rows = evidence.rows.size();
  int number_columns = 0;
  int filled = 0;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    filled += columns[c].filled;
    const bool numbers = static_cast<float>(columns[c].numbers) >=
                         kNumberColumn * static_cast<float>(columns[c].filled);
    const bool present =
        static_cast<float>(columns[c].filled) >= kColumnFilled * static_cast<float>(rows);
    if (c > 0 && numbers && present) ++number_columns;
  }
  if (static_cast<float>(filled) <
      kCellsFilled * static_cast<float>(rows) * static_cast<float>(columns.size())) {
    return false;
  }
  if (static_cast<float>(rows) < kRowLines * static_cast<float>(evidence.all.size())) return false;
  if (is_contents(evidence) || is_prose(evidence)) return false;
  const bool framed = evidence.head_rule && evidence.foot_rule;
  if (number_columns == 0) {
    return (framed || (evidence.head_rule && evidence.bands)) && rows >= 2 &&
           evidence.header_lines > 0;
  }
  if (framed && evidence.header_lines > 0) return rows >= kFewestFramedRows;
  // Parts of tables that go on overleaf, or come from there.
  if (evidence.at_page_head && evidence.foot_rule) {
    return rows >= 2 || number_columns >= kNumbersOfALine;
  }
  if (evidence.at_page_head && rows >= 2) return number_columns >= kNumbersOfALine;
  if (evidence.at_page_foot && evidence.head_rule && evidence.header_rule) return true;
  return rows >= kFewestRows;
}

}  // namespace

int numbers_behind_first(const WordLine& line) {
  int numbers = 0;
  bool behind = false;
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    behind = behind || parts_columns(line, i);
    const WordSort sort = line.words[i].sort;
    if (behind && (sort == WordSort::number || sort == WordSort::filler)) ++numbers;
  }
  return numbers;
}

TableVerdict judge_table(const TableEvidence& evidence) {
  if (evidence.columns->size() < 2 || evidence.rows.empty()) return TableVerdict::no;
  if (is_chart(evidence)) return TableVerdict::chart;
  return is_table(evidence) ? TableVerdict::table : TableVerdict::no;
}

bool goes_on_below(const WordLine& above, const WordLine& below,
                   const std::vector<AlignedColumn>& columns) {
  if (below.chunks != 1 || below.words.empty()) return false;
  if (below.baseline - above.baseline > kLabelStep * above.size) return false;
  if (below.bold != above.bold || below.x0 < above.x0 - kSameLeft * above.size) return false;
  if (below.x0 > above.x0 + kHangingIndent * above.size) return false;
  const AlignedColumn& labels = columns.front();
  if (below.x1 > labels.x1 + kSameLeft * above.size) return false;
  // The first word had no place behind the label above.
  float end = above.x0;
  for (const LineCell& cell : cells_of(above, columns)) {
    if (cell.first == 0) end = cell.x1;
  }
  const PrintWord& word = below.words.front();
  return end + (word.x1 - word.x0) + kSameLeft * above.size > labels.x1 &&
         below.x0 > above.x0 + kSameLeft * above.size;
}

}  // namespace gouji
