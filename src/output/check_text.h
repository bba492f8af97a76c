// SPDX-License-Identifier: GPL-3.0-or-later
// The findings of a report for people: place, sentence, quotation with the figure marked, formula,
// probable repair.
#pragma once

#include "base/sink.h"
#include "output/check_words.h"
#include "output/findings.h"

namespace gouji {

/// One paragraph a finding:
///
///   report.pdf:21: error share: 占比与计算不符：…
///       …占本年支出合计的【99.86%】。…
///       99.86% ≠ 9746.50 / 9759.38 = 99.87%
///       probably 99.86 should be 99.87 (one digit)
///       fingerprint 7f3a9c0211d4e6b8
///
/// The number behind the path is the page of a PDF or the line of a text. With `colour` the marks
/// are terminal colours. Control characters of the document are not handed on to the terminal.
void print_findings(const Report& report, const Findings& findings, const CheckWords& words,
                    bool colour, Sink& out);
/// The last line.
void print_summary(const FindingCounts& counts, const CheckWords& words, Sink& out);

}  // namespace gouji
