// SPDX-License-Identifier: GPL-3.0-or-later
// The stages joined: bytes in, every intermediate value out, up to the stage asked for.
//
//   bytes -> source -> layout -> table -> outline -> figure -> record -> check -> report
//
// Pages of a PDF go through source, layout and the page-local part of table one by one, so that
// memory stays flat.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "figure/figures.h"
#include "gouji/extract.h"
#include "layout/flow.h"
#include "outline/outline.h"
#include "pattern/pattern_set.h"
#include "source/page.h"
#include "table/grid.h"

namespace gouji {

enum class Stage { source, layout, table, outline, figure, record, check };

/// The stage with that name ("source", "layout", …), or none.
std::optional<Stage> stage_named(std::string_view name);

/// What the stages gave. Values of stages behind the last one asked for are empty.
struct Stages {
  SourceInfo source;
  std::vector<Page> pages;  ///< kept only when the last stage is `source` and the input is a PDF
  Flow flow;  ///< of a text, blocks are set from `layout` on; its lines from `source` on
  std::vector<LocatedText>
      text_lines;  ///< kept only when the last stage is `source` and the input is a text
  std::vector<Grid> region_grids;  ///< one a region, before joining
  Tables tables;
  Outline outline;
  DocumentInfo document;
  Figures figures;
  std::vector<Record> records;
  std::vector<Check> checks;
  std::vector<Problem> problems;  ///< of all stages, in order of place, without ids
};

/// What is compiled once and used for every document.
struct Extractor::Parts {
  PatternSet patterns;
  FigureScanner scanner;
};

/// Runs the stages up to `last` over the bytes of one document. Errors: see ErrorCode.
Result<Stages> run_stages(const Extractor::Parts& parts, std::string_view bytes,
                          const std::string& name, const ExtractOptions& options, Stage last);

/// The report of finished stages (all up to `record` or `check`).
Report make_report(Stages stages, const PatternSet& patterns);

/// "not_found" …: the code of the problem of a document that could not be read.
std::string error_name(ErrorCode code);

/// The report of a document that could not be read: its source as far as known, and the error as
/// its only problem.
Report failed_report(const std::string& name, const Error& error, const PatternSet& patterns);

}  // namespace gouji
