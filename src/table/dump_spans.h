// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of a Word dump that reach over several columns.
#pragma once

#include "table/ragged_rows.h"

namespace gouji {

/// Sets the column spans that a dump lets one know. A row of one cell reaches over all columns, and
/// so does the text of a first row that has no other. A short row of labels above a full one ("预算
/// | 决算" above "小计 | 人员 | 小计 | 人员") is spread where only one reading is possible: labels
/// above empty cells at the end of the row below keep one column each, labels above a repeated
/// group of labels take a group each, and what is left has one label or one each. The label of a
/// short row of numbers reaches over the columns of words that all full rows begin with ("合计 |
/// 529.74" above "201 | 一般公共服务支出 | 412.87"). Other short rows stay as they are. Pure but
/// for `rows`.
void spread_short_rows(RaggedRows& rows);

}  // namespace gouji
