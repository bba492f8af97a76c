// SPDX-License-Identifier: GPL-3.0-or-later
// The prose of a document as the check patterns see it: every figure is one sign.
//
// Blanks are gone, full-width forms are as printed, and each figure is replaced by the sign of its
// kind, so that a pattern can say "占{subject}Ⓟ" and the figure behind the sign is known:
//
//   Ⓜ money  Ⓟ percent  Ⓒ count  Ⓠ other measure  Ⓢ score  Ⓡ ratio  Ⓝ number without a unit
//
// Both ends of a range are one sign of the first end's kind, followed by nothing: `range` is set.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "figure/figures.h"
#include "layout/flow.h"
#include "outline/outline.h"
#include "table/grid.h"

namespace gouji {

/// A figure of a passage: its sign is text[offset, offset + 3).
struct ProseFigure {
  int figure = 0;          ///< index into Figures::figures
  std::size_t offset = 0;  ///< byte of Passage::text
  bool range = false;      ///< the first end of a range: no single value
};

/// One owner's part of one prose block (a paragraph, or the item inside it).
struct Passage {
  int block = 0;  ///< index into Flow::blocks
  int section = -1, item = -1;
  bool heading = false;
  std::string text;                  ///< UTF-8, masked
  std::vector<ProseFigure> figures;  ///< rising by offset
  std::vector<std::uint32_t>
      origin;  ///< of each byte of text, and of its end: the character of the block
  /// The figure whose sign stands at that byte, or null.
  const ProseFigure* figure_at(std::size_t offset) const;
};

struct Prose {
  std::vector<Passage> passages;  ///< reading order
};

/// The passages of all paragraphs and notes that serve no table. Pure.
Prose read_prose(const Flow& flow, const Tables& tables, const Outline& outline,
                 const Figures& figures);

/// The words [begin, end) (bytes of the masked text) as printed, without blanks.
std::string printed(const Passage& passage, const Flow& flow, std::size_t begin, std::size_t end);
/// Where they stand.
At place(const Passage& passage, const Flow& flow, std::size_t begin, std::size_t end);

}  // namespace gouji
