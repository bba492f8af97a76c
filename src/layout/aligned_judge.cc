// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a column of numbers beside labels is a table after a few rows; words only make one where
// rules frame them. What numbers in columns else may be (pages of a contents list, the axes of a
// chart) is told by their sequence.
#include "layout/aligned_judge.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr float kNumberColumn = 0.6F;  ///< share of the filled cells that are numbers
constexpr float kColumnFilled = 0.3F;  ///< share of the rows
constexpr float kCellsFilled = 0.4F;
constexpr float kRowLines = 0.3F;  ///< share of the lines that have several parts
constexpr std::size_t kFewestRows = 3;
constexpr std::size_t kFewestFramedRows = 1;
constexpr float kProseCell = 0.3F;     ///< width of a text column, share of the table
constexpr float kProseFilled = 0.75F;  ///< share of the column that its lines fill
constexpr float kLabelStep = 1.5F;     ///< ems
constexpr float kSameLeft = 0.5F;      ///< ems
constexpr float kHangingIndent = 4.0F;

/// Two columns of running text: their lines are long and full.
bool is_prose(const TableEvidence& evidence) {
  const std::vector<AlignedColumn>& columns = *evidence.columns;
  if (columns.size() > 3) return false;
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
        const bool words = cell.end - cell.begin >= 3 || cell.x1 - cell.x0 > 8 * row->size;
        if (words && cell.x1 - cell.x0 >= kProseFilled * room) ++full;
      }
    }
    if (filled > 0 && 2 * full >= filled) ++full_columns;
  }
  return full_columns >= 2;
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

bool is_aligned_table(const TableEvidence& evidence) {
  const std::vector<AlignedColumn>& columns = *evidence.columns;
  const std::size_t rows = evidence.rows.size();
  if (columns.size() < 2 || rows == 0) return false;
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
  if (static_cast<float>(rows) < kRowLines * static_cast<float>(evidence.lines)) return false;
  if (is_contents(evidence) || is_prose(evidence)) return false;
  const bool framed = evidence.head_rule && evidence.foot_rule;
  if (number_columns == 0) return framed && rows >= 2 && evidence.header_lines > 0;
  if (framed && evidence.header_lines > 0) return rows >= kFewestFramedRows;
  return rows >= kFewestRows;
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
