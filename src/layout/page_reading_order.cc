// SPDX-License-Identifier: GPL-3.0-or-later
// Method: XY-cut. The page is divided into narrow stripes from top to bottom; a stripe that no
// line of a run of neighbouring lines covers is white over that run, and stripes side by side with
// the same run are a corridor. The tallest corridor that has sentences on both sides parts its run
// into two columns; these, and what stands above and below, are parted again in the same way.
// Lines of the two sides need not share baselines, so runs are counted over both together.
#include "layout/page_reading_order.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "text/charclass.h"

namespace gouji {

namespace {

constexpr float kStripe = 3;  ///< points
constexpr std::size_t kMostStripes = 2000;
constexpr int kMostDepth = 6;      ///< bands in columns in bands …
constexpr std::size_t kTries = 8;  ///< corridors that are looked at before the run is given up

// Ems of the print.
constexpr float kCorridor = 0.9F;      ///< width of a corridor; journals have 1 to 3
constexpr float kNarrowestColumn = 9;  ///< the columns of newspapers have ten hanzi
constexpr float kWordGap = 1.5F;       ///< a wider gap inside a line is none of prose
constexpr float kParted = 2.2F;        ///< white above or below that parts a line from a column

// Prose of a column: this many lines and this share of its lines fill this share of its width.
constexpr int kFewestLines = 5;
constexpr float kLongShare = 0.45F;
constexpr float kLongLine = 0.75F;
/// Sentences and clauses end in so many of the lines at least: Chinese prose has a comma a line,
/// English one in two lines; labels, names and numbers have none.
constexpr float kPunctuated = 0.3F;
/// Share of digits above which lines are figures of a table.
constexpr float kMostDigits = 0.35F;

struct Span {
  float x0 = 0, x1 = 0;
};

/// A line or a table area.
struct Item {
  float top = 0, bottom = 0;
  int line = -1, area = -1;
  float size = 0;
};

struct Corridor {
  float x0 = 0, x1 = 0;
  std::size_t begin = 0, end = 0;  ///< items [begin, end)

  float middle() const { return (x0 + x1) / 2; }
  bool covers(const Corridor& other) const { return begin <= other.begin && end >= other.end; }
};

bool is_punctuation(char32_t c) {
  switch (c) {
    case U'\u3002':
    case U'\uff0c':
    case U'\uff1b':
    case U'\uff1f':
    case U'\uff01':
    case U'.':
    case U',':
    case U';':
      return true;
    default:
      return false;
  }
}

/// What the lines of one side of a corridor are like.
struct Side {
  int lines = 0, longs = 0, punctuated = 0;
  int inks = 0, digits = 0;
  float size = 0;
  std::vector<float> long_at;  ///< heights of the long lines

  bool is_prose(float width) const {
    const auto all = static_cast<float>(lines);
    return longs >= kFewestLines && width >= kNarrowestColumn * size &&
           static_cast<float>(longs) >= kLongShare * all &&
           static_cast<float>(punctuated) >= kPunctuated * all &&
           static_cast<float>(digits) <= kMostDigits * static_cast<float>(inks);
  }
};

class ColumnCutter {
 public:
  ColumnCutter(const PieceSet& set, const std::vector<Box>& areas) : set_(set), areas_(areas) {}

  void cut(std::vector<PieceLine> lines, std::vector<std::size_t> areas, bool is_column,
           int depth) {
    std::vector<Item> items = list_items(lines, areas);
    Corridor corridor;
    if (depth >= kMostDepth || !find(lines, items, corridor)) {
      emit(std::move(lines), std::move(areas), is_column);
      return;
    }
    trim(lines, items, corridor);
    Parcel above, left, right, below;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i < corridor.begin || i >= corridor.end) {
        (i < corridor.begin ? above : below).add(items[i], lines);
      } else if (items[i].area >= 0) {
        const Box& box = areas_[static_cast<std::size_t>(items[i].area)];
        (box.middle_x() < corridor.middle() ? left : right).add(items[i], lines);
      } else {
        for (const Piece& piece : line_of(lines, items[i]).pieces) {
          (piece.x0 < corridor.middle() ? left : right).pieces.push_back(piece);
        }
      }
    }
    cut(std::move(above.lines), std::move(above.areas), is_column, depth + 1);
    cut(group_lines(std::move(left.pieces)), std::move(left.areas), true, depth + 1);
    cut(group_lines(std::move(right.pieces)), std::move(right.areas), true, depth + 1);
    cut(std::move(below.lines), std::move(below.areas), is_column, depth + 1);
  }

