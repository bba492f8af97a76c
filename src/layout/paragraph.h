// SPDX-License-Identifier: GPL-3.0-or-later
// How lines of print become a paragraph: the joining rules that PDF and text layout share.
#pragma once

#include <string_view>

#include "text/located_text.h"

namespace gouji {

/// Columns that the text takes in fixed-width print: 2 for a wide character, 1 for others.
int display_width(std::u32string_view text);

/// A character that ends a sentence or a clause which may end a paragraph: 。！？；： and the
/// half-width forms (a half-width full stop does not count: it ends numbers and abbreviations too).
bool is_sentence_end(char32_t c);

/// A character that cannot end a paragraph: a comma of any form, an opening bracket or quote.
bool must_continue(char32_t c);

/// A character that cannot begin a paragraph: closing punctuation, a comma, a percent sign.
bool must_be_continued(char32_t c);

/// Does the text end like a finished paragraph? Closing quotes and brackets, notes in brackets
/// behind the stop, and ellipses are looked through.
bool is_finished(std::u32string_view text);

/// Is a blank needed where a line that ends with `left` is joined with one that begins with
/// `right`? Only between two Latin words or a Latin word and a number: Chinese is set without
/// blanks, and a number broken over two lines is one number.
bool needs_blank(char32_t left, char32_t right);

/// Appends a line to a paragraph: white space at the joint goes, a blank is put in where one is
/// needed (its place is the end of the character before it).
void append_line(LocatedText& paragraph, const LocatedText& line);

}  // namespace gouji
