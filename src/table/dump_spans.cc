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

}  // namespace

void spread_short_rows(RaggedRows& rows) {
  std::size_t columns = 0;
  for (const Row& row : rows) columns = std::max(columns, row.size());
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
