// SPDX-License-Identifier: GPL-3.0-or-later
// Method: horizontal rulings of one extent that no vertical one crosses are taken together as long
// as the lines between them are rows: two pieces of print or more, parted by white. The last ruling
// may be missing (the table goes on overleaf), or all but the last (it began overleaf). Columns are
// the shadows of the pieces on the x axis, over all rows of the body; their edges stand in the
// middle of the white.
#include "layout/page_aligned.h"

#include <algorithm>
#include <cmath>

#include "geometry/cluster.h"
#include "text/charclass.h"

namespace gouji {

namespace {

constexpr float kSameExtent = 4;    ///< ends of the rulings of one table, points
constexpr float kShortest = 120;    ///< shorter rulings are underlines, points
constexpr float kColumnWhite = 1;   ///< white between columns, ems
constexpr float kWidePiece = 0.6F;  ///< share of the width; a wider piece is no cell
constexpr float kRowsShare = 0.6F;  ///< share of the lines that must be rows
constexpr float kNumbersShare = 0.5F;
constexpr float kLinePitch = 3.2F;   ///< rows follow each other within this many times the size
constexpr float kSpannerOff = 1;     ///< words over several columns are centred within this, ems
constexpr int kMostHeaderLines = 4;  ///< lines between head rule and header rule
constexpr std::size_t kFewestRows = 2;
/// More long free rulings than this on a page are a pattern, no tables.
constexpr std::size_t kMostRules = 1000;

struct Shadow {
  float x0 = 0, x1 = 0;
  int pieces = 0, numbers = 0;
};

float middle(const PieceLine& line) {
  return (line.top() + line.bottom()) / 2;
}

class AlignedFinder {
 public:
  AlignedFinder(const std::vector<PieceLine>& lines, const PieceSet& set)
      : lines_(lines), set_(set) {
    middles_.reserve(lines.size());
    for (const PieceLine& line : lines) {
      middles_.push_back(middles_.empty() ? middle(line) : std::max(middles_.back(), middle(line)));
    }
  }

  /// The tables of rulings of one extent, from top to bottom.
  void find(const std::vector<Ruling>& rules, std::vector<TableArea>& out) {
    for (std::size_t first = 0; first < rules.size();) {
      std::size_t last = first;
      while (last + 1 < rules.size() && rows_between(rules[last], rules[last + 1], last == first)) {
        ++last;
      }
      add(rules, first, last, out);
      first = last + 1;
    }
  }

 private:
  struct Range {
    std::size_t begin = 0, end = 0;  ///< lines
    std::size_t size() const { return end - begin; }
  };

  Range lines_between(float top, float bottom) const {
    const auto at = [&](float y) {
      return static_cast<std::size_t>(std::lower_bound(middles_.begin(), middles_.end(), y) -
                                      middles_.begin());
    };
    const std::size_t begin = at(top);
    return {begin, std::max(begin, at(bottom))};
  }

  bool is_row(const PieceLine& line, const Ruling& rule) const {
    if (line.x0 < rule.from - line.size || line.x1 > rule.to + line.size) return false;
    int parts = 1;
    for (std::size_t i = 0; i < line.pieces.size(); ++i) {
      const Piece& piece = line.pieces[i];
      if (piece.x1 - piece.x0 > kWidePiece * rule.length()) return false;
      if (i > 0 && piece.x0 - line.pieces[i - 1].x1 >= kColumnWhite * line.size) ++parts;
    }
    return parts >= 2;
  }

  /// Are there rows, and hardly anything else, between two rulings?
  bool rows_between(const Ruling& above, const Ruling& below, bool first) const {
    const Range range = lines_between(above.position, below.position);
    if (range.size() == 0) return false;
    std::size_t rows = 0;
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (is_row(lines_[i], above)) ++rows;
    }
    if (first && range.size() > static_cast<std::size_t>(kMostHeaderLines) && rows < kFewestRows) {
      return false;
    }
    return static_cast<float>(rows) >= kRowsShare * static_cast<float>(range.size());
  }

  /// How far rows go on below a ruling (or above one), line by line.
  Range rows_below(const Ruling& rule) const {
    Range range = lines_between(rule.position, 1e6F);
    std::size_t end = range.begin;
    float last = rule.position;
    while (end < lines_.size() && is_row(lines_[end], rule) &&
           middle(lines_[end]) - last <= kLinePitch * lines_[end].size) {
      last = middle(lines_[end++]);
    }
    range.end = end;
    return range;
  }