  std::vector<ReadingPart> take() { return std::move(parts_); }

 private:
  struct Parcel {
    std::vector<PieceLine> lines;
    std::vector<std::size_t> areas;
    std::vector<Piece> pieces;

    void add(const Item& item, std::vector<PieceLine>& from) {
      if (item.area >= 0) {
        areas.push_back(static_cast<std::size_t>(item.area));
      } else {
        lines.push_back(std::move(from[static_cast<std::size_t>(item.line)]));
      }
    }
  };

  static const PieceLine& line_of(const std::vector<PieceLine>& lines, const Item& item) {
    return lines[static_cast<std::size_t>(item.line)];
  }

  void emit(std::vector<PieceLine> lines, std::vector<std::size_t> areas, bool is_column) {
    if (lines.empty() && areas.empty()) return;
    ReadingPart part{std::move(lines), std::move(areas), is_column, 0, 0};
    if (!part.lines.empty()) {
      part.left = part.lines.front().x0;
      for (const PieceLine& line : part.lines) {
        part.left = std::min(part.left, line.x0);
        part.right = std::max(part.right, line.x1);
      }
    }
    parts_.push_back(std::move(part));
  }

  std::vector<Item> list_items(const std::vector<PieceLine>& lines,
                               const std::vector<std::size_t>& areas) const {
    std::vector<Item> items;
    items.reserve(lines.size() + areas.size());
    std::size_t next = 0;
    const auto add_area = [&] {
      const Box& box = areas_[areas[next]];
      items.push_back({box.y0, box.y1, -1, static_cast<int>(areas[next]), 0});
      ++next;
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
      while (next < areas.size() && areas_[areas[next]].y0 < lines[i].top()) add_area();
      items.push_back({lines[i].top(), lines[i].bottom(), static_cast<int>(i), -1, lines[i].size});
    }
    while (next < areas.size()) add_area();
    return items;
  }

  /// The print of an item as spans; words of a line that stand close are one.
  void list_spans(const std::vector<PieceLine>& lines, const Item& item) {
    spans_.clear();
    if (item.area >= 0) {
      const Box& box = areas_[static_cast<std::size_t>(item.area)];
      spans_.push_back({box.x0, box.x1});
      return;
    }
    for (const Piece& piece : line_of(lines, item).pieces) {
      if (!spans_.empty() && piece.x0 - spans_.back().x1 < kCorridor * piece.size) {
        spans_.back().x1 = std::max(spans_.back().x1, piece.x1);
      } else {
        spans_.push_back({piece.x0, piece.x1});
      }
    }
  }

  bool find(const std::vector<PieceLine>& lines, const std::vector<Item>& items, Corridor& found) {
    if (!may_have_columns(lines)) return false;
    std::vector<Corridor> corridors = list_corridors(lines, items);
    // The tallest first; of equal ones the leftmost.
    std::stable_sort(corridors.begin(), corridors.end(), [](const auto& a, const auto& b) {
      return a.end - a.begin > b.end - b.begin;
    });
    for (std::size_t i = 0; i < std::min(corridors.size(), kTries); ++i) {
      if (!parts_prose(lines, items, corridors, corridors[i])) continue;
      found = corridors[i];
      return true;
    }
    return false;
  }

  /// Columns leave many lines with a gap, or many that cover half of the page.
  bool may_have_columns(const std::vector<PieceLine>& lines) {
    if (lines.size() < kFewestLines) return false;
    left_ = std::numeric_limits<float>::max();
    right_ = 0;
    for (const PieceLine& line : lines) {
      left_ = std::min(left_, line.x0);
      right_ = std::max(right_, line.x1);
    }
    int gapped = 0;
    for (const PieceLine& line : lines) {
      bool gap = line.x1 - line.x0 < 0.6F * (right_ - left_);
      for (std::size_t i = 1; i < line.pieces.size() && !gap; ++i) {
        gap = line.pieces[i].x0 - line.pieces[i - 1].x1 >= kCorridor * line.size;
      }
      gapped += gap ? 1 : 0;
    }
    return gapped >= kFewestLines;
  }

