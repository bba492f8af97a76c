// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/page_builder.h"

#include <algorithm>
#include <cstddef>

#include "base/utf8.h"
#include "text/charclass.h"

namespace gouji {

namespace {

constexpr float kAscent = 0.88F, kDescent = 0.12F;  ///< em, as usual for Chinese fonts
constexpr float kPadding = 2;                       ///< of a cell, points
constexpr float kLineHeight = 1.2F;                 ///< em

float advance_of(char32_t c, float size) {
  return is_wide(c) ? size : size / 2;
}

float width_of_text(std::u32string_view text, float size) {
  float width = 0;
  for (const char32_t c : text) width += advance_of(c, size);
  return width;
}

/// The lines of `text` that fit into `width`; at least one character a line.
std::vector<std::u32string> wrapped(const std::u32string& text, float width, float size) {
  std::vector<std::u32string> lines(1);
  float used = 0;
  for (const char32_t c : text) {
    const float advance = advance_of(c, size);
    if (used + advance > width && !lines.back().empty()) {
      lines.emplace_back();
      used = 0;
    }
    lines.back().push_back(c);
    used += advance;
  }
  return lines;
}

std::string cell_at(const std::vector<std::vector<std::string>>& cells, std::size_t row,
                    std::size_t column) {
  if (row >= cells.size() || column >= cells[row].size()) return {};
  return cells[row][column];
}

std::vector<float> edges(float start, const std::vector<float>& lengths) {
  std::vector<float> out{start};
  for (const float length : lengths) out.push_back(out.back() + length);
  return out;
}

}  // namespace

PageBuilder::PageBuilder(float width, float height, int number) {
  page_.number = number;
  page_.width = width;
  page_.height = height;
  like_.size = 12;
}

PageBuilder& PageBuilder::size(float points) {
  like_.size = points;
  return *this;
}

PageBuilder& PageBuilder::font(int number, bool bold) {
  like_.font = static_cast<std::uint16_t>(number);
  like_.bold = bold;
  return *this;
}

PageBuilder& PageBuilder::turn(int degrees) {
  like_.turn = static_cast<std::int16_t>(degrees);
  return *this;
}

PageBuilder& PageBuilder::invisible(bool on) {
  like_.invisible = on;
  return *this;
}

void PageBuilder::put(float x, float baseline, std::u32string_view text, bool with_blanks) {
  const float up = kAscent * like_.size, down = kDescent * like_.size;
  for (const char32_t c : text) {
    const float advance = advance_of(c, like_.size);
    Glyph glyph = like_;
    glyph.character = c;
    glyph.doubtful = c == kReplacement;
    switch (like_.turn) {
      case 90:
        glyph.box = {x - down, baseline, x + up, baseline + advance};
        glyph.baseline = x;
        baseline += advance;
        break;
      case 180:
        glyph.box = {x - advance, baseline - down, x, baseline + up};
        glyph.baseline = baseline;
        x -= advance;
        break;
      case 270:
        glyph.box = {x - up, baseline - advance, x + down, baseline};
        glyph.baseline = x;
        baseline -= advance;
        break;
      default:
        glyph.box = {x, baseline - up, x + advance, baseline + down};
        glyph.baseline = baseline;
        x += advance;
    }
    if (with_blanks || !is_blank(c)) page_.glyphs.push_back(glyph);
  }
}

PageBuilder& PageBuilder::text(float x, float baseline, std::string_view utf8) {
  put(x, baseline, from_utf8(utf8), true);
  return *this;
}

PageBuilder& PageBuilder::text_without_blanks(float x, float baseline, std::string_view utf8) {
  put(x, baseline, from_utf8(utf8), false);
  return *this;
}

PageBuilder& PageBuilder::centred(float middle, float baseline, std::string_view utf8) {
  return text(middle - width_of(utf8) / 2, baseline, utf8);
}

PageBuilder& PageBuilder::right_aligned(float right, float baseline, std::string_view utf8) {
  return text(right - width_of(utf8), baseline, utf8);
}

float PageBuilder::width_of(std::string_view utf8) const {
  return width_of_text(from_utf8(utf8), like_.size);
}

PageBuilder& PageBuilder::horizontal(float y, float x0, float x1, float thickness) {
  page_.rulings.push_back({true, y, x0, x1, thickness});
  return *this;
}

PageBuilder& PageBuilder::vertical(float x, float y0, float y1, float thickness) {
  page_.rulings.push_back({false, x, y0, y1, thickness});
  return *this;
}

PageBuilder& PageBuilder::box(const Box& box, float thickness) {
  return horizontal(box.y0, box.x0, box.x1, thickness)
      .horizontal(box.y1, box.x0, box.x1, thickness)
      .vertical(box.x0, box.y0, box.y1, thickness)
      .vertical(box.x1, box.y0, box.y1, thickness);
}

PageBuilder& PageBuilder::image(const Box& box) {
  page_.images.push_back({box});
  return *this;
}

PageBuilder& PageBuilder::ground(const Box& box) {
  page_.grounds.push_back(box);
  return *this;
}

void PageBuilder::fill_cell(const Box& cell, const std::string& text) {
  const auto lines = wrapped(from_utf8(text), cell.width() - 2 * kPadding, like_.size);
  const float line = like_.size * kLineHeight;
  const float block = line * static_cast<float>(lines.size());
  float baseline = cell.middle_y() - block / 2 + like_.size;
  for (const std::u32string& one : lines) {
    put(cell.x0 + kPadding, baseline, one, true);
    baseline += line;
  }
}

PageBuilder& PageBuilder::grid(float x, float y, const std::vector<float>& widths,
                               const std::vector<float>& heights,
                               const std::vector<std::vector<std::string>>& cells) {
  const std::vector<float> xs = edges(x, widths), ys = edges(y, heights);
  const std::size_t rows = heights.size(), columns = widths.size();
  for (std::size_t r = 0; r <= rows; ++r)
    for (std::size_t c = 0; c < columns; ++c)
      if (r == 0 || r == rows || cell_at(cells, r, c) != "^") horizontal(ys[r], xs[c], xs[c + 1]);
  for (std::size_t c = 0; c <= columns; ++c)
    for (std::size_t r = 0; r < rows; ++r)
      if (c == 0 || c == columns || cell_at(cells, r, c) != "<") vertical(xs[c], ys[r], ys[r + 1]);
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t c = 0; c < columns; ++c) {
      const std::string text = cell_at(cells, r, c);
      if (text.empty() || text == "<" || text == "^") continue;
      std::size_t right = c + 1, bottom = r + 1;
      while (right < columns && cell_at(cells, r, right) == "<") ++right;
      while (bottom < rows && cell_at(cells, bottom, c) == "^") ++bottom;
      fill_cell({xs[c], ys[r], xs[right], ys[bottom]}, text);
    }
  return *this;
}

}  // namespace gouji
