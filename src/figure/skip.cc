// SPDX-License-Identifier: GPL-3.0-or-later
// Each kind of number that is no figure has a small reader of its own; the first that fits wins.
// They look at printed digits only: dates in Chinese numerals end in a word of the duration list
// and are left out by the scanner.
#include "figure/skip.h"

#include "text/charclass.h"
#include "text/numeral.h"
#include "text/numeral_marks.h"

namespace gouji {

namespace {

using Vocabulary = FigureScanner::Vocabulary;

char32_t folded(std::u32string_view text, std::size_t at) {
  return at < text.size() ? fold_width(text[at]) : 0;
}

bool is_digit(std::u32string_view text, std::size_t at) {
  return is_ascii_digit(folded(text, at));
}

bool is_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

bool is_alphanumeric(std::u32string_view text, std::size_t at) {
  return is_digit(text, at) || is_letter(folded(text, at));
}

std::size_t digits_end(std::u32string_view text, std::size_t at) {
  while (is_digit(text, at)) ++at;
  return at;
}

int number_at(std::u32string_view text, std::size_t begin, std::size_t end) {
  int value = 0;
  for (std::size_t i = begin; i < end && i < begin + 6; ++i)
    value = value * 10 + static_cast<int>(fold_width(text[i]) - U'0');
  return value;
}

bool is_year(std::u32string_view text, std::size_t begin, std::size_t end) {
  const int value = end - begin == 4 ? number_at(text, begin, end) : 0;
  return value >= 1900 && value < 2100;
}

/// Behind a word of the duration list at `at`, blanks before it allowed; else `at`.
std::size_t date_word_end(const Vocabulary& vocabulary, std::u32string_view text, std::size_t at) {
  const auto hit = vocabulary.units.longest(text, skip_blanks(text, at));
  return hit && hit.word->kind == "duration" ? hit.other_end : at;
}

/// Behind a connector of two dates or years at `at`; else `at`.
std::size_t connector_end(std::u32string_view text, std::size_t at, bool enumeration) {
  const std::size_t begin = at;
  at = skip_blanks(text, at);
  const std::size_t marks = at;
  while (at < text.size() && is_one_of(text[at], kRangeDashes)) ++at;
  if (at > marks) return skip_blanks(text, at);
  const char32_t c = folded(text, at);
  const bool connects =
      is_one_of(c, kRangeWords) || (enumeration && is_one_of(c, kEnumerationMarks));
  return connects ? skip_blanks(text, at + 1) : begin;
}

/// 2023年, 1—12月, 2018、2019年, 3至5年, 2023—2025.
std::size_t skip_date_words(const Vocabulary& vocabulary, std::u32string_view text,
                            std::size_t at) {
  constexpr int kMostParts = 12;
  std::size_t begin = at;
  bool all_years = true;
  for (int part = 0; part < kMostParts; ++part) {
    const std::size_t end = digits_end(text, begin);
    if (end == begin || end - begin > 4) return at;
    const bool year = is_year(text, begin, end);
    all_years = all_years && year;
    const std::size_t word_end = date_word_end(vocabulary, text, end);
    if (word_end != end) return word_end;
    const bool enumeration = year || end - begin <= 2;
    const std::size_t next = connector_end(text, end, enumeration);
    if (next == end || !is_digit(text, next)) {
      const bool period = part > 0 && all_years;
      const auto unit = vocabulary.units.longest(text, skip_blanks(text, end));
      return period && !unit ? end : at;
    }
    begin = next;
  }
  return at;
}

/// 2023-12-31, 2023/12/31, 2023.12.31.
std::size_t skip_numeric_date(std::u32string_view text, std::size_t at) {
  const std::size_t year = digits_end(text, at);
  if (!is_year(text, at, year)) return at;
  const char32_t mark = folded(text, year);
  if (mark != U'-' && mark != U'/' && mark != U'.' && mark != U'—') return at;
  const std::size_t month = digits_end(text, year + 1);
  if (month == year + 1 || month > year + 3 || folded(text, month) != mark) return at;
  const std::size_t day = digits_end(text, month + 1);
  return day > month + 1 && day <= month + 3 ? day : at;
}

/// 14:30, 2:00:05. A ratio (1:2.3) is none: the part behind the colon has two digits, below 60.
std::size_t skip_clock(std::u32string_view text, std::size_t at) {
  std::size_t end = digits_end(text, at);
  if (end - at > 2 || number_at(text, at, end) > 24) return at;
  bool any = false;
  while (folded(text, end) == U':' && digits_end(text, end + 1) == end + 3 &&
         number_at(text, end + 1, end + 3) < 60 && folded(text, end + 3) != U'.') {
    end += 3;
    any = true;
  }
  return any ? end : at;
}

/// 〔2021〕5号, [2020]57, 2023年第5号: behind the closing bracket of a year.
std::size_t skip_document_number(std::u32string_view text, std::size_t at) {
  constexpr std::u32string_view kClose = U"〕]】)）］";
  if (at == 0 || kClose.find(text[at - 1]) == std::u32string_view::npos) return at;
  std::size_t open = at - 1;
  while (open > 0 && (is_digit(text, open - 1) || folded(text, open - 1) == U' ')) --open;
  constexpr std::u32string_view kOpen = U"〔[【(（［";
  if (open == 0 || kOpen.find(text[open - 1]) == std::u32string_view::npos) return at;
  const std::size_t first = skip_blanks(text, open);
  return is_year(text, first, digits_end(text, first)) ? digits_end(text, at) : at;
}

/// The year in brackets itself: 〔2021〕, and list markers: （1） (2).
std::size_t skip_bracketed(std::u32string_view text, std::size_t at) {
  constexpr std::size_t kMarkerDigits = 2;
  if (at == 0) return at;
  const char32_t open = folded(text, at - 1);
  const std::size_t end = digits_end(text, at);
  const char32_t close = folded(text, end);
  const bool year_brackets = (open == U'〔' || open == U'[' || open == U'【' || open == U'(') &&
                             (close == U'〕' || close == U']' || close == U'】' || close == U')');
  if (year_brackets && is_year(text, at, end)) return end;
  return open == U'(' && close == U')' && end - at <= kMarkerDigits ? end : at;
}

/// A point between digits at the start of a paragraph: does it end a marker (1.115个部门, 1.2023年,
/// 1.1 总体情况), or is it decimal (1.5亿元)? Counts and years have no decimals, and a number
/// without a unit in front of words is that of a section.
bool point_ends_marker(const Vocabulary& vocabulary, std::u32string_view text, std::size_t point) {
  const std::size_t end = digits_end(text, point + 1);
  const auto unit = vocabulary.units.longest(text, skip_blanks(text, end));
  if (is_year(text, point + 1, end)) return true;
  if (unit) return unit.word->kind == "count" || unit.word->kind == "duration";
  const std::size_t next = skip_blanks(text, end);
  return next < text.size() && is_han(text[next]) &&
         numeral_char(text[next]).kind == NumeralClass::none;
}

/// 1. 2、 3） at the start of the text or behind the end of a sentence.
std::size_t skip_list_marker(const Vocabulary& vocabulary, std::u32string_view text,
                             std::size_t at) {
  constexpr std::size_t kMarkerDigits = 2;
  const std::size_t end = digits_end(text, at);
  if (end - at > kMarkerDigits) return at;
  std::size_t before = at;
  while (before > 0 && is_blank(text[before - 1])) --before;
  constexpr std::u32string_view kSentenceEnd = U"。；;：:！!？?";
  const bool opens =
      before == 0 || kSentenceEnd.find(text[before - 1]) != std::u32string_view::npos;
  const char32_t mark = folded(text, end);
  if (!opens || (mark != U'、' && mark != U')' && mark != U'.')) return at;
  if (mark != U'.' || !is_digit(text, end + 1)) return end + 1;
  return point_ends_marker(vocabulary, text, end) ? end + 1 : at;
}

/// Numbers with two points or more (1.2.3, 10.0.0.1), with hyphens (021-62345678, 2-1-3), with
/// letters behind (5G, 20ABC), and digit strings of codes.
std::size_t skip_code(const Vocabulary& vocabulary, std::u32string_view text, std::size_t at) {
  constexpr std::size_t kPhoneDigits = 7;
  const std::size_t end = digits_end(text, at);
  std::size_t last = end;
  int marks = 0;
  std::size_t longest = end - at;
  while ((folded(text, last) == U'.' || folded(text, last) == U'-') && is_digit(text, last + 1)) {
    const std::size_t next = digits_end(text, last + 1);
    longest = std::max(longest, next - last - 1);
    last = next;
    ++marks;
  }
  if (marks >= 2) {
    const auto unit = vocabulary.units.longest(text, skip_blanks(text, last));
    if (!unit) return last;
  }
  if (marks == 1 && folded(text, end) == U'-' && longest >= kPhoneDigits) return last;
  if (!is_letter(folded(text, last))) return at;
  if (vocabulary.units.longest(text, last)) return at;
  const char32_t letter = folded(text, last) | 0x20;
  if ((letter == U'k' || letter == U'w' || letter == U'm' || letter == U'e') &&
      (!is_alphanumeric(text, last + 1) || (letter == U'e' && !is_letter(folded(text, last + 1)))))
    return at;  // 40k, 2e5: the numeral reader knows
  while (is_alphanumeric(text, last)) ++last;
  return last;
}

}  // namespace

std::size_t skip_latin(std::u32string_view text, std::size_t at) {
  constexpr std::u32string_view kAddress = U"-._~:/?#[]@!$&'()*+,;=%|";
  std::size_t end = at;
  while (is_alphanumeric(text, end) || folded(text, end) == U'_') ++end;
  const bool address =
      text.substr(end, 3) == U"://" || text.substr(at, 4) == U"www." || folded(text, end) == U'@';
  if (address) {
    const auto fits = [&](std::size_t i) {
      return i < text.size() && ((text[i] < 0x80 && is_alphanumeric(text, i)) ||
                                 kAddress.find(text[i]) != std::u32string_view::npos);
    };
    while (fits(end)) ++end;
    return end;
  }
  // PM2.5, COVID-19, GB/T: a mark between letters and digits belongs to the word.
  for (;;) {
    const char32_t mark = folded(text, end);
    const bool joins = mark == U'.' || mark == U'-' || mark == U'/' || mark == U'&';
    if (!joins || !is_alphanumeric(text, end + 1)) return end;
    ++end;
    while (is_alphanumeric(text, end)) ++end;
  }
}

std::size_t skip_ordinal(std::u32string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != kOrdinalMark) return at;
  NumeralOptions plain;
  plain.signs = plain.slashes = false;
  auto numeral = read_numeral(text, skip_blanks(text, at + 1), plain);
  if (!numeral) return at;
  for (;;) {  // 第1、2、9位, 第三至第五条
    const std::size_t end = numeral->end;
    std::size_t next = connector_end(text, end, true);
    if (next < text.size() && text[next] == kOrdinalMark) ++next;
    auto further = next == end ? std::nullopt : read_numeral(text, next, plain);
    if (!further || further->value.size() > 3) return end;
    numeral = std::move(further);
  }
}

std::size_t skip_digits(const Vocabulary& vocabulary, std::u32string_view text, std::size_t at) {
  if (const std::size_t end = skip_document_number(text, at); end != at) return end;
  if (const std::size_t end = skip_bracketed(text, at); end != at) return end;
  if (const std::size_t end = skip_numeric_date(text, at); end != at) return end;
  if (const std::size_t end = skip_date_words(vocabulary, text, at); end != at) return end;
  if (const std::size_t end = skip_clock(text, at); end != at) return end;
  if (const std::size_t end = skip_list_marker(vocabulary, text, at); end != at) return end;
  return skip_code(vocabulary, text, at);
}

}  // namespace gouji
