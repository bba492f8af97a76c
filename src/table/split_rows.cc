// SPDX-License-Identifier: GPL-3.0-or-later
// Method, band by band (a band is a row of the lattice): the lines of cells that hold nothing but
// whole numbers are the anchors of its rows. The lines of the label column are put together to
// entries (a line goes on with the one before when that one was full); each anchor belongs to the
// entry whose height it stands in. An entry without an anchor is a row without numbers, an anchor
// without an entry a row without a label. Rows end half-way between their print.
#include <algorithm>
#include <cmath>

#include "geometry/cluster.h"
#include "table/cell_numbers.h"
#include "table/cut_bands.h"
#include "table/printed_table.h"
#include "table/rows_in_step.h"
#include "text/charclass.h"

namespace gouji {

namespace {

// Ems of the print.
constexpr float kSameLine = 0.45F;   ///< lines of neighbouring cells on one height
constexpr float kFullLine = 1.1F;    ///< a full line ends within this of the longest of its cell
constexpr float kFullCell = 3.0F;    ///< … and within this of the border
constexpr float kOutdent = 0.6F;     ///< a line that begins further left opens an entry
constexpr float kEntryReach = 0.3F;  ///< numbers half-way between two lines are off by less
constexpr float kCentre = 0.6F;     ///< a label in the middle of its rows is off by less, of a step
constexpr float kOnHeight = 0.15F;  ///< print on the height of numbers is off by less
constexpr float kLabelStep = 1.9F;  ///< lines of one label follow each other within this
/// Steps within a wrapped entry are at most this many times the smallest step of the cell.
constexpr float kSameStep = 1.35F;

float middle(const CellLine& line) {
  return (line.box.y0 + line.box.y1) / 2;
}

struct Entry {
  std::size_t first = 0, last = 0;  ///< lines of the label cell
  float y0 = 0, y1 = 0;             ///< middles of its first and last line
  bool anchored = false;
};

/// Middles of the first and the last line of a text.
struct Reach {
  float y0 = 0, y1 = 0;
};

/// The rows of one band: where each begins, ascending, and the end of the last.
using Edges = std::vector<float>;

struct BandRows {
  Edges edges;
  std::vector<float> heights;  ///< of the numbers of the rows
  bool whole_table = false;    ///< no other band has several rows
};

class Band {
 public:
  Band(std::vector<const PrintedCell*> cells, bool first)
      : cells_(std::move(cells)), first_(first) {
    for (const PrintedCell* cell : cells_) {
      for (const CellLine& line : cell->lines) size_ = std::max(size_, line.size);
    }
  }

  /// The rows; fewer than three edges when the band is one row.
  BandRows rows() {
    const bool broken = measure_broken_numbers();
    if (find_anchors()) {
      Edges coded = rows_of_codes();
      if (!coded.empty()) return {std::move(coded), anchors_, false};
      find_entries();
      return {cut(), anchors_, false};
    }
    return {broken ? Edges() : rows_in_step(cells_), {}, false};
  }

 private:
  /// Where each row has its code the codes tell the rows, and what wraps stands around them.
  Edges rows_of_codes() const {
    for (const PrintedCell* cell : cells_) {
      if (!holds_codes(*cell) || cell->lines.size() != anchors_.size()) continue;
      std::vector<float> rows;
      for (const CellLine& line : cell->lines) rows.push_back(middle(line));
      Edges edges = rows_at(rows, cells_);
      if (!edges.empty() &&
          std::all_of(cells_.begin(), cells_.end(),
                      [&](const PrintedCell* other) { return wraps_within(*other, edges); })) {
        return edges;
      }
    }
    return {};
  }

  /// Is every line but the last of the cell's lines in a row full? Else two entries stand there.
  static bool wraps_within(const PrintedCell& cell, const Edges& edges) {
    const float longest = longest_line(cell);
    for (std::size_t i = 1; i < cell.lines.size(); ++i) {
      if (interval_index(edges, middle(cell.lines[i])) ==
              interval_index(edges, middle(cell.lines[i - 1])) &&
          !is_full(cell.lines[i - 1], cell, longest)) {
        return false;
      }
    }
    return true;
  }

