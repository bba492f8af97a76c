// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/kinds.h"

#include <algorithm>

#include "base/utf8.h"
#include "table/grid_rows.h"
#include "text/charclass.h"

namespace gouji {

namespace {

constexpr int kLeadingRows = 12;  ///< forms have their indicator header below the head of the form

std::string solid_utf8(const std::string& text) {
  std::u32string out;
  for (const char32_t c : from_utf8(text)) {
    if (!is_blank(c)) out.push_back(c);
  }
  return to_utf8(out);
}

std::string leading_words(const Grid& grid) {
  std::u32string words;
  for (const GridCell& cell : grid.cells) {
    if (cell.row >= kLeadingRows) break;
    words += solid(cell.text);
    words.push_back(U'\n');
  }
  return to_utf8(words);
}

Kind kind_from(const Definition& definition) {
  return {definition.id.substr(definition.id.rfind('/') + 1), definition.text("layout") == "form"};
}

}  // namespace

KindFinder::KindFinder(const PatternSet& patterns)
    : definitions_(patterns.definitions("table/kind/")) {}

Kind KindFinder::kind_of(const Grid& grid) const {
  const auto found = [](const std::vector<Pattern>& expressions, const std::string& text,
                        bool all) {
    const auto finds = [&](const Pattern& pattern) { return pattern.find(text, 0); };
    return all ? std::all_of(expressions.begin(), expressions.end(), finds)
               : std::any_of(expressions.begin(), expressions.end(), finds);
  };
  if (grid.caption) {
    const std::string caption = solid_utf8(*grid.caption);
    for (const Definition* definition : definitions_) {
      if (found(definition->expressions("caption"), caption, false)) return kind_from(*definition);
    }
  }
  const std::string words = leading_words(grid);
  for (const Definition* definition : definitions_) {
    const std::vector<Pattern>& header = definition->expressions("header");
    if (!header.empty() && found(header, words, true)) return kind_from(*definition);
  }
  return {};
}

}  // namespace gouji
