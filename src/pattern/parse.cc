// SPDX-License-Identifier: GPL-3.0-or-later
// A strict reading: whatever a pattern file says that gouji would not use is an error, because a
// key that is silently ignored is a rule that silently does not hold. The first error ends the
// reading of a file.
#include "pattern/parse.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "pattern/expand.h"
#include "pattern/kinds.h"
#include "pattern/name.h"
#include "pattern/regex.h"
#include "pattern/toml_reader.h"

namespace gouji {
namespace {

constexpr std::string_view kEnding = ".toml";

bool is_one_of(std::string_view key, std::initializer_list<std::string_view> keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

std::string joined(std::initializer_list<std::string_view> keys) {
  std::string text;
  for (const std::string_view key : keys) text += (text.empty() ? "" : ", ") + std::string(key);
  return text.empty() ? "none" : text;
}

class FileReader {
 public:
  FileReader(const PatternFileText& file, const Fragments& shared, const ParseOptions& options)
      : file_(file),
        shared_(shared),
        options_(options),
        toml_(file.shown, file.bytes),
        stem_(file.path.substr(0, file.path.size() - kEnding.size())),
        rules_(rules_of_file(stem_)) {}

  PatternFile read(const toml::table& root) {
    result_.path = file_.path;
    for (const auto& [key, node] : root)
      if (!is_one_of(key.str(), {"fragments", "pattern", "words", "definition"}))
        toml_.fail(toml_.place(key.source()), fmt::format("unknown key {}", key.str()),
                   "a pattern file has [fragments], [[pattern]], [[words]] and [[definition]]");
    if (const toml::node* node = root.get("fragments")) read_fragments(*node);
    read_entries(root, "pattern", PatternEntryKind::pattern);
    read_entries(root, "words", PatternEntryKind::words);
    read_entries(root, "definition", PatternEntryKind::definition);
    // toml++ keeps a table's keys sorted; the order of the file is what its author meant.
    std::stable_sort(
        result_.entries.begin(), result_.entries.end(),
        [](const PatternEntry& a, const PatternEntry& b) { return a.place.line < b.place.line; });
    return std::move(result_);
  }

 private:
  void read_fragments(const toml::node& node) {
    std::vector<std::pair<const toml::key*, const toml::node*>> declared;
    for (const auto& [key, value] : toml_.table(node, "fragments"))
      declared.emplace_back(&key, &value);
    std::sort(declared.begin(), declared.end(), [](const auto& a, const auto& b) {
      return a.first->source().begin < b.first->source().begin;
    });
    for (const auto& [key, value] : declared) {
      if (!is_pattern_name(key->str()))
        toml_.fail(toml_.place(key->source()),
                   fmt::format("{} is no name for a fragment", key->str()),
                   "names are made of a-z, 0-9 and _ and begin with a letter");
      result_.fragments.emplace_back(std::string(key->str()),
                                     read_expression(*value, "a fragment"));
    }
  }

  /// An expression with its fragments put in, tried on RE2.
  std::string read_expression(const toml::node& node, std::string_view name) {
    const std::string text = toml_.text(node, name);
    Expanded expanded = expand(text, result_.fragments, shared_);
    if (!expanded.ok())
      toml_.fail(toml_.place_inside(node, expanded.offset), expanded.error,
                 "declare it under [fragments] above, or write \\{ for a brace");
    if (text.empty()) toml_.fail(toml_.place(node), fmt::format("{} is empty", name));
    if (options_.compile) {
      const std::string refusal = regex_refusal(expanded.text);
      if (!refusal.empty())
        toml_.fail(toml_.place(node), fmt::format("RE2 refuses the expression: {}", refusal),
                   "see docs/patterns.md for the syntax of expressions");
    }
    return expanded.text;
  }

  void read_entries(const toml::table& root, std::string_view key, PatternEntryKind kind) {
    const toml::node* list = root.get(key);
    if (list == nullptr) return;
    for (const toml::node& node : toml_.array(*list, key)) {
      const toml::table& table = toml_.table(node, key);
      PatternEntry entry;
      entry.kind = kind;
      entry.place = toml_.place(node);
      read_head(table, key, entry);
      switch (kind) {
        case PatternEntryKind::pattern:
          read_pattern(table, entry);
          break;
        case PatternEntryKind::words:
          read_words(table, entry);
          break;
        case PatternEntryKind::definition:
          read_definition(table, entry);
          break;
      }
      result_.entries.push_back(std::move(entry));
    }
  }

  void read_head(const toml::table& table, std::string_view what, PatternEntry& entry) {
    const toml::node& name_node = toml_.required(table, "name", what);
    const std::string name = toml_.text(name_node, "name");
    if (!is_pattern_name(name))
      toml_.fail(toml_.place(name_node), fmt::format("\"{}\" is no name", name),
                 "names are made of a-z, 0-9 and _ and begin with a letter");
    entry.id = stem_ + "/" + name;
    const toml::node& why = toml_.required(table, "why", entry.id);
    entry.why = toml_.text(why, "why");
    if (entry.why.empty())
      toml_.fail(toml_.place(why), "why is empty", "say where the wording was met");
  }

  void unknown_key(const toml::key& key, std::initializer_list<std::string_view> known) {
    toml_.fail(toml_.place(key.source()), fmt::format("unknown key {}", key.str()),
               fmt::format("keys of its own that {} may have: {}", file_.path, joined(known)));
  }

  void read_pattern(const toml::table& table, PatternEntry& entry) {
    entry.expression = read_expression(toml_.required(table, "expression", entry.id), "expression");
    for (const auto& [key, node] : table) {
      if (is_one_of(key.str(), {"name", "why", "expression", "match", "reject"})) continue;
      if (!is_one_of(key.str(), rules_.pattern_keys)) unknown_key(key, rules_.pattern_keys);
      entry.attributes.emplace_back(std::string(key.str()), toml_.text(node, key.str()));
    }
    read_examples(table, entry, 1);
    std::vector<std::string_view> groups;
    const Regex regex(entry.expression);
    if (options_.compile) groups = regex.group_names();
    for (const Example& example : entry.match)
      for (const auto& [name, value] : example.groups)
        if (std::find(groups.begin(), groups.end(), name) == groups.end())
          toml_.fail(example.place, fmt::format("the expression has no group named {}", name),
                     "a named group is written (?P<name>…)");
  }

  void read_words(const toml::table& table, PatternEntry& entry) {
    for (const auto& [key, node] : table)
      if (!is_one_of(key.str(), {"name", "why", "words", "match", "reject"})) unknown_key(key, {});
    const toml::node& list = toml_.required(table, "words", entry.id);
    std::map<std::string, FilePlace> seen;
    for (const toml::node& node : toml_.array(list, "words")) {
      Word word = read_word(node);
      if (word.text.empty()) toml_.fail(toml_.place(node), "a word is empty");
      if (!seen.emplace(word.text, toml_.place(node)).second)
        toml_.fail(toml_.place(node), fmt::format("the word {} stands twice", word.text));
      entry.words.push_back(std::move(word));
    }
    if (entry.words.empty()) toml_.fail(toml_.place(list), "words is empty");
    read_examples(table, entry, 0);
  }

  Word read_word(const toml::node& node) {
    Word word;
    if (!node.is_table()) {
      word.text = toml_.text(node, "a word");
      return word;
    }
    const toml::table& table = *node.as_table();
    word.text = toml_.text(toml_.required(table, "text", "a word"), "text");
    for (const auto& [key, value] : table) {
      if (key.str() == "text") continue;
      if (!is_one_of(key.str(), rules_.word_keys)) unknown_key(key, rules_.word_keys);
      word.attributes.emplace_back(std::string(key.str()), toml_.text(value, key.str()));
    }
    return word;
  }

  void read_definition(const toml::table& table, PatternEntry& entry) {
    for (const auto& [key, node] : table) {
      if (is_one_of(key.str(), {"name", "why", "match", "reject"})) continue;
      const DefinitionKey* rule = definition_key(key.str());
      if (rule == nullptr) unknown_definition_key(key);
      read_value(*rule, node, entry);
    }
    for (const DefinitionKey& rule : rules_.definition_keys)
      if (rule.required && table.get(rule.name) == nullptr)
        toml_.fail(entry.place, fmt::format("{} has no {}", entry.id, rule.name));
    if (!rules_.example_key.empty()) {
      read_examples(table, entry, 0);
    } else if (table.contains("match") || table.contains("reject")) {
      toml_.fail(entry.place, fmt::format("definitions of {} have no examples", file_.path));
    }
  }

  const DefinitionKey* definition_key(std::string_view name) const {
    for (const DefinitionKey& rule : rules_.definition_keys)
      if (rule.name == name) return &rule;
    return nullptr;
  }

  [[noreturn]] void unknown_definition_key(const toml::key& key) const {
    std::string known;
    for (const DefinitionKey& rule : rules_.definition_keys)
      known += (known.empty() ? "" : ", ") + std::string(rule.name);
    toml_.fail(toml_.place(key.source()), fmt::format("unknown key {}", key.str()),
               fmt::format("keys of its own that {} may have: {}", file_.path,
                           known.empty() ? "none" : known));
  }

  void read_value(const DefinitionKey& rule, const toml::node& node, PatternEntry& entry) {
    if (rule.form == ValueForm::text) {
      entry.values.emplace_back(std::string(rule.name),
                                std::vector<std::string>{toml_.text(node, rule.name)});
      return;
    }
    std::vector<std::string> texts;
    for (const auto& [text, one] : toml_.texts(node, rule.name))
      texts.push_back(rule.form == ValueForm::expression ? read_expression(*one, rule.name) : text);
    auto& list = rule.form == ValueForm::expression ? entry.expressions : entry.values;
    list.emplace_back(std::string(rule.name), std::move(texts));
  }

  void read_examples(const toml::table& table, PatternEntry& entry, std::size_t rejects_needed) {
    const auto read_list = [&](std::string_view key, std::size_t needed) {
      std::vector<Example> examples;
      const toml::node* node = table.get(key);
      if (node != nullptr)
        for (const toml::node& one : toml_.array(*node, key)) examples.push_back(read_example(one));
      if (examples.size() < needed)
        toml_.fail(node == nullptr ? entry.place : toml_.place(*node),
                   fmt::format("{} has no example that must {}", entry.id, key),
                   fmt::format("add {} = [ \"…\" ]", key));
      return examples;
    };
    entry.match = read_list("match", 1);
    entry.reject = read_list("reject", rejects_needed);
    for (const Example& example : entry.reject)
      if (!example.groups.empty())
        toml_.fail(example.place, "an example that must not match cannot ask for groups");
  }

  Example read_example(const toml::node& node) {
    Example example;
    example.place = toml_.place(node);
    if (!node.is_table()) {
      example.text = toml_.text(node, "an example");
      return example;
    }
    const toml::table& table = *node.as_table();
    example.text = toml_.text(toml_.required(table, "text", "an example"), "text");
    for (const auto& [key, value] : table)
      if (key.str() != "text")
        example.groups.emplace_back(std::string(key.str()), toml_.text(value, key.str()));
    return example;
  }

  const PatternFileText& file_;
  const Fragments& shared_;
  const ParseOptions& options_;
  TomlReader toml_;
  std::string stem_;
  const FileRules& rules_;
  PatternFile result_;
};

Error bad_pattern(const FilePlace& place, const std::string& what, std::string remedy) {
  return {ErrorCode::bad_pattern, place.str() + ": " + what, std::move(remedy)};
}

}  // namespace

Result<PatternFile> parse_pattern_file(const PatternFileText& file, const Fragments& shared,
                                       const ParseOptions& options) {
  try {
    const toml::table root = toml::parse(std::string_view(file.bytes));
    return FileReader(file, shared, options).read(root);
  } catch (const toml::parse_error& error) {
    const auto& begin = error.source().begin;
    return bad_pattern(
        {file.shown, static_cast<int>(begin.line), static_cast<int>(begin.column)},
        fmt::format("this is not TOML: {}", error.description()),
        "expressions are best written in single quotes, where a backslash is a backslash");
  } catch (const LintError& error) {
    return bad_pattern(error.place, error.what, error.remedy);
  }
}

Result<std::vector<PatternFile>> parse_pattern_files(const std::vector<PatternFileText>& files,
                                                     const Fragments& shared,
                                                     const ParseOptions& options) {
  Fragments all_shared = shared;
  for (const PatternFileText& file : files) {
    if (file.path != kSharedFragmentsFile) continue;
    Result<PatternFile> parsed = parse_pattern_file(file, shared, options);
    if (!parsed) return parsed.error();
    all_shared.insert(all_shared.begin(), parsed->fragments.begin(), parsed->fragments.end());
  }
  std::vector<PatternFile> result;
  std::map<std::string, FilePlace> seen;
  for (const PatternFileText& file : files) {
    Result<PatternFile> parsed = parse_pattern_file(file, all_shared, options);
    if (!parsed) return parsed.error();
    for (const PatternEntry& entry : parsed->entries) {
      const auto [known, is_new] = seen.emplace(entry.id, entry.place);
      if (!is_new)
        return bad_pattern(entry.place, "a second entry with the id " + entry.id,
                           "the first stands at " + known->second.str() + "; rename one");
    }
    result.push_back(std::move(*parsed));
  }
  return result;
}

}  // namespace gouji
