// SPDX-License-Identifier: GPL-3.0-or-later
// Pages drawn with what was understood of them: boxes with the ids of the report.
#pragma once

#include <string>
#include <string_view>

#include "gouji/report.h"
#include "gouji/result.h"

namespace gouji {

/// Draws every page of the PDF `bytes` (the one that `report` was made of) with the boxes of
/// sections, items, tables and their cells, figures, records and problems, each kind in its colour
/// (a legend stands on top) and labelled with its id or, for a cell, "t3/r5c2". Writes
/// FOLDER/page-0001.png and so on, making the folder. Errors: output, and those of PdfRenderer.
Result<Done> write_overlays(const Report& report, std::string_view bytes, const std::string& folder,
                            int dpi = 110, const std::string& password = {});

}  // namespace gouji