  static float longest_line(const PrintedCell& cell) {
    float longest = 0;
    for (const CellLine& line : cell.lines) longest = std::max(longest, line.box.x1);
    return longest;
  }

  static bool is_full(const CellLine& line, const PrintedCell& cell, float longest) {
    return line.box.x1 >= longest - kFullLine * line.size &&
           cell.box.x1 - line.box.x1 <= kFullCell * line.size;
  }

  /// One number that is broken over so many lines says that as many lines are one row.
  bool measure_broken_numbers() {
    for (const PrintedCell* cell : cells_) {
      broken_ = std::max(broken_, lines_of_broken_number(*cell));
    }
    return broken_ > 0;
  }

  bool find_anchors() {
    const bool several = std::any_of(cells_.begin(), cells_.end(), [&](const PrintedCell* cell) {
      return cell->lines.size() > broken_ && holds_several_numbers(*cell);
    });
    if (!several && broken_ > 0) return false;
    const bool header = !several && first_ && header_stands_above_numbers();
    if (!several && !header) return false;
    std::vector<WeightedPosition> heights;
    for (const PrintedCell* cell : cells_) {
      if (several && !holds_numbers(*cell) && !holds_codes(*cell)) continue;
      if (header && !is_word_above_numbers(*cell)) continue;
      add_numbers(*cell, usual_decimals(cells_), heights);
    }
    anchors_ = cluster_positions(std::move(heights), kSameLine * size_);
    add_wrapped_numbers();
    return anchors_.size() >= 2;
  }

  /// The heights of the numbers of a cell; those of several lines are kept for later.
  void add_numbers(const PrintedCell& cell, int decimals, std::vector<WeightedPosition>& heights) {
    std::vector<std::size_t> starts = number_starts(cell, decimals);
    starts.push_back(cell.lines.size());
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
      const float y0 = middle(cell.lines[starts[i]]);
      const float y1 = middle(cell.lines[starts[i + 1] - 1]);
      if (y1 > y0) {
        wrapped_.push_back({y0, y1});
      } else {
        heights.push_back({y0, 1});
      }
    }
  }

  /// A number of several lines belongs to the numbers that stand on its height; without any it is
  /// an anchor of its own, at its middle.
  void add_wrapped_numbers() {
    for (const Reach& number : wrapped_) {
      const float centre = (number.y0 + number.y1) / 2;
      const float slack = kSameLine * size_;
      const bool known = std::any_of(anchors_.begin(), anchors_.end(), [&](float anchor) {
        return anchor >= number.y0 - slack && anchor <= number.y1 + slack;
      });
      if (!known)
        anchors_.insert(std::upper_bound(anchors_.begin(), anchors_.end(), centre), centre);
    }
  }

  static bool is_word_above_numbers(const PrintedCell& cell) {
    if (cell.lines.size() < 2) return false;
    bool digit = false;
    for (std::size_t i = 1; i < cell.lines.size(); ++i) {
      if (!is_number_line(cell.lines[i], digit)) return false;
    }
    bool any = false;
    return digit && !is_number_line(cell.lines.front(), any);
  }

  /// The first band of a table whose header is set off by a fill, not by a ruling: two columns
  /// have a word over numbers, on the same heights.
  bool header_stands_above_numbers() const {
    const PrintedCell* like = nullptr;
    int columns = 0;
    for (const PrintedCell* cell : cells_) {
      if (!is_word_above_numbers(*cell)) continue;
      if (like == nullptr) like = cell;
      for (std::size_t i = 0; i < 2; ++i) {
        if (std::abs(middle(cell->lines[i]) - middle(like->lines[i])) > kSameLine * size_) {
          return false;
        }
      }
      ++columns;
    }
    return columns >= 2;
  }

