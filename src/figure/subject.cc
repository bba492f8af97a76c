// SPDX-License-Identifier: GPL-3.0-or-later
// The words between the last mark of punctuation (or the figure before) and the number, without the
// verbs and dates at their ends. Shares, changes and degrees of completion name what they belong to
// rarely: they take the label of the figure before, and a share that of the total before 其中.
#include "figure/subject.h"

#include <utility>

#include "figure/qualifier.h"
#include "text/charclass.h"
#include "text/numeral.h"
#include "text/numeral_marks.h"

namespace gouji {

namespace {

constexpr std::size_t kLongestLabel = 40;  // characters; longer ones are clauses, not names
constexpr std::size_t kLongestEntry = 70;  // characters of the name of an entry with its levels
constexpr std::size_t kLongestNoun = 14;
constexpr int kMostWords = 8;

bool is_one(char32_t c, std::u32string_view set) {
  return is_one_of(fold_width(c), set);
}

std::u32string_view trimmed(std::u32string_view words) {
  while (!words.empty() && is_blank(words.front())) words.remove_prefix(1);
  while (!words.empty() && is_blank(words.back())) words.remove_suffix(1);
  return words;
}

/// The place of a bracket that closes before `end` without having been opened behind `begin`, or
/// npos: what stands before it is another clause.
std::size_t unopened_bracket(std::u32string_view words) {
  int depth = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const char32_t c = fold_width(words[i]);
    if (c == U'(') ++depth;
    if (c == U')' && --depth < 0) return i;
  }
  return std::u32string_view::npos;
}

std::u32string shortened(std::u32string_view words) {
  words = trimmed(words);
  if (const std::size_t bracket = unopened_bracket(words); bracket != std::u32string_view::npos)
    words = trimmed(words.substr(bracket + 1));
  if (words.size() > kLongestLabel) {
    const std::size_t mark = words.rfind(U'、');
    const bool useful = mark != std::u32string_view::npos && words.size() - mark > 4;
    words = useful ? words.substr(mark + 1) : words.substr(words.size() - kLongestLabel);
    if (words.size() > kLongestLabel) words = words.substr(words.size() - kLongestLabel);
  }
  std::u32string label;
  for (const char32_t c : words)
    if (!is_blank(c)) label += c;
  return label;
}

bool is_printed_digit(char32_t c) {
  return numeral_char(c).kind == NumeralClass::ascii;
}

}  // namespace

std::u32string_view SubjectReader::without_tail(std::u32string_view words) const {
  words = trimmed(words);
  for (int i = 0; i < kMostWords; ++i) {
    const auto hit = vocabulary_.tail.longest(words, words.size());
    if (!hit || vocabulary_.whole.longest(words, words.size())) break;
    words = trimmed(words.substr(0, hit.other_end));
  }
  return words;
}

/// Behind a date (2023年, 1—12月) at the start of `words`; 0 if there is none.
std::size_t SubjectReader::date_end(std::u32string_view words) const {
  std::size_t end = 0;
  while (end < words.size() &&
         (is_printed_digit(words[end]) || (end > 0 && is_one_of(words[end], kRangeDashes))))
    ++end;
  if (end == 0) return 0;
  const auto word = vocabulary_.units.longest(words, skip_blanks(words, end));
  return word && word.word->kind == "duration" ? word.other_end : end;
}

/// The words behind a year in the middle (某局2023年度收支总计), where they are a label.
std::u32string_view SubjectReader::behind_year(std::u32string_view words) const {
  for (std::size_t i = words.size(); i-- > 4;) {
    if (!is_printed_digit(words[i - 1]) || is_printed_digit(words[i])) continue;
    const auto word = vocabulary_.units.longest(words, skip_blanks(words, i));
    if (!word || word.word->kind != "duration") continue;
    const std::u32string_view rest = without_head(words.substr(word.other_end));
    return rest.size() >= 2 ? rest : words;
  }
  return words;
}

