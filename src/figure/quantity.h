// SPDX-License-Identifier: GPL-3.0-or-later
// A numeral with its unit at one place of a text; whether it is a figure is decided by the scanner.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "figure/vocabulary.h"
#include "text/numeral.h"

namespace gouji {

/// What is printed at [begin, end): a currency before the number, the numeral, the unit.
struct Reading {
  std::size_t begin = 0, end = 0;
  Numeral numeral;
  const VocabularyWord* unit = nullptr;  ///< nullptr: no unit word behind the numeral
  std::string value;                     ///< plain decimal as printed, or "p/q"
  std::string unit_text;    ///< as printed, with multipliers, blanks removed; "" = none
  int power = 0;            ///< of the multipliers in unit_text
  std::string normal_unit;  ///< of the normalised quantity; "" = none
  std::string factor;       ///< of the unit word; "" = 1
  FigureKind kind = FigureKind::number;
  bool duration = false;  ///< a date or duration: no figure

  /// The worth of a value in the normalised unit.
  std::string normalized(const std::string& of_value) const;
};

/// The quantity that begins at `at` (a currency, a sign, or the numeral); nothing if there is no
/// numeral.
std::optional<Reading> read_amount(const FigureScanner::Vocabulary& vocabulary,
                                   std::u32string_view text, std::size_t at,
                                   NumeralOptions options);

/// `value` × 10^power × factor, exact; a fraction "p/q" stays as it is. `factor`: plain decimal, ""
/// = 1.
std::string in_normal_unit(const std::string& value, int power, std::string_view factor);

/// Text without blanks, as UTF-8.
std::string without_blanks(std::u32string_view text);

/// The figure that a quantity says; bound, approximate (but for 余 and its kin) and range are the
/// caller's. `text` is the string that the quantity was read from.
Figure figure_of(const Reading& quantity, std::u32string_view text);

}  // namespace gouji
