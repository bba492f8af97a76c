// SPDX-License-Identifier: GPL-3.0-or-later
// Small tables written as text, and the relations that are found in them as lines of text.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "check/compose.h"
#include "check/evaluate.h"
#include "check/finders.h"
#include "figure/figures.h"

namespace gouji::testing_support {

inline const PatternSet& check_patterns() {
  static const PatternSet patterns = PatternSet::load().value();
  return patterns;
}

inline std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> out = {""};
  for (const char c : text) {
    if (c == at)
      out.emplace_back();
    else
      out.back() += c;
  }
  return out;
}

/// One row a line, cells between "|". "<" goes on the cell to the left, "^" the cell above; each
/// "_" in front of a label indents it by one character (10 pt).
inline Grid grid_of(const std::string& text, int header_rows, const std::string& unit = "万元") {
  constexpr std::int32_t kStep = 1000;  // 1/100 pt
  Grid grid;
  grid.header_rows = header_rows;
  if (!unit.empty()) grid.unit = unit;
  for (const std::string& line : split(text, '\n')) {
    int column = 0;
    for (std::string cell : split(line, '|')) {
      cell.erase(0, cell.find_first_not_of(' '));
      cell.erase(cell.find_last_not_of(' ') + 1);
      const auto at =
          std::find_if(grid.cells.rbegin(), grid.cells.rend(), [&](const GridCell& one) {
            return cell == "<" ? one.row == grid.rows
                               : one.column == column && one.row + one.row_span == grid.rows;
          });
      if (cell == "<") {
        ++at->column_span;
      } else if (cell == "^") {
        ++at->row_span;
      } else {
        GridCell one;
        one.row = grid.rows;
        one.column = column;
        const auto indent = static_cast<std::int32_t>(
            cell.find_first_not_of('_') == std::string::npos ? 0 : cell.find_first_not_of('_'));
        for (const char32_t c : from_utf8(cell.substr(static_cast<std::size_t>(indent)))) {
          const auto x = static_cast<std::int32_t>(one.text.size()) * kStep + indent * kStep;
          one.text.push_back(c, {0, x, x + kStep});
        }
        one.at.unit = 1;
        one.at.boxes = {{0, static_cast<float>(grid.rows), 1, static_cast<float>(grid.rows) + 1}};
        grid.cells.push_back(one);
      }
      ++column;
    }
    grid.columns = std::max(grid.columns, column);
    ++grid.rows;
  }
  return grid;
}

/// What is stated, the sign of the comparison, the terms as printed.
inline std::string formula_of(const Relation& one) {
  const auto terms = [&](const std::vector<Term>& some) {
    std::string out;
    for (const Term& term : some) {
      const std::string sign = term.factor < 0 ? "-" : "+";
      out += out.empty() ? (term.factor < 0 ? "-" : "") : " " + sign + " ";
      out += one.operands[static_cast<std::size_t>(term.operand)].printed;
    }
    return out;
  };
  const std::string stated = one.stated < 0 ? std::string("100") : one.operands[0].printed;
  const std::string sign = one.comparison == Comparison::equal ? " = " : " <= ";
  const std::string above =
      one.below.empty() || one.terms.size() < 2 ? terms(one.terms) : "(" + terms(one.terms) + ")";
  return stated + sign + above + (one.below.empty() ? "" : " / " + terms(one.below));
}

/// "sum.rows pass r0c1 9 = 4 + 5", one a relation; a fail has its severity behind it in brackets,
/// what was not checked its reason.
inline std::vector<std::string> relations_in(std::vector<Grid> grids) {
  static const FigureScanner scanner(check_patterns());
  Flow flow;
  flow.lines.source = PrintLines::Source::pdf;
  flow.lines.add({1, 0, 0});
  Tables tables;
  tables.grids = std::move(grids);
  for (std::size_t i = 0; i < tables.grids.size(); ++i) {
    Block block;
    block.kind = BlockKind::table;
    block.region = static_cast<int>(i);
    flow.blocks.push_back(block);
    tables.grid_of_region.push_back(static_cast<int>(i));
  }
  tables.roles.assign(flow.blocks.size(), TableRole::none);
  Outline outline;
  outline.section_of_grid.assign(tables.grids.size(), -1);
  const Figures figures = find_figures(flow, tables, outline, check_patterns(), scanner);
  const std::vector<Record> records;
  const DocumentInfo document;
  const Prose prose;
  const std::vector<Problem> problems;
  const CheckInput input{flow,    tables,   outline, document,        figures,
                         records, problems, prose,   check_patterns()};
  std::vector<Relation> found;
  find_table_relations(input, found);
  const RuleBook rules(check_patterns());
  std::vector<std::string> out;
  for (const Relation& one : found) {
    const Check check = compose_check(one, evaluate(one), rules);
    std::string line = one.rule + " ";
    if (check.status == CheckStatus::pass) line += "pass";
    if (check.status == CheckStatus::not_checked) line += "open(" + check.reason.value_or("") + ")";
    if (check.status == CheckStatus::fail)
      line += check.severity == Severity::error ? "fail(error)" : "fail(warning)";
    out.push_back(line + " " + one.operands[0].ref.substr(one.operands[0].ref.find('/') + 1) + " " +
                  formula_of(one));
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace gouji::testing_support