  int anchor_at(float y) const {
    const std::size_t i = nearest_index(anchors_, y);
    return std::abs(anchors_[i] - y) <= kSameLine * size_ ? static_cast<int>(i) : -1;
  }

  /// The column of labels: the cell of words with the most lines.
  const PrintedCell* label_cell() const {
    const PrintedCell* best = nullptr;
    for (const PrintedCell* cell : cells_) {
      if (cell->lines.size() < 2 || holds_numbers(*cell) || holds_codes(*cell)) continue;
      if (best == nullptr || cell->lines.size() > best->lines.size()) best = cell;
    }
    return best;
  }

  void find_entries() {
    const PrintedCell* label = label_cell();
    if (label == nullptr) return;
    const std::vector<CellLine>& lines = label->lines;
    const float longest = longest_line(*label);
    float step = 1e6F;
    for (std::size_t i = 1; i < lines.size(); ++i) {
      step = std::min(step, middle(lines[i]) - middle(lines[i - 1]));
    }
    const auto full = [&](const CellLine& line) { return is_full(line, *label, longest); };
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const float y = middle(lines[i]);
      const bool anchored = anchor_at(y) >= 0;
      if (i > 0) {
        Entry& entry = entries_.back();
        const bool next_has_own = entry.anchored && !anchored && opens_centred_entry(lines, i);
        const bool goes_on = full(lines[i - 1]) && !(entry.anchored && anchored) && !next_has_own &&
                             y - middle(lines[i - 1]) <= kSameStep * step &&
                             lines[i].box.x0 >= lines[entry.first].box.x0 - kOutdent * size_;
        if (goes_on) {
          entry.last = i;
          entry.y1 = y;
          entry.anchored = entry.anchored || anchored;
          continue;
        }
      }
      entries_.push_back({i, i, y, y, anchored});
    }
    if (entries_.size() == 1) entries_.clear();  // one label in the middle of its rows
    join_around_anchors();
  }

  /// Do numbers stand half-way between this line of a label and the next one, and none beside it?
  bool opens_centred_entry(const std::vector<CellLine>& lines, std::size_t i) const {
    if (i + 1 >= lines.size() || anchor_at(middle(lines[i + 1])) >= 0) return false;
    const float between = (middle(lines[i]) + middle(lines[i + 1])) / 2;
    return std::abs(anchors_[nearest_index(anchors_, between)] - between) <= kEntryReach * size_;
  }

  /// Two lines of a label with their numbers half-way between them are one entry.
  void join_around_anchors() {
    for (std::size_t i = 0; i + 1 < entries_.size();) {
      Entry& above = entries_[i];
      const Entry& below = entries_[i + 1];
      const float between = (above.y1 + below.y0) / 2;
      const float anchor = anchors_[nearest_index(anchors_, between)];
      if (!above.anchored && !below.anchored && std::abs(anchor - between) <= kEntryReach * size_) {
        above.last = below.last;
        above.y1 = below.y1;
        above.anchored = true;
        entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      } else {
        ++i;
      }
    }
  }

  /// The row that a number of several lines stands in reaches over all of them.
  void widen(std::vector<Reach>& rows, const Reach& number) const {
    Reach* own = nullptr;
    float nearest = kSameLine * size_;
    for (Reach& row : rows) {
      const float off = std::max({0.0F, row.y0 - number.y1, number.y0 - row.y1});
      if (off > nearest || (own != nullptr && off == nearest)) continue;
      own = &row;
      nearest = off;
    }
    if (own == nullptr) return;
    own->y0 = std::min(own->y0, number.y0);
    own->y1 = std::max(own->y1, number.y1);
  }

