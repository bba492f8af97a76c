// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of the classification as prose names them:
// 住房保障支出（类）住房改革支出（款）住房公积金（项）.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pattern/pattern_set.h"

namespace gouji {

/// The names of such a line; "" = not printed.
struct ClassPath {
  std::string lei, kuan, xiang;
  std::size_t begin = 0, end = 0;  ///< bytes of the text

  const std::string& deepest() const { return !xiang.empty() ? xiang : !kuan.empty() ? kuan : lei; }
};

/// All lines named in a text without blanks, in order. `levels` are the three words in brackets
/// with their rank; `tails` the words that may stand between two levels (（类）支出…（款）). Pure.
std::vector<ClassPath> class_paths_of(std::string_view text, const WordList& levels,
                                      const WordList& tails);

}  // namespace gouji
