// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/finders.h"
#include "check/statement_finders.h"

namespace gouji {

void find_statement_relations(const CheckInput& input, std::vector<Relation>& out) {
  find_wording_relations(input, out);
  find_name_relations(input, out);
  find_calendar_relations(input, out);
  find_reference_relations(input, out);
  find_numbering_relations(input, out);
  find_enumeration_relations(input, out);
  find_price_relations(input, out);
  find_chart_relations(input, out);
}

}  // namespace gouji
