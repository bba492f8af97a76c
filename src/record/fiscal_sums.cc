// SPDX-License-Identifier: GPL-3.0-or-later
// Method: column by column, the figures of the parts are added; each printed figure stands for half
// a unit of its last place around it, so the sum may be off by as many halves as there are figures.
#include <algorithm>
#include <optional>
#include <string_view>

#include "base/decimal.h"
#include "record/fiscal_parts.h"

namespace gouji {
namespace {

/// Rates do not add up; so are they normalised.
constexpr std::string_view kPercent = "%";

std::optional<Decimal> figure_in(const FiscalLine& line, int column) {
  for (const FiscalValue& value : line.row.values)
    if (value.column == column) return Decimal::parse(value.value);
  return std::nullopt;
}

bool is_sum_of(const Decimal& sum, int column, const std::vector<const FiscalLine*>& parts) {
  Decimal difference = -sum;
  int scale = sum.scale(), figures = 1;
  for (const FiscalLine* part : parts) {
    const std::optional<Decimal> figure = figure_in(*part, column);
    if (!figure) continue;
    difference = difference + *figure;
    scale = std::min(scale, figure->scale());
    ++figures;
  }
  if (figures == 1) return false;
  const Decimal open(figures, scale), twice = difference + difference;
  return twice <= open && -twice <= open;
}

}  // namespace

bool adds_up(const FiscalLine& sum, const std::vector<const FiscalLine*>& parts) {
  int right = 0, wrong = 0;
  for (const FiscalValue& value : sum.row.values) {
    const bool rate = value.normalized && value.normalized->unit == kPercent;
    const std::optional<Decimal> stated = figure_in(sum, value.column);
    if (rate || !stated || stated->is_zero()) continue;
    ++(is_sum_of(*stated, value.column, parts) ? right : wrong);
  }
  return right > 0 && right >= wrong;
}

}  // namespace gouji
