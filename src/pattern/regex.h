// SPDX-License-Identifier: GPL-3.0-or-later
// One regular expression, compiled at its first use. Hides RE2.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "pattern/kinds.h"
#include "pattern/pattern_set.h"

namespace gouji {

/// Thread-safe. The expression must be one that refusal() accepts.
class Regex {
 public:
  explicit Regex(std::string expression);
  ~Regex();
  Regex(const Regex&) = delete;
  Regex& operator=(const Regex&) = delete;

  const std::string& expression() const { return expression_; }
  bool match(std::string_view text, std::size_t from, Anchor anchor, Match* match) const;
  /// Names of the named groups, in the order of the expression.
  std::vector<std::string_view> group_names() const;

 private:
  struct Compiled;
  const Compiled& compiled() const;

  std::string expression_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<Compiled> compiled_;
};

/// Why RE2 refuses the expression, in RE2's words; "" if it takes it.
std::string regex_refusal(std::string_view expression);

}  // namespace gouji
