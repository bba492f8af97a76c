// SPDX-License-Identifier: GPL-3.0-or-later
// Method: the two halves of a row stand in the same cells. Wherever both have words the upper ones
// must have had no room for the first of the lower ones, as they were wrapped there; a number goes
// on inside a group of digits or behind its sign. What all rows have and the upper half lacks may
// stand in the lower half whole. A row without numbers at the head of a page is common: where only
// its label stands there, the label must not open as those of rows do.
#include "table/broken_row.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "layout/blanks.h"
#include "table/cell_lines.h"
#include "table/grid_rows.h"
#include "table/rows_go_on.h"
#include "text/charclass.h"
#include "text/ordinal.h"

namespace gouji {

namespace {

/// Left and right margin of a cell together, points: Word's own setting, the widest common one.
constexpr float kCellMargins = 10.8F;
/// Words set left are indented by less than this share of their cell.
constexpr float kMostIndent = 0.5F;
/// So many letters alike at the head of two labels: they are of a kind, and each has its row.
constexpr std::size_t kAlike = 4;
/// Rows that must have a text in a column before one without is odd.
constexpr int kFewestRows = 3;
/// A mark like 4. or （四） or 其中： stands within the first characters of a label.
constexpr std::size_t kMarkReach = 5;
constexpr std::size_t kEnding = 2;       ///< letters that many labels of a table end in
constexpr std::size_t kShortLabel = 20;  ///< letters; longer numbered text is prose
constexpr std::size_t kScrap = 2;        ///< letters of what can only be the end of a word
constexpr int kCompleteRow = 3;          ///< cells
constexpr int kEndedCells = 2;           ///< that a row has beside the one that goes on

/// The last line of a cell, points from the left and the right border, and its last letter's width.
/// Only where the page is read as it stands: places are those of the page.
struct LastLine {
  float indent = 0, room = 0, letter = 0, width = 0;
  bool inside = false;
};

LastLine last_line(const Grid& grid, const GridCell& cell) {
  const auto& places = cell.text.places;
  std::size_t first = places.size() - 1;
  while (first > 0 && places[first - 1].line == places.back().line) --first;
  const float from = static_cast<float>(places[first].from) / 100;
  const float to = static_cast<float>(places.back().to) / 100;
  LastLine line;
  line.letter = static_cast<float>(places.back().to - places.back().from) / 100;
  line.indent = from - grid.column_edges[static_cast<std::size_t>(cell.column)];
  line.room = grid.column_edges[static_cast<std::size_t>(cell.column + cell.column_span)] - to;
  line.width = line.indent + (to - from) + line.room;
  line.inside = line.indent >= 0 && line.room >= -line.letter;
  return line;
}

/// Were the words broken for want of room for `word` points more?
bool is_full(const LastLine& line, float word) {
  if (!line.inside) return false;
  if (line.indent + line.room < kCellMargins + word) return true;
  return line.indent <= kMostIndent * line.width && line.room < kCellMargins / 2 + word;
}

/// Width of what cannot be parted at the head of a text, points: a hanzi, or a word up to the next
/// blank or hanzi.
float first_word(const LocatedText& text) {
  std::size_t end = 1;
  if (!is_han(text.chars.front())) {
    while (end < text.size() && !is_blank(text.chars[end]) && !is_han(text.chars[end])) ++end;
  }
  const auto line = text.places.front().line;
  while (end > 1 && text.places[end - 1].line != line) --end;
  return static_cast<float>(text.places[end - 1].to - text.places.front().from) / 100;
}

bool is_minus(const LocatedText& text) {
  return text.size() == 1 && (fold_width(text.chars[0]) == U'-' || text.chars[0] == U'\u2212');
}

bool is_percent(const LocatedText& text) {
  return text.size() == 1 && fold_width(text.chars[0]) == U'%';
}

/// Does a label open as those of rows do: with a mark (一、 4. （二） # ※) or a word and a colon
/// (其中：)?
bool opens_as_row(const LocatedText& text) {
  const std::u32string& chars = text.chars;
  const char32_t first = fold_width(chars.front());
  if (first == U'#' || is_note_mark(first)) return true;
  const bool bracket = first == U'(';
  for (std::size_t i = bracket ? 1 : 0; i < std::min(text.size(), kMarkReach); ++i) {
    const char32_t c = fold_width(chars[i]);
    if (c == U':') return true;
    if (c != U'\u3001' && c != U'.' && c != U')') continue;
    const std::size_t begin = bracket ? 1 : 0;
    return ordinal_of(std::u32string_view(chars).substr(begin, i - begin)).has_value();
  }
  return false;
}

bool begin_alike(const LocatedText& a, const LocatedText& b) {
  return a.size() >= kAlike && b.size() >= kAlike &&
         std::equal(a.chars.begin(), a.chars.begin() + kAlike, b.chars.begin());
}

/// Has the row above a cell of the same columns at its place?
bool stands_below(const std::vector<GridCell*>& last, const GridCell& cell) {
  const GridCell* above = last[static_cast<std::size_t>(cell.column)];
  return above != nullptr && above->column == cell.column && above->column_span == cell.column_span;
}

/// How a cell at the head of a page goes on with the one above it at the foot of the page before.
enum class GoesOn {
  not_at_all,
  certain,         ///< the rest of a number, or of words that stand whole in other rows
  number_perhaps,  ///< a last digit, what stands behind a minus
  full,            ///< words, and the cell above was full
  latin,           ///< … but for less than a long word
  words,           ///< words below words that left room
  whole,           ///< all of it stands below, as the cell above is empty
};

class Halves {
 public:
  Halves(const Grid& grid, const Grid& next, const std::vector<GridCell*>& last)
      : grid_(grid), next_(next), last_(last), numeric_(number_columns(grid)) {}

