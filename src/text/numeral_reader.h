// SPDX-License-Identifier: GPL-3.0-or-later
// The reader behind read_numeral(), shared by its three sources: numeral_digits.cc (printed
// digits), numeral_han.cc (Chinese digits and mixed scripts), numeral.cc (fractions, signs). Nobody
// else includes this.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/charclass.h"
#include "text/numeral.h"

namespace gouji {

__extension__ typedef unsigned __int128 Whole;  // 10^36 fits; what is larger is no number

inline constexpr Whole kLargest = Whole(1) << 120;  // sums and products of what is below fit
inline constexpr int kMostPower = 36;
inline constexpr std::size_t kMostDigits = 200;  // longer digit strings are no numbers

std::string whole_to_text(Whole value);
Whole whole_power_of_ten(int power);
/// 两 and its kin.
constexpr bool is_liang(char32_t c) {
  return c == U'两' || c == U'兩' || c == U'俩' || c == U'倆';
}

/// Reads one numeral; the place only moves forward.
class NumeralReader {
 public:
  NumeralReader(std::u32string_view text, std::size_t at, NumeralOptions options)
      : text_(text), at_(at), options_(options) {}

  std::optional<Numeral> read();

 private:
  struct Digits {  // a run of printed digits
    std::string text;
    bool decimal = false;
    bool separated = false;
  };
  struct Sum {  // a numeral being computed
    Whole total = 0;
    int total_power = 99;   // of the last 万 亿 兆 in total
    Whole section = 0;      // below the next 万 亿 兆
    int section_power = 4;  // of the last 十 百 千 in the section
    bool section_used = false;
    bool has_digit = false;  // `digit` waits for its multiplier
    Whole digit = 0;
    Whole upper_digit = 0;  // of a pair 七八; 0 = none
    int last_power = 0;     // of the multiplier just read; 0 = something else
    bool overflow = false;
  };

  char32_t folded(std::size_t at) const { return at < text_.size() ? fold_width(text_[at]) : 0; }
  NumeralChar class_at(std::size_t at) const {
    return at < text_.size() ? numeral_char(text_[at]) : NumeralChar{};
  }
  bool is_ascii(std::size_t at) const { return class_at(at).kind == NumeralClass::ascii; }
  std::size_t digits_end(std::size_t at) const;
  std::size_t separator_end(std::size_t at) const;
  std::size_t point_end(std::size_t at, const Digits& digits) const;
  void copy_digits(std::size_t begin, std::size_t end, std::string& into) const;
  Digits read_digits();
  bool read_exponent(std::string& value);
  bool read_letter(Numeral& numeral);
  bool read_vague(Numeral& numeral, bool behind_multiplier, std::string_view digits);
  void push_tail(Numeral& numeral, std::size_t at, int power) const;

  std::optional<Numeral> read_unsigned();
  std::optional<Numeral> read_ascii();
  std::optional<Numeral> read_han(std::size_t begin);
  bool begins_han(Numeral& numeral, Sum& sum);
  void read_sum(Numeral& numeral, Sum& sum);
  bool liang_fits(std::size_t at, bool behind_digit, bool first) const;
  bool take_digits(Numeral& numeral, Sum& sum);
  bool take_small(Sum& sum, int power);
  bool take_big(Sum& sum, int power);
  bool take_number(Sum& sum);
  static Whole finish(const Sum& sum, bool upper);
  void read_han_fraction(Numeral& numeral);
  std::optional<Numeral> read_parts();
  bool read_parts_of(Numeral& numeral);
  bool read_slash(Numeral& numeral);
  bool skip_sign();
  std::size_t parts_words_end(std::size_t at) const;

  std::u32string_view text_;
  std::size_t at_;
  NumeralOptions options_;
};

}  // namespace gouji
