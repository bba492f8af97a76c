// SPDX-License-Identifier: GPL-3.0-or-later
// The last step: the values of the stages become one Report, and ids link them.
#include <algorithm>
#include <utility>

#include "pipeline/messages.h"
#include "pipeline/stages.h"

namespace gouji {

namespace {

Maybe<std::string> figure_id(const Figures& figures, int index) {
  if (index < 0) return std::nullopt;
  return figures.figures[static_cast<std::size_t>(index)].id;
}

TableCell make_cell(GridCell& cell, Maybe<std::string> figure) {
  TableCell out;
  out.row = cell.row;
  out.column = cell.column;
  out.row_span = cell.row_span;
  out.column_span = cell.column_span;
  out.text = cell.text.utf8();
  out.figure = std::move(figure);
  out.at = std::move(cell.at);
  return out;
}

Table make_table(Grid& grid, const std::vector<int>& figure_of_cell, const Figures& figures) {
  Table table;
  table.caption = std::move(grid.caption);
  table.kind = std::move(grid.kind);
  table.unit = std::move(grid.unit);
  table.pages = grid.pages;
  table.rows = grid.rows;
  table.columns = grid.columns;
  table.header_rows = grid.header_rows;
  table.notes = std::move(grid.notes);
  table.at = std::move(grid.at);
  table.cells.reserve(grid.cells.size());
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const int index = i < figure_of_cell.size() ? figure_of_cell[i] : -1;
    table.cells.push_back(make_cell(grid.cells[i], figure_id(figures, index)));
    grid.cells[i] = {};
  }
  return table;
}

void link_items(Report& report, const Figures& figures) {
  for (std::size_t i = 0; i < report.items.size() && i < figures.of_item.size(); ++i) {
    for (const int index : figures.of_item[i]) {
      report.items[i].figures.push_back(figures.figures[static_cast<std::size_t>(index)].id);
    }
  }
}

void number_problems(Report& report) {
  for (std::size_t i = 0; i < report.problems.size(); ++i) {
    report.problems[i].id = "p" + std::to_string(i + 1);
  }
}

}  // namespace

std::string error_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
      return "usage";
    case ErrorCode::not_found:
      return "not_found";
    case ErrorCode::is_directory:
      return "is_directory";
    case ErrorCode::unreadable:
      return "unreadable";
    case ErrorCode::empty:
      return "empty";
    case ErrorCode::too_large:
      return "too_large";
    case ErrorCode::unknown_format:
      return "unknown_format";
    case ErrorCode::damaged:
      return "damaged";
    case ErrorCode::encrypted:
      return "encrypted";
    case ErrorCode::undecodable:
      return "undecodable";
    case ErrorCode::hostile:
      return "hostile";
    case ErrorCode::timeout:
      return "timeout";
    case ErrorCode::out_of_memory:
      return "out_of_memory";
    case ErrorCode::crashed:
      return "crashed";
    case ErrorCode::killed:
      return "killed";
    case ErrorCode::bad_pattern:
      return "bad_pattern";
    case ErrorCode::output:
      return "output";
  }
  return "unreadable";
}

Report make_report(Stages stages, const PatternSet& patterns) {
  Report report;
  report.patterns_hash = patterns.hash();
  report.source = std::move(stages.source);
  report.document = std::move(stages.document);
  report.sections = std::move(stages.outline.sections);
  report.items = std::move(stages.outline.items);
  link_items(report, stages.figures);
  for (std::size_t i = 0; i < stages.tables.grids.size(); ++i) {
    static const std::vector<int> kNoFigures;
    const bool known = i < stages.figures.of_cell.size();
    Table table = make_table(stages.tables.grids[i], known ? stages.figures.of_cell[i] : kNoFigures,
                             stages.figures);
    table.id = "t" + std::to_string(i + 1);
    const int section =
        i < stages.outline.section_of_grid.size() ? stages.outline.section_of_grid[i] : -1;
    if (section >= 0) table.section = report.sections[static_cast<std::size_t>(section)].id;
    report.tables.push_back(std::move(table));
  }
  report.figures = std::move(stages.figures.figures);
  report.records = std::move(stages.records);
  report.checks = std::move(stages.checks);
  report.problems = std::move(stages.problems);
  compose_messages(report.problems, patterns);
  number_problems(report);
  return report;
}

Report failed_report(const std::string& name, const Error& error, const PatternSet& patterns) {
  Report report;
  report.patterns_hash = patterns.hash();
  report.source.path = name;
  report.source.text_layer = "none";
  Problem problem;
  problem.id = "p1";
  problem.code = error_name(error.code);
  problem.severity = Severity::error;
  problem.arguments = {
      {"error", error.message + (error.remedy.empty() ? "" : "; " + error.remedy)}};
  report.problems.push_back(std::move(problem));
  compose_messages(report.problems, patterns);
  return report;
}

}  // namespace gouji
