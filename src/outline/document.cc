// SPDX-License-Identifier: GPL-3.0-or-later
// Method: the title tells most (kind, issuer, years); what it leaves open is taken from the lines
// around it, from the signature, from the headings and last from the tables, and only where those
// agree. Doubt leaves a field empty.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "layout/paragraph_marker.h"
#include "outline/cites.h"
#include "outline/document_title.h"
#include "outline/outline.h"
#include "outline/signature.h"
#include "text/charclass.h"
#include "text/ordinal.h"

namespace gouji {

namespace {

// The title of a table has at most so many characters.
constexpr std::size_t kMaxTableLine = 60;
// So many paragraphs are asked for the year, where no title tells it.
constexpr int kMaxProse = 60;
constexpr int kFirstYear = 1949, kLastYear = 2100;

std::string squash(std::string_view text) {
  std::u32string out;
  for (char32_t c : from_utf8(text))
    if (!is_blank(c)) out.push_back(c);
  return to_utf8(out);
}

/// Years of four digits that 年 or a range sign follows, in order, each once.
std::vector<int> years_in(std::string_view utf8, const Pattern& year) {
  std::vector<int> years;
  const std::string text = squash(utf8);
  Match match;
  for (std::size_t at = 0; at < text.size() && year.find(text, at, &match); at = match.whole.end) {
    const int value = ordinal_of(from_utf8(match.group("year").in(text))).value_or(0);
    if (value >= kFirstYear && value <= kLastYear &&
        std::find(years.begin(), years.end(), value) == years.end())
      years.push_back(value);
  }
  return years;
}

class Describer {
 public:
  Describer(const Flow& flow, const Tables& tables, const Outline& outline,
            const PatternSet& patterns)
      : flow_(flow), tables_(tables), outline_(outline), patterns_(patterns) {}

  DocumentInfo run() {
    const MarkerReader markers(patterns_);
    title_ = find_title(read_entries(flow_, tables_, markers, patterns_), flow_, patterns_);
    const Signature signature = find_signature(flow_, tables_, patterns_);
    DocumentInfo info;
    if (!title_.text.empty()) info.title = title_.text;
    info.kind = kind();
    info.signed_by = signature.body;
    info.issued_on = signature.date;
    info.issuer = issuer(signature);
    info.fiscal_years = years(info.kind);
    info.cites = find_cites(flow_, outline_, patterns_);
    return info;
  }

 private:
  std::string line(int block) const {
    return flow_.blocks[static_cast<std::size_t>(block)].text.trimmed().utf8();
  }
  std::optional<std::string> kind_of(const std::string& text) const;
  std::string kind() const;
  Maybe<std::string> issuer(const Signature& signature) const;
  std::vector<int> lines_at_tables() const;
  Maybe<std::string> issuer_above_tables() const;
  Maybe<std::string> issuer_of_tables() const;
  std::vector<int> years(const std::string& kind) const;
  void add_plan_year(std::vector<int>& years) const;

