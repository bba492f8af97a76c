// SPDX-License-Identifier: GPL-3.0-or-later
// Method: the parts of a header line (parted by the white of columns) are labels. The line with the
// most parts has most of the columns; below it stand the labels of the others, and the rest of what
// wraps. Where there are more labels than columns, each column takes one, in order and as near as
// possible (dynamic programming over columns and labels); labels left over that stand in white are
// columns.
#include "layout/aligned_labels.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "text/charclass.h"

namespace gouji {

namespace {

constexpr float kFarOff = 12;  ///< a label stands no further from its column, ems
/// What the distance of middles counts against white between a label and a column.
constexpr float kMiddles = 0.1F;
// White between letters of one label against the white between two labels, times and ems.
constexpr float kWiderThanLetters = 1.5F;
constexpr float kBetweenLetters = 0.3F;
constexpr float kTouching = 3;  ///< coloured cells side by side, points
constexpr std::size_t kFewestCounts = 2;

using Parts = std::vector<HeaderPart>;

/// A hanzi, or the radical of the same form that some producers write for it.
bool is_hanzi(char32_t c) {
  return is_han(c) || (c >= 0x2E80 && c <= 0x2FDF);
}

bool is_letter_alone(const PrintWord& word, const PieceSet& set) {
  return word.end == word.begin + 1 && is_hanzi(set.inks[word.begin].character);
}

/// The labels of a line; single hanzi in a row are one label spread out, as long as they stand
/// equally far apart.
class PartReader {
 public:
  PartReader(const AlignedInput& input, std::size_t index,
             const std::vector<AlignedColumn>& columns)
      : line_(input.lines[index]), index_(index), set_(*input.set), columns_(columns) {
    if (input.cells.empty()) return;
    for (const PrintWord& word : line_.words) {
      grounds_.push_back(cell_ground(input, (word.x0 + word.x1) / 2, line_.middle()));
    }
  }

  Parts run() {
    for (std::size_t i = 0; i < line_.words.size(); ++i) {
      const PrintWord& word = line_.words[i];
      const bool one = is_letter_alone(word, set_);
      if (i == 0 || opens(i, one)) {
        parts_.push_back({index_, i, i, word.x0, word.x1, one});
      } else if (one && parts_.back().one_letter) {
        white_ = white_before(i);
      }
      HeaderPart& part = parts_.back();
      part.one_letter = part.one_letter && one;
      part.end = i + 1;
      part.x1 = std::max(part.x1, word.x1);
    }
    return std::move(parts_);
  }

 private:
  float white_before(std::size_t i) const { return line_.words[i].x0 - line_.words[i - 1].x1; }

  bool opens(std::size_t i, bool one) const {
    const HeaderPart& part = parts_.back();
    if (!grounds_.empty() && grounds_[i] != nullptr && grounds_[i - 1] != nullptr) {
      return grounds_[i] != grounds_[i - 1];
    }
    if (!one || !part.one_letter) return parts_columns(line_, i) || is_cut_by_columns(i);
    float usual = white_;
    if (part.end == part.begin + 1) {
      const bool next = i + 1 < line_.words.size() && is_letter_alone(line_.words[i + 1], set_);
      if (!next) return false;
      usual = white_before(i + 1);
    }
    return white_before(i) > kWiderThanLetters * usual + kBetweenLetters * line_.size;
  }

  /// Hanzi stand apart where labels fill their cells: between two columns.
  bool is_cut_by_columns(std::size_t i) const {
    const PrintWord& left = line_.words[i - 1];
    const PrintWord& right = line_.words[i];
    if (!is_hanzi(set_.inks[left.end - 1].character) ||
        !is_hanzi(set_.inks[right.begin].character)) {
      return false;
    }
    const float middle = (left.x1 + right.x0) / 2;
    for (std::size_t c = 0; c + 1 < columns_.size(); ++c) {
      if (middle > columns_[c].x1 && middle < columns_[c + 1].x0) return true;
    }
    return false;
  }

