// SPDX-License-Identifier: GPL-3.0-or-later
// Method: first the parts of tables that run over pages are joined, then each whole table gets its
// header, what stands around it, and its kind.
#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "table/grid_rows.h"
#include "table/headers.h"
#include "table/join_pages.h"
#include "table/join_sides.h"
#include "table/kinds.h"
#include "table/lone_rows.h"
#include "table/read_tables.h"
#include "table/rows_go_on.h"
#include "table/surroundings.h"
#include "table/tiling.h"

namespace gouji {

namespace {

/// Lines above the first part that the second part may repeat.
constexpr int kLinesAbove = 6;
/// A running head stands at one height on all pages, 1/100 pt.
constexpr int kSameTop = 100;

bool is_empty(const Grid& grid) {
  return std::all_of(grid.cells.begin(), grid.cells.end(),
                     [](const GridCell& cell) { return cell.text.empty(); });
}

class TableAssembler {
 public:
  TableAssembler(std::vector<Grid>&& regions, const Flow& flow, const PatternSet& patterns)
      : regions_(std::move(regions)), flow_(flow), around_(flow, patterns), kinds_(patterns) {
    tables_.grid_of_region.assign(regions_.size(), -1);
    tables_.roles.assign(flow.blocks.size(), TableRole::none);
  }

  Tables run() {
    for (std::size_t block = 0; block < flow_.blocks.size(); ++block) {
      if (flow_.blocks[block].region >= 0) {
        add(block);
      } else if (!tables_.grids.empty()) {
        add_lone_rows(block);
      }
    }
    join_sides();
    for (std::size_t i = 0; i < tables_.grids.size(); ++i) complete(i);
    for (const Repeated& repeated : repeated_) tell(repeated);
    drop_empty();
    return std::move(tables_);
  }

 private:
  void add(std::size_t block) {
    const auto region = static_cast<std::size_t>(flow_.blocks[block].region);
    if (region >= regions_.size() || regions_[region].rows == 0) return;
    Grid& grid = regions_[region];
    if (!tables_.grids.empty()) {
      const Between between = between_blocks(tables_.grids.size() - 1, block);
      if (continues(tables_.grids.back(), grid, between)) {
        Repeated& repeated = repeated_.back();
        const bool first = repeated.rows + repeated.lines == 0;
        for (std::size_t i = last_.back() + 1; i < block; ++i) {
          if (flow_.blocks[i].kind != BlockKind::paragraph) continue;
          tables_.roles[i] = TableRole::unit;
          ++repeated.lines;
        }
        if (first) repeated.at = grid.at;
        repeated.rows += append_part(tables_.grids.back(), std::move(grid));
        last_.back() = block;
        tables_.grid_of_region[region] = static_cast<int>(tables_.grids.size()) - 1;
        return;
      }
    }
    tables_.grid_of_region[region] = static_cast<int>(tables_.grids.size());
    tables_.grids.push_back(std::move(grid));
    first_.push_back(block);
    last_.push_back(block);
    repeated_.emplace_back();
  }

  /// Rows of the last table that stand alone on the page behind it, from block `first` on; labels
  /// of its header may stand above them.
  void add_lone_rows(std::size_t first) {
    Grid& grid = tables_.grids.back();
    if (!is_paragraph_on(first, grid.pages ? grid.pages->second + 1 : 0)) return;
    if (grid.edges_drawn || grid.foot < kSurelyUsed * grid.page_height) return;
    if (lines_of_table(grid, first).empty()) return;
    const int page = grid.pages->second + 1;
    std::vector<std::vector<GridCell>> rows;
    int labels = 0;
    std::size_t block = first;
    for (; block < flow_.blocks.size() && is_paragraph_on(block, page); ++block) {
      const auto found = lines_of_table(grid, block);
      if (found.empty()) break;
      for (auto& row : found) {
        if (row.size() > 1)
          rows.push_back(row);
        else
          ++labels;
      }
    }
    if (rows.empty() || between_blocks(tables_.grids.size() - 1, first) == Between::text) return;
    for (std::size_t i = first; i < block; ++i) tables_.roles[i] = TableRole::row;
    if (labels > 0) {
      Repeated& repeated = repeated_.back();
      if (repeated.rows + repeated.lines == 0) {
        repeated.at = locate(flow_.blocks[first].text, flow_.lines);
      }
      repeated.rows += labels;
    }
    for (std::vector<GridCell>& row : rows) {
      if (!row.front().at.boxes.empty()) grid.foot = row.front().at.boxes.back().y1;
      for (GridCell& cell : row) {
        cell.row = grid.rows;
        grid.cells.push_back(std::move(cell));
      }
      ++grid.rows;
    }
    grid.pages->second = page;
    last_.back() = block - 1;
  }

  bool is_paragraph_on(std::size_t block, int page) const {
    const Block& it = flow_.blocks[block];
    return it.kind == BlockKind::paragraph && !it.text.empty() &&
           flow_.lines.lines[it.text.places.front().line].unit == page;
  }

