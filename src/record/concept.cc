// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a label without brackets, quotation marks and dashes is looked up whole; then year, fund,
// basis and scope are taken off its ends, the longest phrase first, until what is left is a
// wording. A label whose remark in brackets is in the way is tried without the remark.
#include "record/concept.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/charclass.h"
#include "text/numeral.h"

namespace gouji {
namespace {

/// Longer texts are sentences, not labels. Bytes of UTF-8; a hanzi has three.
constexpr std::size_t kLongestLabelBytes = 3 * 40;

/// Punctuation that wordings are spelled with or without.
constexpr std::u32string_view kIgnored =
    U"()[]<>\"',.:;-_/\\+* \u201c\u201d\u2018\u2019\u300a\u300b"
    U"\u300c\u300d\u300e\u300f\u3010\u3011\u3001\u00b7\u2022"
    U"\u2014\u2013\u3014\u3015\uff02\uff1a\uff0c\uff08\uff09"
    U"\u3002\uff3b\uff3d\u25b2\u2605\u203b"
    U"\u2460\u2461\u2462\u2463\u2464\u2465\u2466\u2467\u2468";

/// The form in which wordings are compared. `remarks`: keep what stands in brackets.
std::string normal_form(std::string_view text, bool remarks) {
  std::string out;
  int depth = 0;
  for (const char32_t c : from_utf8(text)) {
    if (c == U'(' || c == U'\uff08') ++depth;
    if ((remarks || depth == 0) && (is_han(c) || kIgnored.find(c) == std::u32string_view::npos))
      append_utf8(out, c);
    if ((c == U')' || c == U'\uff09') && depth > 0) --depth;
  }
  return out;
}

bool begins_with(std::string_view text, std::string_view part) {
  return text.size() >= part.size() && text.compare(0, part.size(), part) == 0;
}

bool ends_with(std::string_view text, std::string_view part) {
  return text.size() >= part.size() &&
         text.compare(text.size() - part.size(), part.size(), part) == 0;
}

/// Years are printed with ASCII digits, or with a round sign for the zero of 二○二五: most labels
/// have neither and are not searched.
bool may_hold_year(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos ||
         text.find("\xE2\x97\x8B") != std::string_view::npos ||  // U+25CB
         text.find("\xE2\x97\xAF") != std::string_view::npos ||  // U+25EF
         text.find("\xE3\x80\x87") != std::string_view::npos;    // U+3007
}

/// Three bytes, a hanzi in UTF-8, as a number; shorter texts have fewer.
std::uint32_t three_bytes(std::string_view text) {
  std::uint32_t key = 0;
  for (const char c : text.substr(0, 3)) key = key << 8 | static_cast<unsigned char>(c);
  return key;
}

std::string_view last_three(std::string_view text) {
  return text.substr(text.size() < 3 ? 0 : text.size() - 3);
}

int year_of(std::string_view digits) {
  int year = 0;
  for (const char32_t c : from_utf8(digits)) {
    const NumeralChar numeral = numeral_char(c);
    const bool digit =
        numeral.kind == NumeralClass::ascii || numeral.kind == NumeralClass::han_digit;
    year = year * 10 + (digit ? numeral.value : 0);
  }
  return year;
}

}  // namespace

ConceptVocabulary::ConceptVocabulary(const PatternSet& patterns)
    : year_(patterns.pattern("record/fiscal_column/year")),
      bare_year_(patterns.pattern("record/fiscal_column/bare_year")) {
  for (const Definition* definition : patterns.definitions("vocabulary/concept/")) {
    const auto index = static_cast<int>(concepts_.size());
    concepts_.push_back({definition->id.substr(definition->id.rfind('/') + 1),
                         std::string(definition->text("code")),
                         std::string(definition->text("fund")),
                         definition->text("place") == "balance"});
    for (const std::string& word : definition->texts("words"))
      wordings_.emplace(normal_form(word, true), index);
    for (const std::string& whole : definition->texts("whole"))
      for (const std::string& part : definition->texts("part")) {
        within_.emplace(std::pair(whole, part), index);
        within_.emplace(std::pair(part, whole), index);
      }
  }
  add_phrases(patterns.words("vocabulary/phrase/fund"), true, false);
  add_phrases(patterns.words("vocabulary/phrase/basis"), true, true);
  add_phrases(patterns.words("vocabulary/phrase/scope"), true, false);
  add_phrases(patterns.words("vocabulary/phrase/tail"), false, true);
  std::stable_sort(phrases_.begin(), phrases_.end(),
                   [](const Phrase& a, const Phrase& b) { return a.text.size() > b.text.size(); });
  for (std::size_t i = 0; i < phrases_.size(); ++i) {
    const Phrase& phrase = phrases_[i];
    if (phrase.front) at_front_[three_bytes(phrase.text)].push_back(static_cast<int>(i));
    if (phrase.back) at_back_[three_bytes(last_three(phrase.text))].push_back(static_cast<int>(i));
  }
}

void ConceptVocabulary::add_phrases(const WordList& list, bool front, bool back) {
  for (const Word& word : list.words)
    phrases_.push_back({word.text, std::string(word.attribute("basis")),
                        std::string(word.attribute("fund")), word.attribute("kind") == "figure",
                        front, back});
}

const Concept* ConceptVocabulary::lookup(std::string_view key) const {
  const auto found = wordings_.find(std::string(key));
  return found == wordings_.end() ? nullptr : &concepts_[static_cast<std::size_t>(found->second)];
}

bool ConceptVocabulary::strip_year(std::string& key, Meaning& meaning) const {
  Match match;
  if (!may_hold_year(key)) return false;
  const bool marked = year_.find(key, 0, &match);
  if (!marked && !bare_year_.match_whole(key, &match)) return false;
  const Group year = match.group("year");
  if (!meaning.year) meaning.year = year_of(year.in(key));
  const Group& taken = marked ? match.whole : year;
  key.erase(taken.begin, taken.end - taken.begin);
  return true;
}

const ConceptVocabulary::Phrase* ConceptVocabulary::phrase_at_end(std::string_view key,
                                                                  bool front) const {
  const PhraseIndex& index = front ? at_front_ : at_back_;
  const auto found = index.find(three_bytes(front ? key : last_three(key)));
  if (found == index.end()) return nullptr;
  for (const int i : found->second) {
    const Phrase& phrase = phrases_[static_cast<std::size_t>(i)];
    if (front ? begins_with(key, phrase.text) : ends_with(key, phrase.text)) return &phrase;
  }
  return nullptr;
}

bool ConceptVocabulary::strip(std::string& key, Meaning& meaning) const {
  const Phrase* first = phrase_at_end(key, true);
  const Phrase* last = phrase_at_end(key, false);
  if (!first && !last) return false;
  // The longer one is the surer one.
  const bool front = first && (!last || first->text.size() >= last->text.size());
  const Phrase& phrase = front ? *first : *last;
  if (!phrase.basis.empty() && !meaning.basis) {
    meaning.basis = phrase.basis;
    meaning.sure = phrase.sure;
  }
  if (!phrase.fund.empty() && !meaning.fund) meaning.fund = phrase.fund;
  key.erase(front ? 0 : key.size() - phrase.text.size(), phrase.text.size());
  meaning.prefixed = true;
  return true;
}

bool ConceptVocabulary::reduce(std::string key, Meaning& meaning) const {
  const Concept* known = lookup(key);
  if (!known && strip_year(key, meaning)) known = lookup(key);
  while (!known && !key.empty() && strip(key, meaning)) known = lookup(key);
  meaning.bare = key.empty();
  // A word such as 执行 is a basis only of something known: 案件执行 is an item.
  if (!known && !meaning.bare && !meaning.sure) meaning.basis.reset();
  if (!known) return false;
  meaning.concept_id = known->name;
  if (!meaning.fund && !known->fund.empty()) meaning.fund = known->fund;
  return true;
}

Meaning ConceptVocabulary::meaning_of(std::string_view text) const {
  Meaning meaning;
  if (text.empty() || text.size() > kLongestLabelBytes) return meaning;
  if (reduce(normal_form(text, true), meaning) ||
      text.find_first_of("([") == std::string_view::npos)
    return meaning;
  Meaning other;
  if (reduce(normal_form(text, false), other) || other.bare) return other;
  return meaning;
}

const Concept* ConceptVocabulary::find(std::string_view name) const {
  const auto found = std::find_if(concepts_.begin(), concepts_.end(),
                                  [&](const Concept& known) { return known.name == name; });
  return found == concepts_.end() ? nullptr : &*found;
}

const Concept* ConceptVocabulary::of_code(std::string_view code) const {
  if (code.empty()) return nullptr;
  const auto found = std::find_if(concepts_.begin(), concepts_.end(),
                                  [&](const Concept& known) { return known.code == code; });
  return found == concepts_.end() ? nullptr : &*found;
}

const Concept* ConceptVocabulary::within(std::string_view whole, std::string_view part) const {
  const auto found = within_.find(std::pair(std::string(whole), std::string(part)));
  return found == within_.end() ? nullptr : &concepts_[static_cast<std::size_t>(found->second)];
}

const Concept* ConceptVocabulary::of_fund(std::string_view fund) const {
  if (fund.empty()) return nullptr;
  const auto found = std::find_if(concepts_.begin(), concepts_.end(),
                                  [&](const Concept& known) { return known.fund == fund; });
  return found == concepts_.end() ? nullptr : &*found;
}

Maybe<int> ConceptVocabulary::year_in(std::string_view text) const {
  Meaning meaning;
  std::string copy(text);
  strip_year(copy, meaning);
  return meaning.year;
}

std::string ConceptVocabulary::without_funds(std::string_view text) const {
  std::string out(text);
  for (const Phrase& phrase : phrases_) {
    if (phrase.fund.empty()) continue;
    for (std::size_t at = out.find(phrase.text); at != std::string::npos;
         at = out.find(phrase.text))
      out.erase(at, phrase.text.size());
  }
  return out;
}

Maybe<std::string> ConceptVocabulary::fund_in(std::string_view text) const {
  Maybe<std::string> fund;
  std::string rest(text);
  for (const Phrase& phrase : phrases_) {
    if (phrase.fund.empty()) continue;
    const std::size_t at = rest.find(phrase.text);
    if (at == std::string::npos) continue;
    rest.erase(at, phrase.text.size());
    if (fund && *fund != phrase.fund) return std::nullopt;
    fund = phrase.fund;
  }
  return fund;
}

}  // namespace gouji
