// SPDX-License-Identifier: GPL-3.0-or-later
// The findings of reports for programs: JSON, JSON lines, SARIF 2.1.0.
#pragma once

#include <memory>
#include <string>

#include "base/sink.h"
#include "output/check_words.h"
#include "output/findings.h"
#include "output/json_writer.h"
#include "pattern/pattern_set.h"

namespace gouji {

/// Takes the reports one by one and writes what is told of each. finish() must be the last call.
class FindingsWriter {
 public:
  virtual ~FindingsWriter() = default;
  virtual void add(const Report& report, const Findings& findings) = 0;
  virtual void finish() = 0;
};

/// One object `{schema: "gouji/findings/1", generator, documents: [{path, sha256, document, counts,
/// checks}]}`; a check is that of the report with `fingerprint` and `accepted` (the reason, or
/// null).
std::unique_ptr<FindingsWriter> json_findings(Sink& out, JsonForm form, const PatternSet& patterns);
/// One check a line, with `path` and `sha256` in front.
std::unique_ptr<FindingsWriter> json_line_findings(Sink& out);
/// SARIF 2.1.0 (OASIS): rules with their explanation, one result a finding, the place as
/// `region.startLine` and `charOffset` of a text; of a PDF as `properties.page` and
/// `properties.boxes`, for SARIF has no pages. Accepted findings are results with a suppression.
std::unique_ptr<FindingsWriter> sarif_findings(Sink& out, const PatternSet& patterns,
                                               const CheckWords& words);

}  // namespace gouji
