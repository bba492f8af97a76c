// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of find_statement_relations: each appends the relations of its rule to `out`. Pure.
#pragma once

#include <vector>

#include "check/checks.h"
#include "check/relation.h"

namespace gouji {

/// Words that a finished report does not hold: alternatives, dots and notes of the form, figures
/// without their unit.
void find_wording_relations(const CheckInput& input, std::vector<Relation>& out);
/// Years of sentences of the form, days of the calendar, years of cited documents.
void find_calendar_relations(const CheckInput& input, std::vector<Relation>& out);
/// Tables and pictures that prose names, tables and headings of the contents page.
void find_reference_relations(const CheckInput& input, std::vector<Relation>& out);
/// The name of the reporting body, everywhere the same.
void find_name_relations(const CheckInput& input, std::vector<Relation>& out);
/// The numbers of headings and items without gap or repeat.
void find_numbering_relations(const CheckInput& input, std::vector<Relation>& out);
/// Counts and the lists that they count.
void find_enumeration_relations(const CheckInput& input, std::vector<Relation>& out);
/// Price × quantity × time in prose.
void find_price_relations(const CheckInput& input, std::vector<Relation>& out);
/// The data behind charts against the prose.
void find_chart_relations(const CheckInput& input, std::vector<Relation>& out);

}  // namespace gouji