  Range rows_above(const Ruling& rule) const {
    Range range = lines_between(-1e6F, rule.position);
    std::size_t begin = range.end;
    float last = rule.position;
    while (begin > 0 && is_row(lines_[begin - 1], rule) &&
           last - middle(lines_[begin - 1]) <= kLinePitch * lines_[begin - 1].size) {
      last = middle(lines_[--begin]);
    }
    range.begin = begin;
    return range;
  }

  void add(const std::vector<Ruling>& rules, std::size_t first, std::size_t last,
           std::vector<TableArea>& out) const {
    std::vector<float> ys;
    for (std::size_t i = first; i <= last; ++i) ys.push_back(rules[i].position);
    bool from_overleaf = false;
    if (last == first) {
      const Range range = rows_above(rules[first]);
      // Only the head of a page can miss the head of its table.
      if (range.size() == 0 || range.begin > 1) return;
      ys.insert(ys.begin(), lines_[range.begin].top() - 1);
      from_overleaf = true;
    } else if (last == first + 1) {
      const Range range = rows_below(rules[last]);
      if (range.size() > 0) ys.push_back(lines_[range.end - 1].bottom() + 1);
      from_overleaf = range.size() == 0 && lines_between(ys[0], ys[1]).begin <= 1;
    }
    const Range all = lines_between(ys.front(), ys.back());
    const std::vector<Shadow> shadows = columns(rules[first], ys);
    const auto number_columns = std::count_if(shadows.begin(), shadows.end(), holds_numbers);
    const bool enough = all.size() > kFewestRows || (from_overleaf && all.size() == kFewestRows) ||
                        (from_overleaf && shadows.size() > 2 && number_columns > 1);
    if (shadows.size() < 2 || number_columns == 0 || !enough) return;
    TableArea area = make_area(rules[first], shadows, ys);
    for (std::size_t i = first; i <= last; ++i) area.rulings.push_back(rules[i]);
    out.push_back(std::move(area));
  }

  /// The body is what stands below the second edge, if there are three or more.
  std::vector<Shadow> columns(const Ruling& rule, const std::vector<float>& ys) const {
    const float top = ys.size() > 2 ? ys[1] : ys[0];
    const Range body = lines_between(top, ys.back());
    std::vector<Shadow> pieces;
    float size = 1;
    for (std::size_t i = body.begin; i < body.end; ++i) {
      size = std::max(size, lines_[i].size);
      for (const Piece& piece : lines_[i].pieces) {
        if (piece.x1 - piece.x0 > kWidePiece * rule.length()) continue;
        pieces.push_back({piece.x0, piece.x1, 1, is_number(piece) ? 1 : 0});
      }
    }
    std::sort(pieces.begin(), pieces.end(),
              [](const Shadow& a, const Shadow& b) { return a.x0 < b.x0; });
    std::vector<Shadow> columns;
    for (const Shadow& piece : pieces) {
      if (!columns.empty() && piece.x0 - columns.back().x1 < kColumnWhite * size / 2) {
        columns.back().x1 = std::max(columns.back().x1, piece.x1);
        columns.back().pieces += piece.pieces;
        columns.back().numbers += piece.numbers;
      } else {
        columns.push_back(piece);
      }
    }
    return columns;
  }

  static bool holds_numbers(const Shadow& column) {
    return static_cast<float>(column.numbers) >= kNumbersShare * static_cast<float>(column.pieces);
  }

  bool is_number(const Piece& piece) const {
    bool digit = false;
    for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
      const char32_t c = fold_width(set_.inks[i].character);
      if (is_han(c) || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z')) return false;
      digit = digit || is_ascii_digit(c);
    }
    return digit;
  }

  TableArea make_area(const Ruling& rule, const std::vector<Shadow>& columns,
                      const std::vector<float>& ys) const {
    TableArea area;
    area.form = RegionForm::aligned;
    Lattice& lattice = area.lattice;
    lattice.xs = {std::min(rule.from, columns.front().x0 - 1)};
    for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
      lattice.xs.push_back((columns[i].x1 + columns[i + 1].x0) / 2);
    }
    lattice.xs.push_back(std::max(rule.to, columns.back().x1 + 1));
    lattice.ys = ys;
    if (ys.size() > 2) add_header(lattice);
    for (int row = lattice.cells.empty() ? 0 : 2; row < lattice.rows(); ++row) {
      for (int column = 0; column < lattice.columns(); ++column) {
        lattice.cells.push_back({row, column, 1, 1});
      }
    }
    area.box = lattice.box();
    area.squares = cell_of_square(lattice);
    area.pieces.resize(lattice.cells.size());
    return area;
  }