  const Flow& flow_;
  const Tables& tables_;
  const Outline& outline_;
  const PatternSet& patterns_;
  DocumentTitle title_;
};

std::optional<std::string> Describer::kind_of(const std::string& text) const {
  const std::string squashed = squash(text);
  for (const Pattern* pattern : patterns_.patterns("document/kind/"))
    if (pattern->find(squashed, 0)) return std::string(pattern->attribute("kind"));
  return std::nullopt;
}

std::string Describer::kind() const {
  if (auto found = kind_of(title_.text)) return *found;
  for (int block : title_.around)
    if (auto found = kind_of(line(block))) return *found;
  for (const Section& section : outline_.sections)
    if (section.level == 1)
      if (auto found = kind_of(section.title)) return *found;
  if (!title_.text.empty()) return "other";
  for (const Section& section : outline_.sections)
    if (auto found = kind_of(section.title)) return *found;
  for (int block : lines_at_tables())
    if (auto found = kind_of(line(block))) return *found;
  return "other";
}

/// The short lines that serve tables or stand directly above one: their titles are among them.
std::vector<int> Describer::lines_at_tables() const {
  std::vector<int> blocks;
  for (std::size_t i = 0; i < flow_.blocks.size() && i < tables_.roles.size(); ++i) {
    const Block& block = flow_.blocks[i];
    if (block.kind != BlockKind::paragraph || block.text.size() > kMaxTableLine) continue;
    const bool above = i + 1 < tables_.roles.size() && tables_.roles[i + 1] != TableRole::none;
    if (tables_.roles[i] == TableRole::caption || tables_.roles[i] == TableRole::unit || above)
      blocks.push_back(static_cast<int>(i));
  }
  return blocks;
}

Maybe<std::string> Describer::issuer(const Signature& signature) const {
  const Pattern& body = patterns_.pattern("document/title/organization");
  const Pattern& label = patterns_.pattern("document/issuer/label");
  Match match;
  for (int block : title_.around) {
    const std::string text = squash(line(block));
    if (label.find(line(block), 0, &match)) return squash(match.group("issuer").in(line(block)));
    if (body.match_whole(text)) return text;
  }
  const std::string title = squash(title_.text);
  if (patterns_.pattern("document/issuer/in_title").match_start(title, &match))
    return std::string(match.group("issuer").in(title));
  if (signature.body) return signature.body;
  if (auto named = issuer_above_tables()) return named;
  return issuer_of_tables();
}

/// The body that the lines above the tables name (部门：…), when they all name the same one.
Maybe<std::string> Describer::issuer_above_tables() const {
  const Pattern& label = patterns_.pattern("document/issuer/label");
  Maybe<std::string> common;
  for (std::size_t i = 0; i < tables_.roles.size() && i < flow_.blocks.size(); ++i) {
    if (tables_.roles[i] != TableRole::unit) continue;
    const std::string text = line(static_cast<int>(i));
    Match match;
    if (!label.find(text, 0, &match)) continue;
    const std::string name = squash(match.group("issuer").in(text));
    if (common && *common != name) return std::nullopt;
    common = name;
  }
  return common;
}

/// The body that the tables name, when they all name the same one.
Maybe<std::string> Describer::issuer_of_tables() const {
  const Pattern& label = patterns_.pattern("document/issuer/cell_label");
  const Pattern& value = patterns_.pattern("document/issuer/cell_value");
  Maybe<std::string> common;
  for (const Grid& grid : tables_.grids) {
    for (std::size_t k = 0; k + 1 < grid.cells.size(); ++k) {
      const GridCell &head = grid.cells[k], &next = grid.cells[k + 1];
      if (next.row != head.row || !label.match_whole(squash(head.text.utf8()))) continue;
      const std::string text = squash(next.text.utf8());
      Match match;
      if (!value.match_whole(text, &match)) continue;
      const std::string name(match.group("issuer").in(text));
      if (common && *common != name) return std::nullopt;
      common = name;
    }
  }
  return common;
}

/// A report on one year that plans the next one in a section of its own.
void Describer::add_plan_year(std::vector<int>& years) const {
  const Pattern& plan = patterns_.pattern("document/year/plan");
  for (const Section& section : outline_.sections) {
    const std::string title = squash(section.title);
    Match match;
    if (section.level > 1 || !plan.find(title, 0, &match)) continue;
    const int year = ordinal_of(from_utf8(match.group("year").in(title))).value_or(0);
    if (year != years.front() + 1) continue;
    years.push_back(year);
    return;
  }
}

std::vector<int> Describer::years(const std::string& kind) const {
  const Pattern& year = patterns_.pattern("document/year/year");
  std::vector<int> years = years_in(title_.text, year);
  for (std::size_t k = 0; k < title_.around.size() && years.empty(); ++k)
    years = years_in(line(title_.around[k]), year);
  if (years.size() == 1 && kind == "performance_report") add_plan_year(years);
  if (!years.empty()) return years;
  // The year that headings, titles of tables and prose speak of most.
  std::map<int, int> votes;
  const auto vote = [&](const std::string& text) {
    for (int each : years_in(text, year)) ++votes[each];
  };
  for (const Section& section : outline_.sections) vote(section.title);
  for (int block : lines_at_tables()) vote(line(block));
  int last = -1, prose = 0;
  for (const Owner& owner : outline_.owners) {
    if (owner.block == last || owner.heading || prose >= kMaxProse) continue;
    last = owner.block;
    vote(line(last));
    ++prose;
  }
  const auto most = std::max_element(
      votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most != votes.end()) years.push_back(most->first);
  return years;
}

}  // namespace

DocumentInfo describe_document(const Flow& flow, const Tables& tables, const Outline& outline,
                               const PatternSet& patterns) {
  return Describer(flow, tables, outline, patterns).run();
}

}  // namespace gouji
