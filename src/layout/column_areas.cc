// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a table that goes on overleaf is open at its foot too, but its cells have a few lines
// each, or their lines stand in rows; columns of text have many lines that fill them.
#include "layout/column_areas.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr std::size_t kFewestLines = 12;  ///< of each column
constexpr float kMostOfArea = 0.6F;       ///< height of the columns
constexpr float kFull = 0.7F;             ///< share of the column's width that a full line fills
constexpr float kFullLines = 0.5F;        ///< share of the lines that are full
constexpr float kAtFoot = 3.0F;           ///< a ruling that closes the area, points

bool is_open_at_foot(const TableArea& area) {
  return std::none_of(area.rulings.begin(), area.rulings.end(), [&](const Ruling& ruling) {
    return ruling.horizontal && ruling.position >= area.box.y1 - kAtFoot;
  });
}

bool is_running_text(const std::vector<PieceLine>& lines, const Box& cell) {
  const auto full = std::count_if(lines.begin(), lines.end(), [&](const PieceLine& line) {
    return line.pieces.size() == 1 && line.x1 - line.x0 >= kFull * cell.width();
  });
  return static_cast<float>(full) >= kFullLines * static_cast<float>(lines.size());
}

/// Do both columns have a label above their last cells, as those of a table do?
bool has_labels(const TableArea& area) {
  const std::vector<LatticeCell>& cells = area.lattice.cells;
  for (std::size_t i = 0; i + 3 < cells.size(); ++i) {
    if (cells[i].row == cells[i + 1].row && !area.pieces[i].empty() && !area.pieces[i + 1].empty())
      return true;
  }
  return false;
}

bool is_text_columns(const TableArea& area) {
  if (area.lattice.columns() != 2 || !is_open_at_foot(area) || has_labels(area)) return false;
  const std::vector<LatticeCell>& cells = area.lattice.cells;
  const int last = area.lattice.rows() - 1;
  if (cells.size() < 2 || cells[cells.size() - 2].row != last || cells.back().row != last) {
    return false;
  }
  bool running = false;
  for (std::size_t i = cells.size() - 2; i < cells.size(); ++i) {
    const Box box = area.lattice.box(cells[i]);
    if (box.height() < kMostOfArea * area.box.height()) return false;
    const std::vector<PieceLine> lines = group_lines(area.pieces[i]);
    if (lines.size() < kFewestLines) return false;
    running = running || is_running_text(lines, box);
  }
  return running;
}

}  // namespace

std::vector<TextColumns> take_text_columns(std::vector<TableArea>& areas,
                                           std::vector<Piece>& rest) {
  std::vector<TextColumns> found;
  const auto first_taken = std::stable_partition(
      areas.begin(), areas.end(), [](const TableArea& area) { return !is_text_columns(area); });
  for (auto it = first_taken; it != areas.end(); ++it) {
    TableArea& area = *it;
    TextColumns columns;
    const std::size_t first = area.pieces.size() - 2;
    for (std::size_t i = 0; i < first; ++i) {
      rest.insert(rest.end(), area.pieces[i].begin(), area.pieces[i].end());
    }
    for (std::size_t i = 0; i < 2; ++i) {
      columns.boxes[i] = area.lattice.box(area.lattice.cells[first + i]);
      columns.lines[i] = group_lines(std::move(area.pieces[first + i]));
    }
    found.push_back(std::move(columns));
  }
  areas.erase(first_taken, areas.end());
  return found;
}

}  // namespace gouji
