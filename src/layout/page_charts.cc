// SPDX-License-Identifier: GPL-3.0-or-later
// Method: the print of a chart that is drawn with vectors comes out as lines of bare numbers (axis,
// values, years) set smaller than the body, with short legends among and behind them and a title
// above. Three such lines on one page, with nothing but legends between, are a chart.
#include <algorithm>
#include <cmath>

#include "layout/page_columns.h"
#include "layout/page_entries.h"
#include "text/charclass.h"

namespace gouji {

namespace {

constexpr float kSmaller = 0.93F;  ///< print of a chart against the body
constexpr std::size_t kLongestLegend = 40;
constexpr int kLegendsBetween = 2;
constexpr std::size_t kLinesAbove = 3;
constexpr int kFewestNumberLines = 3;

bool is_number_line(const PageLine& line) {
  bool digit = false;
  for (const char32_t raw : line.text.chars) {
    const char32_t c = fold_width(raw);
    if (is_ascii_digit(c)) {
      digit = true;
    } else if (!is_blank(c) && c != U'.' && c != U',' && c != U'%' && c != U'-' && c != 0x2212 &&
               c != 0x2014 && c != 0x2013) {
      return false;
    }
  }
  return digit;
}

bool is_legend(const PageLine& line) {
  if (line.text.size() > kLongestLegend || line.text.empty()) return false;
  const char32_t last = line.text.chars.back();
  return last != U'\u3002' && last != U'\uff1b' && last != U'\uff0c' && last != U'\uff1a';
}

class ChartFinder {
 public:
  ChartFinder(const std::vector<PageFlow>& pages, const Typesetting& set,
              std::vector<FlowEntry>& entries)
      : pages_(pages), set_(set), entries_(entries) {}

  void run() {
    for (std::size_t i = 0; i < entries_.size();) {
      if (!is_small(i) || !is_number_line(line(i))) {
        ++i;
        continue;
      }
      const std::size_t end = end_of_chart(i);
      if (numbers_ >= kFewestNumberLines) mark(i, end);
      i = end;
    }
  }

 private:
  const PageLine& line(std::size_t i) const { return line_of(pages_, entries_[i]); }

  bool is_prose(std::size_t i) const {
    return entries_[i].line >= 0 && entries_[i].kind == BlockKind::paragraph;
  }

  bool is_small(std::size_t i) const {
    return is_prose(i) && line(i).size < kSmaller * set_.body_size && line(i).turn == 0;
  }

  /// Index behind the last number line of the chart and the legends under it.
  std::size_t end_of_chart(std::size_t i) {
    numbers_ = 0;
    std::size_t end = i;
    int legends = 0;
    for (std::size_t j = i; j < entries_.size() && entries_[j].page == entries_[i].page; ++j) {
      if (!is_small(j)) break;
      if (is_number_line(line(j))) {
        ++numbers_;
        legends = 0;
      } else if (!is_legend(line(j)) || ++legends > kLegendsBetween) {
        break;
      }
      end = j + 1;
    }
    return std::max(end, i + 1);
  }

  void mark(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) entries_[i].kind = BlockKind::chart;
    // Legends and the title above the first number.
    float title_size = 0;
    for (std::size_t i = begin; i > 0 && begin - i < kLinesAbove; --i) {
      if (!is_prose(i - 1) || entries_[i - 1].page != entries_[begin].page) return;
      const PageLine& above = line(i - 1);
      const bool title = title_size > 0 ? above.size == title_size : is_title(i - 1);
      if (!is_legend(above) || !(title || (title_size == 0 && is_small(i - 1)))) return;
      if (title) title_size = above.size;
      entries_[i - 1].kind = BlockKind::chart;
    }
  }

  bool is_title(std::size_t i) const {
    const PageLine& title = line(i);
    const Column& column = set_.columns[static_cast<std::size_t>(entries_[i].page)];
    const float left = title.box.x0 - column.left;
    const float right = column.right - title.box.x1;
    return !is_small(i) && std::abs(left - right) <= 3 * title.size && left > 3 * title.size;
  }

  const std::vector<PageFlow>& pages_;
  const Typesetting& set_;
  std::vector<FlowEntry>& entries_;
  int numbers_ = 0;  ///< number lines of the chart in hand
};

}  // namespace

void mark_charts(const std::vector<PageFlow>& pages, const Typesetting& set,
                 std::vector<FlowEntry>& entries) {
  ChartFinder(pages, set, entries).run();
}

}  // namespace gouji
