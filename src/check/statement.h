// SPDX-License-Identifier: GPL-3.0-or-later
// Relations without numbers: whether some printed words are right.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "check/checks.h"
#include "check/relation.h"

namespace gouji {

/// Bytes [begin, end) of a passage.
struct Words {
  std::size_t begin = 0, end = 0;
};

/// The clause around `words`: from behind the last 。；;， before them to the next one behind them,
/// at most 40 characters either side. For quotations.
Words clause_around(const Passage& passage, Words words);

/// A relation about the words of a passage: its place is theirs, its quotation their clause.
Relation about(const CheckInput& input, const Passage& passage, Words words, std::string rule);
/// The same that says of the words whether they are right.
Relation statement(const CheckInput& input, const Passage& passage, Words words, std::string rule,
                   bool holds);

/// The id of what a passage belongs to: its item, else its section, else "".
std::string owner_of(const CheckInput& input, const Passage& passage);
/// Adds an operand that is words; `ref` says what they stand in. Nothing is added where that has no
/// id (prose before the first heading).
void add_words(Relation& relation, std::string role, std::string ref);

}  // namespace gouji