  bool are_one_row() const {
    std::array<int, 7> count = {};  // by GoesOn
    bool key_whole = false;
    bool scraps = true;
    for (const GridCell& cell : next_.cells) {
      if (cell.row > 0) break;
      if (!stands_below(last_, cell)) return false;
      if (cell.text.empty()) continue;
      const GoesOn found = goes_on(cell);
      if (found == GoesOn::not_at_all) return false;
      ++count[static_cast<std::size_t>(found)];
      scraps = scraps && cell.text.size() <= kScrap;
      key_whole = key_whole || (found == GoesOn::whole && cell.column == 0);
    }
    const auto of = [&](GoesOn sort) { return count[static_cast<std::size_t>(sort)]; };
    if (of(GoesOn::certain) > 0) return true;
    const int any = std::accumulate(count.begin(), count.end(), 0);
    const Filled filled = filled_cells();
    if (!scraps && filled.above >= kCompleteRow && filled.both == filled.above) return false;
    if (key_whole && of(GoesOn::full) == 0 && !has_number()) return false;
    if (has_number() || of(GoesOn::whole) == any) return any > 0;
    if (of(GoesOn::words) + of(GoesOn::number_perhaps) > 0) return false;
    if (of(GoesOn::latin) > 0 && of(GoesOn::full) == 0) return false;
    // A label below a merged key may be full by chance, unless the rest of its row is there.
    const bool keyed = last_.front()->row == grid_.rows - 1 && !last_.front()->text.empty();
    return keyed || filled.above - filled.both >= kEndedCells ? any > 0 : any >= 2;
  }

 private:
  /// Cells of the upper half that begin in its row and hold words, and those of them that the lower
  /// half has words for. Of three and more one has nothing to go on with.
  struct Filled {
    int above = 0, both = 0;
  };
  Filled filled_cells() const {
    Filled filled;
    for (const GridCell& cell : next_.cells) {
      if (cell.row > 0) break;
      const GridCell* over = last_[static_cast<std::size_t>(cell.column)];
      if (over == nullptr || over->text.empty() || over->row < grid_.rows - 1) continue;
      ++filled.above;
      if (!cell.text.empty()) ++filled.both;
    }
    return filled;
  }

  GoesOn goes_on(const GridCell& cell) const {
    const auto column = static_cast<std::size_t>(cell.column);
    const GridCell& above = *last_[column];
    if (above.text.empty()) {
      return cell.row_span == 1 && is_always_filled(cell.column) ? GoesOn::whole
                                                                 : GoesOn::not_at_all;
    }
    if (is_number_wrapped(above.text, cell.text)) return GoesOn::certain;
    if (may_be_number_wrapped(above.text, cell.text)) return GoesOn::number_perhaps;
    if (is_number_cell(above) && is_percent(cell.text)) return GoesOn::certain;
    if (is_number_cell(cell) && is_minus(above.text)) return GoesOn::number_perhaps;
    if (is_number_cell(above) || is_number_cell(cell)) return GoesOn::not_at_all;
    // In the first column, and where labels are merged, stand the keys of rows.
    const bool key = cell.column == 0 || cell.row_span > 1;
    if (key &&
        (opens_as_row(cell.text) || begin_alike(above.text, cell.text) || ends_as_others(above))) {
      return GoesOn::not_at_all;
    }
    if (solid(above.text) == solid(cell.text)) return GoesOn::not_at_all;
    if (above.text.size() <= kShortLabel && opens_as_row(above.text) && opens_as_row(cell.text))
      return GoesOn::not_at_all;
    if (makes_known_words(above, cell)) return GoesOn::certain;
    const LastLine line = last_line(grid_, above);
    const bool full = grid_.edges_drawn && is_full(line, first_word(cell.text));
    if (!full) return key || numeric_[column] != 0 ? GoesOn::not_at_all : GoesOn::words;
    const char32_t first = cell.text.chars.front();
    if (is_han(first) || is_full(line, 0)) return GoesOn::full;
    return key && is_ascii_digit(fold_width(first)) ? GoesOn::not_at_all : GoesOn::latin;
  }

