// SPDX-License-Identifier: GPL-3.0-or-later
// The name of the reporting body: is it the same everywhere?
//
// Not every near name is a mistake: the body above has nearly the same one, and short names are
// usual. So only two ways of writing it wrongly are looked for: another conjunction inside the name
// (和, 与), and a place dropped from it where the sentence plainly speaks of the body itself. The
// name is that of the title; should a variant outnumber it, the variant is taken to be right.
#include <string>
#include <string_view>
#include <vector>

#include "check/statement.h"
#include "check/statement_finders.h"

namespace gouji {

namespace {

constexpr std::size_t kShortestName = 6 * 3;  // bytes; a shorter name is a part of too many others

struct Variant {
  std::string name;
  bool needs_context = false;  ///< a real body may have this name
};

struct Mention {
  const Passage* passage = nullptr;
  Words words;
  std::size_t variant = 0;  ///< 0 = the name itself
};

/// The name itself, then the ways of writing it wrongly.
std::vector<Variant> variants_of(const std::string& name, const PatternSet& patterns) {
  std::vector<Variant> variants = {{name, false}};
  const WordList& conjunctions = patterns.words("check/word/conjunction");
  for (const Word& printed : conjunctions.words) {
    const std::size_t at = name.find(printed.text, kShortestName / 3);
    if (at == std::string::npos || at + printed.text.size() >= name.size()) continue;
    for (const Word& other : conjunctions.words) {
      if (other.text == printed.text) continue;
      std::string changed = name;
      changed.replace(at, printed.text.size(), other.text);
      variants.push_back({changed, false});
    }
  }
  Match match;
  if (patterns.pattern("check/name/places").match_whole(name, &match)) {
    const std::string outer(match.group("outer").in(name));
    variants.push_back({outer + std::string(match.group("body").in(name)), true});
  }
  return variants;
}

/// The places where one of the variants stands, in reading order.
std::vector<Mention> mentions_of(const CheckInput& input, const std::vector<Variant>& variants) {
  const Pattern& of_itself = input.patterns.pattern("check/name/of_itself");
  std::vector<Mention> mentions;
  for (const Passage& passage : input.prose.passages) {
    const std::string_view text = passage.text;
    for (std::size_t v = 0; v < variants.size(); ++v) {
      const std::string& name = variants[v].name;
      for (std::size_t at = text.find(name); at != std::string_view::npos;
           at = text.find(name, at + name.size())) {
        const std::size_t end = at + name.size();
        if (variants[v].needs_context && !of_itself.match_start(text.substr(end))) continue;
        mentions.push_back({&passage, {at, end}, v});
      }
    }
  }
  return mentions;
}

/// Which variant the document means: its title's, unless another one is used more often.
std::size_t usual_variant(const std::vector<Mention>& mentions, std::size_t variants) {
  std::vector<int> count(variants, 0);
  for (const Mention& one : mentions) ++count[one.variant];
  std::size_t usual = 0;
  for (std::size_t i = 1; i < variants; ++i)
    if (count[i] > count[usual]) usual = i;
  return usual;
}

Relation name_relation(const CheckInput& input, const Mention& mention, const std::string& expected,
                       bool holds) {
  Relation relation = statement(input, *mention.passage, mention.words, "name", holds);
  const std::string said =
      printed(*mention.passage, input.flow, mention.words.begin, mention.words.end);
  add_words(relation, "stated", owner_of(input, *mention.passage));
  relation.arguments = {{"stated_words", said}, {"expected", expected}};
  return relation;
}

}  // namespace

void find_name_relations(const CheckInput& input, std::vector<Relation>& out) {
  if (!input.document.issuer || input.document.issuer->size() < kShortestName) return;
  const std::vector<Variant> variants = variants_of(*input.document.issuer, input.patterns);
  const std::vector<Mention> mentions = mentions_of(input, variants);
  const std::size_t usual = usual_variant(mentions, variants.size());
  bool confirmed = false;
  for (const Mention& one : mentions) {
    if (one.variant == usual && confirmed) continue;
    if (one.variant == usual) confirmed = true;  // one pass stands for all right mentions
    out.push_back(name_relation(input, one, variants[usual].name, one.variant == usual));
  }
}

}  // namespace gouji
