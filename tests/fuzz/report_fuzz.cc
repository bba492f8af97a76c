// SPDX-License-Identifier: GPL-3.0-or-later
// Reports as JSON and as rows: what can be read is written again, and that reads as the same.
#include <cstdlib>

#include "fuzz/fuzz.h"
#include "output/json.h"
#include "output/read_report.h"
#include "store/report_rows.h"

namespace {

std::string json_of(const gouji::Report& report) {
  gouji::StringSink sink;
  gouji::write_report(report, gouji::JsonForm::compact, sink);
  return sink.text();
}

}  // namespace

void fuzz(std::string_view bytes) {
  (void)gouji::report_of(bytes);
  const auto report = gouji::read_report(bytes, "fuzz.json");
  if (!report) return;
  const std::string json = json_of(*report);
  const auto again = gouji::read_report(json, "again.json");
  if (!again || json_of(*again) != json) std::abort();
  (void)gouji::report_of(gouji::rows_of(*report));
}