std::u32string_view SubjectReader::without_head(std::u32string_view words) const {
  words = trimmed(words);
  for (int i = 0; i < 2 * kMostWords; ++i) {
    if (const std::size_t date = date_end(words)) {
      words = trimmed(words.substr(date));
      continue;
    }
    const auto year = vocabulary_.relative_years.longest(words, 0);
    const auto hit = year ? year : vocabulary_.head.longest(words, 0);
    // A head word that is the whole label is the label: 包括 is not, 其他 is no head word.
    if (!hit || hit.other_end >= words.size()) break;
    if (year && year.word->shift == 0) break;  // 本年收入合计: part of the name
    words = trimmed(words.substr(hit.other_end));
  }
  return words;
}

/// Without 比2022年, 较上年, 同比 at the end.
std::u32string_view SubjectReader::without_comparison(std::u32string_view words) const {
  words = without_tail(words);
  for (int i = 0; i < kMostWords; ++i) {
    std::size_t end = words.size();
    while (end > 0 && numeral_char(words[end - 1]).kind == NumeralClass::ascii) --end;
    if (end < words.size()) {
      words = trimmed(words.substr(0, end));
      continue;
    }
    const auto hit = vocabulary_.compare.longest(words, words.size());
    if (!hit) break;
    words = trimmed(words.substr(0, hit.other_end));
  }
  return without_tail(words);
}

/// The words in front of a number that ends the segment at `end`.
std::u32string_view SubjectReader::segment(std::size_t end) {
  std::size_t begin = end;
  int depth = 0;
  bool colon = false;
  while (begin > previous_end_) {
    const char32_t c = fold_width(text_[begin - 1]);
    if (c == U')') ++depth;
    if (c == U'(' && --depth < 0) break;
    if (depth <= 0 && is_one(c, U",;!?。；，")) break;
    if (depth <= 0 && c == U':') {
      colon = true;
      break;
    }
    --begin;
  }
  if (colon && prefix_.empty()) {
    std::size_t start = begin - 1;
    while (start > 0 && !is_one(text_[start - 1], U";!?。；")) --start;
    if (start < previous_end_) return text_.substr(begin, end - begin);  // figures stand before it
    take_prefix(text_.substr(start, begin - 1 - start));
  }
  return text_.substr(begin, end - begin);
}

/// 其中 between the figure before and this one: that figure is the total of what follows. A new
/// sentence speaks of something else.
void SubjectReader::note_parts(std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i)
    if (is_one(text_[i], U"。；")) stem_.clear();
  for (std::size_t i = begin; i < end; ++i) {
    if (!vocabulary_.part.longest(text_, i)) continue;
    if (!base_.empty()) total_ = base_;
    return;
  }
}

void SubjectReader::take_base(std::u32string_view noun) {
  noun = without_head(noun);
  if (noun.size() < 2) return;
  base_ = shortened(behind_year(noun));
  const auto generic = vocabulary_.generic.longest(base_, 0);
  if (!generic || generic.other_end != base_.size())
    take_stem();
  else if (!prefix_.empty())
    base_ = prefix_ + U" " + base_;
  else if (!stem_.empty())
    base_ = stem_ + base_;
}

/// …财政拨款支出预算为4.20万元，支出决算为3.07万元: the second names only what differs.
void SubjectReader::take_stem() {
  stem_.clear();
  for (std::size_t i = 2; i < base_.size(); ++i) {
    const auto generic = vocabulary_.generic.longest(base_, i);
    if (!generic || generic.other_end != base_.size()) continue;
    stem_ = base_.substr(0, i);
    return;
  }
}

/// The name of the entry without the levels above it.
std::u32string_view SubjectReader::lowest_level(std::u32string_view name) const {
  for (std::size_t end = name.size(); end > 0; --end) {
    if (!vocabulary_.level.longest(name, end)) continue;
    const std::u32string_view rest = trimmed(name.substr(end));
    if (rest.size() >= 2 && fold_width(rest.front()) != U')') return rest;
  }
  return name;
}

