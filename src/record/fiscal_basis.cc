// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a row below a dated one (2022年末余额, 2023年还本预算数) is of its year and basis. What
// neither header nor label tells is told by the caption, then by the kind of the document, but only
// for the year that these are about: 2022年 in the accounts of 2023 is no account of theirs. Where
// rows name their years, the basis is a matter of the rows.
#include <algorithm>

#include "record/fiscal_parts.h"

namespace gouji {
namespace {

void inherit(std::vector<FiscalRow>& rows) {
  for (FiscalRow& row : rows) {
    if (!row.parent) continue;
    const FiscalRow& above = rows[static_cast<std::size_t>(*row.parent)];
    if (row.year && row.year != above.year) continue;
    row.year = above.year;
    if (!row.basis) row.basis = above.basis;
  }
}

bool is_amount(const FiscalColumn& column) {
  return column.role == "amount";
}

/// What caption and document say of a year.
class Fallback {
 public:
  Fallback(const FiscalContext& context, bool rows_tell)
      : context_(context), rows_tell_(rows_tell) {}

  Maybe<std::string> of(const Maybe<int>& year) const {
    if (context_.basis && (!year || !context_.year || year == context_.year)) return context_.basis;
    // A table that tells the basis of some rows is not only of that of its document.
    if (context_.basis || rows_tell_) return std::nullopt;
    const Maybe<int>& meant = year ? year : context_.year;
    return meant && meant == context_.document_year ? context_.document_basis : std::nullopt;
  }

 private:
  const FiscalContext& context_;
  bool rows_tell_;
};

}  // namespace

void settle_basis(Record& record, const FiscalContext& context) {
  inherit(record.rows);
  const auto told = [](const auto& one) { return one.basis.has_value(); };
  const auto differs = [&](const FiscalRow& row) {
    return (row.year && row.year != context.year) || told(row);
  };
  const auto told_amount = [&](const FiscalColumn& column) {
    return is_amount(column) && told(column);
  };
  const Fallback fallback(context, std::any_of(record.rows.begin(), record.rows.end(), told));
  const bool by_rows = std::any_of(record.rows.begin(), record.rows.end(), differs) &&
                       std::none_of(record.columns.begin(), record.columns.end(), told_amount);
  if (by_rows) {
    for (FiscalRow& row : record.rows)
      if (!row.basis) row.basis = fallback.of(row.year ? row.year : context.year);
    return;
  }
  for (FiscalColumn& column : record.columns)
    if (is_amount(column) && !column.basis) column.basis = fallback.of(column.year);
}

}  // namespace gouji
