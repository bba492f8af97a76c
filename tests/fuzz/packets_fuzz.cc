// SPDX-License-Identifier: GPL-3.0-or-later
// What a worker sends.
#include "bulk/worker.h"
#include "fuzz/fuzz.h"
#include "store/report_rows.h"

void fuzz(std::string_view bytes) {
  gouji::Task task;
  gouji::Outcome outcome;
  gouji::Confinement held;
  (void)gouji::unpack(bytes, task);
  (void)gouji::unpack(bytes, held);
  if (gouji::unpack(std::string(bytes), outcome)) (void)gouji::report_of(outcome.rows);
}
