// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/line_kind.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/charclass.h"

namespace gouji {

namespace {

std::u32string_view trim(std::u32string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

LineKind::LineKind(const PatternSet& patterns, std::string_view name)
    : pattern_(patterns.pattern("outline/line/" + std::string(name))),
      starts_(from_utf8(pattern_.attribute("starts"))) {}

bool LineKind::is(std::u32string_view line) const {
  line = trim(line);
  if (line.empty() || (!starts_.empty() && starts_.find(line.front()) == std::u32string::npos))
    return false;
  return pattern_.match_whole(to_utf8(line));
}

bool LineKind::is(std::u32string_view line, std::string& text, Match& match) const {
  line = trim(line);
  if (line.empty() || (!starts_.empty() && starts_.find(line.front()) == std::u32string::npos))
    return false;
  text = to_utf8(line);
  return pattern_.match_whole(text, &match);
}

bool has_one_of(std::string_view text, std::string_view words) {
  if (words.empty()) return true;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (end > 0 && text.find(words.substr(0, end)) != std::string_view::npos) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

}  // namespace gouji
