// SPDX-License-Identifier: GPL-3.0-or-later
// Method: an edge is tried by the print of each cell that it crosses. A text that runs over the
// edge speaks against it; so does a text at both sides of it that hugs the edge, as the lines of
// one text in the middle of a merged cell do. Cells are then cut by the middles of their lines.
#include "table/cut_bands.h"

#include <algorithm>
#include <cmath>

#include "table/cell_numbers.h"

namespace gouji {

namespace {

constexpr float kCrosses = 0.2F;  ///< a line that reaches over an edge by more, at both sides, ems
constexpr float kAlike = 0.35F;   ///< print that stands alike in two rows is off by less, ems
constexpr float kLeading = 1.6F;  ///< lines of one text follow each other within this, ems
constexpr float kWiderStep = 1.2F;  ///< between two rows, times the step of lines in one of them
constexpr float kClose = 1.45F;     ///< lines of one text, ems
constexpr float kOnEdge = 3.0F;     ///< a ruling makes an edge of the lattice within this, points
constexpr int kCellsACrossing = 3;  ///< one cell in so many may reach over an edge

float middle(const CellLine& line) {
  return (line.box.y0 + line.box.y1) / 2;
}

bool crosses(const PrintedCell& cell, float edge) {
  return std::any_of(cell.lines.begin(), cell.lines.end(), [&](const CellLine& line) {
    const float slack = kCrosses * line.size;
    return line.box.y0 < edge - slack && line.box.y1 > edge + slack;
  });
}

/// The print of a cell between two heights.
struct Print {
  float y0 = 1e6F, y1 = -1e6F;
  float size = 0;
  float first = 1e6F, last = 0;  ///< middles of its lines
  bool number = false;           ///< a line that is one
  bool empty() const { return y1 < y0; }
};

Print print_between(const PrintedCell& cell, float y0, float y1) {
  Print print;
  for (const CellLine& line : cell.lines) {
    if (middle(line) < y0 || middle(line) >= y1) continue;
    print.y0 = std::min(print.y0, line.box.y0);
    print.y1 = std::max(print.y1, line.box.y1);
    print.size = std::max(print.size, line.size);
    print.first = std::min(print.first, middle(line));
    print.last = std::max(print.last, middle(line));
    bool digit = false;
    if (is_number_line(line, digit) && digit) print.number = true;
  }
  return print;
}

/// Stands what is above the edge in its row as what is below it does in its own?
bool stand_alike(const Print& above, const Print& below, float top, float edge, float bottom) {
  const float near = kAlike * std::max(above.size, below.size);
  const float tops = (above.y0 - top) - (below.y0 - edge);
  const float feet = (edge - above.y1) - (bottom - below.y1);
  const float middles = (above.y0 + above.y1 - top - edge) - (below.y0 + below.y1 - edge - bottom);
  return std::abs(tops) <= near || std::abs(feet) <= near || std::abs(middles) / 2 <= near;
}

/// Are the two something else than lines of one text?
bool are_two(const Print& above, const Print& below) {
  return above.number || below.number ||
         below.first - above.last > kLeading * std::max(above.size, below.size);
}

/// Does the print bear the edge out? `top` and `bottom`: the edges before and behind it.
bool is_believed(const std::vector<const PrintedCell*>& cells, float top, float edge, float bottom,
                 RowEdge kind) {
  int crossing = 0;
  int filled = 0;
  bool both = false;
  for (const PrintedCell* cell : cells) {
    if (cell->lines.empty()) continue;
    ++filled;
    if (crosses(*cell, edge)) {
      ++crossing;
      continue;
    }
    const Print above = print_between(*cell, top, edge);
    const Print below = print_between(*cell, edge, bottom);
    if (above.empty() || below.empty()) continue;
    if (kind == RowEdge::joint && !stand_alike(above, below, top, edge, bottom)) return false;
    both = both || are_two(above, below);
  }
  return both && kCellsACrossing * crossing <= filled;
}

/// The edges of one band that are believed, with its ends; empty when none is.
std::vector<float> believed_edges(const std::vector<const PrintedCell*>& cells,
                                  const std::vector<float>& edges, RowEdge kind) {
  const Box& box = cells.front()->box;
  std::vector<float> inner;
  for (const float edge : edges) {
    if (edge > box.y0 && edge < box.y1) inner.push_back(edge);
  }
  if (inner.empty()) return {};
  std::vector<float> kept = {box.y0};
  for (std::size_t i = 0; i < inner.size(); ++i) {
    const float bottom = i + 1 < inner.size() ? inner[i + 1] : box.y1;
    if (is_believed(cells, kept.back(), inner[i], bottom, kind)) kept.push_back(inner[i]);
  }
  kept.push_back(box.y1);
  return kept;
}

/// The cell cut at the edges.
void cut_cell(PrintedCell& cell, const std::vector<float>& edges, int first_row,
              std::vector<PrintedCell>& out) {
  const int rows = static_cast<int>(edges.size()) - 1;
  for (int row = 0; row < rows; ++row) {
    const auto r = static_cast<std::size_t>(row);
    // Print may stand over the ends of its row.
    const float y0 = row == 0 ? -1e6F : edges[r];
    const float y1 = row + 1 == rows ? 1e6F : edges[r + 1];
    PrintedCell part;
    part.at = cell.at;
    part.at.row = first_row + row;
    part.at.row_span = 1;
    part.cut = true;
    part.box = cell.box;
    part.box.y0 = std::max(cell.box.y0, edges[r]);
    part.box.y1 = std::min(cell.box.y1, edges[r + 1]);
    for (CellLine& line : cell.lines) {
      if (middle(line) >= y0 && middle(line) < y1) part.lines.push_back(std::move(line));
    }
    out.push_back(std::move(part));
  }
}

void sort_cells(PrintedTable& table) {
  std::stable_sort(table.cells.begin(), table.cells.end(),
                   [](const PrintedCell& a, const PrintedCell& b) {
                     return a.at.row != b.at.row ? a.at.row < b.at.row : a.at.column < b.at.column;
                   });
}

/// Follow the lines at both sides of the edge each other as closely as others of the cell do?
bool runs_on(const PrintedCell& cell, const Print& above, const Print& below) {
  float least = 1e6F;
  for (std::size_t i = 1; i < cell.lines.size(); ++i) {
    const float step = middle(cell.lines[i]) - middle(cell.lines[i - 1]);
    if (middle(cell.lines[i]) != below.first && step > 0) least = std::min(least, step);
  }
  const float step = below.first - above.last;
  return step < kWiderStep * least && step < kClose * std::max(above.size, below.size);
}

/// Cells that reach over the row above an edge and rows below it, with print of its own at both
/// sides, are cut there.
void cut_tall_cells(PrintedTable& table, int row, float edge) {
  const std::size_t count = table.cells.size();
  for (std::size_t i = 0; i < count; ++i) {
    PrintedCell& cell = table.cells[i];
    const int end = cell.at.row + cell.at.row_span;
    if (cell.at.row >= row || end <= row || crosses(cell, edge)) continue;
    const Print above = print_between(cell, -1e6F, edge);
    const Print below = print_between(cell, edge, 1e6F);
    if (above.empty() || below.empty() || runs_on(cell, above, below)) continue;
    PrintedCell part = cell;
    part.at.row = row;
    part.at.row_span = end - row;
    part.box.y0 = edge;
    std::erase_if(part.lines, [&](const CellLine& line) { return middle(line) < edge; });
    cell.at.row_span = row - cell.at.row;
    cell.box.y1 = edge;
    std::erase_if(cell.lines, [&](const CellLine& line) { return middle(line) >= edge; });
    table.cells.push_back(std::move(part));
  }
  if (table.cells.size() > count) sort_cells(table);
}

}  // namespace

void cut_at_rule_ends(PrintedTable& table, const Lattice& lattice,
                      const std::vector<Ruling>& rulings) {
  for (std::size_t row = 1; row + 1 < lattice.ys.size(); ++row) {
    const float y = lattice.ys[row];
    const bool ruled = std::any_of(rulings.begin(), rulings.end(), [&](const Ruling& ruling) {
      return ruling.horizontal && std::abs(ruling.position - y) <= kOnEdge;
    });
    if (!ruled) cut_tall_cells(table, static_cast<int>(row), y);
  }
}

std::vector<int> cut_bands(PrintedTable& table, const std::vector<std::vector<float>>& edges,
                           const std::function<bool(const PrintedCell&)>& spans) {
  std::vector<int> first(static_cast<std::size_t>(table.rows) + 1, 0);
  for (std::size_t r = 0; r < edges.size(); ++r) {
    first[r + 1] = first[r] + std::max<int>(1, static_cast<int>(edges[r].size()) - 1);
  }
  std::vector<PrintedCell> cells;
  for (PrintedCell& cell : table.cells) {
    const auto row = static_cast<std::size_t>(cell.at.row);
    const auto end = row + static_cast<std::size_t>(cell.at.row_span);
    if (cell.at.row_span == 1 && edges[row].size() > 2 && !spans(cell)) {
      cut_cell(cell, edges[row], first[row], cells);
      continue;
    }
    cell.at.row = first[row];
    cell.at.row_span = first[end] - first[row];
    cells.push_back(std::move(cell));
  }
  table.cells = std::move(cells);
  sort_cells(table);
  table.rows = first.back();
  return first;
}

void cut_at_row_edges(PrintedTable& table, const std::vector<float>& edges, RowEdge kind) {
  if (edges.empty()) return;
  std::vector<std::vector<float>> rows(static_cast<std::size_t>(table.rows));
  bool any = false;
  for (std::size_t i = 0; i < table.cells.size();) {
    const int row = table.cells[i].at.row;
    const std::vector<const PrintedCell*> cells = take_row(table, i);
    if (cells.empty()) continue;
    if (std::any_of(cells.begin(), cells.end(),
                    [](const PrintedCell* cell) { return cell->cut; })) {
      continue;
    }
    std::vector<float>& own = rows[static_cast<std::size_t>(row)];
    own = believed_edges(cells, edges, kind);
    any = any || own.size() > 2;
  }
  if (!any) return;
  const std::vector<int> first = cut_bands(table, rows, [&](const PrintedCell& cell) {
    const std::vector<float>& own = rows[static_cast<std::size_t>(cell.at.row)];
    return std::any_of(own.begin() + 1, own.end() - 1,
                       [&](float edge) { return crosses(cell, edge); });
  });
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t k = 1; k + 1 < rows[r].size(); ++k) {
      cut_tall_cells(table, first[r] + static_cast<int>(k), rows[r][k]);
    }
  }
}

}  // namespace gouji
