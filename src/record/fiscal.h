// SPDX-License-Identifier: GPL-3.0-or-later
// Fiscal tables understood: what every row and column means.
#pragma once

#include "figure/figures.h"
#include "record/records.h"

namespace gouji {

/// Adds a record for each table whose kind is one of fiscal, debt or disclosure tables
/// (patterns/table/kind, key `record`), in the order of the tables, and numbers all records anew.
/// `figures` are those of the document: values of rows are its figures. Tables that have a record
/// already are left alone; a table with several headers gives a record for each. Rows without a
/// label and rows with words where figures belong are reported. Pure; thread-safe.
void add_fiscal_records(const Tables& tables, const Figures& figures, const DocumentInfo& document,
                        const PatternSet& patterns, Records& records);

}  // namespace gouji
