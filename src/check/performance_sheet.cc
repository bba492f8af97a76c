// SPDX-License-Identifier: GPL-3.0-or-later
// Records keep the words of a row, not their columns, so a cell is found again by what it holds:
// the score is the last cell of its row with these words, the weight the one before it.
#include <algorithm>
#include <charconv>
#include <climits>

#include "base/utf8.h"
#include "check/operand.h"
#include "check/performance.h"

namespace gouji {

namespace {

/// The index of the grid "tN", or -1.
int grid_of(const std::string& table, const Tables& tables) {
  int number = 0;
  const auto [end, error] = std::from_chars(table.data() + 1, table.data() + table.size(), number);
  const bool good =
      error == std::errc() && number >= 1 && number <= static_cast<int>(tables.grids.size());
  return good ? number - 1 : -1;
}

const Grid& grid_or_empty(int index, const Tables& tables) {
  static const Grid empty;
  return index < 0 ? empty : tables.grids[static_cast<std::size_t>(index)];
}

std::string folded_utf8(std::string_view text) {
  return folded(from_utf8(text));
}

}  // namespace

bool is_number(std::string_view text) {
  return Decimal::parse(text).has_value();
}

Sheet::Sheet(const CheckInput& input, const Record& record)
    : input_(&input),
      record_(&record),
      grid_(record.table.empty() ? -1 : grid_of(record.table, input.tables)),
      view_(grid_or_empty(grid_, input.tables)) {}

int Sheet::first_row() const {
  int row = INT_MAX;
  for (const Indicator& one : indicators()) row = std::min(row, one.row);
  return row;
}

int Sheet::last_row() const {
  int row = -1;
  for (const Indicator& one : indicators()) row = std::max(row, one.row);
  return row;
}

const GridCell* Sheet::cell_with(int row, std::string_view text, int before) const {
  if (text.empty() || row < 0 || row >= view_.rows()) return nullptr;
  const std::string wanted = folded_utf8(text);
  const auto& cells = view_.filled(row);
  for (auto cell = cells.rbegin(); cell != cells.rend(); ++cell)
    if ((*cell)->column < before && view_.text(**cell) == wanted) return *cell;
  return nullptr;
}

const GridCell* Sheet::score_cell(const Indicator& indicator) const {
  return cell_with(indicator.row, indicator.score, INT_MAX);
}

const GridCell* Sheet::weight_cell(const Indicator& indicator) const {
  const GridCell* score = score_cell(indicator);
  return cell_with(indicator.row, indicator.weight, score != nullptr ? score->column : INT_MAX);
}

const GridCell* Sheet::actual_cell(const Indicator& indicator) const {
  const GridCell* weight = weight_cell(indicator);
  const GridCell* score = score_cell(indicator);
  const int before = weight != nullptr  ? weight->column
                     : score != nullptr ? score->column
                                        : INT_MAX;
  return cell_with(indicator.row, indicator.actual, before);
}

const GridCell* Sheet::name_cell(const Indicator& indicator) const {
  return cell_with(indicator.row, indicator.level3, INT_MAX);
}

const GridCell* Sheet::value_cell(const Indicator& indicator) const {
  const GridCell* name = name_cell(indicator);
  if (name == nullptr || indicator.value.empty()) return nullptr;
  const std::string wanted = folded_utf8(indicator.value);
  for (const GridCell* cell : view_.filled(indicator.row)) {
    if (cell->column <= name->column) continue;
    const std::string& text = view_.text(*cell);
    if (text == wanted || text.find(wanted) != std::string::npos) return cell;
  }
  return nullptr;
}

std::string Sheet::ref(const GridCell& cell) const {
  return record_->table + "/r" + std::to_string(cell.row) + "c" + std::to_string(cell.column);
}

const Figure* Sheet::figure(const GridCell& cell) const {
  const auto& of_cell = input_->figures.of_cell[static_cast<std::size_t>(grid_)];
  const auto index = static_cast<std::size_t>(&cell - view_.grid().cells.data());
  if (index >= of_cell.size() || of_cell[index] < 0) return nullptr;
  return &input_->figures.figures[static_cast<std::size_t>(of_cell[index])];
}

Operand Sheet::operand(const GridCell& cell, std::string role) const {
  const Figure* found = figure(cell);
  if (found == nullptr)
    return operand_without_figure(std::move(role), ref(cell), view_.text(cell).empty());
  return operand_of(*found, std::move(role), ref(cell));
}

Operand Sheet::points(const GridCell& cell, std::string role) const {
  Operand out = operand(cell, std::move(role));
  out.half = 0;
  out.unit.clear();  // that of the row is the indicator's
  return out;
}

Operand Sheet::points_in_words(const GridCell& cell, std::string_view digits,
                               std::string role) const {
  Operand out;
  out.role = std::move(role);
  out.ref = ref(cell);
  out.printed = digits;
  out.scale = 1;
  const auto number = Decimal::parse(digits);
  if (number) out.point = number->to_rational();
  if (!number) out.doubt = Doubt::unread;
  return out;
}

Relation Sheet::about(const GridCell& cell, std::string rule) const {
  Relation relation;
  relation.rule = std::move(rule);
  relation.at = cell.at;
  for (const GridCell* one : view_.filled(cell.row)) {
    if (!relation.quote.empty()) relation.quote += " ";
    relation.quote += view_.text(*one);
  }
  return relation;
}

}  // namespace gouji
