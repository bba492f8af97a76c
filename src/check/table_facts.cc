// SPDX-License-Identifier: GPL-3.0-or-later
// A fact is a filled cell of a typed record that holds a number: its meaning is that of its row and
// of its column, the row's own year, basis and fund before the column's.
#include "check/table_facts.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "check/operand.h"
#include "check/table_model.h"

namespace gouji {

namespace {

/// "t3" → 2; -1 for anything else.
int grid_of(std::string_view id) {
  int number = 0;
  if (id.size() < 2 || id[0] != 't') return -1;
  const auto read = std::from_chars(id.data() + 1, id.data() + id.size(), number);
  return read.ec == std::errc() && number > 0 ? number - 1 : -1;
}

/// The figures of one grid by row and column.
class FigureMap {
 public:
  FigureMap(const Grid& grid, const std::vector<int>& of_cell)
      : columns_(grid.columns),
        at_(static_cast<std::size_t>(grid.rows) * static_cast<std::size_t>(grid.columns), -1) {
    for (std::size_t i = 0; i < grid.cells.size() && i < of_cell.size(); ++i)
      at_[place(grid.cells[i].row, grid.cells[i].column)] = of_cell[i];
  }
  int find(int row, int column) const {
    if (row < 0 || column < 0 || column >= columns_) return -1;
    const std::size_t index = place(row, column);
    return index < at_.size() ? at_[index] : -1;
  }

 private:
  std::size_t place(int row, int column) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(column);
  }
  int columns_;
  std::vector<int> at_;
};

std::string_view first_of(const Maybe<std::string>& a, const Maybe<std::string>& b) {
  if (a) return *a;
  return b ? std::string_view(*b) : std::string_view();
}

TableFact fact_of(const Record& record, const FiscalRow& row, const FiscalColumn& column) {
  TableFact fact;
  fact.record = &record;
  fact.row = &row;
  fact.column = &column;
  if (row.concept_id) fact.concept_id = *row.concept_id;
  if (column.concept_id) fact.measure = *column.concept_id;
  if (row.code) fact.code = *row.code;
  fact.label = row.label;
  fact.year = row.year.value_or(column.year.value_or(0));
  fact.basis = first_of(row.basis, column.basis);
  fact.fund = first_of(row.fund, column.fund);
  fact.side = row.side.empty() ? std::string_view(column.side) : std::string_view(row.side);
  return fact;
}

void add_facts(const Record& record, int grid, const FigureMap& figures,
               std::vector<TableFact>& out) {
  int last = -1;
  for (const FiscalColumn& column : record.columns) last = std::max(last, column.column);
  std::vector<const FiscalColumn*> by_column(static_cast<std::size_t>(last + 1), nullptr);
  for (const FiscalColumn& column : record.columns)
    if (column.column >= 0) by_column[static_cast<std::size_t>(column.column)] = &column;
  for (const FiscalRow& row : record.rows) {
    for (const FiscalValue& value : row.values) {
      if (value.column < 0 || value.column > last) continue;
      const FiscalColumn* column = by_column[static_cast<std::size_t>(value.column)];
      const int figure = figures.find(row.row, value.column);
      if (column == nullptr || figure < 0) continue;
      out.push_back(fact_of(record, row, *column));
      out.back().value = &value;
      out.back().grid = grid;
      out.back().figure = figure;
    }
  }
}

}  // namespace

std::vector<TableFact> table_facts(const CheckInput& input) {
  std::vector<TableFact> out;
  for (const Record& record : input.records) {
    const int grid = grid_of(record.table);
    if (record.rows.empty() || grid < 0) continue;
    const auto index = static_cast<std::size_t>(grid);
    if (index >= input.tables.grids.size() || index >= input.figures.of_cell.size()) continue;
    if (!heads_are_certain(input.tables.grids[index])) continue;
    add_facts(record, grid, FigureMap(input.tables.grids[index], input.figures.of_cell[index]),
              out);
  }
  return out;
}

Operand operand_of(const TableFact& fact, const CheckInput& input, std::string role) {
  const Figure& figure = input.figures.figures[static_cast<std::size_t>(fact.figure)];
  return operand_of(figure, std::move(role), fact.value->cell);
}

}  // namespace gouji
