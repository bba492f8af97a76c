// SPDX-License-Identifier: GPL-3.0-or-later
// Built-in entries come from the packed form, user entries from their files; a user entry takes the
// place of a built-in one with the same id, else it stands behind all that came before it.
#include "pattern/pattern_set.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <mutex>
#include <unordered_map>

#include "pattern/builtin.h"
#include "pattern/folder.h"
#include "pattern/packed.h"
#include "pattern/parse.h"
#include "pattern/regex.h"

namespace gouji {
namespace {

template <class List>
auto find_key(const List& list, std::string_view key) {
  return std::find_if(list.begin(), list.end(),
                      [&](const auto& entry) { return entry.first == key; });
}

std::string_view attribute_of(const std::vector<std::pair<std::string, std::string>>& attributes,
                              std::string_view key) {
  const auto found = find_key(attributes, key);
  return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

}  // namespace

struct Pattern::Data {
  std::string id, why;
  std::vector<std::pair<std::string, std::string>> attributes;
  Regex regex;
};

Group Match::group(std::string_view name) const {
  const auto found = find_key(groups, name);
  return found == groups.end() ? Group() : found->second;
}

Pattern::Pattern(std::shared_ptr<const Data> data) : data_(std::move(data)) {}
const std::string& Pattern::id() const {
  return data_->id;
}
const std::string& Pattern::why() const {
  return data_->why;
}

std::string_view Pattern::attribute(std::string_view key) const {
  return attribute_of(data_->attributes, key);
}

bool Pattern::match_start(std::string_view text, Match* match) const {
  return data_->regex.match(text, 0, Anchor::start, match);
}

bool Pattern::match_whole(std::string_view text, Match* match) const {
  return data_->regex.match(text, 0, Anchor::whole, match);
}

bool Pattern::find(std::string_view text, std::size_t from, Match* match) const {
  return data_->regex.match(text, from, Anchor::anywhere, match);
}

std::string_view Word::attribute(std::string_view key) const {
  return attribute_of(attributes, key);
}

const std::vector<std::string>& Definition::texts(std::string_view key) const {
  static const std::vector<std::string> kNone;
  const auto found = find_key(values, key);
  return found == values.end() ? kNone : found->second;
}

std::string_view Definition::text(std::string_view key) const {
  const auto& all = texts(key);
  return all.empty() ? std::string_view() : std::string_view(all.front());
}

const std::vector<Pattern>& Definition::expressions(std::string_view key) const {
  static const std::vector<Pattern> kNone;
  const auto found = find_key(patterns, key);
  return found == patterns.end() ? kNone : found->second;
}

/// Vectors of owning pointers, so that entries keep their addresses.
struct PatternSet::Data {
  std::vector<std::unique_ptr<Pattern>> patterns;
  std::vector<std::unique_ptr<WordList>> words;
  std::vector<std::unique_ptr<Definition>> definitions;
  std::unordered_map<std::string_view, std::size_t> pattern_of, words_of, definition_of;
  std::string hash;

  mutable std::mutex mutex;  ///< guards by_prefix
  mutable std::map<std::string, std::vector<const Pattern*>, std::less<>> by_prefix;

  void add(PatternEntry entry);

