// SPDX-License-Identifier: GPL-3.0-or-later
// The check stage: every relation of a document found, recomputed and, where it fails, explained.
//
//   finders -> Relation[] -> merge -> evaluate -> Verdict[] -> doubt, rounding -> compose ->
//   Check[]
//   -> diagnose
#pragma once

#include <vector>

#include "check/prose.h"
#include "figure/figures.h"
#include "gouji/report.h"
#include "layout/flow.h"
#include "outline/outline.h"
#include "pattern/pattern_set.h"
#include "table/grid.h"

namespace gouji {

/// What finders see: the values of all stages before. Ids are those of the report: section i is
/// outline.sections[i].id, grid i is "t(i+1)", the cell at row r, column c of it "t(i+1)/r{r}c{c}".
struct CheckInput {
  const Flow& flow;
  const Tables& tables;
  const Outline& outline;
  const DocumentInfo& document;
  const Figures& figures;
  const std::vector<Record>& records;
  const std::vector<Problem>& problems;  ///< of the stages before
  const Prose& prose;
  const PatternSet& patterns;
};

/// The checks in the order of their places, with their ids ("c1" …). Pure; thread-safe.
std::vector<Check> run_checks(const Flow& flow, const Tables& tables, const Outline& outline,
                              const DocumentInfo& document, const Figures& figures,
                              const std::vector<Record>& records,
                              const std::vector<Problem>& problems, const PatternSet& patterns);

}  // namespace gouji
