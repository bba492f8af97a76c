// SPDX-License-Identifier: GPL-3.0-or-later
// Method: where rules part all rows, they tell. Else a line belongs to the row above it when its
// print is the rest of what wrapped there: the label hangs, its next word had no place on the line
// above, the lines stand closer than rows do, or on almost the same height.
#include "layout/aligned_rows.h"

#include <algorithm>
#include <cmath>

#include "layout/aligned_judge.h"
#include "text/charclass.h"

namespace gouji {

namespace {

constexpr float kSameHeight = 0.85F;  ///< lines of cells beside each other, ems
constexpr float kWrapStep = 1.6F;     ///< lines of one label, ems
constexpr float kTightStep = 1.12F;   ///< times the smallest step
constexpr float kWideStep = 1.3F;
constexpr float kWideSteps =
    0.35F;                         ///< share of the steps that must be wide for tight ones to tell
constexpr float kCentred = 0.35F;  ///< numbers in the middle of a label are off by less, ems
constexpr float kApart = 1.08F;    ///< labels against lines of one label, times
constexpr std::size_t kMostLabelLines = 8;
constexpr float kThrough = 0.8F;  ///< share of columns that a rule covers
constexpr float kLinesABand = 6;
constexpr float kFootRule = 2.0F;       ///< below the last line, ems
constexpr float kCloser = 0.9F;         ///< lines of one text against lines of rows
constexpr float kLongText = 4.0F;       ///< a text that wraps is no shorter, ems
constexpr float kKeyFilled = 0.6F;      ///< share of the lines whose first column is filled
constexpr std::size_t kMostLines = 60;  ///< of one row

class RowReader {
 public:
  RowReader(const AlignedInput& input, const AlignedTable& table)
      : input_(input), table_(table), x0_(table.columns.front().x0), x1_(table.columns.back().x1) {
    for (std::size_t i = table.body; i < table.end; ++i) {
      cells_.push_back(cells_of(input.lines[i], table.columns));
    }
  }

  AlignedRows run() {
    banded_ = rules_part_rows();
    measure_steps();
    if (!banded_ && table_.columns.size() > 2) {
      grouped_ = true;
      banded_ = rules_part_rows();
      if (banded_) {
        read_rows();
        if (merge_groups()) return std::move(rows_);
      }
      banded_ = grouped_ = false;
    }
    if (!banded_) find_centred_rows();
    read_rows();
    return std::move(rows_);
  }

 private:
  const WordLine& line(std::size_t i) const { return input_.lines[i]; }
  const std::vector<LineCell>& cells(std::size_t i) const { return cells_[i - table_.body]; }
  float step(std::size_t i) const { return line(i).baseline - line(i - 1).baseline; }

  float edge_above(std::size_t i) const { return (line(i - 1).bottom() + line(i).top()) / 2; }

  bool ruled_above(std::size_t i) const {
    const float y0 = line(i - 1).middle();
    const float y1 = line(i).middle();
    return std::any_of(input_.rules.begin(), input_.rules.end(), [&](const RuleRow& rule) {
      return rule.y > y0 && rule.y < y1 &&
             (rule.runs_through(x0_, x1_) || (grouped_ && parts_behind_groups(rule)));
    });
  }

  /// Does the rule run through the table but for its first columns, in which rows are merged?
  bool parts_behind_groups(const RuleRow& rule) const {
    const float from = table_.columns[table_.columns.size() > 3 ? 2 : 1].x0;
    return rule.covered(from, x1_) >= kThrough * (x1_ - from);
  }

  void read_rows() {
    rows_ = {};
    first_lines_.clear();
    for (std::size_t i = table_.body; i < table_.end; ++i) {
      if (i == table_.body || !joins(i)) {
        first_ = i;
        rows_.tops.push_back(i == table_.body ? line(i).top() - 1 : edge_above(i));
        first_lines_.push_back(i);
      }
      add_line(i);
    }
  }