  Edges cut() const {
    std::vector<Reach> rows;
    for (const Entry& entry : entries_) rows.push_back({entry.y0, entry.y1});
    for (const float anchor : anchors_) {
      const bool owned = std::any_of(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        return anchor >= entry.y0 - kSameLine * size_ && anchor <= entry.y1 + kSameLine * size_;
      });
      if (!owned) rows.push_back({anchor, anchor});
    }
    for (const Reach& number : wrapped_) widen(rows, number);
    std::sort(rows.begin(), rows.end(), [](const Reach& a, const Reach& b) { return a.y0 < b.y0; });
    Edges edges = {-1e6F};
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
      edges.push_back((rows[i].y1 + rows[i + 1].y0) / 2);
    }
    edges.push_back(1e6F);
    return edges;
  }

  std::vector<const PrintedCell*> cells_;
  bool first_ = false;
  float size_ = 1;
  std::size_t broken_ = 0;
  std::vector<float> anchors_;
  std::vector<Reach> wrapped_;  ///< numbers of several lines
  std::vector<Entry> entries_;
};

/// Does each line stand on the height of a row's numbers? Then each is an entry. One line in the
/// middle of an odd number of rows may be either; where the band is all the table has below its
/// header it is an entry too, behind the first column: a value of all rows would say nothing.
bool is_in_step(const PrintedCell& cell, const std::vector<float>& heights, bool whole_table) {
  if (heights.empty()) return false;
  const bool value = whole_table && cell.at.column > 0;
  if (cell.lines.size() == 1 && heights.size() % 2 != 0 && !value) return false;
  return std::all_of(cell.lines.begin(), cell.lines.end(), [&](const CellLine& line) {
    const float off = heights[nearest_index(heights, middle(line))] - middle(line);
    return std::abs(off) <= kOnHeight * line.size;
  });
}

/// Is the print one label in the middle of all rows of the band?
bool spans_rows(const PrintedCell& cell, const BandRows& band) {
  const Edges& edges = band.edges;
  const std::size_t rows = edges.size() - 1;
  if (is_in_step(cell, band.heights, band.whole_table)) return false;
  if (cell.lines.empty() || holds_numbers(cell) || 2 * cell.lines.size() > rows + 1) return false;
  for (std::size_t i = 1; i < cell.lines.size(); ++i) {
    const float leading = middle(cell.lines[i]) - middle(cell.lines[i - 1]);
    if (leading > kLabelStep * cell.lines[i].size) return false;  // entries of several rows
  }
  const float top = edges[1];
  const float bottom = edges[edges.size() - 2];
  const float step =
      rows > 2 ? (bottom - top) / static_cast<float>(rows - 2) : cell.box.height() / 2;
  const float centre = (middle(cell.lines.front()) + middle(cell.lines.back())) / 2;
  return std::abs(centre - (top + bottom) / 2) <= kCentre * step;
}

}  // namespace

std::vector<const PrintedCell*> take_row(const PrintedTable& table, std::size_t& i) {
  std::vector<const PrintedCell*> cells;
  for (const int row = table.cells[i].at.row;
       i < table.cells.size() && table.cells[i].at.row == row; ++i) {
    if (table.cells[i].at.row_span == 1) cells.push_back(&table.cells[i]);
  }
  return cells;
}

void split_rows(PrintedTable& table) {
  std::vector<BandRows> bands(static_cast<std::size_t>(table.rows));
  bool any = false;
  for (std::size_t i = 0; i < table.cells.size();) {
    const int row = table.cells[i].at.row;
    std::vector<const PrintedCell*> cells = take_row(table, i);
    bands[static_cast<std::size_t>(row)] = Band(std::move(cells), row == 0).rows();
    any = any || bands[static_cast<std::size_t>(row)].edges.size() > 2;
  }
  if (!any) return;
  const auto several = std::count_if(bands.begin(), bands.end(),
                                     [](const BandRows& band) { return band.edges.size() > 2; });
  for (BandRows& band : bands) band.whole_table = several == 1;
  std::vector<std::vector<float>> edges;
  edges.reserve(bands.size());
  for (const BandRows& band : bands) edges.push_back(band.edges);
  cut_bands(table, edges, [&](const PrintedCell& cell) {
    return spans_rows(cell, bands[static_cast<std::size_t>(cell.at.row)]);
  });
}

}  // namespace gouji
