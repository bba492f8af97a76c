// SPDX-License-Identifier: GPL-3.0-or-later
// Method: what the innermost text above a column leaves open (concept, year, basis, fund) is asked
// of the texts above it, then of the caption. A part below a whole has the concept of both.
#include <algorithm>

#include "record/fiscal_parts.h"

namespace gouji {
namespace {

class ColumnMeaning {
 public:
  ColumnMeaning(const TableView& table, const std::vector<FiscalColumn>& before,
                const FiscalContext& context, const ConceptVocabulary& concepts,
                const FiscalLabels& labels)
      : table_(table), before_(before), context_(context), concepts_(concepts), labels_(labels) {}

  void describe(FiscalColumn& column, const std::vector<const GridCell*>& headers) const {
    bool part = false;  // is one of the texts a 其中 or numbered?
    bool open = true;   // do the texts above still say what is measured?
    for (auto header = headers.rbegin(); header != headers.rend(); ++header) {
      const std::string& text = table_.text(**header);
      const std::string_view bare = labels_.without_markers(text);
      const Meaning meaning = concepts_.meaning_of(bare);
      part = part || bare.size() < text.size();
      if (!column.year) column.year = meaning.year;
      if (!column.basis) column.basis = meaning.basis;
      if (!column.fund) column.fund = meaning.fund;
      if (meaning.concept_id && !names_labels(**header))
        column.concept_id =
            open ? meaning.concept_id : within(*meaning.concept_id, column.concept_id);
      // 合计 below a text of unknown meaning is the sum of what stands below it, not of the table.
      const bool unknown = !meaning.bare && !meaning.concept_id;
      if (open && unknown && column.concept_id == "total" && !heads_all(**header))
        column.concept_id = "subtotal";
      // A sum is the sum of what the text above names: 小计 below 公务用车购置及运行维护费.
      open = open &&
             (meaning.bare || meaning.concept_id == "total" || meaning.concept_id == "subtotal");
    }
    if (part) join_whole_before(column);
    name_appropriation(column, headers);
    if (!column.year && column.basis == "prior_year" && context_.year)
      column.year = *context_.year - 1;
    if (!column.year && column.role != "amount") column.year = latest_year_before();
    if (!column.year) column.year = context_.year;
    if (!column.fund) column.fund = context_.fund;
  }

 private:
  /// The name of a fund above a column of income is the appropriation from it.
  void name_appropriation(FiscalColumn& column, const std::vector<const GridCell*>& headers) const {
    const bool income =
        column.concept_id ? column.concept_id == "income_of_year" : table_.grid().kind == "income";
    if (!income || !column.fund || headers.empty()) return;
    const Meaning meaning = concepts_.meaning_of(table_.text(*headers.back()));
    const Concept* own = meaning.bare && meaning.fund ? concepts_.of_fund(*meaning.fund) : nullptr;
    if (own) column.concept_id = own->name;
  }

  /// 新增债务限额 | 其中：1.一般债务限额: a part stands behind its whole.
  void join_whole_before(FiscalColumn& column) const {
    if (!column.concept_id) return;
    for (auto before = before_.rbegin(); before != before_.rend(); ++before) {
      if (!before->concept_id) continue;
      const Concept* both = concepts_.within(*before->concept_id, *column.concept_id);
      if (!both) continue;
      column.concept_id = both->name;
      return;
    }
  }

  /// A rate or a change stands behind what it is of: 2025年预算数, 比上年增减%.
  Maybe<int> latest_year_before() const {
    Maybe<int> latest;
    for (auto column = before_.rbegin(); column != before_.rend(); ++column) {
      if (column->role == "label") break;
      if (column->role == "amount" && column->year && (!latest || *latest < *column->year))
        latest = column->year;
    }
    return latest;
  }

  Maybe<std::string> within(const std::string& whole, const Maybe<std::string>& part) const {
    const Concept* both = part ? concepts_.within(whole, *part) : nullptr;
    return both ? Maybe<std::string>(both->name) : part;
  }

  /// Does a heading stand above all columns behind the labels?
  bool heads_all(const GridCell& header) const {
    return header.column + header.column_span >= table_.columns() &&
           std::none_of(before_.begin(), before_.end(), [&](const FiscalColumn& column) {
             return holds_values(column) && column.column < header.column;
           });
  }

  /// A heading above the label column too is that of a side (收入), not what a column measures.
  bool names_labels(const GridCell& header) const {
    return std::any_of(before_.begin(), before_.end(), [&](const FiscalColumn& column) {
      return !holds_values(column) && column.column >= header.column &&
             column.column < header.column + header.column_span;
    });
  }

  const TableView& table_;
  const std::vector<FiscalColumn>& before_;  ///< the columns on the left
  const FiscalContext& context_;
  const ConceptVocabulary& concepts_;
  const FiscalLabels& labels_;
};

}  // namespace

void describe_fiscal_column(FiscalColumn& column, const std::vector<const GridCell*>& headers,
                            const TableView& table, const std::vector<FiscalColumn>& before,
                            const FiscalContext& context, const ConceptVocabulary& concepts,
                            const FiscalLabels& labels) {
  ColumnMeaning(table, before, context, concepts, labels).describe(column, headers);
}

}  // namespace gouji
