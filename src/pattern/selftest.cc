// SPDX-License-Identifier: GPL-3.0-or-later
// An example is tried the way the stage uses its entry: anchored as pattern/kinds.cc says. Word
// lists: at least one word occurs in the text. Definitions: one text or expression of the key that
// kinds.cc names matches.
#include "pattern/selftest.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "pattern/builtin.h"
#include "pattern/folder.h"
#include "pattern/kinds.h"
#include "pattern/parse.h"
#include "pattern/regex.h"

namespace gouji {
namespace {

const FileRules& rules_of_entry(const PatternEntry& entry) {
  return rules_of_file(std::string_view(entry.id).substr(0, entry.id.rfind('/')));
}

std::vector<ExampleFailure> failure(const PatternEntry& entry, const Example& example,
                                    std::string what) {
  return {{example.place, entry.id, std::move(what)}};
}

std::vector<ExampleFailure> try_pattern(const PatternEntry& entry, const Example& example,
                                        bool must_match) {
  const Regex regex(entry.expression);
  Match match;
  const bool matched = regex.match(example.text, 0, rules_of_entry(entry).anchor, &match);
  if (matched && !must_match)
    return failure(entry, example,
                   fmt::format("must not match \"{}\", but matches its \"{}\"", example.text,
                               match.whole.in(example.text)));
  if (!matched && must_match)
    return failure(entry, example, fmt::format("must match \"{}\", but does not", example.text));
  std::vector<ExampleFailure> failures;
  for (const auto& [name, expected] : example.groups) {
    const std::string_view found = match.group(name).in(example.text);
    if (found != expected)
      failures.push_back({example.place, entry.id,
                          fmt::format("in \"{}\", {} is \"{}\", not \"{}\"", example.text, name,
                                      found, expected)});
  }
  return failures;
}

bool any_word_in(const PatternEntry& entry, std::string_view text) {
  return std::any_of(entry.words.begin(), entry.words.end(), [&](const Word& word) {
    return text.find(word.text) != std::string_view::npos;
  });
}

bool definition_fits(const PatternEntry& entry, const FileRules& rules, std::string_view text) {
  for (const auto& [key, expressions] : entry.expressions)
    if (key == rules.example_key)
      for (const std::string& expression : expressions)
        if (Regex(expression).match(text, 0, rules.anchor, nullptr)) return true;
  for (const auto& [key, values] : entry.values)
    if (key == rules.example_key && std::find(values.begin(), values.end(), text) != values.end())
      return true;
  return false;
}

void put(std::vector<PatternEntry>& entries, std::map<std::string, std::size_t>& index,
         PatternEntry entry) {
  const auto [known, is_new] = index.emplace(entry.id, entries.size());
  if (is_new)
    entries.push_back(std::move(entry));
  else
    entries[known->second] = std::move(entry);
}

}  // namespace

Result<std::vector<PatternEntry>> load_entries(const std::vector<std::string>& folders) {
  std::vector<PatternEntry> entries;
  std::map<std::string, std::size_t> index;
  std::vector<PatternFileText> texts;
  const BuiltinPatterns& builtin = builtin_patterns();
  for (std::size_t i = 0; i < builtin.count; ++i) {
    const BuiltinFile& file = builtin.files[i];
    texts.push_back(
        {std::string(file.path), "patterns/" + std::string(file.path), std::string(file.bytes)});
  }
  Fragments shared;
  for (std::size_t layer = 0; layer <= folders.size(); ++layer) {
    if (layer > 0) {
      Result<std::vector<PatternFileText>> read = read_pattern_folder(folders[layer - 1]);
      if (!read) return read.error();
      texts = std::move(*read);
    }
    Result<std::vector<PatternFile>> files = parse_pattern_files(texts, shared);
    if (!files) return files.error();
    for (PatternFile& file : *files) {
      if (layer == 0 && file.path == kSharedFragmentsFile) shared = file.fragments;
      for (PatternEntry& entry : file.entries) put(entries, index, std::move(entry));
    }
  }
  return entries;
}

std::vector<ExampleFailure> try_example(const PatternEntry& entry, const Example& example,
                                        bool must_match) {
  if (entry.kind == PatternEntryKind::pattern) return try_pattern(entry, example, must_match);
  const bool matched = entry.kind == PatternEntryKind::words
                           ? any_word_in(entry, example.text)
                           : definition_fits(entry, rules_of_entry(entry), example.text);
  if (matched == must_match) return {};
  const std::string what = must_match
                               ? fmt::format("must match \"{}\", but does not", example.text)
                               : fmt::format("must not match \"{}\", but does", example.text);
  return failure(entry, example, what);
}

SelfTestResult self_test(const std::vector<PatternEntry>& entries) {
  SelfTestResult result;
  for (const PatternEntry& entry : entries) {
    for (const bool must_match : {true, false}) {
      for (const Example& example : must_match ? entry.match : entry.reject) {
        ++result.examples;
        for (ExampleFailure& failed : try_example(entry, example, must_match))
          result.failures.push_back(std::move(failed));
      }
    }
  }
  return result;
}

}  // namespace gouji
