// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of headings and of numbered items run without gap or repeat.
//
// The outline has counted along and marked what is odd. Here the marks are judged: a number that
// comes twice is a mistake only if two entries with text bear it (the title page of a part repeats
// its heading), a gap only if the missing number stands nowhere between its neighbours: it may
// stand in a table or run in with the text. Series without an odd number pass.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "check/statement.h"
#include "check/statement_finders.h"
#include "text/charclass.h"
#include "text/ordinal.h"

namespace gouji {

namespace {

constexpr std::size_t kShortestSeries = 3;  // members of a series that is worth a pass

/// A heading or an item.
struct Entry {
  std::string id;
  std::string parent;
  std::string marker;
  int ordinal = 0;
  std::string text;
  Maybe<std::string> anomaly;
  const At* at = nullptr;
};

std::vector<Entry> headings(const Outline& outline) {
  std::vector<Entry> out;
  for (const Section& one : outline.sections)
    if (one.marker && one.ordinal)
      out.push_back({one.id, one.parent.value_or(""), *one.marker, *one.ordinal, one.title,
                     one.anomaly, &one.at});
  return out;
}

std::vector<Entry> items(const Outline& outline) {
  std::vector<Entry> out;
  for (const Item& one : outline.items)
    if (one.ordinal)
      out.push_back({one.id, one.parent.value_or(one.section.value_or("")), one.marker,
                     *one.ordinal, one.text, one.anomaly, &one.at});
  return out;
}

/// The marker with its number taken out: entries of one style have the same.
std::string style_of(const std::string& marker) {
  const std::u32string chars = from_utf8(marker);
  std::u32string style;
  bool number = false;
  for (const char32_t c : chars) {
    if (is_blank(c)) continue;
    const bool digit = ordinal_of(std::u32string_view(&c, 1)).has_value();
    if (digit && number) continue;
    style.push_back(digit ? U'#' : fold_width(c));
    number = digit;
  }
  return to_utf8(style);
}

std::size_t numbers_in(const std::string& marker) {
  const std::string style = style_of(marker);
  return static_cast<std::size_t>(std::count(style.begin(), style.end(), '#'));
}

using Series = std::vector<const Entry*>;

std::vector<Series> series_of(const std::vector<Entry>& entries) {
  std::map<std::pair<std::string, std::string>, Series> found;
  for (const Entry& one : entries) found[{one.parent, style_of(one.marker)}].push_back(&one);
  std::vector<Series> out;
  for (auto& [key, series] : found) out.push_back(std::move(series));
  return out;
}

Relation relation_of(const Entry& entry, bool holds) {
  Relation relation;
  relation.rule = "numbering";
  relation.formula = Formula::statement;
  relation.holds = holds;
  relation.quote = entry.marker + entry.text;
  relation.at = *entry.at;
  add_words(relation, "stated", entry.id);
  return relation;
}

/// Does a number `wanted`, closed by the same sign as `marker`, stand anywhere between two places?
bool stands_between(const CheckInput& input, const At& from, const At& to, int wanted,
                    const std::string& marker) {
  const std::u32string shape = from_utf8(marker);
  if (shape.empty()) return true;
  const char32_t closing = fold_width(shape.back());
  for (const Block& block : input.flow.blocks) {
    if (block.text.empty()) continue;
    const std::int32_t unit = input.flow.lines.lines[block.text.places.front().line].unit;
    if (unit < from.unit || unit > to.unit) continue;
    const std::u32string& chars = block.text.chars;
    for (std::size_t end = 0; end < chars.size(); ++end) {
      if (fold_width(chars[end]) != closing) continue;
      for (std::size_t length = 1; length <= 3 && length <= end; ++length) {
        const auto number = std::u32string_view(chars).substr(end - length, length);
        if (ordinal_of(number) == wanted) return true;
      }
    }
  }
  return false;
}

void judge_odd(const CheckInput& input, const Series& series, std::size_t i,
               std::vector<Relation>& out) {
  const Entry& entry = *series[i];
  const Entry& before = *series[i - 1];
  const auto twin = std::find_if(series.begin(), series.begin() + static_cast<std::ptrdiff_t>(i),
                                 [&](const Entry* one) { return one->ordinal == entry.ordinal; });
  Relation relation = relation_of(entry, false);
  add_words(relation, "before", before.id);
  relation.arguments = {{"expected", std::to_string(before.ordinal + 1)}};
  if (*entry.anomaly == "duplicate") {
    if (twin == series.begin() + static_cast<std::ptrdiff_t>(i)) return;
    if (entry.text.empty() || (*twin)->text.empty() || (*twin)->text == entry.text) return;
    relation.wording = "repeat";
  } else if (*entry.anomaly == "gap") {
    // The number of 1.4 is behind a number; 1.3 may head what the outline took for a table.
    if (entry.ordinal <= before.ordinal + 1 || numbers_in(entry.marker) > 1) return;
    for (int missing = before.ordinal + 1; missing < entry.ordinal; ++missing)
      if (stands_between(input, *before.at, *entry.at, missing, entry.marker)) return;
    // One number may have been struck out with its text; more than one is a hole in the reading.
    if (entry.ordinal - before.ordinal > 2) relation.reason = "lost_numbers";
    relation.at_most = Severity::info;
  } else {
    relation.wording = "order";
    relation.at_most = Severity::info;
  }
  out.push_back(std::move(relation));
}

void judge(const CheckInput& input, const Series& series, std::vector<Relation>& out) {
  bool odd = false;
  for (std::size_t i = 0; i < series.size(); ++i) {
    if (!series[i]->anomaly) continue;
    odd = true;
    if (i > 0) judge_odd(input, series, i, out);
  }
  const bool counts =
      series.back()->ordinal - series.front()->ordinal + 1 == static_cast<int>(series.size());
  if (odd || !counts || series.size() < kShortestSeries) return;
  Relation pass = relation_of(*series.front(), true);
  add_words(pass, "last", series.back()->id);
  out.push_back(std::move(pass));
}

}  // namespace

void find_numbering_relations(const CheckInput& input, std::vector<Relation>& out) {
  for (const auto& entries : {headings(input.outline), items(input.outline)})
    for (const Series& series : series_of(entries)) judge(input, series, out);
}

}  // namespace gouji
