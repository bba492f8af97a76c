// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gouji/report.h"

namespace gouji::testing_support {

/// A report in which every kind of thing occurs; its contents are invented.
Report sample_report(bool pdf);

}  // namespace gouji::testing_support
