// SPDX-License-Identifier: GPL-3.0-or-later
// Consistent reports made by chance, with every number known by its place and every relation that
// the wording states.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "check/relation.h"

namespace gouji::property {

/// A printed number.
struct Slot {
  std::string printed;  ///< plain decimal
  std::string unit;     ///< 万元, %, 辆; in a cell that of the table
  FigureKind kind = FigureKind::money;
  bool cell = false;      ///< stands in a table: its unit is not beside it
  std::string rate = {};  ///< of a rate what it is: "share", "growth", "completion"
  bool in_words = false;  ///< printed as a Chinese numeral: 三个
};

/// Text, or a slot.
struct Piece {
  std::string text;
  int slot = -1;
};

/// A word that says which way a number goes, and its opposite.
struct Turn {
  int piece = 0;
  std::string other;
  std::string rate;  ///< the opposite of the word of its rate, at piece + 3
  int relation = 0;  ///< the growth that it speaks of
  int change = 0;    ///< the slot of the change
};

/// A row of a table that may be lost: pieces [first, last) and its slots.
struct TableRow {
  int first = 0, last = 0;
  std::vector<int> slots;
};

struct MadeReport {
  std::vector<Piece> pieces;
  std::vector<Slot> slots;
  /// What the wording states; references of operands are numbers of slots.
  std::vector<Relation> relations;
  std::vector<Turn> turns;
  std::vector<TableRow> rows;
  std::vector<int> years;   ///< pieces that are a year: that of the report, or the one before
  std::vector<int> counts;  ///< slots that say how many things a list names
};

/// The text, and of each slot its place: code points [begin, end).
struct Rendered {
  std::string text;
  struct Place {
    std::int64_t begin = 0, end = 0;
  };
  std::vector<Place> places;  ///< one a slot; empty where its row is gone
};

/// A report whose every relation holds; the same for the same seed.
MadeReport make_report(std::uint32_t seed);

Rendered render(const MadeReport& report);

/// The operand that a slot is.
Operand operand_of_slot(const MadeReport& report, int slot, const std::string& role);

}  // namespace gouji::property