  std::vector<Corridor> list_corridors(const std::vector<PieceLine>& lines,
                                       const std::vector<Item>& items) {
    const auto stripes = std::min(
        kMostStripes, static_cast<std::size_t>(std::max(0.0F, (right_ - left_) / kStripe)) + 1);
    std::vector<std::size_t> begins(stripes, 0);
    std::vector<Corridor> runs;
    const auto end_run = [&](std::size_t stripe, std::size_t end) {
      if (end - begins[stripe] >= kFewestLines) {
        const float x0 = left_ + kStripe * static_cast<float>(stripe);
        runs.push_back({x0, x0 + kStripe, begins[stripe], end});
      }
    };
    for (std::size_t i = 0; i < items.size(); ++i) {
      list_spans(lines, items[i]);
      std::size_t done = 0;
      for (const Span& span : spans_) {
        const auto first = static_cast<std::size_t>(std::max(0.0F, (span.x0 - left_) / kStripe));
        const auto last = std::min(
            stripes, static_cast<std::size_t>(std::max(0.0F, (span.x1 - left_) / kStripe)) + 1);
        for (std::size_t s = std::max(first, done); s < last; ++s) {
          end_run(s, i);
          begins[s] = i + 1;
        }
        done = std::max(done, last);
      }
    }
    for (std::size_t s = 0; s < stripes; ++s) end_run(s, items.size());
    return join_stripes(std::move(runs), body_size(lines));
  }

  static float body_size(const std::vector<PieceLine>& lines) {
    std::vector<float> sizes;
    sizes.reserve(lines.size());
    for (const PieceLine& line : lines) sizes.push_back(line.size);
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    return *middle;
  }

  /// Neighbouring stripes that are white over the same items.
  static std::vector<Corridor> join_stripes(std::vector<Corridor> runs, float size) {
    std::sort(runs.begin(), runs.end(), [](const Corridor& a, const Corridor& b) {
      if (a.begin != b.begin) return a.begin < b.begin;
      return a.end != b.end ? a.end < b.end : a.x0 < b.x0;
    });
    std::vector<Corridor> joined;
    for (const Corridor& run : runs) {
      const bool goes_on = !joined.empty() && joined.back().begin == run.begin &&
                           joined.back().end == run.end && run.x0 - joined.back().x1 < 0.1F;
      if (goes_on) {
        joined.back().x1 = run.x1;
      } else {
        joined.push_back(run);
      }
    }
    // The stripes at both sides may be white for the most part.
    joined.erase(
        std::remove_if(joined.begin(), joined.end(),
                       [&](const Corridor& c) { return c.x1 - c.x0 + kStripe < kCorridor * size; }),
        joined.end());
    return joined;
  }

  bool parts_prose(const std::vector<PieceLine>& lines, const std::vector<Item>& items,
                   const std::vector<Corridor>& corridors, const Corridor& corridor) const {
    // The columns next to the corridor end where the next corridors stand.
    float from = left_ - 1;
    float to = right_ + 1;
    for (const Corridor& other : corridors) {
      if (!other.covers(corridor)) continue;
      if (other.x1 < corridor.x0) from = std::max(from, other.middle());
      if (other.x0 > corridor.x1) to = std::min(to, other.middle());
    }
    const Side left = read_side(lines, items, corridor, {from, corridor.middle()});
    if (left.longs < kFewestLines) return false;
    const Side right = read_side(lines, items, corridor, {corridor.middle(), to});
    if (right.longs < kFewestLines) return false;
    // Both must stand beside each other.
    const float top = std::max(left.long_at.front(), right.long_at.front());
    const float bottom = std::min(left.long_at.back(), right.long_at.back());
    return beside(left, top, bottom) && beside(right, top, bottom);
  }

