// SPDX-License-Identifier: GPL-3.0-or-later
// Method: the lines between two long rules are a section of the header, and so is a line that
// counts the columns. In a section labels over several columns make levels, one below the other;
// what stands below them, or in a column without any, is the label of the column, however many
// lines it has.
#include "layout/aligned_header.h"

#include <algorithm>
#include <cmath>

#include "layout/aligned_labels.h"
#include "layout/header_shares.h"

namespace gouji {

namespace {

constexpr float kUnderline = 1.6F;    ///< a rule under a label stands within this many ems below it
constexpr float kSameRule = 2.5F;     ///< between parts of one rule, points (wkhtmltopdf: 2.3)
constexpr float kInside = 2.0F;       ///< within coloured ground, points
constexpr float kPartOfTable = 0.8F;  ///< wider ground is that of the table, not of a cell
constexpr float kUnderReach = 0.5F;   ///< a rule reaches this far over a column, share of it
constexpr float kCentre = 0.8F;       ///< middle of a label off the middle of its columns, ems
constexpr float kStacked = 0.5F;      ///< share of the narrower of two labels above each other
constexpr float kOverRest = 0.6F;     ///< middle of a label off that of its second line, ems
constexpr float kStackedStep = 1.6F;  ///< lines of one label, ems

struct Label {
  LineCell cell;
  std::size_t line = 0;
  float middle() const { return (cell.x0 + cell.x1) / 2; }
};

struct Span {
  int first = 0, last = 0, level = 0;
  std::vector<CellPart> parts;
  std::size_t last_line = 0;
};

class Section {
 public:
  Section(const AlignedInput& input, const AlignedTable& table,
          const std::vector<HeaderPart>& parts, std::size_t begin, std::size_t end)
      : input_(input), parts_(parts), columns_(table.columns) {
    left_ = columns_.front().x0;
    right_ = columns_.back().x1;
    for (std::size_t i = table.begin; i < table.end; ++i) {
      left_ = std::min(left_, input.lines[i].x0);
      right_ = std::max(right_, input.lines[i].x1);
    }
    for (std::size_t i = begin; i < end; ++i) {
      if (parts.empty()) {
        for (const LineCell& cell : cells_of(input.lines[i], columns_)) {
          if (i + 1 < end && add_words(cell, i)) continue;
          labels_.push_back({cell, i});
        }
      }
      for (const HeaderPart& part : parts) {
        if (part.line == i) add_part(part);
      }
    }
  }

  /// `upper`: a rule parts the section from labels of all columns below it.
  void read(AlignedRows& rows, bool upper) {
    upper = upper && is_one_line() && labels_.size() >= 2 && labels_.size() < columns_.size();
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      if (upper && !takes_ground(labels_[i])) {
        labels_[i].cell.first = 0;
        labels_[i].cell.last = static_cast<int>(columns_.size()) - 1;
        share_with_neighbours(labels_[i], left_, right_);
      } else if (!upper) {
        widen(i);
      }
    }
    for (const Label& label : labels_) {
      if (label.cell.last > label.cell.first) add_span(label);
    }
    int levels = 0;
    for (const Span& span : spans_) levels = std::max(levels, span.level + 1);
    const int base = static_cast<int>(rows.tops.size());
    const bool leaves = levels == 0 || has_leaves();
    add_tops(rows, leaves ? levels + 1 : levels);
    for (Span& span : spans_) {
      rows.cells.push_back(
          {{base + span.level, span.first, 1, span.last - span.first + 1}, std::move(span.parts)});
    }
    add_leaves(rows, base, leaves ? levels + 1 : levels);
  }