  /// Cells of the first columns between whose rows no rule runs are one. False when one of them
  /// would have several labels: then the rules are no borders of rows.
  bool merge_groups() {
    const std::size_t groups = table_.columns.size() > 3 ? 2 : 1;
    for (std::size_t column = 0; column < groups; ++column) {
      const float x0 = table_.columns[column].x0;
      const float x1 = table_.columns[column].x1;
      const auto ruled = [&](std::size_t row) {
        const float y0 = line(first_lines_[row] - 1).middle();
        const float y1 = line(first_lines_[row]).middle();
        return std::any_of(input_.rules.begin(), input_.rules.end(), [&](const RuleRow& rule) {
          return rule.y > y0 && rule.y < y1 && rule.covered(x0, x1) >= kThrough * (x1 - x0);
        });
      };
      for (std::size_t row = 0; row < first_lines_.size();) {
        std::size_t end = row + 1;
        while (end < first_lines_.size() && !ruled(end)) ++end;
        if (end > row + 1 && !merge(static_cast<int>(row), static_cast<int>(end), column)) {
          return false;
        }
        row = end;
      }
    }
    std::sort(rows_.cells.begin(), rows_.cells.end(), [](const auto& a, const auto& b) {
      return a.at.row != b.at.row ? a.at.row < b.at.row : a.at.column < b.at.column;
    });
    return true;
  }

  bool merge(int begin, int end, std::size_t column) {
    AlignedCell merged;
    int filled = 0;
    int last = begin;
    merged.at = {begin, static_cast<int>(column), end - begin, 1};
    std::erase_if(rows_.cells, [&](const AlignedCell& cell) {
      if (cell.at.row < begin || cell.at.row >= end || cell.at.column_span > 1 ||
          cell.at.column != merged.at.column) {
        return false;
      }
      merged.parts.insert(merged.parts.end(), cell.parts.begin(), cell.parts.end());
      if (filled > 0 && cell.at.row != last + 1) filled = end;  // labels apart
      last = cell.at.row;
      ++filled;
      return true;
    });
    if (filled > 1 && (filled > 2 || end - begin < 3)) return false;
    rows_.cells.push_back(std::move(merged));
    return true;
  }

  /// Have two lines numbers in one column?
  bool numbers_in_one_column(std::size_t a, std::size_t b) const {
    for (const LineCell& cell : cells(a)) {
      if (!holds_number(line(a), cell)) continue;
      for (const LineCell& other : cells(b)) {
        if (other.first == cell.first && holds_number(line(b), other)) return true;
      }
    }
    return false;
  }

  bool share_column(std::size_t a, std::size_t b) const {
    for (const LineCell& cell : cells(a)) {
      for (const LineCell& other : cells(b)) {
        if (other.first <= cell.last && cell.first <= other.last) return true;
      }
    }
    return false;
  }

  /// Do rules run above and below the body as well?
  bool is_framed() const {
    if (table_.body == 0 || !ruled_above(table_.body)) return false;
    const float foot = line(table_.end - 1).bottom();
    return std::any_of(input_.rules.begin(), input_.rules.end(), [&](const RuleRow& rule) {
      return rule.y > line(table_.end - 1).middle() &&
             rule.y < foot + kFootRule * line(table_.end - 1).size && rule.runs_through(x0_, x1_);
    });
  }

  bool rules_part_rows() const {
    std::size_t bands = 1;
    std::size_t begin = table_.body;
    for (std::size_t i = table_.body + 1; i < table_.end; ++i) {
      if (ruled_above(i)) {
        ++bands;
        begin = i;
        continue;
      }
      if (i - begin > kMostLines) return false;
      for (std::size_t k = begin; k < i; ++k) {
        if (numbers_in_one_column(k, i)) return false;
      }
    }
    return (bands >= 3 || (bands == 2 && is_framed())) &&
           static_cast<float>(table_.end - table_.body) <= kLinesABand * static_cast<float>(bands);
  }

  void measure_steps() {
    std::vector<float> steps;
    for (std::size_t i = table_.body + 1; i < table_.end; ++i) steps.push_back(step(i));
    if (!steps.empty()) {
      const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
      std::nth_element(steps.begin(), middle, steps.end());
      middle_step_ = *middle;
    }
    steps.clear();
    for (std::size_t i = table_.body + 1; i < table_.end; ++i) {
      if (step(i) >= kSameHeight * line(i).size) steps.push_back(step(i));
    }
    if (steps.size() < 3) return;
    std::sort(steps.begin(), steps.end());
    const float least = steps.front();
    const auto wide =
        std::count_if(steps.begin(), steps.end(), [&](float s) { return s >= kWideStep * least; });
    if (static_cast<float>(wide) >= kWideSteps * static_cast<float>(steps.size())) {
      tight_ = kTightStep * least;
    }
  }

