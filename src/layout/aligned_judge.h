// SPDX-License-Identifier: GPL-3.0-or-later
// Is print that stands in columns a table?
#pragma once

#include <vector>

#include "layout/aligned_columns.h"

namespace gouji {

/// What speaks for a table and against it.
struct TableEvidence {
  std::vector<const WordLine*> rows;  ///< lines of two parts or more, without the header
  std::vector<const WordLine*> all;   ///< all lines from the first row to the last
  const std::vector<AlignedColumn>* columns = nullptr;
  const PieceSet* set = nullptr;
  std::size_t header_lines = 0;
  bool head_rule = false, foot_rule = false;  ///< a rule as long as the table at its head, foot
  bool at_page_head = false;                  ///< the first rows of the page, without a header
  bool at_page_foot = false;                  ///< the last lines of the page, with a header
  bool header_rule = false;                   ///< one between the header and the rows
  bool bands = false;                         ///< rules or coloured ground part its rows
};

enum class TableVerdict {
  table,
  no,     ///< prose in columns, a list, contents, a form of a few words; a part may be a table
  chart,  ///< and no part of it is a table
};

/// Doubt is a no.
TableVerdict judge_table(const TableEvidence& evidence);

/// Number of numbers (or what stands for one) behind the first part of a line.
int numbers_behind_first(const WordLine& line);

/// Does the line below hold only the rest of the label of the line above?
bool goes_on_below(const WordLine& above, const WordLine& below,
                   const std::vector<AlignedColumn>& columns);

}  // namespace gouji
