// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over each passage that holds a figure. The words of a figure begin behind the figure or
// the mark (，；。：) before it; a bracket without a figure belongs to the words, one with figures
// is a level deeper. The role is told by how the words end, what is measured by what is left when
// the words of role, comparison, year and list are taken away.
#include "check/prose_reading.h"

#include <algorithm>

#include "check/operand.h"
#include "check/quick_find.h"

namespace gouji {

namespace {

constexpr std::string_view kOpenBrackets[] = {"（", "("};
constexpr std::string_view kCloseBrackets[] = {"）", ")"};
constexpr std::string_view kSentenceEnds[] = {"。", "！", "？"};
constexpr std::string_view kLatinStops[] = {".", "．"};
constexpr std::string_view kSegmentEnds[] = {"；", ";"};
constexpr std::string_view kClauseEnds[] = {"，", ",", "：", ":", "？"};
constexpr std::size_t kLongestBracket = 240;  // bytes; what is longer was never closed

template <std::size_t N>
std::size_t starts_with_one(std::string_view text, const std::string_view (&marks)[N]) {
  for (const std::string_view mark : marks)
    if (text.starts_with(mark)) return mark.size();
  return 0;
}

std::size_t character_length(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

bool is_thing(FigureKind kind) {
  return kind == FigureKind::money || kind == FigureKind::count || kind == FigureKind::measure;
}

bool is_thing_role(ProseRole role) {
  return role == ProseRole::value || role == ProseRole::budget || role == ProseRole::actual;
}

/// Reads the mentions of one passage.
class Reader {
 public:
  Reader(ProseReading& out, const Passage& passage)
      : out_(out), words_(out.words), passage_(passage), text_(passage.text) {}

  void run();

 private:
  void take_figure(const ProseFigure& figure);
  void open_bracket(std::size_t length);
  void close_bracket(std::size_t length);
  /// The length of a bracket without figures that opens here; 0 if it has one or is never closed.
  std::size_t plain_bracket() const;
  std::string_view role_words(std::string_view lead) const;
  void tell_role(Mention& mention, const Figure& figure) const;
  void tell_percentage(Mention& mention, const Figure& figure) const;
  /// 分别占Ⓟ、Ⓟ和Ⓟ: the role of the percentage before.
  bool follows_percentage(Mention& mention) const;
  void tell_amount(Mention& mention) const;
  bool tell_base(Mention& mention) const;
  bool follows_base(Mention& mention) const;
  void set_label(Mention& mention, std::string_view words) const;
  bool has_figure(std::size_t begin, std::size_t end) const;
  std::size_t sentence_end() const;

  ProseReading& out_;
  const ProseWords& words_;
  const Passage& passage_;
  std::string_view text_;
  std::size_t at_ = 0, next_ = 0;
  std::size_t words_begin_ = 0, sentence_begin_ = 0;
  int sentence_ = 0, segment_ = 0;
  std::vector<int> brackets_;  ///< the mention before each open bracket that holds figures
  int last_outside_ = -1;
};

bool Reader::has_figure(std::size_t begin, std::size_t end) const {
  const auto& figures = passage_.figures;
  const auto first =
      std::lower_bound(figures.begin(), figures.end(), begin,
                       [](const ProseFigure& one, std::size_t byte) { return one.offset < byte; });
  return first != figures.end() && first->offset < end;
}

std::size_t Reader::plain_bracket() const {
  int depth = 0;
  const std::size_t end = std::min(text_.size(), at_ + kLongestBracket);
  for (std::size_t i = at_; i < end; i += character_length(text_[i])) {
    const std::string_view rest = text_.substr(i);
    if (starts_with_one(rest, kOpenBrackets) > 0) ++depth;
    const std::size_t close = starts_with_one(rest, kCloseBrackets);
    if (close > 0 && --depth == 0) return has_figure(at_, i) ? 0 : i + close - at_;
  }
  return 0;
}

void Reader::open_bracket(std::size_t length) {
  const std::size_t plain = plain_bracket();
  if (plain > 0) {
    at_ += plain;
    return;
  }
  brackets_.push_back(last_outside_);
  at_ += length;
  words_begin_ = at_;
}

void Reader::close_bracket(std::size_t length) {
  if (!brackets_.empty()) {
    last_outside_ = brackets_.back();
    brackets_.pop_back();
  }
  at_ += length;
  words_begin_ = at_;
}

/// Also the full stop of Latin print behind a character of Chinese, where 。 is not used.
std::size_t Reader::sentence_end() const {
  const std::string_view rest = text_.substr(at_);
  const std::size_t end = starts_with_one(rest, kSentenceEnds);
  if (end > 0) return end;
  const std::size_t stop = starts_with_one(rest, kLatinStops);
  const bool behind_chinese = at_ > 0 && (static_cast<unsigned char>(text_[at_ - 1]) & 0x80U) != 0;
  return behind_chinese ? stop : 0;
}

void Reader::run() {
  Statement statement;
  statement.passage = &passage_;
  statement.first = static_cast<int>(out_.mentions.size());
  while (at_ < text_.size()) {
    if (next_ < passage_.figures.size() && passage_.figures[next_].offset == at_) {
      take_figure(passage_.figures[next_++]);
      continue;
    }
    const std::string_view rest = text_.substr(at_);
    if (const std::size_t open = starts_with_one(rest, kOpenBrackets); open > 0) {
      open_bracket(open);
    } else if (const std::size_t close = starts_with_one(rest, kCloseBrackets); close > 0) {
      close_bracket(close);
    } else if (const std::size_t end = sentence_end(); end > 0) {
      words_begin_ = at_ += end;
      sentence_begin_ = at_;
      ++sentence_;
      ++segment_;
      if (brackets_.size() < 2) brackets_.clear();  // a bracket that was never closed
    } else if (const std::size_t part = starts_with_one(rest, kSegmentEnds); part > 0) {
      words_begin_ = at_ += part;
      ++segment_;
    } else if (const std::size_t clause = starts_with_one(rest, kClauseEnds); clause > 0) {
      words_begin_ = at_ += clause;
    } else {
      at_ += character_length(rest[0]);
    }
  }
  statement.last = static_cast<int>(out_.mentions.size());
  if (statement.last > statement.first) out_.statements.push_back(statement);
}

void Reader::take_figure(const ProseFigure& figure) {
  Mention mention;
  mention.statement = static_cast<int>(out_.statements.size());
  mention.figure = figure.figure;
  mention.begin = words_begin_;
  mention.sign = at_;
  mention.end = at_ + character_length(text_[at_]);
  mention.sentence = sentence_;
  mention.segment = segment_;
  mention.depth = static_cast<int>(brackets_.size());
  mention.bracket = brackets_.empty() ? -1 : brackets_.back();
  mention.range = figure.range;
  mention.lead = text_.substr(mention.begin, mention.sign - mention.begin);
  tell_role(mention, out_.input.figures.figures[static_cast<std::size_t>(figure.figure)]);
  last_outside_ = static_cast<int>(out_.mentions.size());
  at_ = words_begin_ = mention.end;
  out_.mentions.push_back(mention);
}

/// Without link words and brackets at the end: 下降（增长）Ⓟ, 预算（以下简称预算）为Ⓜ.
std::string_view Reader::role_words(std::string_view lead) const {
  std::string_view words = strip_end(lead, words_.link);
  for (std::size_t i = 0; i < std::size(kCloseBrackets); ++i) {
    if (!words.ends_with(kCloseBrackets[i])) continue;
    const std::size_t open = words.rfind(kOpenBrackets[i]);
    if (open == std::string_view::npos || open == 0) continue;
    const std::string_view before = strip_end(words.substr(0, open), words_.link);
    if (word_at_end(before, words_.up) != nullptr || word_at_end(before, words_.down) != nullptr)
      return before;
  }
  return words;
}

void Reader::tell_role(Mention& mention, const Figure& figure) const {
  const std::string_view so_far = text_.substr(sentence_begin_, mention.sign - sentence_begin_);
  mention.restated = word_in(so_far, words_.restated) != nullptr;
  if (mention.range) return;
  if (figure.kind == FigureKind::percent || figure.kind == FigureKind::number) {
    tell_percentage(mention, figure);
  } else if (is_thing(figure.kind)) {
    tell_amount(mention);
  }
  if (mention.role == ProseRole::change || mention.role == ProseRole::rate)
    mention.compared = quick_find(words_.compare, so_far, 0);
}

void Reader::tell_percentage(Mention& mention, const Figure& figure) const {
  if (follows_base(mention)) return;
  const std::string_view words = role_words(mention.lead);
  if (strip_start(words, words_.list).empty() && follows_percentage(mention)) return;
  const Word* up = word_at_end(words, words_.up);
  const Word* down = up != nullptr ? nullptr : word_at_end(words, words_.down);
  const bool points = figure.unit && figure.unit->size() > 3;  // 个百分点
  if (points) return;
  if (up != nullptr || down != nullptr) {
    mention.role = ProseRole::rate;
    mention.direction = up != nullptr ? 1 : -1;
    set_label(mention, words.substr(0, words.size() - (up != nullptr ? up : down)->text.size()));
    return;
  }
  if (figure.kind == FigureKind::number) return;
  Match match;
  if (quick_find(words_.completion, mention.lead, 0, &match)) {
    if (match.group("over").matched()) return;  // 超额完成目标的Ⓟ: what is above all of it
    mention.role = ProseRole::completion;
  } else if (quick_find(words_.share, mention.lead, 0, &match)) {
    mention.role = ProseRole::share;
  } else {
    return;
  }
  mention.base = match.group("base").in(mention.lead);
  if (mention.role == ProseRole::share && match.group("of").matched())
    mention.base = match.group("of").in(mention.lead);
  mention.base = strip_end(mention.base, words_.link);
  set_label(mention, mention.lead.substr(0, match.whole.begin));
}

/// 占…Ⓜ的Ⓟ: the amount is neither a part nor a total but the whole of the rate behind it.
bool Reader::tell_base(Mention& mention) const {
  if (!words_.rate_of_base.match_start(text_.substr(mention.end))) return false;
  Match match;
  if (!words_.inner_base.find(mention.lead, 0, &match)) return false;
  if (match.group("over").matched()) return false;
  mention.role = ProseRole::base;
  mention.base = match.group("base").in(mention.lead);
  mention.label = mention.base;
  return true;
}

bool Reader::follows_base(Mention& mention) const {
  if (out_.mentions.empty()) return false;
  const Mention& whole = out_.mentions.back();
  if (whole.role != ProseRole::base || whole.statement != mention.statement) return false;
  if (whole.end + mention.lead.size() != mention.sign) return false;
  const std::string words = std::string(whole.lead) + std::string(mention.lead);
  mention.role = words_.completion.find(words, 0) ? ProseRole::completion : ProseRole::share;
  mention.base = whole.base;
  mention.has_base = true;
  return true;
}

bool Reader::follows_percentage(Mention& mention) const {
  const Mention* before = last_outside_ >= 0 ? &out_.at(last_outside_) : nullptr;
  if (before == nullptr || before->statement != mention.statement ||
      before->end + mention.lead.size() != mention.sign)
    return false;
  if (before->role != ProseRole::share && before->role != ProseRole::rate) return false;
  mention.role = before->role;
  mention.direction = before->direction;
  mention.base = before->base;
  mention.label = mention.lead;
  return true;
}

void Reader::tell_amount(Mention& mention) const {
  if (tell_base(mention)) return;
  if (words_.compared_amount.match_whole(mention.lead)) {
    mention.role = ProseRole::old;
    return;
  }
  const std::string_view words = role_words(mention.lead);
  mention.role = ProseRole::value;
  if (const Word* fresh = word_at_end(words, words_.fresh); fresh != nullptr) {
    mention.fresh = true;
    set_label(mention, words.substr(0, words.size() - fresh->text.size()));
    if (last_outside_ >= 0 && out_.at(last_outside_).statement == mention.statement &&
        word_in(out_.at(last_outside_).lead, words_.from) != nullptr)
      out_.mentions[static_cast<std::size_t>(last_outside_)].role = ProseRole::old;
    return;
  }
  const auto usable = [](const Word* word) {
    return word != nullptr && word->attribute("kind") != "percent";
  };
  const Word* up = word_at_end(words, words_.up);
  const Word* down = word_at_end(words, words_.down);
  if (usable(up) || usable(down)) {
    mention.role = ProseRole::change;
    mention.direction = usable(up) ? 1 : -1;
    set_label(mention, words.substr(0, words.size() - (usable(up) ? up : down)->text.size()));
    return;
  }
  if (word_at_end(words, words_.budget) != nullptr) mention.role = ProseRole::budget;
  if (word_at_end(words, words_.actual) != nullptr) mention.role = ProseRole::actual;
  set_label(mention, words);
}

void Reader::set_label(Mention& mention, std::string_view words) const {
  Match match;
  if (quick_find(words_.compare, words, 0, &match)) {
    const std::string_view before = strip_end(words.substr(0, match.whole.begin), words_.link);
    words = before.empty() ? words.substr(match.whole.end) : before;
  }
  words = strip_start(words, words_.list);
  while (words_.year.match_start(words, &match) && match.whole.end > 0)
    words = strip_start(words.substr(match.whole.end), words_.list);
  mention.label = strip_end(strip_end(words, words_.link), words_.restated);
  if (!mention.label.empty() || strip_start(mention.lead, words_.list).empty()) return;
  // 收入年初预算为Ⓜ，实际完成Ⓜ: the same thing.
  if (last_outside_ < 0 || !is_thing_role(mention.role)) return;
  const Mention& before = out_.at(last_outside_);
  if (before.statement != mention.statement || before.sentence != mention.sentence ||
      !is_thing_role(before.role))
    return;
  mention.label = strip_end(before.label, words_.budget);
  if (mention.label.empty()) mention.label = before.label;
  if (mention.role == ProseRole::value && before.role == ProseRole::budget)
    mention.role = ProseRole::actual;
}

}  // namespace

ProseReading::ProseReading(const CheckInput& from) : input(from), words(from.patterns) {
  for (const Passage& passage : input.prose.passages)
    if (passage.figures.size() > 1 || (!passage.figures.empty() && !passage.heading))
      Reader(*this, passage).run();
}

std::string_view ProseReading::text(int index, std::size_t begin, std::size_t end) const {
  return std::string_view(passage(index).text).substr(begin, end - begin);
}

bool ProseReading::is_amount(int index) const {
  const ProseRole role = at(index).role;
  return role == ProseRole::value || role == ProseRole::budget || role == ProseRole::actual;
}

bool ProseReading::same_unit(int a, int b) const {
  const Figure& one = figure(a);
  const Figure& other = figure(b);
  if (one.kind != other.kind) return false;
  return one.normalized.unit == other.normalized.unit;
}

bool ProseReading::unfinished(int index) const {
  const Mention& mention = at(index);
  const Statement& all = statement(index);
  std::size_t begin = 0, end = all.passage->text.size();
  for (int i = all.first; i < all.last; ++i) {
    if (at(i).sentence < mention.sentence) begin = at(i).end;
    if (at(i).sentence > mention.sentence) {
      end = at(i).begin;
      break;
    }
  }
  return word_in(text(index, begin, end), words.leftover) != nullptr;
}

Operand ProseReading::operand(int index, std::string role) const {
  return operand_of(figure(index), std::move(role));
}

void ProseReading::locate(Relation& relation, int first, int last) const {
  const Passage& where = passage(first);
  const std::size_t end = at(last).statement == at(first).statement ? at(last).end : at(first).end;
  relation.quote = printed(where, input.flow, at(first).begin, end);
  relation.at = place(where, input.flow, at(first).begin, end);
}

}  // namespace gouji
