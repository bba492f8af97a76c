// SPDX-License-Identifier: GPL-3.0-or-later
// A report as rows of the store, and back.
#pragma once

#include <string>
#include <string_view>

#include "gouji/report.h"
#include "gouji/result.h"

namespace gouji {

/// The rows of a report as a batch (store/row_batch.h). `failure`: the code of the reason why the
/// document could not be read, nothing for one that was read.
std::string rows_of(const Report& report, const Maybe<std::string>& failure = {});

/// The report that the rows were made of: written as JSON it gives the same bytes. Error
/// (unreadable): the batch is damaged or refers to what it does not have.
Result<Report> report_of(std::string_view batch);

}  // namespace gouji
