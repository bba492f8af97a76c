// SPDX-License-Identifier: GPL-3.0-or-later
// The keys that pattern files may have beside those that all have (name, why, expression, words,
// match, reject). One row for each folder or file; keep the rows sorted by prefix, and the keys
// sorted in a row. docs/patterns.md explains each key to those who edit pattern files.
#include "pattern/kinds.h"

#include <iterator>

namespace gouji {
namespace {

const FileRules kNoKeys = {"", Anchor::anywhere, {}, {}, {}, {}};

const FileRules kRules[] = {
    {"check/calendar", Anchor::anywhere, {"expected", "needs", "of", "wrong"}, {}, {}},
    {"check/enumeration", Anchor::anywhere, {"needs", "place"}, {}, {}},
    {"check/fact", Anchor::anywhere, {}, {}, {}},
    {"check/name", Anchor::anywhere, {}, {}, {}},
    {"check/performance", Anchor::anywhere, {"needs"}, {}, {}},
    {"check/partition", Anchor::anywhere, {}, {}, {{"parts", ValueForm::texts, true}}},
    {"check/price", Anchor::anywhere, {"needs"}, {"kind"}, {}, {}},
    {"check/prose", Anchor::anywhere, {"needs", "starts"}, {"kind", "role"}, {}, {}},
    {"check/prose_order", Anchor::anywhere, {"order"}, {}, {}, {}},
    {"check/joined",
     Anchor::anywhere,
     {},
     {},
     {{"flow", ValueForm::text, false},
      {"kind", ValueForm::text, false},
      {"parts", ValueForm::texts, false},
      {"rule", ValueForm::text, false},
      {"scope", ValueForm::text, false},
      {"subject", ValueForm::text, false},
      {"total", ValueForm::text, false},
      {"whole", ValueForm::text, false},
      {"within", ValueForm::text, false}}},
    {"check/reason",
     Anchor::anywhere,
     {},
     {},
     {{"en", ValueForm::text, true}, {"zh", ValueForm::text, true}}},
    {"check/reference", Anchor::anywhere, {}, {}, {}},
    {"check/rule",
     Anchor::anywhere,
     {},
     {},
     {{"en", ValueForm::text, true},
      {"explain_en", ValueForm::text, true},
      {"explain_zh", ValueForm::text, true},
      {"formula", ValueForm::text, true},
      {"pass_en", ValueForm::text, true},
      {"pass_zh", ValueForm::text, true},
      {"rule", ValueForm::text, true},
      {"severity", ValueForm::text, true},
      {"source", ValueForm::text, true},
      {"traps", ValueForm::texts, true},
      {"wording", ValueForm::text, false},
      {"zh", ValueForm::text, true}}},
    {"check/table", Anchor::anywhere, {}, {"place", "rank", "sign"}, {}, {}},
    {"check/word", Anchor::anywhere, {}, {"rank"}, {}, {}},
    {"check/wording", Anchor::anywhere, {"needs", "severity", "wording"}, {}, {}},
    {"document/cite", Anchor::anywhere, {"needs"}, {}, {}, {}},
    {"document/issuer", Anchor::anywhere, {}, {}, {}, {}},
    {"document/kind", Anchor::anywhere, {"kind"}, {}, {}, {}},
    {"document/lead_in", Anchor::whole, {}, {}, {}, {}},
    {"document/not_cited", Anchor::whole, {}, {}, {}, {}},
    {"document/title", Anchor::whole, {}, {}, {}, {}},
    {"document/year", Anchor::anywhere, {}, {}, {}, {}},
    {"figure/", Anchor::anywhere, {}, {"kind", "not_before", "shift", "subject"}, {}, {}},
    {"layout/", Anchor::whole, {}, {}, {}, {}},
    {"message/",
     Anchor::anywhere,
     {},
     {},
     {{"doubt", ValueForm::text, false},
      {"en", ValueForm::text, true},
      {"zh", ValueForm::text, true}}},
    {"outline/inline", Anchor::anywhere, {"level", "needs", "role", "series", "style"}, {}, {}},
    {"outline/line", Anchor::whole, {"starts"}, {}, {}},
    {"outline/marker", Anchor::start, {"level", "role", "starts", "style"}, {}, {}},
    {"outline/title", Anchor::whole, {}, {}, {}, {}},
    {"record/", Anchor::whole, {"role"}, {"power", "sign"}, {}, {}},
    {"record/fiscal_column", Anchor::whole, {"basis", "role"}, {}, {}, {}},
    {"record/fiscal_row", Anchor::whole, {"depth", "kind", "role"}, {}, {}, {}},
    {"record/type",
     Anchor::anywhere,
     {},
     {},
     {{"columns", ValueForm::texts, true},
      {"or_columns", ValueForm::texts, true},
      {"title", ValueForm::expression, true},
      {"without", ValueForm::texts}},
     "title"},
    {"table/kind",
     Anchor::anywhere,
     {},
     {},
     {{"caption", ValueForm::expression, true},
      {"header", ValueForm::expression, false},
      {"layout", ValueForm::text, false},
      {"record", ValueForm::text, false}},
     "caption"},
    {"table/line", Anchor::anywhere, {}, {}, {}, {}},
    {"vocabulary/",
     Anchor::anywhere,
     {},
     {"basis", "bound", "factor", "fund", "kind", "not_after", "not_before", "reach", "unit"},
     {}},
    {"vocabulary/concept",
     Anchor::whole,
     {},
     {},
     {{"code", ValueForm::text, false},
      {"fund", ValueForm::text, false},
      {"part", ValueForm::texts, false},
      {"place", ValueForm::text, false},
      {"whole", ValueForm::texts, false},
      {"words", ValueForm::texts, true}},
     "words"},
};

}  // namespace

const FileRules& rules_of_file(std::string_view path) {
  const FileRules* best = &kNoKeys;
  for (const FileRules& rules : kRules) {
    if (path.substr(0, rules.prefix.size()) == rules.prefix &&
        rules.prefix.size() >= best->prefix.size())
      best = &rules;
  }
  return *best;
}

}  // namespace gouji
