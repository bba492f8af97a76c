// SPDX-License-Identifier: GPL-3.0-or-later
// What the figures of the prose say: of each the words that belong to it and its role (an amount, a
// change, a rate of growth, a share …), in sentences, clauses and brackets. The finders of
// arithmetic in prose stand on this reading.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "check/checks.h"
#include "check/prose_words.h"
#include "check/relation.h"

namespace gouji {

/// What a figure says, told by the words before it.
enum class ProseRole : std::uint8_t {
  value,       ///< an amount, a number of things
  budget,      ///< 年初预算…, 全年预算数…
  actual,      ///< 支出决算…, 执行数…
  old,         ///< 由 … (提高到 …), 比上年同期 … (增收 …)
  base,        ///< 占 …Ⓜ 的 …%: the whole of the rate behind it
  change,      ///< 增加 …, 减少 …: money, things
  rate,        ///< 增长 …%, 下降 …%
  share,       ///< 占 … 的 …%
  completion,  ///< 完成预算的 …%, 为预算的 …%
  other        ///< another percentage, percentage points, a score …
};

/// A figure of the prose.
struct Mention {
  int statement = 0;      ///< index into ProseReading::statements
  int figure = 0;         ///< index into Figures::figures
  std::size_t begin = 0;  ///< of its words, byte of the passage
  std::size_t sign = 0;   ///< byte of its sign
  std::size_t end = 0;    ///< behind its sign
  ProseRole role = ProseRole::other;
  int direction = 0;       ///< change, rate: +1 or -1
  int sentence = 0;        ///< within the statement, from 0
  int segment = 0;         ///< parts of the statement between ；, from 0
  int depth = 0;           ///< brackets around it
  int bracket = -1;        ///< depth > 0: the mention before its bracket
  bool fresh = false;      ///< value: 增至 …, 提高到 …
  bool compared = false;   ///< change, rate: 比上年 …, 与上年相比 …
  bool restated = false;   ///< 同口径, 可比价 …: its base is another one
  bool range = false;      ///< the first end of a range
  std::string_view label;  ///< what is measured, without year, verb and list words; may be ""
  std::string_view base;   ///< share, completion: the words of the whole or the budget
  bool has_base = false;   ///< share, completion: the mention before is the whole (role base)
  std::string_view lead;   ///< all its words
};

/// A passage with figures.
struct Statement {
  const Passage* passage = nullptr;
  int first = 0, last = 0;  ///< its mentions [first, last)
};

class ProseReading {
 public:
  explicit ProseReading(const CheckInput& input);

  const CheckInput& input;
  const ProseWords words;
  std::vector<Mention> mentions;  ///< reading order
  std::vector<Statement> statements;

  const Mention& at(int index) const { return mentions[static_cast<std::size_t>(index)]; }
  const Figure& figure(int index) const {
    return input.figures.figures[static_cast<std::size_t>(at(index).figure)];
  }
  const Passage& passage(int index) const {
    return *statements[static_cast<std::size_t>(at(index).statement)].passage;
  }
  /// The mentions of the statement that a mention stands in.
  const Statement& statement(int index) const {
    return statements[static_cast<std::size_t>(at(index).statement)];
  }
  /// The masked words between two bytes of a mention's passage.
  std::string_view text(int index, std::size_t begin, std::size_t end) const;
  /// An amount or number of things, no change and no rate.
  bool is_amount(int index) const;
  /// Both are money, or both things of the same unit, or both the same measure.
  bool same_unit(int a, int b) const;
  /// Words of an unfinished template stand in the mention's sentence.
  bool unfinished(int index) const;

  Operand operand(int index, std::string role) const;
  /// Sets quote and place of a relation: the words of one passage from `first` to `last`.
  void locate(Relation& relation, int first, int last) const;
};

}  // namespace gouji
