// SPDX-License-Identifier: GPL-3.0-or-later
// Whole documents, PDF or text, through all stages.
#include "fuzz/fuzz.h"
#include "gouji/extract.h"
#include "store/report_rows.h"

void fuzz(std::string_view bytes) {
  static const auto extractor = gouji::Extractor::create();
  const auto report = extractor->extract_bytes(bytes, "fuzz");
  if (report) (void)gouji::rows_of(*report);
}