bool SubjectReader::read_share(std::u32string_view words, std::u32string& label) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto hit = vocabulary_.share.longest(words, i);
    if (!hit) continue;
    std::u32string_view whole = words.substr(hit.other_end);
    for (int k = 0; k < kMostWords; ++k) {
      whole = trimmed(whole);
      const auto end = vocabulary_.share_tail.longest(whole, whole.size());
      if (!end) break;
      whole = whole.substr(0, end.other_end);
    }
    take_base(without_tail(words.substr(0, i)));
    if (base_.empty()) return false;
    label = base_;
    const std::u32string of = whole.empty() ? total_ : shortened(whole);
    std::size_t verb = i;  // behind 约 in 约占
    while (verb + 1 < hit.other_end && vocabulary_.share.longest(words, verb + 1)) ++verb;
    if (of.empty() || of == base_)
      label += from_utf8(hit.word->subject);
    else
      label.append(words.substr(verb, hit.other_end - verb)).append(of);
    return true;
  }
  return false;
}

bool SubjectReader::read_completion(std::u32string_view words, std::u32string& label) {
  const std::u32string_view trim = trimmed(words);
  const auto plan = vocabulary_.plan.longest(trim, trim.size());
  if (!plan) return false;
  const auto verb = vocabulary_.completion.longest(trim, plan.other_end);
  if (!verb) return false;
  take_base(without_tail(trim.substr(0, verb.other_end)));
  if (base_.empty()) return false;
  label = base_;
  label += without_tail(trim.substr(verb.other_end));
  return true;
}

bool SubjectReader::read_change(std::u32string_view words, bool rate, std::u32string& label) {
  const auto change = vocabulary_.change.longest(words, words.size());
  if (!change) return false;
  const std::u32string_view noun = without_comparison(words.substr(0, change.other_end));
  take_base(noun);
  if (base_.empty()) return false;
  label = share_ && without_head(noun).size() < 2 ? last_ : base_;
  label += rate ? from_utf8(change.word->subject) : std::u32string(words.substr(change.other_end));
  return true;
}

/// 提高到78.3%: not the change.
bool SubjectReader::is_reached(std::u32string_view words) const {
  words = trimmed(words);
  const auto reached = vocabulary_.reached.longest(words, words.size());
  const auto tail = vocabulary_.tail.longest(words, words.size());
  return reached && tail && tail.other_end == reached.other_end;
}

/// 比全省平均水平高4.2个百分点: says nothing of what it is that is higher.
bool SubjectReader::is_comparison(std::u32string_view name) const {
  constexpr std::size_t kShortest = 5;  // 比重, 比例 open like a comparison
  return name.size() >= kShortest && !base_.empty() && vocabulary_.compare.longest(name, 1);
}

/// 按不低于10%的比例核减预算; 三分之一以上的联络员, where nothing stands in front.
bool SubjectReader::read_rate(std::u32string_view name, std::size_t behind,
                              std::u32string& label) const {
  const auto rate = vocabulary_.rate.longest(text_, behind);
  if (!rate || (rate.word->kind == "alone" && !name.empty())) return false;
  const std::u32string_view noun = noun_behind(rate.other_end);
  if (noun.size() < 2) return false;
  label = shortened(noun) + from_utf8(rate.word->subject);
  return true;
}

/// 12.0%、39.6%和48.4% have one label; 评为优的198个、良的113个 differ in the last character.
bool SubjectReader::read_enumeration(std::u32string_view words, std::u32string_view name,
                                     std::u32string& label) {
  words = trimmed(words);
  if (words.empty() || !is_one(words.front(), kEnumerationMarks) || last_.empty()) return false;
  if (words.size() == 1) {
    label = last_;
    return true;
  }
  if (name.size() != 1 || !is_han(name.front()) || base_.size() < 2) return false;
  base_.back() = name.front();
  label = base_;
  return true;
}

