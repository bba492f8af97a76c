// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the numbers that stand in prose are figures.
#pragma once

#include <string_view>

#include "figure/quantity.h"

namespace gouji {

/// The rules for one text. Both arguments outlive the object.
class Acceptance {
 public:
  Acceptance(const FigureScanner::Vocabulary& vocabulary, std::u32string_view text,
             NumeralScope scope)
      : vocabulary_(vocabulary), text_(text), scope_(scope) {}

  /// Is the number a figure in this scope?
  bool accepts(const Reading& quantity) const;
  /// Makes money of a number with 万 or 亿 and no unit where its digits or the words before say so.
  void settle_money(Reading& quantity) const;

 private:
  bool accepts_han(const Reading& quantity) const;
  bool accepts_bare(const Reading& quantity) const;
  bool accepts_bare_han(const Reading& quantity) const;
  bool fits_unit(const Reading& quantity) const;
  bool ends_clause(std::size_t at) const;
  bool is_year_like(const Reading& quantity) const;
  std::size_t blanks_before(std::size_t at) const;
  char32_t at(std::size_t i) const { return i < text_.size() ? text_[i] : 0; }
  char32_t before(std::size_t i) const { return i > 0 ? text_[i - 1] : 0; }

  const FigureScanner::Vocabulary& vocabulary_;
  std::u32string_view text_;
  NumeralScope scope_;
};

}  // namespace gouji
