// SPDX-License-Identifier: GPL-3.0-or-later
// Figures: numbers with their unit and meaning, in prose and in cells.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "gouji/report.h"
#include "layout/flow.h"
#include "outline/outline.h"
#include "pattern/pattern_set.h"
#include "table/grid.h"

namespace gouji {

/// A figure found in a string: Figure without id, place, subject and owner; [start, end) are code
/// points of the string.
struct FigureSpan {
  std::size_t start = 0, end = 0;
  Figure figure;
  int range_with = -1;  ///< index, in the same result, of the other end of a range; -1 = none
};

/// The unit that a table or column says of its numbers (万元, 辆, %), read once for many cells.
struct CellUnit {
  std::string text;  ///< as printed; empty: nothing is said
  FigureKind kind = FigureKind::number;
  int power = 0;       ///< of ten, of its multipliers
  std::string factor;  ///< plain decimal; empty: 1
  std::string normal;  ///< of the normalised quantity
};

/// Which numerals of prose are figures.
enum class NumeralScope {
  /// As the contract says: numbers with a unit; fractions; bare numbers where a word before them
  /// makes them one (增长13.95。). Slogans, names, counts of one in Chinese (一个) are none.
  report,
  /// Every numeral that is no date, duration or ordinal, with or without a unit, and mathematical
  /// writings (2e5): what number suites ask for.
  all,
};

/// Scans strings for figures. Holds the compiled vocabulary; build it once, use it from any thread.
class FigureScanner {
 public:
  explicit FigureScanner(const PatternSet& patterns);
  ~FigureScanner();
  FigureScanner(FigureScanner&&) noexcept;

  /// All figures of a piece of prose, in order, not overlapping.
  std::vector<FigureSpan> in_prose(std::u32string_view text,
                                   NumeralScope scope = NumeralScope::report) const;
  /// The figure that a table cell is: the whole cell must be one number with or without a unit
  /// ("1,007.40", "≥95%", "（1.2）", "-"). `unit` is what the table or column says of its unit,
  /// empty if nothing. No value if the cell is words.
  Maybe<Figure> in_cell(std::u32string_view text, std::string_view unit) const;
  Maybe<Figure> in_cell(std::u32string_view text, const CellUnit& unit) const;
  /// A unit that is no word of the vocabulary has kind number and is its own normal form.
  CellUnit cell_unit(std::string_view unit) const;

  struct Vocabulary;
  const Vocabulary& vocabulary() const { return *vocabulary_; }

 private:
  const Vocabulary* vocabulary_;
};

/// Where a figure was read: characters [begin, end) of a block of the flow; block -1 for one of a
/// table cell or a chart.
struct FigureOrigin {
  std::int32_t block = -1;
  std::uint32_t begin = 0, end = 0;
};

/// The figures of a document in reading order, with ids, places, subjects, years and owners; and
/// the links back: figures of each item, figure of each cell.
struct Figures {
  std::vector<Figure> figures;
  std::vector<FigureOrigin> origins;      ///< one a figure
  std::vector<std::vector<int>> of_item;  ///< one entry an item: indices into figures
  /// One entry a grid, one a cell of it (order of Grid::cells): index into figures, -1 = none.
  std::vector<std::vector<int>> of_cell;
};

/// Pure; thread-safe.
Figures find_figures(const Flow& flow, const Tables& tables, const Outline& outline,
                     const PatternSet& patterns, const FigureScanner& scanner);

}  // namespace gouji
