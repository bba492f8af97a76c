// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a dump writes a cell that is merged across once and says nothing of its width; only the
// rows around it do.
#include "table/dump_spans.h"

#include <algorithm>

#include "text/cell_text.h"

namespace gouji {
namespace {

using Row = std::vector<GridCell>;

bool is_label(const GridCell& cell) {
  return !cell.text.empty() && !is_bare_number(cell.text.chars);
}

bool is_label_or_empty(const GridCell& cell) {
  return cell.text.empty() || is_label(cell);
}

/// How often the last `period` of the first `size` cells stand at their end, one after the other.
std::size_t repeats_at_end(const Row& cells, std::size_t size, std::size_t period) {
  std::size_t repeats = 1;
  for (std::size_t end = size - period; end >= period; end -= period, ++repeats)
    for (std::size_t i = 0; i < period; ++i)
      if (cells[end - period + i].text.chars != cells[size - period + i].text.chars) return repeats;
  return repeats;
}

/// The widths of the labels of `above` over the cells of `below`; empty if more than one reading is
/// possible.
std::vector<int> widths_over(const Row& above, const Row& below) {
  std::size_t size = below.size();
  while (size > 0 && below[size - 1].text.empty()) --size;
  const std::size_t single = below.size() - size;
  if (single >= above.size() ||
      std::any_of(below.begin(), below.begin() + static_cast<std::ptrdiff_t>(size),
                  [](const GridCell& cell) { return cell.text.empty(); }))
    return {};
  const std::size_t labels = above.size() - single;
  std::vector<int> widths;
  if (labels == 1) {
    widths.push_back(static_cast<int>(size));
  } else {
    std::size_t period = 2, repeats = 1;
    for (; 2 * period <= size; ++period)
      if ((repeats = repeats_at_end(below, size, period)) > 1) break;
    if (repeats < 2 || repeats > labels) return {};
    const std::size_t rest = size - repeats * period, rest_labels = labels - repeats;
    if (rest_labels == 1 && rest > 0)
      widths.push_back(static_cast<int>(rest));
    else if (rest_labels == rest)
      widths.assign(rest, 1);
    else
      return {};
    widths.insert(widths.end(), repeats, static_cast<int>(period));
  }
  widths.insert(widths.end(), single, 1);
  return widths;
}

bool is_number(const GridCell& cell) {
  return !cell.text.empty() && is_bare_number(cell.text.chars);
}

/// A label with nothing but numbers behind it: 合计 | 529.74 | 517.24 | | 12.50.
bool is_line_of_numbers(const Row& row) {
  return row.size() > 1 && is_label(row.front()) &&
         std::none_of(row.begin() + 1, row.end(), is_label) &&
         std::any_of(row.begin() + 1, row.end(), is_number);
}

/// How many columns of words stand in front of the numbers, in all rows of full width that hold
/// numbers (201 | 一般公共服务支出 | 412.87 | 400.37 …: two); 0 if they do not agree, or if there
/// are fewer than two such rows.
std::size_t leading_labels(const RaggedRows& rows, std::size_t columns) {
  constexpr int kFewestRows = 2;
  std::size_t words = 1, numbers = columns;  // last column of words + 1, first one of numbers
  int seen = 0;
  for (const Row& row : rows) {
    if (row.size() < columns) continue;
    const auto last = std::find_if(row.rbegin(), row.rend(), is_label);
    const auto behind = static_cast<std::size_t>(row.rend() - last);
    const auto first =
        std::find_if(row.begin() + static_cast<std::ptrdiff_t>(behind), row.end(), is_number);
    if (behind == 0 || first == row.end()) continue;
    ++seen;
    words = std::max(words, behind);
    numbers = std::min(numbers, static_cast<std::size_t>(first - row.begin()));
  }
  return seen >= kFewestRows && words <= numbers ? words : 0;
}

/// The label of a total reaches over the columns of words, which a dump does not say: its numbers
/// would stand below the wrong heads.
void spread_totals(RaggedRows& rows, std::size_t columns) {
  const std::size_t labels = leading_labels(rows, columns);
  if (labels < 2) return;
  for (Row& row : rows)
    if (row.size() + labels - 1 == columns && is_line_of_numbers(row))
      row.front().column_span = static_cast<int>(labels);
}

}  // namespace

void spread_short_rows(RaggedRows& rows) {
  std::size_t columns = 0;
  for (const Row& row : rows) columns = std::max(columns, row.size());
  spread_totals(rows, columns);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    Row& row = rows[r];
    const bool alone = std::all_of(row.begin() + 1, row.end(),
                                   [](const GridCell& cell) { return cell.text.empty(); });
    if (row.size() < columns && (row.size() == 1 || (r == 0 && alone))) {
      row.resize(1);
      row.front().column_span = static_cast<int>(columns);
      continue;
    }
    if (row.size() >= columns || r + 1 == rows.size() || rows[r + 1].size() != columns ||
        !std::all_of(row.begin(), row.end(), is_label) ||
        !std::all_of(rows[r + 1].begin(), rows[r + 1].end(), is_label_or_empty))
      continue;
    const std::vector<int> widths = widths_over(row, rows[r + 1]);
    for (std::size_t i = 0; i < widths.size(); ++i) row[i].column_span = widths[i];
  }
}

}  // namespace gouji