 private:
  static Pattern make_pattern(const std::string& id, const std::string& why,
                              std::vector<std::pair<std::string, std::string>> attributes,
                              std::string expression);
  template <class T>
  static void put(std::unique_ptr<T> value, std::string_view id,
                  std::vector<std::unique_ptr<T>>& list,
                  std::unordered_map<std::string_view, std::size_t>& index);
};

Pattern PatternSet::Data::make_pattern(const std::string& id, const std::string& why,
                                       std::vector<std::pair<std::string, std::string>> attributes,
                                       std::string expression) {
  return Pattern(std::shared_ptr<const Pattern::Data>(
      new Pattern::Data{id, why, std::move(attributes), Regex(std::move(expression))}));
}

template <class T>
void PatternSet::Data::put(std::unique_ptr<T> value, std::string_view id,
                           std::vector<std::unique_ptr<T>>& list,
                           std::unordered_map<std::string_view, std::size_t>& index) {
  const auto known = index.find(id);
  if (known == index.end()) {
    index.emplace(id, list.size());
    list.push_back(std::move(value));
    return;
  }
  // The key lives in the entry that is replaced.
  const std::size_t place = known->second;
  index.erase(known);
  index.emplace(id, place);
  list[place] = std::move(value);
}

void PatternSet::Data::add(PatternEntry entry) {
  switch (entry.kind) {
    case PatternEntryKind::pattern: {
      auto pattern = std::make_unique<Pattern>(make_pattern(
          entry.id, entry.why, std::move(entry.attributes), std::move(entry.expression)));
      const std::string_view id = pattern->id();
      put(std::move(pattern), id, patterns, pattern_of);
      break;
    }
    case PatternEntryKind::words: {
      auto list = std::make_unique<WordList>(
          WordList{std::move(entry.id), std::move(entry.why), std::move(entry.words)});
      std::stable_sort(list->words.begin(), list->words.end(),
                       [](const Word& a, const Word& b) { return a.text < b.text; });
      const std::string_view id = list->id;
      put(std::move(list), id, words, words_of);
      break;
    }
    case PatternEntryKind::definition: {
      auto definition = std::make_unique<Definition>();
      definition->id = std::move(entry.id);
      definition->why = std::move(entry.why);
      definition->values = std::move(entry.values);
      for (auto& [key, expressions] : entry.expressions) {
        std::vector<Pattern> compiled;
        for (std::string& expression : expressions)
          compiled.push_back(
              make_pattern(definition->id, definition->why, {}, std::move(expression)));
        definition->patterns.emplace_back(key, std::move(compiled));
      }
      const std::string_view id = definition->id;
      put(std::move(definition), id, definitions, definition_of);
      break;
    }
  }
}

bool WordList::contains(std::string_view text) const {
  const auto at =
      std::lower_bound(words.begin(), words.end(), text,
                       [](const Word& word, std::string_view t) { return word.text < t; });
  return at != words.end() && at->text == text;
}

Result<PatternSet> PatternSet::load(const std::vector<std::string>& folders) {
  auto data = std::make_shared<Data>();
  const BuiltinPatterns& builtin = builtin_patterns();
  Unpacked unpacked = unpack(builtin.packed);
  for (PatternEntry& entry : unpacked.entries) data->add(std::move(entry));
  data->hash = builtin.hash;
  for (const std::string& folder : folders) {
    const Result<std::vector<PatternFileText>> texts = read_pattern_folder(folder);
    if (!texts) return texts.error();
    Result<std::vector<PatternFile>> files = parse_pattern_files(*texts, unpacked.shared);
    if (!files) return files.error();
    for (PatternFile& file : *files)
      for (PatternEntry& entry : file.entries) data->add(std::move(entry));
    data->hash = hash_of_files(data->hash, *texts);
  }
  data->hash = "sha256:" + data->hash;
  return PatternSet(std::move(data));
}

Result<PatternSet> PatternSet::load_texts(
    const std::vector<std::pair<std::string, std::string>>& files) {
  std::vector<PatternFileText> texts;
  for (const auto& [path, bytes] : files) texts.push_back({path, path, bytes});
  Result<std::vector<PatternFile>> parsed = parse_pattern_files(texts);
  if (!parsed) return parsed.error();
  auto data = std::make_shared<Data>();
  for (PatternFile& file : *parsed)
    for (PatternEntry& entry : file.entries) data->add(std::move(entry));
  data->hash = "sha256:" + hash_of_files({}, texts);
  return PatternSet(std::move(data));
}

const std::vector<const Pattern*>& PatternSet::patterns(std::string_view prefix) const {
  const std::lock_guard<std::mutex> lock(data_->mutex);
  const auto known = data_->by_prefix.find(prefix);
  if (known != data_->by_prefix.end()) return known->second;
  std::vector<const Pattern*>& list = data_->by_prefix[std::string(prefix)];
  for (const auto& pattern : data_->patterns)
    if (starts_with(pattern->id(), prefix)) list.push_back(pattern.get());
  return list;
}

const Pattern& PatternSet::pattern(std::string_view id) const {
  const auto found = data_->pattern_of.find(id);
  assert(found != data_->pattern_of.end() && "no pattern with this id");
  return *data_->patterns[found->second];
}

const WordList& PatternSet::words(std::string_view id) const {
  static const WordList kNone;
  const auto found = data_->words_of.find(id);
  return found == data_->words_of.end() ? kNone : *data_->words[found->second];
}

std::vector<const Definition*> PatternSet::definitions(std::string_view prefix) const {
  std::vector<const Definition*> list;
  for (const auto& definition : data_->definitions)
    if (starts_with(definition->id, prefix)) list.push_back(definition.get());
  return list;
}

const std::string& PatternSet::hash() const {
  return data_->hash;
}

}  // namespace gouji
