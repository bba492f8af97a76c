// SPDX-License-Identifier: GPL-3.0-or-later
// Method: each line is looked at beside the lines above and below it, and beside the nearest rows
// (lines of several parts): prose is wide and follows on prose, a caption is larger than the rows
// at both sides, a sentence ends as one and begins at their left, fields have their name in front
// of a colon, all of them.
#include "layout/aligned_separators.h"

#include <algorithm>
#include <cmath>

#include "layout/aligned_judge.h"
#include "text/charclass.h"

namespace gouji {

namespace {

constexpr float kProseShare = 0.5F;  ///< of the width of the print; wider lines may be prose
constexpr float kProseStep = 3.4F;   ///< between the lines of a text, ems
constexpr float kLarger = 1.15F;     ///< a caption against its table
constexpr float kAtRight = 2.0F;     ///< a unit at the right end of its table, ems
constexpr float kTextWhite = 2.5F;   ///< ems
constexpr float kSameStep = 1.1F;    ///< of rows, times
constexpr std::size_t kRowsOfOneSize = 3;
constexpr std::size_t kNearRow = 6;      ///< lines
constexpr std::size_t kHeaderLines = 2;  ///< from a unit to the first line of several labels
constexpr float kIndent = 4.5F;          ///< of the first line of a paragraph, ems
constexpr std::size_t kFewestInks = 8;

class SeparatorFinder {
 public:
  explicit SeparatorFinder(const AlignedInput& input) : input_(input), lines_(input.lines) {}

  std::vector<char> run() {
    std::vector<char> found = prose();
    find_rows();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!found[i]) found[i] = is_caption(i) || is_sentence(i) || is_fields(i) || is_heading(i);
    }
    for (std::size_t i = 1; i + 2 < lines_.size(); ++i) {
      if (is_caption_with_unit(i)) found[i] = found[i + 1] = 1;
    }
    return found;
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  float step(std::size_t i) const { return lines_[i].baseline - lines_[i - 1].baseline; }

