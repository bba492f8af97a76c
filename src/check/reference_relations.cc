// SPDX-License-Identifier: GPL-3.0-or-later
// What the document refers to is there: numbered tables and pictures named in prose, the tables and
// headings of the contents page.
//
// A title of the contents page that stands nowhere as printed is told only if a heading with the
// same marker is much like it: captions may be pictures, and contents pages name annexes that are
// published apart.
#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "check/likeness.h"
#include "check/statement.h"
#include "check/statement_finders.h"
#include "record/table_view.h"

namespace gouji {

namespace {

constexpr double kSameHeading = 0.6;  // pair likeness from which two titles are meant to be one

struct ContentsLine {
  std::string marker, title;
  const Block* block = nullptr;
};

/// The lines of the contents pages; a line without a marker goes on with the one before.
std::vector<ContentsLine> contents_of(const CheckInput& input) {
  const Pattern& pattern = input.patterns.pattern("check/reference/contents_line");
  std::vector<ContentsLine> lines;
  for (const Block& block : input.flow.blocks) {
    if (block.kind != BlockKind::contents) continue;
    const std::string text = folded(block.text.chars);
    Match match;
    if (!pattern.match_whole(text, &match)) continue;
    const std::string marker(match.group("marker").in(text));
    const std::string title(match.group("title").in(text));
    if (marker.empty() && !lines.empty() && !lines.back().marker.empty()) {
      lines.back().title += title;
    } else {
      lines.push_back({marker, title, &block});
    }
  }
  return lines;
}

Relation reference_to(const std::string& target, const At& at, bool holds) {
  Relation relation;
  relation.rule = "reference";
  relation.formula = Formula::statement;
  relation.holds = holds;
  relation.at = at;
  relation.quote = target;
  relation.arguments = {{"target", target}};
  return relation;
}

/// The grid whose caption is the title; -1 if there is none.
int grid_with_caption(const Tables& tables, const std::string& title) {
  for (std::size_t i = 0; i < tables.grids.size(); ++i) {
    const auto& caption = tables.grids[i].caption;
    if (!caption) continue;
    const std::string text = folded(from_utf8(*caption));
    if (text == title || (text.ends_with(title) && title.size() > 18)) return static_cast<int>(i);
  }
  return -1;
}

std::u32string without_digits(const std::string& title) {
  std::u32string out = plain_name(title);
  std::erase_if(out, [](char32_t c) { return c >= U'0' && c <= U'9'; });
  return out;
}

void compare_heading(const CheckInput& input, const ContentsLine& line,
                     std::vector<Relation>& out) {
  const Section* like = nullptr;
  double best = 0;
  for (const Section& one : input.outline.sections) {
    const std::string title = folded(from_utf8(one.title));
    if (title == line.title) return;
    if (folded(from_utf8(one.marker.value_or(""))) != line.marker) continue;
    const double likeness = pair_likeness(plain_name(title), plain_name(line.title));
    if (likeness > best) {
      best = likeness;
      like = &one;
    }
  }
  if (like == nullptr || best < kSameHeading) return;
  Relation relation;
  relation.rule = "name";
  relation.formula = Formula::statement;
  relation.holds = plain_name(like->title) == plain_name(line.title);
  // Short forms of a title are usual in contents pages; other numbers (a year) are not.
  const bool same_words = without_digits(like->title) == without_digits(line.title);
  relation.at_most = same_words ? Severity::warning : Severity::info;
  relation.at = locate(line.block->text, input.flow.lines);
  relation.quote = line.marker + line.title;
  relation.arguments = {{"stated_words", line.title}, {"expected", like->title}};
  add_words(relation, "other", like->id);
  out.push_back(std::move(relation));
}

void compare_contents(const CheckInput& input, std::vector<Relation>& out) {
  const Pattern& names_table = input.patterns.pattern("check/reference/names_table");
  for (const ContentsLine& line : contents_of(input)) {
    if (line.marker.empty()) continue;
    if (!names_table.find(line.title, 0)) {
      compare_heading(input, line, out);
      continue;
    }
    const int grid = grid_with_caption(input.tables, line.title);
    if (grid < 0) continue;
    out.push_back(
        reference_to(line.title, input.tables.grids[static_cast<std::size_t>(grid)].at, true));
    add_words(out.back(), "stated", "t" + std::to_string(grid + 1) + "/r0c0");
  }
}

/// Does the label stand anywhere else: as a caption, in a heading, in brackets below a picture?
bool stands_elsewhere(const CheckInput& input, const Passage& here, std::size_t at,
                      const std::string& target) {
  for (const Grid& grid : input.tables.grids)
    if (grid.caption && folded(from_utf8(*grid.caption)).find(target) != std::string::npos)
      return true;
  for (const Block& block : input.flow.blocks) {
    if (&block == &input.flow.blocks[static_cast<std::size_t>(here.block)]) continue;
    if (!block.text.empty() && folded(block.text.chars).find(target) != std::string::npos)
      return true;
  }
  const std::size_t first = here.text.find(target);
  return first != at || here.text.find(target, at + target.size()) != std::string::npos;
}

void resolve_references(const CheckInput& input, std::vector<Relation>& out) {
  const Pattern& see = input.patterns.pattern("check/reference/see");
  for (const Passage& passage : input.prose.passages) {
    Match match;
    for (std::size_t from = 0; see.find(passage.text, from, &match); from = match.whole.end) {
      const Group group = match.group("target");
      const std::string target(group.in(passage.text));
      Relation relation = statement(input, passage, {group.begin, group.end}, "reference",
                                    stands_elsewhere(input, passage, group.begin, target));
      relation.arguments = {{"target", target}};
      add_words(relation, "stated", owner_of(input, passage));
      out.push_back(std::move(relation));
    }
  }
}

}  // namespace

void find_reference_relations(const CheckInput& input, std::vector<Relation>& out) {
  compare_contents(input, out);
  resolve_references(input, out);
}

}  // namespace gouji
