// SPDX-License-Identifier: GPL-3.0-or-later
// The short label of what a figure measures, cut out of its sentence.
#pragma once

#include <string_view>

#include "figure/vocabulary.h"

namespace gouji {

/// Labels the figures of one paragraph, one after the other. Keeps what was measured before, for
/// figures that name nothing themselves (占85.38%, 增长6.18%).
class SubjectReader {
 public:
  /// Both outlive the reader.
  SubjectReader(const FigureScanner::Vocabulary& vocabulary, std::u32string_view text)
      : vocabulary_(vocabulary), text_(text) {}

  /// The label of the next figure; nothing when the text names none.
  Maybe<std::string> next(const FigureSpan& span);

 private:
  std::u32string_view segment(std::size_t end);
  std::u32string_view without_tail(std::u32string_view words) const;
  std::size_t date_end(std::u32string_view words) const;
  std::u32string_view behind_year(std::u32string_view words) const;
  std::u32string_view lowest_level(std::u32string_view name) const;
  void take_prefix(std::u32string_view name);
  void take_title(std::size_t first_figure);
  std::u32string_view without_head(std::u32string_view words) const;
  std::u32string_view without_comparison(std::u32string_view words) const;
  void note_parts(std::size_t begin, std::size_t end);
  bool read_share(std::u32string_view words, std::u32string& label);
  bool read_completion(std::u32string_view words, std::u32string& label);
  bool read_change(std::u32string_view words, bool rate, std::u32string& label);
  bool read_rate(std::u32string_view name, std::size_t behind, std::u32string& label) const;
  bool is_comparison(std::u32string_view name) const;
  bool read_enumeration(std::u32string_view words, std::u32string_view name, std::u32string& label);
  bool is_reached(std::u32string_view words) const;
  std::u32string label_of(const FigureSpan& span, std::size_t begin, std::size_t behind);
  std::u32string_view noun_behind(std::size_t at) const;
  void take_base(std::u32string_view noun);
  void take_stem();

  const FigureScanner::Vocabulary& vocabulary_;
  std::u32string_view text_;
  std::size_t previous_end_ = 0;
  std::u32string base_;    // what the figure before measured
  std::u32string total_;   // the whole that the figures now are parts of
  std::u32string prefix_;  // in front of a colon: the name of the entry
  std::u32string stem_;  // of the base before, in front of a generic word: …财政拨款|支出预算
  std::u32string last_;  // the label of the figure before
  bool share_ = false;   // the figure before was a share
};

}  // namespace gouji