  /// Lines of one part that fill half the page and stand above or below such a line.
  std::vector<char> prose() const {
    float left = 1e6F;
    float right = 0;
    for (const WordLine& line : lines_) {
      left = std::min(left, line.x0);
      right = std::max(right, line.x1);
    }
    std::vector<char> wide(lines_.size(), 0);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      wide[i] = lines_[i].chunks == 1 && lines_[i].widest >= kProseShare * (right - left);
    }
    std::vector<char> prose(lines_.size(), 0);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const bool above = i > 0 && wide[i - 1] && step(i) <= kProseStep * lines_[i].size;
      const bool below =
          i + 1 < lines_.size() && wide[i + 1] && step(i + 1) <= kProseStep * lines_[i].size;
      prose[i] = wide[i] && (above || below);
    }
    return prose;
  }

  /// The nearest lines of several parts above and below each line.
  void find_rows() {
    above_.assign(lines_.size(), kNone);
    below_.assign(lines_.size(), kNone);
    std::size_t last = kNone;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (last != kNone && i - last <= kNearRow) above_[i] = last;
      if (lines_[i].chunks >= 2) last = i;
    }
    last = kNone;
    for (std::size_t i = lines_.size(); i-- > 0;) {
      if (last != kNone && last - i <= kNearRow) below_[i] = last;
      if (lines_[i].chunks >= 2) last = i;
    }
  }

  bool is_caption(std::size_t i) const {
    if (above_[i] == kNone || below_[i] == kNone) return false;
    const float rows = std::max(lines_[above_[i]].size, lines_[below_[i]].size);
    return lines_[i].size >= kLarger * rows && is_one_text(lines_[i]);
  }

  /// A line of words and one at the right below it, between the rule at the foot of a table and the
  /// one at the head of the next.
  bool is_caption_with_unit(std::size_t i) const {
    const WordLine& unit = lines_[i + 1];
    if (above_[i] == kNone || below_[i + 1] == kNone || lines_[i].chunks != 1 || unit.chunks != 1) {
      return false;
    }
    const WordLine& row = lines_[above_[i]];
    const bool at_right = std::abs(unit.x1 - row.x1) <= kAtRight * unit.size &&
                          unit.x0 > (row.x0 + row.x1) / 2 && unit.x0 > lines_[i].x0;
    return at_right && above_[i] + 1 == i && ruled_above(i, row) && ruled_above(i + 2, row) &&
           !ruled_above(i + 1, row);
  }

  /// Does a rule as long as a row run above the line?
  bool ruled_above(std::size_t i, const WordLine& row) const {
    return std::any_of(input_.rules.begin(), input_.rules.end(), [&](const RuleRow& rule) {
      return rule.y > lines_[i - 1].middle() && rule.y < lines_[i].middle() &&
             rule.runs_through(row.x0, row.x1);
    });
  }

  /// No white but such as stands behind the number of a caption, or between letters set apart.
  static bool is_one_text(const WordLine& line) {
    for (std::size_t w = 1; w < line.words.size(); ++w) {
      if (line.words[w].x0 - line.words[w - 1].x1 > kTextWhite * line.size) return false;
    }
    return true;
  }

  /// A line alone between rows of one size and rows of another.
  bool is_heading(std::size_t i) const {
    if (lines_[i].chunks != 1 || above_[i] == kNone || below_[i] == kNone) return false;
    const float above = lines_[above_[i]].size;
    const float below = lines_[below_[i]].size;
    if (std::max(above, below) < kLarger * std::min(above, below)) return false;
    // A row of its label alone, as close below the rows as they are to each other.
    if (above_[i] + 1 == i && i > 1 && lines_[i].size == above &&
        step(i) <= kSameStep * step(i - 1)) {
      return false;
    }
    std::size_t row = above_[i];
    for (std::size_t n = 1; n < kRowsOfOneSize; ++n) {
      row = above_[row];
      if (row == kNone || lines_[row].size != above || numbers_behind_first(lines_[row]) == 0) {
        return false;
      }
    }
    return true;
  }

  char32_t ink(std::uint32_t i) const { return input_.set->inks[i].character; }

  bool is_sentence(std::size_t i) const {
    const WordLine& line = lines_[i];
    if (line.chunks != 1 || above_[i] == kNone || below_[i] == kNone) return false;
    std::size_t inks = 0;
    for (const PrintWord& word : line.words) inks += word.end - word.begin;
    if (inks < kFewestInks || ink(line.words.back().end - 1) != U'\u3002') return false;
    const float left = std::min(lines_[above_[i]].x0, lines_[below_[i]].x0);
    return line.x0 <= left + kIndent * line.size;
  }

  /// Has every part of the line a name in front of a colon? A label with a colon may stand alone,
  /// but not at the right above a line of labels.
  bool is_fields(std::size_t i) const {
    const WordLine& line = lines_[i];
    if (line.chunks < 2 && !stands_right_above_labels(i)) return false;
    bool named = false;
    for (std::size_t w = 0; w < line.words.size(); ++w) {
      if (w > 0 && parts_columns(line, w)) {
        if (!named) return false;
        named = false;
      }
      named = named || names_field(line.words[w]);
    }
    return named;
  }

  bool stands_right_above_labels(std::size_t i) const {
    if (below_[i] == kNone || below_[i] > i + kHeaderLines || above_[i] == kNone) return false;
    const WordLine& labels = lines_[below_[i]];
    return numbers_behind_first(labels) == 0 && lines_[i].x0 > (labels.x0 + labels.x1) / 2;
  }

  bool names_field(const PrintWord& word) const {
    for (std::uint32_t i = word.begin + 1; i < word.end; ++i) {
      if (fold_width(ink(i)) == U':' && is_han(ink(i - 1))) return true;
    }
    return false;
  }

  const AlignedInput& input_;
  const std::vector<WordLine>& lines_;
  std::vector<std::size_t> above_, below_;
};

}  // namespace

std::vector<char> find_separators(const AlignedInput& input) {
  return SeparatorFinder(input).run();
}

}  // namespace gouji
