// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/finders.h"
#include "check/performance.h"

namespace gouji {

void find_performance_relations(const CheckInput& input, std::vector<Relation>& out) {
  std::vector<Sheet> sheets;
  sheets.reserve(input.records.size());
  for (const Record& record : input.records) {
    if (record.indicators.empty()) continue;
    Sheet sheet(input, record);
    if (!sheet.readable()) continue;
    find_money_relations(input, sheet, out);
    find_score_relations(input, sheet, out);
    find_target_relations(input, sheet, out);
    sheets.push_back(std::move(sheet));
  }
  find_restated_relations(input, sheets, out);
}

}  // namespace gouji
