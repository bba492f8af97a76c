// SPDX-License-Identifier: GPL-3.0-or-later
// Method: every line that is a date is a candidate; one behind the prose with a body above it is
// believed before one without, and before one on the cover.
#include "outline/signature.h"

#include <cstdio>
#include <vector>

#include "base/utf8.h"
#include "layout/line_kind.h"
#include "text/charclass.h"
#include "text/ordinal.h"

namespace gouji {

namespace {

// The name of a body and a date have at most so many characters.
constexpr std::size_t kMaxLine = 50;
constexpr int kMonths = 12, kDays = 31;

std::optional<std::string> iso_date(const Match& match, const std::string& text) {
  const auto number = [&](std::string_view group) {
    return ordinal_of(from_utf8(match.group(group).in(text)));
  };
  const auto year = number("year"), month = number("month"), day = number("day");
  if (!year || !month || !day || *month < 1 || *month > kMonths || *day < 1 || *day > kDays)
    return std::nullopt;
  char iso[16];
  std::snprintf(iso, sizeof iso, "%04d-%02d-%02d", *year, *month, *day);
  return iso;
}

std::u32string squash(const LocatedText& text) {
  std::u32string out;
  for (char32_t c : text.chars)
    if (!is_blank(c)) out.push_back(c);
  return out;
}

class SignatureFinder {
 public:
  SignatureFinder(const Flow& flow, const Tables& tables, const PatternSet& patterns)
      : flow_(flow),
        tables_(tables),
        date_(patterns, "date"),
        body_(patterns.pattern("document/title/organization")) {}

  Signature run() {
    Signature best;
    int best_score = 0;
    std::vector<int> blocks;
    for (std::size_t i = 0; i < flow_.blocks.size(); ++i)
      if (flow_.blocks[i].kind == BlockKind::paragraph) blocks.push_back(static_cast<int>(i));
    bool prose = false;
    for (std::size_t k = 0; k < blocks.size(); ++k) {
      const LocatedText& text = flow_.blocks[static_cast<std::size_t>(blocks[k])].text;
      if (text.size() > kMaxLine) prose = true;
      const auto date = date_of(text);
      if (!date) continue;
      // The date above a table is that of the table, unless a body signs above it.
      if (serves_table(blocks[k]) && (k == 0 || !body_of_line(blocks[k - 1]))) continue;
      Signature found{date, k > 0 ? body_of_line(blocks[k - 1]) : std::nullopt};
      if (!found.body && !prose && k + 1 < blocks.size()) found.body = body_of_line(blocks[k + 1]);
      const int score = 1 + (found.body ? 2 : 0) + (prose ? 1 : 0);
      if (score > best_score) {
        best = found;
        best_score = score;
      }
    }
    return best;
  }

 private:
  bool serves_table(int block) const {
    const auto i = static_cast<std::size_t>(block);
    return i < tables_.roles.size() && tables_.roles[i] != TableRole::none;
  }

  std::optional<std::string> date_of(const LocatedText& text) const {
    if (text.size() > kMaxLine) return std::nullopt;
    std::string line;
    Match match;
    if (!date_.is(text.chars, line, match)) return std::nullopt;
    return iso_date(match, line);
  }

  std::optional<std::string> body_of_line(int block) const {
    const LocatedText& text = flow_.blocks[static_cast<std::size_t>(block)].text;
    if (text.size() > kMaxLine || serves_table(block) || !body_.match_whole(to_utf8(squash(text))))
      return std::nullopt;
    return text.trimmed().utf8();
  }

  const Flow& flow_;
  const Tables& tables_;
  const LineKind date_;
  const Pattern& body_;
};

}  // namespace

Signature find_signature(const Flow& flow, const Tables& tables, const PatternSet& patterns) {
  return SignatureFinder(flow, tables, patterns).run();
}

}  // namespace gouji