 private:
  /// Labels set close that go on below, each over the rest of its own: a word a column.
  bool add_words(const LineCell& cell, std::size_t i) {
    const auto columns = static_cast<std::size_t>(cell.last - cell.first + 1);
    if (columns < 2 || cell.end - cell.begin != columns) return false;
    const WordLine& line = input_.lines[i];
    const std::vector<LineCell> below = cells_of(input_.lines[i + 1], columns_);
    std::vector<Label> words;
    for (std::size_t k = 0; k < columns; ++k) {
      const PrintWord& word = line.words[cell.begin + k];
      const int column = cell.first + static_cast<int>(k);
      const Label label = {{column, column, cell.begin + k, cell.begin + k + 1, word.x0, word.x1},
                           i};
      const bool goes_on = std::any_of(below.begin(), below.end(), [&](const LineCell& rest) {
        return rest.first == column && rest.last == column &&
               std::abs((rest.x0 + rest.x1) / 2 - label.middle()) <= kOverRest * line.size &&
               rest.x1 - rest.x0 < word.x1 - word.x0;
      });
      if (!goes_on) return false;
      words.push_back(label);
    }
    labels_.insert(labels_.end(), words.begin(), words.end());
    return true;
  }

  /// A label with the columns that the labels below it tell, or its own print.
  void add_part(const HeaderPart& part) {
    Label label = {{part.column, part.column, part.begin, part.end, part.x0, part.x1}, part.line};
    if (part.column < 0) {
      for (const LineCell& cell : cells_of(input_.lines[part.line], columns_)) {
        if (cell.begin >= part.end || cell.end <= part.begin) continue;
        if (label.cell.first < 0) label.cell.first = cell.first;
        label.cell.last = std::max(label.cell.last, cell.last);
      }
    }
    labels_.push_back(label);
  }

  bool is_one_line() const {
    return !labels_.empty() && labels_.front().line == labels_.back().line;
  }

  const WordLine& line_of(const Label& label) const { return input_.lines[label.line]; }

  /// A label over several columns that its own print does not reach.
  void widen(std::size_t index) {
    Label& label = labels_[index];
    if (takes_ground(label) || underlined(label)) return;
    if (label.cell.first != label.cell.last) return;
    if (names_count(index)) {
      label.cell.first = 0;
      label.cell.last = labels_[index + 1].cell.first - 1;
      return;
    }
    if (stands_over_first_two(index)) {
      label.cell.first = 0;
      label.cell.last = 1;
    } else {
      centred(index);
    }
  }

  /// The word in front of the numbers that count the columns, off the middle of its own column.
  bool names_count(std::size_t index) const {
    const Label& label = labels_[index];
    if (index > 0 || index + 1 == labels_.size() || labels_[1].cell.first < 2) return false;
    if (!counts_columns(line_of(label), *input_.set)) return false;
    const auto own = static_cast<std::size_t>(label.cell.first);
    float middle = (columns_[own].x0 + columns_[own].x1) / 2;
    for (const HeaderPart& part : parts_) {
      if (part.column == label.cell.first && part.line != label.line) middle = part.middle();
    }
    return std::abs(middle - label.middle()) > kCentre * line_of(label).size;
  }

  /// The first label of its line, between the labels of the first two columns on a line below.
  bool stands_over_first_two(std::size_t index) const {
    const Label& label = labels_[index];
    const auto limits = free_columns(index);
    if (label.cell.first > 1 || limits.first > 0 || limits.second < 1) return false;
    const float size = line_of(label).size;
    for (std::size_t i = index + 1; i + 1 < labels_.size(); ++i) {
      const Label& left = labels_[i];
      const Label& right = labels_[i + 1];
      if (left.line == label.line || left.line != right.line || left.cell.last > 0) continue;
      if (right.cell.first != 1 || right.cell.last != 1) return false;
      if (is_stacked(label, left) || is_stacked(label, right)) return false;
      return left.middle() + size < label.middle() && label.middle() + size < right.middle();
    }
    return false;
  }

  /// Do two labels stand one above the other for the most part?
  static bool is_stacked(const Label& a, const Label& b) {
    const float shared = std::min(a.cell.x1, b.cell.x1) - std::max(a.cell.x0, b.cell.x0);
    return shared > kStacked * std::min(a.cell.x1 - a.cell.x0, b.cell.x1 - b.cell.x0);
  }

