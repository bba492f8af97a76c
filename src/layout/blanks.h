// SPDX-License-Identifier: GPL-3.0-or-later
// Which gaps between two printed characters a reader reads as a blank.
#pragma once

#include "text/located_text.h"

namespace gouji {

/// Is the gap between two neighbouring characters of a line a blank of the text? `gap_em`: width of
/// the gap in ems of the print, `blank_glyph`: the source has a blank character there. Chinese
/// print has no word spaces: between hanzi only a gap as wide as a character counts, between a
/// number and its own point or comma only a very wide one.
bool reads_as_blank(char32_t left, char32_t right, float gap_em, bool blank_glyph);

/// Is a blank needed where a line ends in `left` and goes on with `right`? Only between two words
/// of an alphabet.
bool joins_with_blank(char32_t left, char32_t right);

/// Appends what was wrapped: `rest` goes on where `text` ends, with a blank where one is needed.
/// The blank has no extent and stands behind the last character.
void append_wrapped(LocatedText& text, const LocatedText& rest);

}  // namespace gouji
