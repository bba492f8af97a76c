// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of running text that a ruling parts are no table.
#pragma once

#include <vector>

#include "layout/page_areas.h"
#include "layout/page_lines.h"

namespace gouji {

/// Two columns of text, left and right: their boxes and their lines from top to bottom.
struct TextColumns {
  Box boxes[2];
  std::vector<PieceLine> lines[2];
};

/// Takes the areas away that are two columns of text with a ruling between them: a tall last row of
/// two cells, open at its foot, with many lines in both and running text in one. What else such an
/// area holds goes to the end of `rest`. Cells hold their print.
std::vector<TextColumns> take_text_columns(std::vector<TableArea>& areas, std::vector<Piece>& rest);

}  // namespace gouji
