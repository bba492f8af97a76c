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

/// The labels of a line; single hanzi in a row are one label spread out.
std::vector<ColumnLabel> parts_of(const WordLine& line, const PieceSet& set) {
  std::vector<ColumnLabel> parts;
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    const PrintWord& word = line.words[i];
    const bool one = word.end == word.begin + 1 && is_han(set.inks[word.begin].character);
    if (i == 0 || (parts_columns(line, i) && !(one && parts.back().one_letter))) {
      parts.push_back({word.x0, word.x1, one});
    } else {
      parts.back().one_letter = parts.back().one_letter && one;
    }
    parts.back().x1 = std::max(parts.back().x1, word.x1);
  }
  return parts;
}

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

bool overlap(const ColumnLabel& a, const ColumnLabel& b) {
  return a.x0 < b.x1 && b.x0 < a.x1;
}

using Parts = std::vector<ColumnLabel>;

/// Stands the part over two or more parts of a line below it, none of which is the rest of another
/// label of its own line?
bool is_over_several(const Parts& line, std::size_t at, const Parts& below, float size) {
  const ColumnLabel& part = line[at];
  int covered = 0;
  const ColumnLabel* left = nullptr;
  const ColumnLabel* right = nullptr;
  for (const ColumnLabel& other : below) {
    const bool taken = std::any_of(line.begin(), line.end(), [&](const ColumnLabel& beside) {
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

}  // namespace

std::vector<ColumnLabel> leaf_labels(const AlignedInput& input, std::size_t begin,
                                     std::size_t body) {
  std::vector<Parts> lines;
  std::size_t most = 0;
  for (std::size_t i = begin; i < body; ++i) {
    lines.push_back(parts_of(input.lines[i], *input.set));
    if (lines.back().size() >= lines[most].size()) most = lines.size() - 1;
  }
  Parts labels;
  for (std::size_t i = lines.size(); i-- > 0;) {
    if (i < most) break;
    const float size = input.lines[begin + i].size;
    Parts added;
    for (std::size_t p = 0; p < lines[i].size(); ++p) {
      const ColumnLabel& part = lines[i][p];
      const bool over = i + 1 < lines.size() && is_over_several(lines[i], p, labels, size);
      if (!over && std::none_of(labels.begin(), labels.end(),
                                [&](const ColumnLabel& label) { return overlap(label, part); })) {
        added.push_back(part);
      }
    }
    labels.insert(labels.end(), added.begin(), added.end());
    std::sort(labels.begin(), labels.end(),
              [](const ColumnLabel& a, const ColumnLabel& b) { return a.x0 < b.x0; });
  }
  return labels;
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

}  // namespace gouji