  /// Do other labels of the column end in the same letters (…支出)? Then this one is whole.
  bool ends_as_others(const GridCell& above) const {
    constexpr int kFewestOthers = 2;
    const std::u32string text = solid(above.text);
    if (text.size() <= kEnding) return false;
    const std::u32string_view ending = std::u32string_view(text).substr(text.size() - kEnding);
    int others = 0;
    for (std::size_t i = telling_cells(grid_); i < grid_.cells.size(); ++i) {
      const GridCell& other = grid_.cells[i];
      if (other.column != above.column || &other == &above) continue;
      const std::u32string words = solid(other.text);
      if (words.size() > kEnding && words != text && words.ends_with(ending)) ++others;
    }
    return others >= kFewestOthers;
  }

  /// Do both halves together stand in another row of the column, and the upper one in none?
  bool makes_known_words(const GridCell& above, const GridCell& cell) const {
    const std::u32string half = solid(above.text);
    const std::u32string whole = half + solid(cell.text);
    bool known = false;
    for (std::size_t i = telling_cells(grid_); i < grid_.cells.size(); ++i) {
      const GridCell& other = grid_.cells[i];
      if (other.column != cell.column || &other == &above) continue;
      const std::u32string text = solid(other.text);
      if (text == half) return false;
      known = known || text == whole;
    }
    return known;
  }

  /// Has every other row a text in the column, but for the first one, the header?
  bool is_always_filled(int column) const {
    int filled = 0;
    for (const Grid* part : {&grid_, &next_}) {
      const int half = part == &grid_ ? grid_.rows - 1 : 0;
      for (std::size_t i = telling_cells(*part); i < part->cells.size(); ++i) {
        const GridCell& cell = part->cells[i];
        if (cell.column != column || cell.row == 0 || cell.row == half) continue;
        if (cell.text.empty()) return false;
        ++filled;
      }
    }
    return filled >= kFewestRows;
  }

  bool has_number() const {
    for (std::size_t c = 0; c < last_.size(); ++c) {
      if (last_[c] != nullptr && numeric_[c] != 0 && is_number_cell(*last_[c])) return true;
    }
    return false;
  }

  const Grid& grid_;
  const Grid& next_;
  const std::vector<GridCell*>& last_;
  std::vector<char> numeric_;
};

}  // namespace

bool mend_broken_row(const Grid& grid, Grid& next, const std::vector<GridCell*>& last) {
  if (grid.columns < 2 || next.rows < 1 || last.front() == nullptr) return false;
  if (!Halves(grid, next, last).are_one_row()) return false;
  for (const GridCell& cell : next.cells) {
    if (cell.row > 0) break;
    GridCell& above = *last[static_cast<std::size_t>(cell.column)];
    append_wrapped(above.text, cell.text);
    above.row_span += cell.row_span - 1;
  }
  drop_rows(next, 1);
  return true;
}

bool opens_inside_row(const Grid& grid, const Grid& next, const std::vector<GridCell*>& last) {
  if (last.front() == nullptr || last.front()->text.empty() || !grid.edges_drawn) return false;
  bool label = false;
  for (const GridCell& cell : next.cells) {
    if (cell.row > 0) break;
    const GridCell* above = last[static_cast<std::size_t>(cell.column)];
    if (cell.text.empty()) {
      if (label && above != nullptr && is_number_cell(*above)) return true;
    } else if (!label) {
      label = cell.column > 0 && stands_below(last, cell) && !above->text.empty() &&
              above->row == last.front()->row && !is_number_cell(cell) && !is_number_cell(*above) &&
              is_full(last_line(grid, *above), first_word(cell.text));
      if (!label) return false;
    }
  }
  return false;
}

}  // namespace gouji
