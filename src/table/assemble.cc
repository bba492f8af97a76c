// SPDX-License-Identifier: GPL-3.0-or-later
// Method: first the parts of tables that run over pages are joined, then each whole table gets its
// header, what stands around it, and its kind.
#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>

#include "table/grid_rows.h"
#include "table/headers.h"
#include "table/join_pages.h"
#include "table/kinds.h"
#include "table/read_tables.h"
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
      if (flow_.blocks[block].region >= 0) add(block);
    }
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
      const Between between = between_blocks(last_.back(), block);
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

  Between between_blocks(std::size_t before, std::size_t behind) const {
    Between between = Between::nothing;
    for (std::size_t i = before + 1; i < behind; ++i) {
      const Block& block = flow_.blocks[i];
      if (block.kind == BlockKind::furniture) continue;
      if (block.kind != BlockKind::paragraph) return Between::text;
      const NearLine line = around_.above(block);
      if (line.sort == LineSort::continued) {
        between = Between::marked;
      } else if (line.sort != LineSort::other && stands_above_first(block)) {
        const bool caption = line.sort == LineSort::caption;
        if (between != Between::marked && between != Between::caption) {
          between = caption ? Between::caption : Between::repeat;
        }
      } else if (!is_running_head(block, before)) {
        return Between::text;
      }
    }
    return between;
  }

  /// Does the line stand at the head of its page as one does on the page of block `before`? Of two
  /// pages layout cannot tell a running head.
  bool is_running_head(const Block& block, std::size_t before) const {
    if (!block.style.starts_page || block.text.empty() || around_.is_note(block, true))
      return false;
    std::size_t head = before;
    while (head > 0 && !flow_.blocks[head].style.starts_page) --head;
    const Block& other = flow_.blocks[head];
    if (head >= first_.back() || other.kind != BlockKind::paragraph || other.text.empty()) {
      return false;
    }
    return solid(other.text) == solid(block.text) &&
           std::abs(top_of(other) - top_of(block)) <= kSameTop;
  }

  /// 1/100 pt
  int top_of(const Block& block) const {
    return flow_.lines.lines[block.text.places.front().line].top;
  }

  /// Does the same line, alone or with others in one, stand above the first part of the last table?
  bool stands_above_first(const Block& block) const {
    const std::u32string line = solid(block.text);
    int looked = 0;
    for (std::size_t i = first_.back(); i > 0 && looked < kLinesAbove; --i) {
      const Block& above = flow_.blocks[i - 1];
      if (above.kind == BlockKind::table) return false;
      if (above.kind == BlockKind::furniture) continue;
      if (solid(above.text).find(line) != line.npos) return true;
      ++looked;
    }
    return false;
  }

  void complete(std::size_t i) {
    Grid& grid = tables_.grids[i];
    promise_tiling(grid);
    around_.read_above(first_[i], grid, tables_.roles);
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
    int rows = 0;   ///< of the header
    int lines = 0;  ///< caption, unit, "continued"
    At at;          ///< of the first part that repeats something
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
