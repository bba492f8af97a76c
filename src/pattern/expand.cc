// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the expression. A backslash takes the next character with it, and with \p, \P and
// \x the braces behind it; every other {name} is a fragment. Fragments are expanded when they are
// declared, so a fragment knows only those above it and recursion cannot occur.
#include "pattern/expand.h"

#include "pattern/name.h"

namespace gouji {
namespace {

const std::string* find_fragment(std::string_view name, const Fragments& own,
                                 const Fragments& shared) {
  for (const Fragments* list : {&own, &shared})
    for (const auto& [key, value] : *list)
      if (key == name) return &value;
  return nullptr;
}

/// Length of the escape that begins at `at` (a backslash).
std::size_t escape_length(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return 1;
  const char c = text[at + 1];
  const bool braced =
      (c == 'p' || c == 'P' || c == 'x') && at + 2 < text.size() && text[at + 2] == '{';
  if (!braced) return 2;
  const std::size_t close = text.find('}', at);
  return close == std::string_view::npos ? 2 : close + 1 - at;
}

}  // namespace

Expanded expand(std::string_view expression, const Fragments& own, const Fragments& shared) {
  Expanded result;
  std::size_t i = 0;
  while (i < expression.size()) {
    if (expression[i] == '\\') {
      const std::size_t length = escape_length(expression, i);
      result.text.append(expression.substr(i, length));
      i += length;
      continue;
    }
    const std::size_t close =
        expression[i] == '{' ? expression.find('}', i) : std::string_view::npos;
    const std::string_view name = close == std::string_view::npos
                                      ? std::string_view()
                                      : expression.substr(i + 1, close - i - 1);
    if (!is_pattern_name(name)) {
      result.text.push_back(expression[i++]);
      continue;
    }
    const std::string* body = find_fragment(name, own, shared);
    if (body == nullptr) {
      result.error = "no fragment named {" + std::string(name) + "} is declared above";
      result.offset = i;
      return result;
    }
    result.text += "(?:" + *body + ")";
    i = close + 1;
  }
  return result;
}

}  // namespace gouji