  /// The lines of a block as rows of the table, a line of its header as a row of one cell; empty
  /// when a line is neither.
  std::vector<std::vector<GridCell>> lines_of_table(const Grid& grid, std::size_t block) const {
    std::vector<std::vector<GridCell>> rows;
    for (const LocatedText& line : print_lines_of(flow_.blocks[block].text)) {
      rows.push_back(repeats_header_line(grid, line) ? std::vector<GridCell>(1)
                                                     : lone_row(grid, line, flow_.lines));
      if (rows.back().empty()) return {};
    }
    return rows;
  }

  /// What stands between table `above` and block `behind`.
  Between between_blocks(std::size_t above, std::size_t behind) const {
    Between between = Between::nothing;
    for (std::size_t i = last_[above] + 1; i < behind; ++i) {
      const Block& block = flow_.blocks[i];
      if (block.kind == BlockKind::furniture) continue;
      if (block.kind != BlockKind::paragraph) return Between::text;
      const NearLine line = around_.above(block);
      if (line.sort == LineSort::continued) {
        between = Between::marked;
      } else if (line.sort != LineSort::other &&
                 stands_above_first(block, first_[above], line.sort == LineSort::caption)) {
        const bool caption = line.sort == LineSort::caption;
        if (between != Between::marked && between != Between::caption) {
          between = caption ? Between::caption : Between::repeat;
        }
      } else if (!is_running_head(block, above)) {
        return Between::text;
      }
    }
    return between;
  }

  /// Does the line stand at the head of its page as one does on the page where table `above` ends?
  /// Of two pages layout cannot tell a running head.
  bool is_running_head(const Block& block, std::size_t above) const {
    if (!block.style.starts_page || block.text.empty() || around_.is_note(block, true))
      return false;
    std::size_t head = last_[above];
    while (head > 0 && !flow_.blocks[head].style.starts_page) --head;
    const Block& other = flow_.blocks[head];
    if (head >= first_[above] || other.kind != BlockKind::paragraph || other.text.empty()) {
      return false;
    }
    return solid(other.text) == solid(block.text) &&
           std::abs(top_of(other) - top_of(block)) <= kSameTop;
  }

  /// 1/100 pt
  int top_of(const Block& block) const {
    return flow_.lines.lines[block.text.places.front().line].top;
  }

  /// Does the same line stand above the part of a table at `first`? A caption or a unit may share a
  /// line there; a caption is whole, as one may be the end of another.
  bool stands_above_first(const Block& block, std::size_t first, bool caption) const {
    const std::u32string line = solid(block.text);
    const std::string text = to_utf8(line);
    int looked = 0;
    for (std::size_t i = first; i > 0 && looked < kLinesAbove; --i) {
      const Block& above = flow_.blocks[i - 1];
      if (above.kind == BlockKind::table) return false;
      if (above.kind == BlockKind::furniture) continue;
      const std::u32string other = solid(above.text);
      if (other == line || (!caption && other.find(line) != line.npos)) return true;
      if (caption && around_.above(above).caption == text) return true;
      ++looked;
    }
    return false;
  }

  /// Columns that had no room on the pages of their table; then what goes on below both halves.
  void join_sides() {
    bool any = false;
    for (std::size_t i = 0; i + 1 < tables_.grids.size();) {
      const Side side = side_of(tables_.grids[i], tables_.grids[i + 1]);
      const bool bare = side != Side::none && between_blocks(i, first_[i + 1]) == Between::nothing;
      if (side == Side::certain && (bare || take_cut_lines(i))) {
        append_columns(tables_.grids[i], std::move(tables_.grids[i + 1]));
        take_in(i);
        any = true;
        continue;
      }
      if (side == Side::certain || (side == Side::possible && bare)) {
        tell_of_side(tables_.grids[i + 1]);
      }
      ++i;
    }
    for (std::size_t i = 0; any && i + 1 < tables_.grids.size();) {
      if (!continues(tables_.grids[i], tables_.grids[i + 1], between_blocks(i, first_[i + 1]))) {
        ++i;
        continue;
      }
      repeated_[i].rows += append_part(tables_.grids[i], std::move(tables_.grids[i + 1]));
      take_in(i);
    }
  }

  /// Takes what is printed above the right half of table i: the rest of a caption that the cut went
  /// through, which stands on the height of a line above the left half, and the unit. False when
  /// there is another line.
  bool take_cut_lines(std::size_t i) {
    std::vector<std::pair<std::size_t, std::size_t>> rests;  // of the left line, of its rest
    std::vector<std::size_t> units;
    for (std::size_t k = last_[i] + 1; k < first_[i + 1]; ++k) {
      const Block& block = flow_.blocks[k];
      if (block.kind == BlockKind::furniture) continue;
      if (block.kind != BlockKind::paragraph || block.text.empty()) return false;
      const std::size_t left = line_beside(block, first_[i]);
      if (left < first_[i]) {
        rests.emplace_back(left, k);
      } else if (around_.above(block).sort == LineSort::unit) {
        units.push_back(k);
      } else if (!is_running_head(block, i)) {
        return false;
      }
    }
    for (const auto& [left, rest] : rests) {
      repeated_[i].cut_caption = flow_.blocks[left].text.utf8() + flow_.blocks[rest].text.utf8();
      tables_.roles[left] = tables_.roles[rest] = TableRole::caption;
    }
    for (const std::size_t unit : units) {
      tables_.roles[unit] = TableRole::unit;
      repeated_[i].cut_unit = around_.above(flow_.blocks[unit]).unit;
    }
    return true;
  }

