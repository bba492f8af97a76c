// SPDX-License-Identifier: GPL-3.0-or-later
// What the lines of a cell hold: numbers, codes, one number broken over lines.
#pragma once

#include <cstddef>
#include <vector>

#include "table/printed_table.h"

namespace gouji {

/// A line that is one number, rate or dash; `digit` is set when it has a digit.
bool is_number_line(const CellLine& line, bool& digit);

/// Does the cell hold numbers only, and at least one?
bool holds_numbers(const PrintedCell& cell);

/// Codes, a word (the total) among them or none: each line is a row.
bool holds_codes(const PrintedCell& cell);

/// Several whole numbers one below the other? A line that leaves room behind it was not wrapped:
/// what stands below it is another number. Wide numbers in narrow columns leave none, yet never do
/// all of them.
bool holds_several_numbers(const PrintedCell& cell);

/// The number of lines when the cell holds one number that is broken for certain, else 0.
std::size_t lines_of_broken_number(const PrintedCell& cell);

/// Decimals that most of the lines with a decimal point have; 0 without any.
int usual_decimals(const std::vector<const PrintedCell*>& cells);

/// The lines at which the numbers of a cell of numbers begin: where numbers have `decimals`
/// decimals, one with fewer goes on in the line below that has the rest of them, and so does a sign
/// alone.
std::vector<std::size_t> number_starts(const PrintedCell& cell, int decimals);

}  // namespace gouji
