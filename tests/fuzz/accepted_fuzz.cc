// SPDX-License-Identifier: GPL-3.0-or-later
// Files of accepted findings.
#include "check/accepted.h"
#include "fuzz/fuzz.h"

void fuzz(std::string_view bytes) {
  (void)gouji::AcceptedFindings::parse(bytes, "accepted.txt");
}