  /// Labels of several lines with their numbers in the middle of their height: where all labels of
  /// the table stand so around the numbers, the numbers tell the rows.
  void find_centred_rows() {
    std::vector<std::size_t> numbers;  // a line of each row
    for (std::size_t i = table_.body; i < table_.end; ++i) {
      if (!has_numbers(i)) continue;
      const bool same_row =
          !numbers.empty() && !numbers_in_one_column(numbers.back(), i) &&
          line(i).baseline - line(numbers.back()).baseline < kSameHeight * line(i).size;
      if (!same_row) numbers.push_back(i);
    }
    if (numbers.size() < 2) return;
    for (int column = 0; column < 2 && row_of_.empty(); ++column) share_labels(numbers, column);
  }

  bool has_numbers(std::size_t i) const {
    return std::any_of(cells(i).begin(), cells(i).end(), [&](const LineCell& cell) {
      return cell.first > 0 && holds_number(line(i), cell);
    });
  }

  /// Shares the lines of the labels out among the rows, in order.
  void share_labels(const std::vector<std::size_t>& numbers, int column) {
    std::vector<std::size_t> labels;
    for (std::size_t i = table_.body; i < table_.end; ++i) {
      const bool label = std::any_of(cells(i).begin(), cells(i).end(), [&](const LineCell& cell) {
        return cell.first == column && cell.last == column && !holds_number(line(i), cell);
      });
      if (label) {
        labels.push_back(i);
      } else if (!has_numbers(i)) {
        return;  // print of other columns wraps too
      }
    }
    if (labels.size() <= numbers.size()) return;
    std::vector<std::size_t> rows(table_.end - table_.body, 0);
    std::size_t next = 0;
    float within = 0;
    float between = 1e6F;
    for (std::size_t row = 0; row < numbers.size(); ++row) {
      const float height = line(numbers[row]).baseline;
      float nearest = kCentred * line(numbers[row]).size;
      std::size_t end = next;
      for (std::size_t k = next; k < labels.size() && k < next + kMostLabelLines; ++k) {
        const float off =
            std::abs((line(labels[next]).baseline + line(labels[k]).baseline) / 2 - height);
        if (off > nearest) continue;
        nearest = off;
        end = k + 1;
      }
      if (end == next) return;
      for (std::size_t k = next + 1; k < end; ++k) {
        within = std::max(within, line(labels[k]).baseline - line(labels[k - 1]).baseline);
      }
      if (next > 0) {
        between = std::min(between, line(labels[next]).baseline - line(labels[next - 1]).baseline);
      }
      const std::size_t from = std::min(labels[next], numbers[row]);
      for (std::size_t i = from; i < table_.end; ++i) rows[i - table_.body] = row;
      next = end;
    }
    // Labels alone, their numbers missing, stand as far apart as rows do.
    if (next == labels.size() && between >= kApart * within) row_of_ = std::move(rows);
  }

  bool joins(std::size_t i) const {
    if (!row_of_.empty()) return row_of_[i - table_.body] == row_of_[i - 1 - table_.body];
    if (banded_) return !ruled_above(i);
    if (ruled_above(i) || i - first_ > kMostLines) return false;
    for (std::size_t k = first_; k < i; ++k) {
      if (numbers_in_one_column(k, i)) return false;
    }
    if (step(i) < kSameHeight * line(i).size && !share_column(i - 1, i)) return true;
    if (spans(i) || spans(i - 1)) return false;
    if (step(i) <= tight_) return true;
    if (goes_on_below(line(i - 1), line(i), table_.columns)) return true;
    return label_goes_on(i) || text_goes_on(i) || cell_goes_on(i);
  }