  /// A label on ground of its own has the columns that the ground reaches over.
  bool takes_ground(Label& label) const {
    if (input_.cells.empty()) return false;
    const Box* ground = cell_ground(input_, label.middle(), line_of(label).middle());
    if (ground == nullptr || label.cell.x0 < ground->x0 - 1 || label.cell.x1 > ground->x1 + 1) {
      return false;
    }
    int first = -1;
    int last = -1;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const float middle = (columns_[c].x0 + columns_[c].x1) / 2;
      if (middle < ground->x0 || middle > ground->x1) continue;
      if (first < 0) first = static_cast<int>(c);
      last = static_cast<int>(c);
    }
    if (first < 0) return false;
    label.cell.first = first;
    label.cell.last = last;
    return true;
  }

  bool underlined(Label& label) const {
    const float y = line_of(label).baseline;
    const float size = line_of(label).size;
    for (const RuleRow& rule : input_.rules) {
      if (rule.y < y - 0.2F * size || rule.y > y + kUnderline * size) continue;
      for (const Ruling& part : joined_parts(rule)) {
        // A rule from the first column on is the rule under the header, unless it ends within it.
        if (part.from < columns_.front().x1 && part.to > columns_.back().x0) continue;
        if (label.middle() < part.from || label.middle() > part.to) continue;
        if (part.from > label.cell.x0 + size || part.to < label.cell.x1 - size) continue;
        if (print_between(label, part, rule.y)) continue;
        take_columns(label, part);
        return true;
      }
    }
    return false;
  }

  /// The parts of a rule; those of neighbouring cells, drawn each for itself, are one.
  static std::vector<Ruling> joined_parts(const RuleRow& rule) {
    std::vector<Ruling> parts = rule.parts;
    std::sort(parts.begin(), parts.end(),
              [](const Ruling& a, const Ruling& b) { return a.from < b.from; });
    std::vector<Ruling> joined;
    for (const Ruling& part : parts) {
      if (!joined.empty() && part.from - joined.back().to <= kSameRule) {
        joined.back().to = std::max(joined.back().to, part.to);
      } else {
        joined.push_back(part);
      }
    }
    return joined;
  }

  /// Does other print stand between the label and the rule under it?
  bool print_between(const Label& label, const Ruling& part, float y) const {
    return std::any_of(labels_.begin(), labels_.end(), [&](const Label& other) {
      return other.line > label.line && line_of(other).middle() < y && other.cell.x1 > part.from &&
             other.cell.x0 < part.to;
    });
  }

