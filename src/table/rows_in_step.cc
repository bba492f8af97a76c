// SPDX-License-Identifier: GPL-3.0-or-later
// Method: the heights that most columns share, one short line on each, are the middles of the rows.
// The lines of every other cell are shared out among the rows in order so that each group stands
// as nearly as possible in the middle of its row (dynamic programming over lines and rows). Rows
// end half-way between the lowest line of one and the highest of the next.
#include "table/rows_in_step.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "text/charclass.h"

namespace gouji {

namespace {

constexpr std::size_t kFewestRows = 3;  ///< a header and two rows
constexpr std::size_t kFewestColumns = 2;
constexpr std::size_t kMostLines = 400;  ///< of a cell; the tallest met has 50
constexpr std::size_t kMostLinesARow = 12;
// Ems of the print.
constexpr float kSameLine = 0.45F;  ///< lines of neighbouring cells on one height
constexpr float kShort = 3.0F;      ///< room that a line leaves which was not wrapped
constexpr float kCentre = 0.6F;     ///< lines in the middle of their row are off by less
/// What the height of a group costs against its distance from the middle of its row: of two ways to
/// stand in the middle the closer one counts.
constexpr float kSpread = 0.25F;

float middle(const CellLine& line) {
  return (line.box.y0 + line.box.y1) / 2;
}

/// One line a row: none of the lines was wrapped. The label of a column may fill it.
bool has_short_lines(const PrintedCell& cell) {
  if (cell.lines.size() < kFewestRows || cell.lines.size() > kMostLines) return false;
  return std::all_of(cell.lines.begin() + 1, cell.lines.end(), [&](const CellLine& line) {
    return cell.box.width() - line.box.width() >= kShort * line.size;
  });
}

bool in_step(const PrintedCell& a, const PrintedCell& b) {
  if (a.lines.size() != b.lines.size()) return false;
  for (std::size_t i = 0; i < a.lines.size(); ++i) {
    if (std::abs(middle(a.lines[i]) - middle(b.lines[i])) > kSameLine * a.lines[i].size) {
      return false;
    }
  }
  return true;
}

/// The cell whose lines most columns share; null without two of them.
const PrintedCell* pace(const std::vector<const PrintedCell*>& cells) {
  const PrintedCell* best = nullptr;
  std::size_t most = kFewestColumns - 1;
  for (const PrintedCell* cell : cells) {
    if (!has_short_lines(*cell)) continue;
    const auto like = static_cast<std::size_t>(
        std::count_if(cells.begin(), cells.end(), [&](const PrintedCell* other) {
          return has_short_lines(*other) && in_step(*cell, *other);
        }));
    if (like > most) {
      most = like;
      best = cell;
    }
  }
  return best;
}

/// Most of the line is digits: an amount, a date.
bool is_figure(const CellLine& line) {
  const std::u32string& chars = line.text.chars;
  const auto digits = std::count_if(chars.begin(), chars.end(),
                                    [](char32_t c) { return is_ascii_digit(fold_width(c)); });
  return 2 * static_cast<std::size_t>(digits) > chars.size();
}

bool leaves_room_at_its_right(const PrintedCell& cell) {
  return std::all_of(cell.lines.begin(), cell.lines.end(), [&](const CellLine& line) {
    return cell.box.x1 - line.box.x1 >= kShort * line.size;
  });
}

/// Words wrap in step too. The rows are believed where a column in step holds figures, or where all
/// cells are in step and leave room for more words.
bool is_believed(const PrintedCell& leader, const std::vector<const PrintedCell*>& cells) {
  bool all = true;
  for (const PrintedCell* cell : cells) {
    if (cell->lines.empty()) continue;
    if (!has_short_lines(*cell) || !in_step(leader, *cell)) {
      all = false;
      continue;
    }
    all = all && leaves_room_at_its_right(*cell);
    const auto figures = std::count_if(cell->lines.begin() + 1, cell->lines.end(), is_figure);
    if (2 * static_cast<std::size_t>(figures) >= cell->lines.size() - 1) return true;
  }
  return all;
}

class LineSharing {
 public:
  LineSharing(const std::vector<CellLine>& lines, const std::vector<float>& rows)
      : lines_(lines), rows_(rows) {}

  /// First line of each row and the end; empty when a group is off the middle of its row.
  std::vector<std::size_t> run() {
    const std::size_t n = lines_.size();
    const std::size_t width = n + 1;
    std::vector<float> cost((rows_.size() + 1) * width, 1e9F);
    std::vector<std::size_t> taken(cost.size(), 0);
    cost[0] = 0;
    for (std::size_t row = 1; row <= rows_.size(); ++row) {
      for (std::size_t end = 0; end <= n; ++end) {
        for (std::size_t count = 0; count <= std::min(end, kMostLinesARow); ++count) {
          const float before = cost[(row - 1) * width + end - count];
          const float all =
              before + distance(row - 1, end - count, end) + kSpread * extent(end - count, end);
          if (all < cost[row * width + end]) {
            cost[row * width + end] = all;
            taken[row * width + end] = count;
          }
        }
      }
    }
    std::vector<std::size_t> starts(rows_.size() + 1, n);
    for (std::size_t row = rows_.size(); row > 0; --row) {
      starts[row - 1] = starts[row] - taken[row * width + starts[row]];
      if (distance(row - 1, starts[row - 1], starts[row]) > kCentre * lines_.front().size) {
        return {};
      }
    }
    if (starts.front() != 0) return {};
    return starts;
  }

 private:
  float extent(std::size_t begin, std::size_t end) const {
    return begin == end ? 0 : middle(lines_[end - 1]) - middle(lines_[begin]);
  }

  float distance(std::size_t row, std::size_t begin, std::size_t end) const {
    if (begin == end) return 0;
    return std::abs((middle(lines_[begin]) + middle(lines_[end - 1])) / 2 - rows_[row]);
  }

  const std::vector<CellLine>& lines_;
  const std::vector<float>& rows_;
};

}  // namespace

std::vector<float> rows_in_step(const std::vector<const PrintedCell*>& cells) {
  const PrintedCell* leader = pace(cells);
  if (leader == nullptr || !is_believed(*leader, cells)) return {};
  std::vector<float> rows;
  for (const CellLine& line : leader->lines) rows.push_back(middle(line));
  return rows_at(rows, cells);
}

std::vector<float> rows_at(const std::vector<float>& rows,
                           const std::vector<const PrintedCell*>& cells) {
  std::vector<float> lowest = rows;
  std::vector<float> highest = rows;
  for (const PrintedCell* cell : cells) {
    if (cell->lines.empty()) continue;
    if (cell->lines.size() > kMostLines) return {};
    const std::vector<std::size_t> starts = LineSharing(cell->lines, rows).run();
    if (starts.empty()) return {};
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (starts[row] == starts[row + 1]) continue;
      highest[row] = std::min(highest[row], middle(cell->lines[starts[row]]));
      lowest[row] = std::max(lowest[row], middle(cell->lines[starts[row + 1] - 1]));
    }
  }
  std::vector<float> edges = {-1e6F};
  for (std::size_t row = 0; row + 1 < rows.size(); ++row) {
    if (lowest[row] >= highest[row + 1]) return {};
    edges.push_back((lowest[row] + highest[row + 1]) / 2);
  }
  edges.push_back(1e6F);
  return edges;
}

}  // namespace gouji