  /// A label whose numbers stand beside its last line: the line above is a label only, and goes on
  /// in the middle of a sentence, or was full and stands closer than rows do.
  bool label_goes_on(std::size_t i) const {
    if (i != first_ + 1 || line(i - 1).chunks != 1 || cells(i).size() < 2) return false;
    if (cells(i - 1).size() != 1 || cells(i).front().first != 0) return false;
    if (cells(i - 1).front().first != 0 || line(i).bold != line(i - 1).bold) return false;
    const PrintWord& word = line(i).words.front();
    const char32_t c = input_.set->inks[word.begin].character;
    if (is_han(c)) {
      return line(i - 1).x1 + line(i).size > table_.columns.front().x1 &&
             step(i) <= kCloser * middle_step_;
    }
    return c >= U'a' && c <= U'z' && word.end - word.begin > 1 &&
           step(i) <= kWrapStep * line(i).size;
  }

  /// The rest of a name in the second column, where rows have a code in the first one and the name
  /// above fills its column.
  bool cell_goes_on(std::size_t i) const {
    if (cells(i).size() != 1 || step(i) > kWrapStep * line(i).size) return false;
    if (step(i) > kCloser * middle_step_) return false;
    const LineCell& rest = cells(i).front();
    if (rest.first != 1 || rest.last != 1 || holds_number(line(i), rest)) return false;
    const AlignedColumn& key = table_.columns.front();
    const auto rows = static_cast<float>(table_.end - table_.body);
    if (static_cast<float>(key.filled) < kKeyFilled * rows) return false;
    const float right = table_.columns[1].x1;
    for (const LineCell& above : cells(i - 1)) {
      if (above.first != rest.first || above.last != rest.first) continue;
      return !holds_number(line(i - 1), above) && above.x1 + line(i).size > right &&
             above.x1 - above.x0 >= kLongText * line(i).size;
    }
    return false;
  }

  bool spans(std::size_t i) const {
    return std::any_of(cells(i).begin(), cells(i).end(),
                       [](const LineCell& cell) { return cell.last > cell.first; });
  }

  /// Words only, each below words, the label hanging.
  bool text_goes_on(std::size_t i) const {
    if (step(i) > kWrapStep * line(i).size || cells(i).size() < 2) return false;
    for (const LineCell& cell : cells(i)) {
      if (holds_number(line(i), cell)) return false;
      bool below = false;
      for (const LineCell& above : cells(i - 1)) {
        below = below || (above.first == cell.first && !holds_number(line(i - 1), above));
      }
      if (!below) return false;
    }
    return cells(i).front().first == 0 && line(i).x0 > line(first_).x0 + 0.5F * line(i).size;
  }

  void add_line(std::size_t i) {
    const int row = static_cast<int>(rows_.tops.size()) - 1;
    for (const LineCell& cell : cells(i)) {
      const auto same = std::find_if(
          rows_.cells.begin() + static_cast<std::ptrdiff_t>(row_begin(row)), rows_.cells.end(),
          [&](const AlignedCell& old) {
            return old.at.column <= cell.last && cell.first < old.at.column + old.at.column_span;
          });
      const CellPart part = {i, cell.begin, cell.end};
      if (same != rows_.cells.end()) {
        same->parts.push_back(part);
      } else {
        rows_.cells.push_back({{row, cell.first, 1, cell.last - cell.first + 1}, {part}});
      }
    }
  }

  std::size_t row_begin(int row) const {
    std::size_t i = rows_.cells.size();
    while (i > 0 && rows_.cells[i - 1].at.row == row) --i;
    return i;
  }

  const AlignedInput& input_;
  const AlignedTable& table_;
  float x0_, x1_;
  std::vector<std::vector<LineCell>> cells_;
  AlignedRows rows_;
  std::size_t first_ = 0;            ///< first line of the row
  std::vector<std::size_t> row_of_;  ///< of each line, where labels stand around their numbers
  bool banded_ = false;
  bool grouped_ = false;  ///< rules part the rows, but for merged cells of the first columns
  std::vector<std::size_t> first_lines_;  ///< of each row
  float tight_ = 0;
  float middle_step_ = 0;  ///< between lines
};

}  // namespace

AlignedRows read_aligned_rows(const AlignedInput& input, const AlignedTable& table) {
  return RowReader(input, table).run();
}

}  // namespace gouji
