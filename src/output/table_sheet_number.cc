// SPDX-License-Identifier: GPL-3.0-or-later
// Which printed numbers become numbers of a spreadsheet. The rule: only those that it can give back
// as they were printed. It holds binary floating point with 15 safe decimal digits, and shows it
// through a number format; so digits, separators and decimals must be what a format can say. The
// marks of a negative number are taken over from the print into the format, as quoted text.
#include "base/decimal.h"
#include "base/utf8.h"
#include "output/table_sheet.h"
#include "text/charclass.h"
#include "text/numeral.h"

namespace gouji {

namespace {

/// Longest text that is looked at, code points: 15 digits, their separators and marks.
constexpr std::size_t kLongestNumber = 40;
/// Most decimals that a number format may have.
constexpr int kMostDecimals = 30;
constexpr int kGroup = 3;  // digits between thousands separators

bool is_triangle(char32_t c) {
  return c == U'△' || c == U'▲' || c == U'∆' || c == U'Δ';
}

bool is_minus(char32_t c) {
  return numeral_char(c).kind == NumeralClass::sign && !is_han(c);
}

/// The parts of a printed number.
struct Print {
  std::u32string before, behind;  // marks of a negative number, as printed
  std::string whole, decimals;    // digits
  bool point = false, grouped = false, percent = false, negative = false;
};

std::u32string_view trimmed(std::u32string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// Takes the marks of a negative number from both ends. False: only one bracket is there.
bool take_marks(std::u32string_view& text, Print& print) {
  if (text.empty()) return false;
  const bool open = fold_width(text.front()) == U'(';
  const bool close = fold_width(text.back()) == U')';
  if (open != close) return false;
  print.negative = open || is_triangle(text.front()) || is_minus(text.front());
  if (!print.negative) return true;
  std::size_t digits = 1;
  while (digits < text.size() && is_blank(text[digits])) ++digits;
  print.before = text.substr(0, digits);
  text.remove_prefix(digits);
  if (close && !text.empty()) {
    print.behind = text.back();
    text.remove_suffix(1);
  }
  return true;
}

/// Digits with separators. False: a separator is in an odd place.
bool take_whole(std::u32string_view& text, Print& print) {
  int since_separator = 0;
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const char32_t c = fold_width(text[at]);
    if (is_ascii_digit(c)) {
      print.whole += static_cast<char>(c);
      ++since_separator;
    } else if (c == U',') {
      const bool first = !print.grouped;
      if (since_separator == 0 || since_separator > kGroup || (!first && since_separator != kGroup))
        return false;
      print.grouped = true;
      since_separator = 0;
    } else {
      break;
    }
  }
  text.remove_prefix(at);
  return !print.whole.empty() && (!print.grouped || since_separator == kGroup);
}

void take_decimals(std::u32string_view& text, Print& print) {
  if (text.empty() || fold_width(text.front()) != U'.') return;
  print.point = true;
  text.remove_prefix(1);
  while (!text.empty() && is_ascii_digit(fold_width(text.front()))) {
    print.decimals += static_cast<char>(fold_width(text.front()));
    text.remove_prefix(1);
  }
}

std::optional<Print> read_print(std::u32string_view text) {
  Print print;
  text = trimmed(text);
  if (text.size() > kLongestNumber || !take_marks(text, print) || !take_whole(text, print))
    return std::nullopt;
  take_decimals(text, print);
  if (print.point && print.decimals.empty()) return std::nullopt;
  if (!text.empty() && fold_width(text.front()) == U'%') {
    print.percent = true;
    text.remove_prefix(1);
  }
  if (!text.empty()) return std::nullopt;
  return print;
}

/// Would a spreadsheet keep every digit?
bool is_safe(const Print& print) {
  if (print.whole.size() > 1 && print.whole.front() == '0') return false;
  if (static_cast<int>(print.decimals.size()) > kMostDecimals) return false;
  const std::string digits = print.whole + print.decimals;
  const std::size_t first = digits.find_first_not_of('0');
  return first == std::string::npos ||
         digits.size() - first <= static_cast<std::size_t>(kMostSheetDigits);
}

bool is_zero(const Print& print) {
  return (print.whole + print.decimals).find_first_not_of('0') == std::string::npos;
}

std::string plain_value(const Print& print) {
  std::string value = print.negative && !is_zero(print) ? "-" : "";
  value += print.whole;
  if (!print.decimals.empty()) value += "." + print.decimals;
  return value;
}

std::string as_literal(std::u32string_view text) {
  return "\"" + to_utf8(std::u32string(text)) + "\"";
}

/// A format has up to three sections: for numbers above, below and of zero. The sections with marks
/// are written out only where the plain minus of the spreadsheet is not what was printed.
std::string format_of(const Print& print) {
  std::string digits = print.grouped ? "#,##0" : "0";
  if (print.point) digits += "." + std::string(print.decimals.size(), '0');
  if (print.percent) digits += '%';
  const bool plain_minus = print.before == U"-" && print.behind.empty();
  if (!print.negative || (plain_minus && !is_zero(print))) return digits;
  std::string marked = as_literal(print.before) + digits;
  if (!print.behind.empty()) marked += as_literal(print.behind);
  std::string format = digits + ";" + marked;
  if (is_zero(print)) format += ";" + marked;
  return format;
}

}  // namespace

std::optional<SheetNumber> sheet_number(std::string_view text) {
  // Most cells of words end here, before their bytes are decoded.
  constexpr std::size_t kMostBytes = 3;
  if (text.empty() || text.size() > kLongestNumber * kMostBytes) return std::nullopt;
  const std::optional<Print> print = read_print(from_utf8(text));
  if (!print || !is_safe(*print)) return std::nullopt;
  constexpr int kPercentShift = -2;
  std::string value = plain_value(*print);
  if (print->percent) value = shift_point(value, kPercentShift);
  return SheetNumber{std::move(value), format_of(*print)};
}

std::optional<SheetNumber> sheet_number(const SheetCell& cell, const FiguresById& figures) {
  if (!cell.cell->figure || !cell.joined.empty()) return std::nullopt;
  const auto found = figures.find(*cell.cell->figure);
  if (found == figures.end()) return std::nullopt;
  std::optional<SheetNumber> number = sheet_number(cell.text());
  if (!number) return std::nullopt;
  // The same number read twice; where the readings differ, the print decides.
  const bool percent = number->format.find('%') != std::string::npos;
  const auto printed = Decimal::parse(percent ? shift_point(number->value, 2) : number->value);
  const auto read = Decimal::parse(found->second->value);
  if (!printed || !read || *printed != *read) return std::nullopt;
  return number;
}

}  // namespace gouji