  void take_columns(Label& label, const Ruling& part) const {
    int first = -1;
    int last = -1;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const float width = columns_[c].x1 - columns_[c].x0;
      const float shared = std::min(part.to, columns_[c].x1) - std::max(part.from, columns_[c].x0);
      if (shared < kUnderReach * width) continue;
      if (first < 0) first = static_cast<int>(c);
      last = static_cast<int>(c);
    }
    if (first < 0) return;
    label.cell.first = first;
    label.cell.last = last;
    share_with_neighbours(label, part.from, part.to);
  }

  /// The columns with the extent of their labels: labels stand in the middle of them, numbers at a
  /// side.
  std::vector<AlignedColumn> columns_by_labels() const {
    std::vector<AlignedColumn> columns = columns_;
    std::vector<char> seen(columns.size(), 0);
    for (const HeaderPart& part : parts_) {
      if (part.column < 0) continue;
      const auto c = static_cast<std::size_t>(part.column);
      columns[c].x0 = seen[c] ? std::min(columns[c].x0, part.x0) : part.x0;
      columns[c].x1 = seen[c] ? std::max(columns[c].x1, part.x1) : part.x1;
      seen[c] = 1;
    }
    return columns;
  }

  /// Where several labels of a line stand between two ends, the columns of the label are its share
  /// of those it has.
  void share_with_neighbours(Label& label, float from, float to) const {
    std::vector<float> middles;
    std::size_t own = 0;
    for (const Label& other : labels_) {
      if (other.line != label.line || other.middle() < from || other.middle() > to) continue;
      if (other.cell.begin == label.cell.begin) own = middles.size();
      middles.push_back(other.middle());
    }
    if (middles.size() < 2) return;
    const auto shares =
        share_columns(middles, columns_by_labels(), label.cell.first, label.cell.last, from, to);
    if (shares.empty()) return;
    label.cell.first = shares[own].first;
    label.cell.last = shares[own].second;
  }

  /// The greatest group of columns around a label's own with the label in its middle, a label of
  /// each below it, and no other label beside it.
  void centred(std::size_t index) {
    Label& label = labels_[index];
    const int own = label.cell.first;
    const auto limits = free_columns(index);
    int best_first = own;
    int best_last = own;
    for (int first = limits.first; first <= own; ++first) {
      for (int last = own; last <= limits.second; ++last) {
        if (last - first <= best_last - best_first || first == 0) continue;
        if (off_centre(index, first, last) > kCentre * line_of(label).size) continue;
        best_first = first;
        best_last = last;
      }
    }
    if (best_last == best_first || !labelled_below(index, best_first, best_last)) return;
    if (stands_over_own(index)) return;
    label.cell.first = best_first;
    label.cell.last = best_last;
  }

  /// How far the label is off the middle of the columns, by their print or by their labels.
  float off_centre(std::size_t index, int first, int last) const {
    const Label& label = labels_[index];
    float x0 = columns_[static_cast<std::size_t>(first)].x0;
    float x1 = columns_[static_cast<std::size_t>(last)].x1;
    const float off = std::abs((x0 + x1) / 2 - label.middle());
    for (const Label& below : labels_) {
      if (below.line <= label.line) continue;
      if (below.cell.first == first) x0 = below.cell.x0;
      if (below.cell.last == last) x1 = below.cell.x1;
    }
    return std::min(off, std::abs((x0 + x1) / 2 - label.middle()));
  }

  /// The columns left and right of a label up to the labels beside it on its line.
  std::pair<int, int> free_columns(std::size_t index) const {
    int first = 0;
    int last = static_cast<int>(columns_.size()) - 1;
    if (index > 0 && labels_[index - 1].line == labels_[index].line) {
      first = labels_[index - 1].cell.last + 1;
    }
    if (index + 1 < labels_.size() && labels_[index + 1].line == labels_[index].line) {
      last = labels_[index + 1].cell.first - 1;
    }
    return {first, last};
  }

  /// Has each column of the group a label of its own below?
  bool labelled_below(std::size_t index, int first, int last) const {
    for (int column = first; column <= last; ++column) {
      const bool found = std::any_of(labels_.begin(), labels_.end(), [&](const Label& label) {
        return label.line > labels_[index].line && label.cell.first == column &&
               label.cell.last == column;
      });
      if (!found) return false;
    }
    return true;
  }

  /// Is the label the upper part of the one right below it (same edge or middle)?
  bool stands_over_own(std::size_t index) const {
    const Label& label = labels_[index];
    for (const Label& below : labels_) {
      if (below.line <= label.line || below.cell.first != label.cell.first) continue;
      const float size = line_of(label).size;
      return std::min({std::abs(below.middle() - label.middle()),
                       std::abs(below.cell.x0 - label.cell.x0),
                       std::abs(below.cell.x1 - label.cell.x1)}) < 0.15F * size;
    }
    return false;
  }

  void add_span(const Label& label) {
    const CellPart part = {label.line, label.cell.begin, label.cell.end};
    int level = 0;
    for (Span& span : spans_) {
      if (span.last < label.cell.first || span.first > label.cell.last) continue;
      const bool same = span.first == label.cell.first && span.last == label.cell.last;
      const float step = line_of(label).baseline - input_.lines[span.last_line].baseline;
      if (same && step <= kStackedStep * line_of(label).size && !ruled_between(span, label)) {
        span.parts.push_back(part);
        span.last_line = label.line;
        return;
      }
      level = std::max(level, span.level + 1);
    }
    spans_.push_back({label.cell.first, label.cell.last, level, {part}, label.line});
  }

  bool ruled_between(const Span& span, const Label& label) const {
    const float y0 = input_.lines[span.last_line].middle();
    const float y1 = line_of(label).middle();
    return std::any_of(input_.rules.begin(), input_.rules.end(), [&](const RuleRow& rule) {
      return rule.y > y0 && rule.y < y1 &&
             rule.covered(label.cell.x0, label.cell.x1) > 0.5F * (label.cell.x1 - label.cell.x0);
    });
  }

  /// Has a column below a label over several one of its own?
  bool has_leaves() const {
    return std::any_of(labels_.begin(), labels_.end(), [&](const Label& label) {
      return label.cell.first == label.cell.last &&
             std::any_of(spans_.begin(), spans_.end(), [&](const Span& span) {
               return span.first <= label.cell.first && label.cell.first <= span.last;
             });
    });
  }

  /// Edges above the rows; a row ends below its labels over several columns.
  void add_tops(AlignedRows& rows, int count) const {
    std::vector<float> bottoms(static_cast<std::size_t>(count), 0);
    float top = 1e6F;
    for (const Label& label : labels_) top = std::min(top, line_of(label).top());
    for (const Span& span : spans_) {
      float& bottom = bottoms[static_cast<std::size_t>(span.level)];
      bottom = std::max(bottom, input_.lines[span.last_line].bottom());
    }
    rows.tops.push_back(top);
    for (int row = 0; row + 1 < count; ++row) {
      top = std::max(bottoms[static_cast<std::size_t>(row)], top + 0.5F);
      rows.tops.push_back(top);
    }
  }

  void add_leaves(AlignedRows& rows, int base, int count) {
    for (int column = 0; column < static_cast<int>(columns_.size()); ++column) {
      int row = 0;
      std::size_t under = 0;
      for (const Span& span : spans_) {
        if (column < span.first || column > span.last) continue;
        row = std::max(row, span.level + 1);
        under = std::max(under, span.last_line);
      }
      AlignedCell leaf;
      if (row >= count) continue;
      leaf.at = {base + row, column, count - row, 1};
      for (const Label& label : labels_) {
        if (label.cell.first != column || label.cell.last != column) continue;
        leaf.parts.push_back({label.line, label.cell.begin, label.cell.end});
      }
      rows.cells.push_back(std::move(leaf));
    }
  }

  const AlignedInput& input_;
  const std::vector<HeaderPart>& parts_;
  const std::vector<AlignedColumn>& columns_;
  std::vector<Label> labels_;
  std::vector<Span> spans_;
  float left_ = 0, right_ = 0;  ///< of the table's print
};

