// SPDX-License-Identifier: GPL-3.0-or-later
// Numeral first, then the longest unit word behind it. Words that begin with a multiplier (千米,
// 百分点) are tried before the multiplier is left to the numeral. What print adds to a unit is
// taken along: 台（套）, 元/人/年, 三斤半, 七成六, 123元1角1分.
#include "figure/quantity.h"

#include "base/decimal.h"
#include "text/charclass.h"
#include "text/numeral_marks.h"

namespace gouji {

namespace {

using Vocabulary = FigureScanner::Vocabulary;

FigureKind kind_of(std::string_view name) {
  if (name == "money") return FigureKind::money;
  if (name == "percent") return FigureKind::percent;
  if (name == "ratio") return FigureKind::ratio;
  if (name == "score") return FigureKind::score;
  if (name == "measure" || name == "measure_digits") return FigureKind::measure;
  return FigureKind::count;
}

/// The power of ten that a factor is, 0x7F if it is none.
int power_of(std::string_view factor) {
  constexpr int kNone = 0x7F;
  if (factor.empty() || factor == "1") return 0;
  if (factor[0] == '1' && factor.find_first_not_of('0', 1) == std::string_view::npos)
    return static_cast<int>(factor.size()) - 1;
  if (factor.starts_with("0.") && factor.back() == '1' &&
      factor.find_first_not_of('0', 2) == factor.size() - 1)
    return -static_cast<int>(factor.size() - 2);
  return kNone;
}

class QuantityReader {
 public:
  QuantityReader(const Vocabulary& vocabulary, std::u32string_view text, NumeralOptions options)
      : vocabulary_(vocabulary), text_(text), options_(options) {}

  std::optional<Reading> read(std::size_t at);

 private:
  bool read_number(std::size_t at);
  bool read_half(std::size_t at);
  bool read_spaced_discount(std::size_t at);
  void read_parts();
  void find_unit();
  void take_unit(const WordIndex::Hit& hit, std::size_t unit_begin);
  void read_hundred_millions();
  void read_small_money();
  void read_half_behind();
  void read_tenth_behind();
  void read_bracket_unit();
  void read_per();
  void settle_discount();

  char32_t at_end() const { return q_.end < text_.size() ? fold_width(text_[q_.end]) : 0; }

