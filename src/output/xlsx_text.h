// SPDX-License-Identifier: GPL-3.0-or-later
// Text as workbooks take it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gouji/report.h"

namespace gouji {

/// Most UTF-16 units in a cell and in the name of a sheet.
inline constexpr std::size_t kMostCellUnits = 32767;
inline constexpr std::size_t kMostNameUnits = 31;

/// `text` without what XML cannot hold (U+0000, U+FFFE, U+FFFF, ill-formed UTF-8: U+FFFD in its
/// place), and with the escapes of workbooks (_x0041_) taken literally.
std::string xlsx_text(std::string_view text);

/// `text` cut into pieces that each fit into a cell; one piece unless it is very long.
std::vector<std::string> xlsx_pieces(std::string_view text);

/// A name for the sheet of each table, "1 CAPTION": at most kMostNameUnits, without the characters
/// that sheets may not have (full-width forms in their place), all different.
std::vector<std::string> sheet_names(const std::vector<Table>& tables);

/// `name` made a possible name of a sheet.
std::string sheet_name(std::string_view name);

/// Its width in columns of half-width characters: hanzi and full-width forms count two.
int display_width(std::string_view text);

}  // namespace gouji