  /// The line above block `first` that stands as high on its page as `block` and says something
  /// else; `first` when there is none.
  std::size_t line_beside(const Block& block, std::size_t first) const {
    int looked = 0;
    for (std::size_t k = first; k > 0 && looked < kLinesAbove; --k) {
      const Block& above = flow_.blocks[k - 1];
      if (above.kind == BlockKind::furniture) continue;
      if (above.kind != BlockKind::paragraph || above.text.empty()) break;
      if (std::abs(top_of(above) - top_of(block)) <= kSameTop &&
          solid(above.text) != solid(block.text)) {
        return k - 1;
      }
      ++looked;
    }
    return first;
  }

  /// Table i has become one with the table behind it.
  void take_in(std::size_t i) {
    const auto behind = static_cast<std::ptrdiff_t>(i) + 1;
    if (repeated_[i].rows + repeated_[i].lines == 0) repeated_[i].at = repeated_[i + 1].at;
    repeated_[i].rows += repeated_[i + 1].rows;
    repeated_[i].lines += repeated_[i + 1].lines;
    last_[i] = last_[i + 1];
    tables_.grids.erase(tables_.grids.begin() + behind);
    first_.erase(first_.begin() + behind);
    last_.erase(last_.begin() + behind);
    repeated_.erase(repeated_.begin() + behind);
    for (int& grid : tables_.grid_of_region) {
      if (grid >= behind) --grid;
    }
  }

  void tell_of_side(const Grid& grid) {
    Problem problem;
    problem.code = "columns_apart";
    problem.at = grid.at;
    tables_.problems.push_back(std::move(problem));
  }

  void complete(std::size_t i) {
    Grid& grid = tables_.grids[i];
    promise_tiling(grid);
    around_.read_above(first_[i], grid, tables_.roles);
    if (!repeated_[i].cut_caption.empty()) grid.caption = repeated_[i].cut_caption;
    if (!repeated_[i].cut_unit.empty()) grid.unit = repeated_[i].cut_unit;
    around_.read_leading_rows(grid);
    around_.read_below(last_[i], grid, tables_.roles);
    const Kind kind = kinds_.kind_of(grid);
    grid.kind = kind.name;
    if (kind.is_form)
      grid.header_rows = 0;
    else if (grid.pages)
      grid.header_rows = find_header_rows(grid);
  }

  /// What the following parts of a table print again is in the report once.
  struct Repeated {
    int rows = 0;                       ///< of the header
    int lines = 0;                      ///< caption, unit, "continued"
    At at;                              ///< of the first part that repeats something
    std::string cut_caption, cut_unit;  ///< of a table cut between its columns
  };

  void tell(const Repeated& repeated) {
    if (repeated.rows + repeated.lines == 0) return;
    Problem problem;
    problem.code = "repeated_header_left_out";
    problem.severity = Severity::info;
    problem.at = repeated.at;
    problem.arguments = {{"rows", std::to_string(repeated.rows)},
                         {"lines", std::to_string(repeated.lines)}};
    tables_.problems.push_back(std::move(problem));
  }

  void promise_tiling(Grid& grid) {
    const int changed = make_tiling(grid);
    if (changed == 0) return;
    Problem problem;
    problem.code = "cells_overlap";
    problem.at = grid.at;
    problem.arguments = {{"count", std::to_string(changed)}};
    tables_.problems.push_back(std::move(problem));
  }

  /// A lattice without any text is a drawing, or a form that nobody filled in.
  void drop_empty() {
    std::vector<int> number(tables_.grids.size(), -1);
    std::vector<Grid> kept;
    for (std::size_t i = 0; i < tables_.grids.size(); ++i) {
      Grid& grid = tables_.grids[i];
      if (is_empty(grid)) {
        Problem problem;
        problem.code = "empty_table";
        problem.severity = Severity::info;
        problem.at = grid.at;
        tables_.problems.push_back(std::move(problem));
        continue;
      }
      number[i] = static_cast<int>(kept.size());
      kept.push_back(std::move(grid));
    }
    tables_.grids = std::move(kept);
    for (int& grid : tables_.grid_of_region) {
      if (grid >= 0) grid = number[static_cast<std::size_t>(grid)];
    }
  }

  std::vector<Grid> regions_;
  const Flow& flow_;
  Surroundings around_;
  KindFinder kinds_;
  Tables tables_;
  std::vector<Repeated> repeated_;         ///< one a table
  std::vector<std::size_t> first_, last_;  ///< blocks of the first and last part of each table
};

}  // namespace

Tables assemble_tables(std::vector<Grid> grids, const Flow& flow, const PatternSet& patterns) {
  return TableAssembler(std::move(grids), flow, patterns).run();
}

}  // namespace gouji
