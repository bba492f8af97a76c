// SPDX-License-Identifier: GPL-3.0-or-later
// Method: in a text wrapped at a width, most lines of prose have that width (a little less where a
// long word or a mark that must not begin a line moved down; a little more where a stop was let
// hang over), and none is much wider. In a text of one line a paragraph the widths are spread and
// the widest are several hundred columns.
#include "layout/text_wrap.h"

#include <algorithm>

#include "layout/paragraph.h"

namespace gouji {

namespace {

// Widths of wrapped print: 16 hanzi (a narrow column) to 80 hanzi.
constexpr int kMinWidth = 32;
constexpr int kMaxWidth = 160;
// A full line is at most so many columns narrower than the widest usual one: an indentation of two
// hanzi that got lost, and a stop that could not begin the next line.
constexpr int kShorter = 6;
constexpr int kWider = 5;
// At least so many lines, and this share of them, must be full to speak of wrapping. Half of the
// lines of short-paragraphed reports are full; headings and last lines are not.
constexpr std::size_t kMinLines = 8;
constexpr double kMinShare = 0.4;
// In wrapped print most full lines break inside a sentence (9 of 10 in reports); in a list of short
// paragraphs of like length nearly all end with a stop.
constexpr double kMinUnfinished = 0.4;
// Share of the lines that may be wider (tables left as prose, addresses).
constexpr double kMaxWiderShare = 0.02;

struct Fit {
  int width = 0;
  std::size_t full = 0;
};

Fit best_fit(const std::vector<int>& counts) {
  Fit best;
  for (int width = kMinWidth; width <= kMaxWidth; ++width) {
    std::size_t full = 0;
    for (int w = width - kShorter; w <= width + kWider; ++w)
      full += static_cast<std::size_t>(counts[static_cast<std::size_t>(w)]);
    // Of equal fits the one whose own width is the most frequent.
    if (full > best.full || (full == best.full && counts[static_cast<std::size_t>(width)] >
                                                      counts[static_cast<std::size_t>(best.width)]))
      best = {width, full};
  }
  return best;
}

/// Share of the full lines that do not end like a paragraph.
double unfinished_share(const std::vector<TextLine>& lines, const std::vector<std::size_t>& prose,
                        int width) {
  std::size_t full = 0, unfinished = 0;
  for (std::size_t at : prose) {
    if (lines[at].width < width - kShorter) continue;
    ++full;
    if (!is_finished(lines[at].text.chars)) ++unfinished;
  }
  return full == 0 ? 0 : static_cast<double>(unfinished) / static_cast<double>(full);
}

/// Do full lines that cannot be the end of a paragraph mostly have a blank line behind them?
bool blanks_say_nothing(const std::vector<TextLine>& lines, const std::vector<std::size_t>& prose,
                        int width) {
  std::size_t with = 0, without = 0;
  for (std::size_t k = 0; k + 1 < prose.size(); ++k) {
    const TextLine& line = lines[prose[k]];
    if (line.width < width - kShorter || is_finished(line.text.chars)) continue;
    ++(prose[k + 1] == prose[k] + 1 ? without : with);
  }
  return with > without;
}

bool has_indents(const std::vector<TextLine>& lines, const std::vector<std::size_t>& prose) {
  std::size_t indented = 0, flush = 0;
  for (std::size_t at : prose) ++(lines[at].indent >= 2 ? indented : flush);
  return indented >= 2 && indented * 30 >= flush && flush * 10 >= indented;
}

}  // namespace

WrapStyle find_wrap_style(const std::vector<TextLine>& lines,
                          const std::vector<std::size_t>& prose) {
  WrapStyle style;
  std::vector<int> counts(static_cast<std::size_t>(kMaxWidth + kWider) + 2, 0);
  std::size_t wider = 0, total = 0;
  for (std::size_t at : prose) {
    ++total;
    ++counts[static_cast<std::size_t>(std::min(lines[at].width, kMaxWidth + kWider + 1))];
  }
  if (total < kMinLines) return style;
  const Fit fit = best_fit(counts);
  for (std::size_t w = static_cast<std::size_t>(fit.width + kWider) + 1; w < counts.size(); ++w)
    wider += static_cast<std::size_t>(counts[w]);
  if (static_cast<double>(fit.full) < kMinShare * static_cast<double>(total) ||
      static_cast<double>(wider) > kMaxWiderShare * static_cast<double>(total) ||
      unfinished_share(lines, prose, fit.width) < kMinUnfinished)
    return style;
  style.width = fit.width;
  style.blank_lines_say_nothing = blanks_say_nothing(lines, prose, fit.width);
  style.indents = has_indents(lines, prose);
  return style;
}

}  // namespace gouji
