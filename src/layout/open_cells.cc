// SPDX-License-Identifier: GPL-3.0-or-later
// Method: cells over the same columns are looked at together. Each of their lines is a row (print
// in two columns or more, none over an edge), or print over an edge (a title, prose), or something
// else. Rows in the main, hardly any print over an edge, and numbers in them: columns.
#include "layout/open_cells.h"

#include <algorithm>
#include <map>
#include <utility>

#include "geometry/cluster.h"
#include "layout/page_lines.h"
#include "text/charclass.h"

namespace gouji {

namespace {

constexpr float kGap = 0.1F;  ///< white at an edge between two texts, ems: the padding of cells
constexpr float kRowsShare = 0.25F;    ///< of the lines that must be rows; labels wrap
constexpr float kAcrossShare = 0.12F;  ///< of the lines that may run over an edge
constexpr float kNumbersShare = 0.5F;  ///< of the rows that must have a number
constexpr int kColumnsOfALine = 3;     ///< that a line alone must fill, all but the first numbers

struct LineFacts {
  int columns = 0;  ///< with print
  int numbers = 0;  ///< … that is a number
  bool across = false;
};

struct Tally {
  int lines = 0, rows = 0, across = 0, with_numbers = 0;
  bool only_numbers = false;  ///< of a line alone: three columns or more, numbers but the first
};

class OpenCells {
 public:
  OpenCells(const PieceSet& set, TableArea& area) : set_(set), area_(area) {}

  /// Did any cell change?
  bool close() {
    std::map<std::pair<int, int>, Tally> tallies;
    for (std::size_t i = 0; i < area_.lattice.cells.size(); ++i) {
      if (is_open(i)) count(i, tallies[range(i)]);
    }
    std::vector<LatticeCell> cells;
    for (std::size_t i = 0; i < area_.lattice.cells.size(); ++i) {
      const LatticeCell& cell = area_.lattice.cells[i];
      if (!is_open(i) || !has_columns(tallies[range(i)]) || is_title(i)) {
        cells.push_back(cell);
        continue;
      }
      for (int c = 0; c < cell.column_span; ++c) {
        cells.push_back({cell.row, cell.column + c, cell.row_span, 1});
      }
    }
    if (cells.size() == area_.lattice.cells.size()) return false;
    area_.lattice.cells = std::move(cells);
    return true;
  }

 private:
  const LatticeCell& cell(std::size_t i) const { return area_.lattice.cells[i]; }

  bool is_open(std::size_t i) const {
    return cell(i).row > 0 && cell(i).column_span > 1 && !area_.pieces[i].empty();
  }

  std::pair<int, int> range(std::size_t i) const { return {cell(i).column, cell(i).column_span}; }

  void count(std::size_t i, Tally& tally) const {
    for (const PieceLine& line : group_lines(area_.pieces[i])) {
      const LineFacts facts = look_at(line, cell(i));
      ++tally.lines;
      if (facts.across) ++tally.across;
      if (facts.across || facts.columns < 2) continue;
      ++tally.rows;
      if (facts.numbers > 0) ++tally.with_numbers;
      tally.only_numbers = facts.columns >= kColumnsOfALine && facts.numbers + 1 >= facts.columns;
    }
  }

  static bool has_columns(const Tally& tally) {
    if (tally.lines == 1) return tally.only_numbers;
    const auto lines = static_cast<float>(tally.lines);
    return static_cast<float>(tally.rows) >= kRowsShare * lines &&
           static_cast<float>(tally.across) <= kAcrossShare * lines &&
           static_cast<float>(tally.with_numbers) >= kNumbersShare * static_cast<float>(tally.rows);
  }

  /// One line over an edge.
  bool is_title(std::size_t i) const {
    const std::vector<PieceLine> lines = group_lines(area_.pieces[i]);
    return lines.size() == 1 && look_at(lines.front(), cell(i)).across;
  }

  LineFacts look_at(const PieceLine& line, const LatticeCell& cell) const {
    LineFacts facts;
    int column = -1;
    bool number = false;
    float end = 0;
    for (const Piece& piece : line.pieces) {
      for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
        const Ink& ink = set_.inks[i];
        if (is_blank(ink.character)) continue;
        const int at = std::clamp(interval_index(area_.lattice.xs, (ink.x0 + ink.x1) / 2),
                                  cell.column, cell.column + cell.column_span - 1);
        const bool digits = is_of_number(ink.character);
        if (at == column) {
          number = number && digits;
        } else {
          if (column >= 0 && ink.x0 - end < kGap * piece.size) facts.across = true;
          if (number) ++facts.numbers;
          ++facts.columns;
          column = at;
          number = digits;
        }
        end = ink.x1;
      }
    }
    if (number) ++facts.numbers;
    return facts;
  }

  static bool is_of_number(char32_t wide) {
    const char32_t c = fold_width(wide);
    return is_ascii_digit(c) || c == U'.' || c == U',' || c == U'-' || c == U'%' || c == U'\u2014';
  }

  const PieceSet& set_;
  TableArea& area_;
};

}  // namespace

std::vector<Piece> close_open_cells(const PieceSet& set, std::vector<TableArea>& areas) {
  std::vector<Piece> rest;
  for (TableArea& area : areas) {
    if (area.lattice.rows() < 2 || !OpenCells(set, area).close()) continue;
    std::vector<Piece> pieces;
    for (const std::vector<Piece>& cell : area.pieces) {
      pieces.insert(pieces.end(), cell.begin(), cell.end());
    }
    std::vector<TableArea> one;
    one.push_back(std::move(area));
    one.front().squares = cell_of_square(one.front().lattice);
    one.front().pieces.assign(one.front().lattice.cells.size(), {});
    const std::vector<Piece> left = sort_into_areas(set, std::move(pieces), one);
    rest.insert(rest.end(), left.begin(), left.end());
    area = std::move(one.front());
  }
  return rest;
}

}  // namespace gouji