  static bool beside(const Side& side, float top, float bottom) {
    const float reach = side.size;
    return std::count_if(side.long_at.begin(), side.long_at.end(), [&](float y) {
             return y >= top - reach && y <= bottom + reach;
           }) >= kFewestLines - 1;
  }

  /// Empty if the side holds no prose.
  Side read_side(const std::vector<PieceLine>& lines, const std::vector<Item>& items,
                 const Corridor& corridor, Span range) const {
    Side side;
    Span extent{std::numeric_limits<float>::max(), 0};
    std::vector<Span> ends;
    std::vector<float> heights;
    for (std::size_t i = corridor.begin; i < corridor.end; ++i) {
      if (items[i].line < 0) continue;
      const PieceLine& line = line_of(lines, items[i]);
      Span span{std::numeric_limits<float>::max(), 0};
      bool gap = false;
      bool punctuated = false;
      float last = 0;
      for (const Piece& piece : line.pieces) {
        if (piece.x0 < range.x0 || piece.x0 >= range.x1) continue;
        gap = gap || (span.x1 > 0 && piece.x0 - last > kWordGap * line.size);
        last = std::max(last, piece.x1);
        span = {std::min(span.x0, piece.x0), std::max(span.x1, piece.x1)};
        punctuated = count_inks(piece, side) || punctuated;
      }
      if (span.x1 == 0) continue;
      ++side.lines;
      side.punctuated += punctuated ? 1 : 0;
      side.size = std::max(side.size, line.size);
      extent = {std::min(extent.x0, span.x0), std::max(extent.x1, span.x1)};
      if (gap) continue;
      ends.push_back(span);
      heights.push_back(line.baseline);
    }
    const float width = extent.x1 - extent.x0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
      if (ends[i].x1 - ends[i].x0 < kLongLine * width) continue;
      ++side.longs;
      side.long_at.push_back(heights[i]);
    }
    return side.is_prose(width) ? side : Side{};
  }

  /// Counts characters; true if a sentence or a clause ends in the piece.
  bool count_inks(const Piece& piece, Side& side) const {
    bool found = false;
    for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
      const char32_t c = set_.inks[i].character;
      ++side.inks;
      if (is_ascii_digit(c)) ++side.digits;
      if (!is_punctuation(c)) continue;
      // Not the point of a number, not one of the dots of a leader.
      const char32_t before = i > piece.begin ? set_.inks[i - 1].character : U' ';
      const char32_t after = i + 1 < piece.end ? set_.inks[i + 1].character : U' ';
      const bool number = is_ascii_digit(before) && is_ascii_digit(after);
      found = found || (!number && before != c && after != c);
    }
    return found;
  }

  /// Lines at the head and foot of the run that stand apart are titles and page numbers.
  static void trim(const std::vector<PieceLine>& lines, const std::vector<Item>& items,
                   Corridor& corridor) {
    const auto apart = [&](std::size_t upper, std::size_t lower) {
      if (items[upper].line < 0 || items[lower].line < 0) return false;
      const float size = std::max(items[upper].size, items[lower].size);
      return line_of(lines, items[lower]).top() - line_of(lines, items[upper]).bottom() >
             kParted * size;
    };
    constexpr std::size_t kLinesApart = 2;
    for (std::size_t n = kLinesApart; n > 0; --n) {
      if (apart(corridor.begin + n - 1, corridor.begin + n)) {
        corridor.begin += n;
        break;
      }
    }
    for (std::size_t n = kLinesApart; n > 0; --n) {
      if (apart(corridor.end - n - 1, corridor.end - n)) {
        corridor.end -= n;
        break;
      }
    }
  }

  const PieceSet& set_;
  const std::vector<Box>& areas_;
  std::vector<ReadingPart> parts_;
  std::vector<Span> spans_;
  float left_ = 0, right_ = 0;  ///< ends of the print in hand
};

}  // namespace

std::vector<ReadingPart> order_columns(const PieceSet& set, std::vector<PieceLine> lines,
                                       const std::vector<Box>& areas) {
  std::vector<std::size_t> all(areas.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  ColumnCutter cutter(set, areas);
  cutter.cut(std::move(lines), std::move(all), false, 0);
  return cutter.take();
}

}  // namespace gouji
