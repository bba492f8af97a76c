// SPDX-License-Identifier: GPL-3.0-or-later
// The markers that open headings and numbered entries: 第一部分, 一、, （一）, 1., （1）, ①, 一是 …
// Layout needs them to know where paragraphs begin, outline to build the tree.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "pattern/pattern_set.h"

namespace gouji {

/// What an entry with a marker can be.
enum class MarkerRole {
  heading,     ///< always a heading (第一部分)
  attachment,  ///< opens an annex; numbering starts anew behind it (附件1)
  either,      ///< form and surroundings decide (（一）)
  item,        ///< always a numbered entry (第一条, ①, 一是)
  caption,     ///< belongs to a table or picture (附表1): neither
};

/// A way of numbering. Markers of one style that follow each other are one series.
struct MarkerStyle {
  std::string_view name;  ///< pattern attribute `style`
  int rank = 0;           ///< pattern attribute `level`: the smaller, the more outside, as is usual
  MarkerRole role = MarkerRole::either;
};

/// A marker found. Positions are code points of the text that was searched, half-open.
struct Marker {
  const MarkerStyle* style = nullptr;  ///< owned by the reader
  std::size_t begin = 0, end = 0;      ///< the marker as printed, its punctuation included
  std::size_t body = 0;                ///< where the text behind it begins
  std::optional<int> ordinal;
};

/// Reads markers by the patterns outline/marker and outline/inline. Cheap to build, thread-safe.
class MarkerReader {
 public:
  explicit MarkerReader(const PatternSet& patterns);
  ~MarkerReader();

  /// The marker that `text` begins with (white space in front is skipped).
  std::optional<Marker> at_start(std::u32string_view text) const;
  /// The markers inside running text, in order: 一是 … 二是 …, and numbers of a list that runs on
  /// in one paragraph (1.…；2.…). A marker at the very start is not among them. `start` is the
  /// marker at the start of the text, if any.
  std::vector<Marker> inside(std::u32string_view text, const std::optional<Marker>& start) const;

 private:
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

}  // namespace gouji