  const WordLine& line_;
  const std::size_t index_;
  const PieceSet& set_;
  const std::vector<AlignedColumn>& columns_;
  std::vector<const Box*> grounds_;  ///< of each word; empty without coloured cells
  Parts parts_;
  float white_ = 0;  ///< between the letters of the last part
};

float white_between(const ColumnLabel& part, const AlignedColumn& column) {
  return std::max(0.0F, std::max(part.x0 - column.x1, column.x0 - part.x1));
}

/// For each column the label that it takes; empty when one would take a label far off.
std::vector<std::size_t> share_out(const std::vector<ColumnLabel>& parts,
                                   const std::vector<AlignedColumn>& columns, float size) {
  const std::size_t width = parts.size() + 1;
  std::vector<float> cost((columns.size() + 1) * width, 1e9F);
  for (std::size_t p = 0; p < width; ++p) cost[p] = 0;
  const auto price = [&](std::size_t c, std::size_t p) {
    const float middles = parts[p].x0 + parts[p].x1 - columns[c].x0 - columns[c].x1;
    return white_between(parts[p], columns[c]) + kMiddles * std::abs(middles) / 2;
  };
  for (std::size_t c = 1; c <= columns.size(); ++c) {
    for (std::size_t p = c; p < width; ++p) {
      cost[c * width + p] =
          std::min(cost[c * width + p - 1], cost[(c - 1) * width + p - 1] + price(c - 1, p - 1));
    }
  }
  std::vector<std::size_t> taken(columns.size());
  std::size_t p = parts.size();
  for (std::size_t c = columns.size(); c > 0; --c, --p) {
    while (p > c && cost[c * width + p] == cost[c * width + p - 1]) --p;
    if (white_between(parts[p - 1], columns[c - 1]) > kFarOff * size) return {};
    taken[c - 1] = p - 1;
  }
  return taken;
}

template <class A, class B>
bool overlap(const A& a, const B& b) {
  return a.x0 < b.x1 && b.x0 < a.x1;
}

/// Stands a part over two labels or more of lines below it, none of which is the rest of another
/// label of its own line?
bool is_over_several(const Parts& line, std::size_t at, const Parts& below, float size) {
  const HeaderPart& part = line[at];
  int covered = 0;
  const HeaderPart* left = nullptr;
  const HeaderPart* right = nullptr;
  for (const HeaderPart& other : below) {
    const bool taken = std::any_of(line.begin(), line.end(), [&](const HeaderPart& beside) {
      return &beside != &part && overlap(beside, other);
    });
    if (taken) continue;
    if (overlap(part, other)) ++covered;
    if (other.middle() < part.middle() - size) left = &other;
    if (right == nullptr && other.middle() > part.middle() + size) right = &other;
  }
  if (covered >= 2) return true;
  if (left == nullptr || right == nullptr || right != left + 1) return false;
  return (at == 0 || line[at - 1].x1 < left->x0) &&
         (at + 1 == line.size() || line[at + 1].x0 > right->x1);
}

struct HeaderLines {
  std::vector<Parts> lines;
  std::size_t most = 0;  ///< the line with the most parts, but for a line that counts the columns
};

HeaderLines header_lines(const AlignedInput& input, std::size_t begin, std::size_t body,
                         const std::vector<AlignedColumn>& columns) {
  HeaderLines header;
  for (std::size_t i = begin; i < body; ++i) {
    header.lines.push_back(PartReader(input, i, columns).run());
    if (counts_columns(input.lines[i], *input.set)) continue;
    if (header.lines.back().size() >= header.lines[header.most].size()) {
      header.most = header.lines.size() - 1;
    }
  }
  return header;
}

/// One part of each label, from left to right.
Parts leaves_of(const HeaderLines& header, const AlignedInput& input) {
  Parts leaves;
  for (std::size_t i = header.lines.size(); i-- > 0;) {
    const Parts& line = header.lines[i];
    if (header.lines.size() > 1 && counts_columns(input.lines[line.front().line], *input.set))
      continue;
    Parts added;
    for (std::size_t p = 0; p < line.size(); ++p) {
      const float size = input.lines[line[p].line].size;
      if (!leaves.empty() && is_over_several(line, p, leaves, size)) continue;
      // Above the labels a letter alone is the beginning of one that wraps.
      if (i < header.most && line[p].one_letter && line[p].end == line[p].begin + 1) continue;
      const bool known = std::any_of(leaves.begin(), leaves.end(), [&](const HeaderPart& leaf) {
        return overlap(leaf, line[p]);
      });
      if (!known) added.push_back(line[p]);
    }
    leaves.insert(leaves.end(), added.begin(), added.end());
    std::sort(leaves.begin(), leaves.end(),
              [](const HeaderPart& a, const HeaderPart& b) { return a.x0 < b.x0; });
  }
  return leaves;
}

}  // namespace

std::vector<Box> cell_grounds(const std::vector<Box>& grounds) {
  std::vector<Box> cells;
  for (const Box& ground : grounds) {
    const bool beside = std::any_of(grounds.begin(), grounds.end(), [&](const Box& other) {
      return ground.y0 < other.y1 && other.y0 < ground.y1 &&
             (std::abs(other.x0 - ground.x1) <= kTouching ||
              std::abs(other.x1 - ground.x0) <= kTouching);
    });
    if (beside) cells.push_back(ground);
  }
  return cells;
}

const Box* cell_ground(const AlignedInput& input, float x, float y) {
  const Box* found = nullptr;
  for (const Box& ground : input.cells) {
    if (y < ground.y0 || y > ground.y1 || x < ground.x0 || x > ground.x1) continue;
    if (found == nullptr || ground.width() < found->width()) found = &ground;
  }
  return found;
}

std::vector<ColumnLabel> leaf_labels(const AlignedInput& input, std::size_t begin, std::size_t body,
                                     const std::vector<AlignedColumn>& columns) {
  std::vector<ColumnLabel> labels;
  if (begin >= body) return labels;
  for (const HeaderPart& leaf : leaves_of(header_lines(input, begin, body, columns), input)) {
    labels.push_back({leaf.x0, leaf.x1});
  }
  return labels;
}

std::vector<HeaderPart> header_parts(const AlignedInput& input, const AlignedTable& table) {
  if (table.begin >= table.body) return {};
  const HeaderLines header = header_lines(input, table.begin, table.body, table.columns);
  const Parts leaves = leaves_of(header, input);
  if (leaves.size() != table.columns.size()) return {};
  Parts parts;
  for (const Parts& line : header.lines) {
    for (std::size_t p = 0; p < line.size(); ++p) {
      HeaderPart part = line[p];
      Parts below;
      int over = -1;
      int count = 0;
      for (std::size_t c = 0; c < leaves.size(); ++c) {
        if (leaves[c].line > part.line) below.push_back(leaves[c]);
        if (!overlap(leaves[c], part)) continue;
        over = static_cast<int>(c);
        ++count;
      }
      const bool leaf = count == 1 && leaves[static_cast<std::size_t>(over)].line == part.line;
      const float size = input.lines[part.line].size;
      if (leaf || (count == 1 && !is_over_several(line, p, below, size))) part.column = over;
      parts.push_back(part);
    }
  }
  return parts;
}

void add_labelled_columns(const std::vector<ColumnLabel>& labels, float size, AlignedTable& table) {
  if (labels.size() <= table.columns.size()) return;
  const std::vector<std::size_t> taken = share_out(labels, table.columns, size);
  if (taken.empty()) return;
  std::vector<AlignedColumn> added;
  for (std::size_t p = 0; p < labels.size(); ++p) {
    if (std::find(taken.begin(), taken.end(), p) != taken.end()) continue;
    const bool in_white = std::none_of(
        table.columns.begin(), table.columns.end(),
        [&](const AlignedColumn& column) { return white_between(labels[p], column) <= 0; });
    if (!in_white) return;
    added.push_back({labels[p].x0, labels[p].x1, 0, 0});
  }
  table.columns.insert(table.columns.end(), added.begin(), added.end());
  std::sort(table.columns.begin(), table.columns.end(),
            [](const AlignedColumn& a, const AlignedColumn& b) { return a.x0 < b.x0; });
}

bool counts_columns(const WordLine& line, const PieceSet& set) {
  std::size_t count = 0;
  for (std::size_t w = 0; w < line.words.size(); ++w) {
    const PrintWord& word = line.words[w];
    if (word.sort == WordSort::text && count == 0) continue;
    std::size_t value = 0;
    for (std::uint32_t i = word.begin; i < word.end; ++i) {
      const char32_t c = fold_width(set.inks[i].character);
      if (!is_ascii_digit(c) || word.end - word.begin > 2) return false;
      value = value * 10 + static_cast<std::size_t>(c - U'0');
    }
    if (value != ++count) return false;
  }
  return count >= kFewestCounts;
}

}  // namespace gouji
