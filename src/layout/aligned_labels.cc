// SPDX-License-Identifier: GPL-3.0-or-later
// Method: the parts of the last header line (parted by the white of columns) are labels. Where
// there are more labels than columns, each column takes one, in order and as near as possible
// (dynamic programming over columns and labels); labels left over that stand in white are columns.
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

struct Part {
  float x0 = 0, x1 = 0;
  bool one_letter = false;
};

/// The labels of a line; single hanzi in a row are one label spread out.
std::vector<Part> parts_of(const WordLine& line, const PieceSet& set) {
  std::vector<Part> parts;
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

float white_between(const Part& part, const AlignedColumn& column) {
  return std::max(0.0F, std::max(part.x0 - column.x1, column.x0 - part.x1));
}

/// For each column the label that it takes; empty when one would take a label far off.
std::vector<std::size_t> share_out(const std::vector<Part>& parts,
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

}  // namespace

void add_labelled_columns(const AlignedInput& input, AlignedTable& table) {
  if (table.begin >= table.body) return;
  const WordLine& line = input.lines[table.body - 1];
  if (line.chunks <= static_cast<int>(table.columns.size())) return;
  const std::vector<Part> parts = parts_of(line, *input.set);
  if (parts.size() <= table.columns.size()) return;
  const std::vector<std::size_t> taken = share_out(parts, table.columns, line.size);
  if (taken.empty()) return;
  std::vector<AlignedColumn> added;
  for (std::size_t p = 0; p < parts.size(); ++p) {
    if (std::find(taken.begin(), taken.end(), p) != taken.end()) continue;
    const bool in_white = std::none_of(
        table.columns.begin(), table.columns.end(),
        [&](const AlignedColumn& column) { return white_between(parts[p], column) <= 0; });
    if (!in_white) return;
    added.push_back({parts[p].x0, parts[p].x1, 0, 0});
  }
  table.columns.insert(table.columns.end(), added.begin(), added.end());
  std::sort(table.columns.begin(), table.columns.end(),
            [](const AlignedColumn& a, const AlignedColumn& b) { return a.x0 < b.x0; });
}

}  // namespace gouji
