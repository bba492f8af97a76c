// SPDX-License-Identifier: GPL-3.0-or-later
// A performance record together with the cells that it was read from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/checks.h"
#include "check/relation.h"
#include "record/table_view.h"

namespace gouji {

/// The record of one sheet with its grid. Holds references to the input.
class Sheet {
 public:
  Sheet(const CheckInput& input, const Record& record);

  bool readable() const { return grid_ >= 0; }
  const Record& record() const { return *record_; }
  const TableView& view() const { return view_; }
  const std::vector<Indicator>& indicators() const { return record_->indicators; }
  int first_row() const;  ///< of the indicators
  int last_row() const;

  /// The last cell of a row, left of `before`, that holds just `text`; null if there is none.
  const GridCell* cell_with(int row, std::string_view text, int before) const;
  const GridCell* score_cell(const Indicator& indicator) const;
  const GridCell* weight_cell(const Indicator& indicator) const;
  const GridCell* actual_cell(const Indicator& indicator) const;
  const GridCell* value_cell(const Indicator& indicator) const;
  const GridCell* name_cell(const Indicator& indicator) const;

  std::string ref(const GridCell& cell) const;
  /// The figure that a cell is, or null.
  const Figure* figure(const GridCell& cell) const;
  /// The cell as an operand: its figure, else `blank` or `unread`.
  Operand operand(const GridCell& cell, std::string role) const;
  /// The same with exact digits: weights and scores are not rounded.
  Operand points(const GridCell& cell, std::string role) const;
  /// A number that stands in the words of a cell (绩效指标（90分）).
  Operand points_in_words(const GridCell& cell, std::string_view digits, std::string role) const;

  /// A relation whose place and quotation are those of a cell.
  Relation about(const GridCell& cell, std::string rule) const;

 private:
  const CheckInput* input_;
  const Record* record_;
  int grid_ = -1;
  TableView view_;
};

/// Is `text` a plain number ("12", "97.5")?
bool is_number(std::string_view text);

/// Σ weights and scores, scores within their weights, 10 + 90.
void find_score_relations(const CheckInput& input, const Sheet& sheet, std::vector<Relation>& out);
/// Targets against what was reached, operators, deadlines, cost targets against the budget,
/// indicators that stand twice.
void find_target_relations(const CheckInput& input, const Sheet& sheet, std::vector<Relation>& out);
/// The block of budgets and spending: total = Σ sources, execution rate.
void find_money_relations(const CheckInput& input, const Sheet& sheet, std::vector<Relation>& out);
/// What the prose says of scores and targets.
void find_restated_relations(const CheckInput& input, const std::vector<Sheet>& sheets,
                             std::vector<Relation>& out);

}  // namespace gouji
