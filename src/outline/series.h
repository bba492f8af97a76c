// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of one series of headings or items, and what is odd about the next one.
#pragma once

#include <optional>
#include <set>
#include <string>

namespace gouji {

/// Counts along with one series.
class Series {
 public:
  /// Takes the next number; says "duplicate", "gap", "out_of_order", or nothing. A series may begin
  /// with any number (the first ones may have been lost when the document became text) and begin
  /// anew with 1.
  std::optional<std::string> add(int ordinal);
  /// A member whose number was lost.
  void add_without_number() { ++last_; }
  int last() const { return last_; }

 private:
  int last_ = 0;
  bool begun_ = false;
  std::set<int> seen_;
};

}  // namespace gouji
