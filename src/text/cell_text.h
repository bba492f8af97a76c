// SPDX-License-Identifier: GPL-3.0-or-later
// Small questions about the text of table cells.
#pragma once

#include <string_view>

#include "text/located_text.h"

namespace gouji {

/// Does a text hold digits (of either width) and no hanzi: a number, a rate, a code, a date in
/// digits?
bool is_bare_number(std::u32string_view text);

/// Appends the next line of a cell or paragraph: without a trace, but with a space where two words
/// or numbers in Latin script would grow together.
void join_line(LocatedText& text, const LocatedText& next);

}  // namespace gouji
