// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/word_index.h"

#include <cstdlib>

namespace gouji {

namespace {

bool is_letter(char32_t c) {
  c = fold_width(c);
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

std::u32string folded(std::string_view utf8) {
  std::u32string text = from_utf8(utf8);
  for (char32_t& c : text) c = fold_width(c);
  return text;
}

Bound bound_of(std::string_view name) {
  if (name == "at_least") return Bound::at_least;
  if (name == "at_most") return Bound::at_most;
  if (name == "more_than") return Bound::more_than;
  if (name == "less_than") return Bound::less_than;
  return Bound::none;
}

/// The texts of a list separated by blanks.
std::vector<std::u32string> folded_list(std::string_view utf8) {
  std::vector<std::u32string> texts;
  const std::u32string rest = folded(utf8);
  for (std::size_t begin = 0; begin < rest.size();) {
    const std::size_t end = std::min(rest.find(U' ', begin), rest.size());
    if (end > begin) texts.push_back(rest.substr(begin, end - begin));
    begin = end + 1;
  }
  return texts;
}

VocabularyWord read_word(const Word& entry, std::string_view kind) {
  VocabularyWord word;
  word.text = folded(entry.text);
  word.unit = entry.attribute("unit");
  word.factor = entry.attribute("factor");
  word.kind = entry.attribute("kind").empty() ? kind : entry.attribute("kind");
  word.subject = entry.attribute("subject");
  word.shift = std::atoi(std::string(entry.attribute("shift")).c_str());
  word.reach = std::atoi(std::string(entry.attribute("reach")).c_str());
  word.bound = bound_of(entry.attribute("bound"));
  word.not_before = folded_list(entry.attribute("not_before"));
  word.not_after = folded_list(entry.attribute("not_after"));
  return word;
}

}  // namespace

void WordIndex::add(const WordList& list, std::string_view kind) {
  for (const Word& entry : list.words)
    if (!entry.text.empty()) words_.push_back(read_word(entry, kind));
}

void WordIndex::finish() {
  const auto first = [this](const VocabularyWord& word) {
    return way_ == Way::forward ? word.text.front() : word.text.back();
  };
  std::vector<std::uint32_t> order(words_.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i);
  std::sort(order.begin(), order.end(), [&](std::uint32_t i, std::uint32_t k) {
    const VocabularyWord &a = words_[i], &b = words_[k];
    if (first(a) != first(b)) return first(a) < first(b);
    if (a.text.size() != b.text.size()) return a.text.size() > b.text.size();
    return i < k;
  });
  std::vector<VocabularyWord> sorted;
  sorted.reserve(words_.size());
  for (const std::uint32_t i : order) sorted.push_back(std::move(words_[i]));
  words_ = std::move(sorted);
  groups_.clear();
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const char32_t c = first(words_[i]);
    firsts_[c % kFirsts] = true;
    if (groups_.empty() || groups_.back().first != c) groups_.push_back({c, i, i});
    groups_.back().end = i + 1;
  }
}

WordIndex::Hit WordIndex::match(const VocabularyWord& word, std::u32string_view text,
                                std::size_t at) const {
  const auto blank = [](char32_t c) { return c == U' ' || c == 0xA0 || c == 0x3000; };
  std::size_t place = at;
  for (std::size_t i = 0; i < word.text.size(); ++i) {
    if (way_ == Way::forward) {
      while (i > 0 && place < text.size() && blank(text[place])) ++place;
      if (place >= text.size() || fold_width(text[place]) != word.text[i]) return {};
      ++place;
    } else {
      while (i > 0 && place > 0 && blank(text[place - 1])) --place;
      if (place == 0 || fold_width(text[place - 1]) != word.text[word.text.size() - 1 - i])
        return {};
      --place;
    }
  }
  if (way_ == Way::forward) {
    const bool cut_word =
        place < text.size() && is_letter(word.text.back()) && is_letter(text[place]);
    if (cut_word) return {};
    for (const std::u32string& next : word.not_before)
      if (text.substr(place, next.size()) == next) return {};
  }
  return {&word, place};
}

WordIndex::Hit WordIndex::longest(std::u32string_view text, std::size_t at) const {
  if (way_ == Way::forward ? at >= text.size() : at == 0) return {};
  const char32_t c = fold_width(text[way_ == Way::forward ? at : at - 1]);
  if (!firsts_[c % kFirsts]) return {};
  const auto group =
      std::lower_bound(groups_.begin(), groups_.end(), c,
                       [](const Group& a, char32_t character) { return a.first < character; });
  if (group == groups_.end() || group->first != c) return {};
  for (std::size_t i = group->begin; i < group->end; ++i)
    if (const Hit hit = match(words_[i], text, at)) return hit;
  return {};
}

}  // namespace gouji