  /// A header of two lines in which words of the upper one stand in the middle over several words
  /// of the lower one has two rows: adds the edge between them and their cells.
  void add_header(Lattice& lattice) const {
    const Range band = lines_between(lattice.ys[0], lattice.ys[1]);
    if (band.size() < 2) return;
    const PieceLine& lower = lines_[band.end - 1];
    std::vector<const Piece*> under(static_cast<std::size_t>(lattice.columns()), nullptr);
    for (const Piece& piece : lower.pieces) {
      const int column = interval_index(lattice.xs, (piece.x0 + piece.x1) / 2);
      if (column >= 0) under[static_cast<std::size_t>(column)] = &piece;
    }
    std::vector<LatticeCell> upper_cells;
    for (std::size_t i = band.begin; i + 1 < band.end; ++i) {
      for (const Piece& piece : lines_[i].pieces) {
        const LatticeCell span = spanned(piece, under, lattice);
        if (span.column_span > 1) upper_cells.push_back(span);
      }
    }
    if (upper_cells.empty()) return;
    const float edge = (lines_[band.end - 2].bottom() + lower.top()) / 2;
    lattice.ys.insert(lattice.ys.begin() + 1, edge);
    add_header_cells(lattice, std::move(upper_cells));
  }

  /// The columns whose words in the lower line the piece stands in the middle of.
  static LatticeCell spanned(const Piece& piece, const std::vector<const Piece*>& under,
                             const Lattice& lattice) {
    const float centre = (piece.x0 + piece.x1) / 2;
    LatticeCell best{0, 0, 1, 1};
    for (std::size_t first = 0; first < under.size(); ++first) {
      for (std::size_t last = first; last < under.size() && under[last] != nullptr; ++last) {
        const float middle = (lattice.xs[first] + lattice.xs[last + 1]) / 2;
        const float words = (under[first]->x0 + under[last]->x1) / 2;
        const float off = std::min(std::abs(middle - centre), std::abs(words - centre));
        const int span = static_cast<int>(last - first) + 1;
        if (off <= kSpannerOff * piece.size && span > 1 &&
            (best.column_span == 1 || span < best.column_span)) {
          best.column = static_cast<int>(first);
          best.column_span = span;
        }
      }
    }
    return best;
  }

  static void add_header_cells(Lattice& lattice, std::vector<LatticeCell> upper) {
    std::vector<char> split(static_cast<std::size_t>(lattice.columns()), 0);
    for (const LatticeCell& cell : upper) {
      for (int c = cell.column; c < cell.column + cell.column_span; ++c) {
        split[static_cast<std::size_t>(c)] = 1;
      }
    }
    for (int c = 0; c < lattice.columns(); ++c) {
      if (split[static_cast<std::size_t>(c)] == 0) upper.push_back({0, c, 2, 1});
    }
    std::sort(upper.begin(), upper.end(),
              [](const LatticeCell& a, const LatticeCell& b) { return a.column < b.column; });
    lattice.cells = std::move(upper);
    for (int c = 0; c < lattice.columns(); ++c) {
      if (split[static_cast<std::size_t>(c)] != 0) lattice.cells.push_back({1, c, 1, 1});
    }
  }

  const std::vector<PieceLine>& lines_;
  const PieceSet& set_;
  std::vector<float> middles_;  ///< of the lines, ascending
};

bool inside_area(const Ruling& rule, const std::vector<TableArea>& areas) {
  return std::any_of(areas.begin(), areas.end(), [&](const TableArea& area) {
    return rule.position >= area.box.y0 - kSameExtent && rule.position <= area.box.y1 + kSameExtent;
  });
}

}  // namespace

std::vector<TableArea> find_aligned_areas(const std::vector<Ruling>& rulings,
                                          const std::vector<TableArea>& areas,
                                          const std::vector<PieceLine>& lines,
                                          const PieceSet& set) {
  std::vector<TableArea> found;
  std::vector<Ruling> rules;
  for (const Ruling& rule : rulings) {
    if (rule.horizontal && rule.length() >= kShortest && !inside_area(rule, areas)) {
      rules.push_back(rule);
    }
  }
  if (rules.size() > kMostRules) return found;
  AlignedFinder finder(lines, set);
  while (!rules.empty()) {
    const Ruling like = rules.front();
    std::vector<Ruling> same;
    std::vector<Ruling> others;
    for (const Ruling& rule : rules) {
      const bool alike = std::abs(rule.from - like.from) <= kSameExtent &&
                         std::abs(rule.to - like.to) <= kSameExtent;
      (alike ? same : others).push_back(rule);
    }
    finder.find(same, found);
    rules = std::move(others);
  }
  return found;
}

}  // namespace gouji
