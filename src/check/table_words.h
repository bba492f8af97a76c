// SPDX-License-Identifier: GPL-3.0-or-later
// The words of patterns/check/table.toml, and what a label or head is by them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pattern/pattern_set.h"

namespace gouji {

/// A word list asked of folded texts (record/table_view.h: no blanks, half width).
class PlacedWords {
 public:
  PlacedWords(const PatternSet& patterns, std::string_view id);
  /// The word that the text has at the word's place; null if there is none.
  const Word* find(std::string_view text) const;
  bool in(std::string_view text) const { return find(text) != nullptr; }

 private:
  enum class Place : std::uint8_t { part, whole, start, end };
  struct Entry {
    const Word* word;
    Place place;
  };
  std::vector<Entry> entries_;
};

/// Holds references into the pattern set. Pure; thread-safe. All texts are folded.
struct TableWords {
  explicit TableWords(const PatternSet& patterns);

  PlacedWords total, part_only, signed_rows, not_summable, rate, change, change_rate;
  PlacedWords code_head, code_part, carry_over, index_head, other_head, column_numbers, side, money;

  /// How high a total stands (小计 1, 合计 2, 总计 3); 0 for a label that is none.
  int rank_of(std::string_view label) const;
};

/// The mark in front of a label (一、 （一） 1. (1) ①): its depth, outermost 0, -1 for none; its
/// number; the bytes it takes.
struct LabelMark {
  int depth = -1;
  int ordinal = 0;
  std::size_t size = 0;
};
LabelMark mark_of(std::string_view label);
/// A label without its mark, remarks in brackets, and what closes it (a colon, a star).
std::string bare_label(std::string_view label);
/// The digits of a classification code that the whole text is (3, 5, 7 or 9), else "".
std::string_view code_of(std::string_view text);
/// The code in front of a label: 201一般公共服务支出, [20101]人大事务; else "".
std::string_view leading_code(std::string_view label);

}  // namespace gouji