/// The noun behind a measure word: 个|项目, up to a verb or mark.
std::u32string_view SubjectReader::noun_behind(std::size_t at) const {
  constexpr std::size_t kInBrackets = 4;  // 县（区）, 乡镇（街道）分馆
  std::size_t end = at;
  while (end < text_.size() && end - at < kLongestNoun &&
         numeral_char(text_[end]).kind != NumeralClass::ascii) {
    if (!vocabulary_.noun_end.longest(text_, end)) {
      ++end;
      continue;
    }
    std::size_t close = end + 1;
    while (close < text_.size() && is_han(text_[close]) &&
           numeral_char(text_[close]).kind == NumeralClass::none)
      ++close;
    const bool part = end > at && fold_width(text_[end]) == U'(' && close > end + 1 &&
                      close - end - 1 <= kInBrackets && close < text_.size() &&
                      fold_width(text_[close]) == U')';
    if (!part) break;
    end = close + 1;
  }
  return text_.substr(at, end - at);
}

/// Names an entry for the labels that say nothing alone.
void SubjectReader::take_prefix(std::u32string_view name) {
  name = without_head(name);
  if (name.size() >= 2 && name.size() <= kLongestEntry) prefix_ = shortened(lowest_level(name));
}

/// The first sentence of a paragraph is the name of its entry when it holds no figure and is short.
void SubjectReader::take_title(std::size_t first_figure) {
  constexpr std::u32string_view kEnds = U"。．.:：";
  const std::u32string_view front = text_.substr(0, std::min(first_figure, kLongestEntry));
  for (std::size_t i = 1; i < front.size(); ++i) {
    if (!is_one_of(front[i], kEnds) || is_printed_digit(front[i - 1])) continue;
    if (vocabulary_.part.longest(front, 0)) return;
    take_prefix(front.substr(0, i));
    return;
  }
}

/// The label of a figure whose words of bound and approximation reach from `begin` to `behind`.
std::u32string SubjectReader::label_of(const FigureSpan& span, std::size_t begin,
                                       std::size_t behind) {
  const Figure& figure = span.figure;
  const std::u32string_view words = segment(begin);
  const bool percent = figure.kind == FigureKind::percent;
  const bool points = percent && figure.normalized.unit && *figure.normalized.unit != "%";
  const std::u32string_view noun = without_tail(words);
  const bool was_share = std::exchange(share_, false);
  previous_end_ = std::max(previous_end_, behind);

  std::u32string label;
  // 约占七成: the word of approximation holds the word of share.
  const std::size_t from = static_cast<std::size_t>(words.data() - text_.data());
  if (percent && (read_share(text_.substr(from, span.start - from), label))) {
    share_ = true;
    return label;
  }
  if (percent && read_completion(words, label)) return label;
  share_ = was_share && points;
  const bool rate = (percent && !points) || figure.kind == FigureKind::number;
  const bool change = read_change(noun, rate, label);
  const bool reached = change && is_reached(words);
  share_ = false;
  if (change && !reached) return label;
  const std::u32string_view name = without_head(noun);
  const bool part = percent || figure.kind == FigureKind::ratio;
  if (part && read_rate(name, behind, label)) return label;
  if (percent && is_comparison(name)) return (was_share ? last_ : base_) + std::u32string(name);
  const bool counts = figure.kind == FigureKind::count || figure.kind == FigureKind::measure;
  const std::u32string_view other = counts ? noun_behind(behind) : std::u32string_view();
  if (other.size() >= 2) {
    if (base_.empty()) base_ = shortened(other);
    return shortened(other);
  }
  if (reached) return base_;
  if (read_enumeration(words, name, label)) return label;
  take_base(name);
  return base_;
}

Maybe<std::string> SubjectReader::next(const FigureSpan& span) {
  const Qualifier qualifier = read_qualifier(vocabulary_, text_, span.start, span.end);
  const std::size_t begin = std::max(previous_end_, qualifier.begin);
  if (previous_end_ == 0) take_title(begin);
  note_parts(previous_end_, begin);
  last_ = label_of(span, begin, qualifier.end);
  if (last_.empty()) return std::nullopt;
  return to_utf8(last_);
}

}  // namespace gouji