/// Does coloured ground of a cell, and no more than a part of the table, reach over a height?
bool crosses_ground(const AlignedInput& input, float y, float x0, float x1) {
  return std::any_of(input.grounds.begin(), input.grounds.end(), [&](const Box& ground) {
    return ground.y0 + kInside < y && y < ground.y1 - kInside && ground.x0 < x1 && ground.x1 > x0 &&
           ground.width() < kPartOfTable * (x1 - x0);
  });
}

}  // namespace

AlignedRows read_aligned_header(const AlignedInput& input, const AlignedTable& table) {
  AlignedRows rows;
  const std::vector<HeaderPart> parts = header_parts(input, table);
  const float x0 = table.columns.front().x0;
  const float x1 = table.columns.back().x1;
  for (std::size_t begin = table.begin; begin < table.body;) {
    std::size_t end = begin + 1;
    const auto ruled = [&](std::size_t i) {
      return std::any_of(input.rules.begin(), input.rules.end(), [&](const RuleRow& rule) {
        return rule.y > input.lines[i - 1].middle() && rule.y < input.lines[i].middle() &&
               rule.runs_through(x0, x1) && !crosses_ground(input, rule.y, x0, x1);
      });
    };
    const auto counts = [&](std::size_t i) { return counts_columns(input.lines[i], *input.set); };
    while (end < table.body && !ruled(end) && !counts(end - 1) && !counts(end)) ++end;
    const bool upper = end < table.body && ruled(end) && !counts(begin);
    Section(input, table, parts, begin, end).read(rows, upper);
    begin = end;
  }
  return rows;
}

}  // namespace gouji