  const Vocabulary& vocabulary_;
  std::u32string_view text_;
  NumeralOptions options_;
  Reading q_;
  std::string suffix_;  // of the unit: "（套）", "/人"
  std::size_t unit_end_ = 0;
};

/// 半斤, 半成: half of a unit.
bool QuantityReader::read_half(std::size_t at) {
  if (at >= text_.size() || text_[at] != kHalf) return false;
  const auto hit = vocabulary_.units.longest(text_, at + 1);
  if (!hit || (hit.word->kind != "measure" && hit.word->kind != "percent")) return false;
  q_.numeral.begin = at;
  q_.numeral.end = at + 1;
  q_.numeral.value = "0.5";
  q_.numeral.han = true;
  return true;
}

/// 7 2 折: the digits of a discount may be set apart.
bool QuantityReader::read_spaced_discount(std::size_t at) {
  const auto digit = [this](std::size_t i) {
    const NumeralChar c = i < text_.size() ? numeral_char(text_[i]) : NumeralChar{};
    const bool is_digit = c.kind == NumeralClass::ascii || c.kind == NumeralClass::han_digit;
    return is_digit ? static_cast<int>(c.value) : -1;
  };
  const std::size_t second = skip_blanks(text_, at + 1);
  if (digit(at) < 0 || second == at + 1 || digit(second) < 0) return false;
  const auto hit = vocabulary_.units.longest(text_, skip_blanks(text_, second + 1));
  if (!hit || hit.word->text != kDiscount) return false;
  q_.numeral.begin = at;
  q_.numeral.end = second + 1;
  q_.numeral.value = std::to_string(digit(at) * 10 + digit(second));
  q_.numeral.han = numeral_char(text_[at]).kind == NumeralClass::han_digit;
  return true;
}

bool QuantityReader::read_number(std::size_t at) {
  if (read_spaced_discount(at)) return true;
  if (auto numeral = read_numeral(text_, at, options_)) {
    q_.numeral = std::move(*numeral);
    return true;
  }
  return read_half(at);
}

void QuantityReader::read_parts() {
  q_.unit_text = q_.numeral.parts_power == 2   ? "%"
                 : q_.numeral.parts_power == 3 ? "‰"
                 : q_.numeral.parts_power == 4 ? "‱"
                                               : "10^-" + std::to_string(q_.numeral.parts_power);
  q_.power = 2 - q_.numeral.parts_power + q_.numeral.power;
  q_.normal_unit = "%";
  q_.kind = FigureKind::percent;
}

void QuantityReader::take_unit(const WordIndex::Hit& hit, std::size_t unit_begin) {
  q_.unit = hit.word;
  q_.end = unit_end_ = hit.other_end;
  q_.kind = kind_of(hit.word->kind);
  q_.duration = hit.word->kind == "duration";
  q_.factor = hit.word->factor;
  q_.normal_unit = hit.word->unit.empty()
                       ? without_blanks(text_.substr(unit_begin, q_.end - unit_begin))
                       : hit.word->unit;
}

void QuantityReader::find_unit() {
  Numeral& numeral = q_.numeral;
  for (std::size_t i = 0; i < numeral.tail_size; ++i) {
    const std::size_t at = numeral.tail_begin[i];
    const auto hit = vocabulary_.units.longest(text_, at);
    if (!hit || hit.word->text.size() < 2 || hit.other_end <= numeral.end) continue;
    auto shorter = read_numeral(text_.substr(0, at), numeral.begin, options_);
    if (!shorter) continue;
    numeral = std::move(*shorter);
    q_.value = numeral.value;
    q_.power = numeral.power;
    take_unit(hit, at);
    return;
  }
  const std::size_t at = skip_blanks(text_, numeral.end);
  if (const auto hit = vocabulary_.units.longest(text_, at)) {
    const bool needs_digits =
        hit.word->kind == "measure_digits" || hit.word->kind == "count_digits";
    if (!needs_digits || !numeral.han || options_.wide) take_unit(hit, at);
  }
}

/// 两个亿: the measure word stands inside the numeral.
void QuantityReader::read_hundred_millions() {
  const std::size_t at = skip_blanks(text_, q_.numeral.end);
  if (at + 1 >= text_.size() || !is_one_of(text_[at], kPieceWords)) return;
  const NumeralChar c = numeral_char(text_[at + 1]);
  if (c.kind != NumeralClass::big || q_.numeral.power != 0) return;
  q_.numeral.power = q_.power = c.value;
  q_.numeral.end = q_.end = at + 2;
}

/// 角 and 分 behind 元, with 又 between (两美元又三美分).
void QuantityReader::read_small_money() {
  for (int parts = 0; parts < 2; ++parts) {
    std::size_t at = skip_blanks(text_, q_.end);
    if (at < text_.size() && text_[at] == kPlus) ++at;
    NumeralOptions plain;
    plain.signs = plain.slashes = false;
    const auto numeral = read_numeral(text_, at, plain);
    if (!numeral || numeral->fraction || numeral->parts_power != 0) return;
    const auto hit = vocabulary_.small_money.longest(text_, skip_blanks(text_, numeral->end));
    const auto whole = Decimal::parse(shift_point(q_.value, q_.power));
    const auto part = Decimal::parse(numeral->value);
    const auto worth = hit ? Decimal::parse(hit.word->factor) : std::nullopt;
    if (!whole || !part || !worth) return;
    q_.value = (*whole + *part * *worth).to_string();
    q_.power = 0;
    q_.end = hit.other_end;
  }
}

/// 三斤半, 一倍半, 三成半.
void QuantityReader::read_half_behind() {
  const bool fits =
      q_.kind == FigureKind::measure || q_.kind == FigureKind::ratio || q_.unit->text == kTenth;
  const auto next = vocabulary_.names.longest(text_, q_.end);
  if (!fits || next || at_end() != kHalf || q_.power != 0) return;
  if (q_.value.find_first_of("./") != std::string::npos) return;
  q_.value += ".5";
  ++q_.end;
}

/// 七成六.
void QuantityReader::read_tenth_behind() {
  if (q_.unit->text != kTenth || q_.value.find_first_of("./") != std::string::npos) return;
  const std::size_t at = skip_blanks(text_, q_.end);
  if (at >= text_.size() || numeral_char(text_[at]).kind != NumeralClass::han_digit) return;
  const bool goes_on =
      at + 1 < text_.size() && numeral_char(text_[at + 1]).kind != NumeralClass::none;
  const bool counts_something = static_cast<bool>(vocabulary_.units.longest(text_, at + 1));
  if (goes_on || counts_something) return;
  q_.value += '.';
  q_.value += static_cast<char>('0' + numeral_char(text_[at]).value);
  q_.end = at + 1;
}

/// 台（套）: a second measure word in brackets.
void QuantityReader::read_bracket_unit() {
  if (at_end() != U'(') return;
  const auto hit = vocabulary_.units.longest(text_, q_.end + 1);
  const std::size_t close = hit ? hit.other_end : q_.end + 1;
  const bool second = close < text_.size() && fold_width(text_[close]) == U')';
  if (!second || !hit) return;
  suffix_ += without_blanks(text_.substr(q_.end, close + 1 - q_.end));
  q_.end = unit_end_ = close + 1;
}

/// 元/人/年.
void QuantityReader::read_per() {
  while (at_end() == U'/') {
    const auto hit = vocabulary_.per.longest(text_, q_.end + 1);
    if (!hit) return;
    suffix_ += without_blanks(text_.substr(q_.end, hit.other_end - q_.end));
    q_.end = unit_end_ = hit.other_end;
  }
}

/// 五五折 is 55 %, 五折 50 %, and so is 半折.
void QuantityReader::settle_discount() {
  const auto value = q_.unit->text == kDiscount ? Decimal::parse(q_.value) : std::nullopt;
  if (value && *value > Decimal(10)) q_.factor.clear();
  if (value && *value < Decimal(1)) q_.factor = "100";
}

std::optional<Reading> QuantityReader::read(std::size_t at) {
  q_.begin = at;
  const auto currency = vocabulary_.currencies.longest(text_, at);
  const std::size_t number = currency ? skip_blanks(text_, currency.other_end) : at;
  if (!read_number(number)) return std::nullopt;
  q_.end = q_.numeral.end;
  q_.value = q_.numeral.value;
  q_.power = q_.numeral.power;
  q_.kind = q_.numeral.fraction ? FigureKind::ratio : FigureKind::number;
  if (q_.numeral.parts_power != 0) {
    read_parts();
    return q_;
  }
  if (!q_.numeral.fraction) {
    read_hundred_millions();
    find_unit();
  }
  if (q_.unit && !q_.duration) {
    if (q_.kind == FigureKind::money) read_small_money();
    read_half_behind();
    read_tenth_behind();
    if (q_.kind == FigureKind::count || q_.kind == FigureKind::measure) read_bracket_unit();
    read_per();
    settle_discount();
    q_.normal_unit += suffix_;
  }
  std::size_t unit_begin = q_.numeral.end;
  if (q_.power != 0 && q_.numeral.tail_size > 0) unit_begin = q_.numeral.tail_begin[0];
  if (q_.unit || q_.power != 0) {
    const std::size_t unit_end = q_.unit ? unit_end_ : q_.numeral.end;
    for (std::size_t i = unit_begin; i < unit_end; ++i) {
      const bool skipped = numeral_char(text_[i]).kind == NumeralClass::vague;
      const bool inside = i < q_.numeral.end;
      if (!(skipped && inside)) q_.unit_text += without_blanks(text_.substr(i, 1));
    }
  }
  if (currency && !q_.duration) {
    q_.kind = FigureKind::money;
    q_.normal_unit = currency.word->unit + suffix_;
    if (q_.unit_text.empty())
      q_.unit_text = without_blanks(text_.substr(at, currency.other_end - at));
  }
  return q_;
}

}  // namespace

std::string in_normal_unit(const std::string& value, int power, std::string_view factor) {
  if (value.find('/') != std::string::npos) return value;
  const int factor_power = power_of(factor);
  if (factor_power != 0x7F) return shift_point(value, power + factor_power);
  const auto number = Decimal::parse(shift_point(value, power));
  const auto by = Decimal::parse(factor);
  return number && by ? (*number * *by).to_string() : value;
}

std::string Reading::normalized(const std::string& of_value) const {
  return in_normal_unit(of_value, power, factor);
}

std::optional<Reading> read_amount(const Vocabulary& vocabulary, std::u32string_view text,
                                   std::size_t at, NumeralOptions options) {
  return QuantityReader(vocabulary, text, options).read(at);
}

std::string without_blanks(std::u32string_view text) {
  std::string result;
  for (const char32_t c : text)
    if (!is_blank(c)) append_utf8(result, c);
  return result;
}

Figure figure_of(const Reading& quantity, std::u32string_view text) {
  Figure figure;
  figure.text = to_utf8(text.substr(quantity.begin, quantity.end - quantity.begin));
  figure.value = quantity.value;
  if (!quantity.unit_text.empty()) figure.unit = quantity.unit_text;
  figure.kind = quantity.kind;
  figure.normalized.value = quantity.normalized(quantity.value);
  if (!quantity.normal_unit.empty()) figure.normalized.unit = quantity.normal_unit;
  figure.approximate = quantity.numeral.approximate;
  return figure;
}

}  // namespace gouji
