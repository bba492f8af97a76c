// SPDX-License-Identifier: GPL-3.0-or-later
// Method: lines that follow each other closely are a block; prose and captions part blocks. The
// lines of a block with two or more parts vote for columns (layout/aligned_columns.h). A block that
// is no table as a whole is parted at its widest step and tried again. Where header and rows begin
// and end: layout/aligned_ends.h.
#include "layout/aligned_tables.h"

#include <algorithm>
#include <cmath>

#include "layout/aligned_ends.h"
#include "layout/aligned_judge.h"
#include "layout/aligned_labels.h"
#include "text/charclass.h"

namespace gouji {

namespace {

constexpr float kLongRule = 0.7F;      ///< share of the table's width
constexpr float kFirstColumn = 0.05F;  ///< part of the width that belongs to the first column
constexpr float kWidestStep = 3.4F;    ///< between baselines of a table, ems
constexpr float kBandStep = 4.5F;      ///< to a row between rules of its own
constexpr float kWiderStep = 1.3F;     ///< a block is parted at steps so much wider than the middle
constexpr float kOnGround = 0.9F;      ///< share of the width that coloured ground covers
constexpr float kAcross = 0.6F;        ///< share of the width
constexpr float kSpannedShare = 0.2F;
constexpr float kSamePlace = 1.5F;  ///< points
constexpr int kFewestLabels = 2;
constexpr std::size_t kTellingLines = 60;  ///< lines that tell the step from row to row
constexpr std::size_t kMostColumns = 100;  ///< the widest table met has 40
constexpr std::size_t kMostHeaderLines = 8;
constexpr int kMostCuts = 12;

struct Block {
  std::size_t begin = 0, end = 0;
};

class AlignedFinder {
 public:
  explicit AlignedFinder(const AlignedInput& input)
      : input_(input), lines_(input.lines), ends_(input, tables_) {}

  std::vector<AlignedTable> run() {
    for (const Block& block : blocks()) search(block, kMostCuts);
    std::sort(tables_.begin(), tables_.end(),
              [](const AlignedTable& a, const AlignedTable& b) { return a.begin < b.begin; });
    join_tables();
    return std::move(tables_);
  }

 private:
  /// Parts of one table that a wide step, or a line of notes between them, had parted.
  void join_tables() {
    std::vector<AlignedTable> joined;
    for (AlignedTable& table : tables_) {
      if (!joined.empty() && goes_on(joined.back(), table)) {
        AlignedTable& to = joined.back();
        to.end = table.end;
        for (std::size_t c = 0; c < to.columns.size(); ++c) {
          to.columns[c].x0 = std::min(to.columns[c].x0, table.columns[c].x0);
          to.columns[c].x1 = std::max(to.columns[c].x1, table.columns[c].x1);
        }
      } else {
        joined.push_back(std::move(table));
      }
    }
    tables_ = std::move(joined);
  }

  bool goes_on(const AlignedTable& above, const AlignedTable& below) const {
    if (above.end != below.begin || !begins_with_row(below)) return false;
    if (above.columns.size() != below.columns.size()) return false;
    for (std::size_t c = 0; c < above.columns.size(); ++c) {
      const AlignedColumn& a = above.columns[c];
      const AlignedColumn& b = below.columns[c];
      if (a.x1 < b.x0 || b.x1 < a.x0) return false;
      if (c > 0 && (above.columns[c - 1].x1 >= b.x0 || below.columns[c - 1].x1 >= a.x0)) {
        return false;
      }
    }
    return step(below.begin) <= kWidestStep * lines_[below.begin].size &&
           !ends_.taken_between(above.end - 1, below.begin);
  }

  /// Has the table no header, or is what stands for one a row: a label alone, or numbers?
  bool begins_with_row(const AlignedTable& table) const {
    if (table.begin == table.body) return true;
    if (table.body - table.begin > 1) return false;
    const WordLine& line = lines_[table.begin];
    const std::vector<LineCell> cells = cells_of(line, table.columns);
    if (cells.size() == 1) return cells.front().last == 0;
    return 2 * numbers_behind_first(line) >= line.chunks && !counts_columns(line, *input_.set);
  }

  float step(std::size_t i) const { return lines_[i].baseline - lines_[i - 1].baseline; }

  bool is_row(std::size_t i) const { return lines_[i].chunks >= 2; }

  /// A row between two rules, further below the rows than they are from each other, with as many
  /// numbers as the one above it.
  bool is_total_band(std::size_t i) const {
    const WordLine& above = lines_[i - 1];
    const int numbers = numbers_behind_first(lines_[i]);
    if (numbers == 0 || numbers != numbers_behind_first(above)) return false;
    if (step(i) > kBandStep * lines_[i].size) return false;
    const float x0 = std::min(above.x0, lines_[i].x0);
    const float x1 = std::max(above.x1, lines_[i].x1);
    return ends_.long_rules(above.middle(), lines_[i].middle(), x0, x1).size() == 1 &&
           ends_.has_rule_near(i, false, {x0, x1});
  }

  std::vector<Block> blocks() const {
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < lines_.size();) {
      if (ends_.separates(i)) {
        ++i;
        continue;
      }
      std::size_t end = i + 1;
      while (end < lines_.size() && !ends_.separates(end) && !ends_.taken_between(end - 1, end) &&
             (step(end) <= kWidestStep * std::max(lines_[end].size, lines_[end - 1].size) ||
              is_total_band(end)) &&
             !opens_again(i, end)) {
        ++end;
      }
      blocks.push_back({i, end});
      i = end;
    }
    return blocks;
  }

  /// Do the labels with which a block opens come again from the line on, below more white than
  /// stands between rows? Then a table of the same form begins there. Without the white it may be
  /// the lower half of one table, expenditure below revenue.
  bool opens_again(std::size_t begin, std::size_t line) const {
    std::size_t labels = begin;
    while (labels < line && labels < begin + kMostHeaderLines && !is_row(labels)) ++labels;
    const std::size_t above = labels - begin;
    if (labels == line || !is_row(labels) || line + above >= lines_.size()) return false;
    if (lines_[labels].chunks < kFewestLabels || numbers_behind_first(lines_[labels]) > 0) {
      return false;
    }
    for (std::size_t i = 0; i <= above; ++i) {
      if (!same_print(lines_[begin + i], lines_[line + i])) return false;
    }
    const std::size_t from = std::max(begin, line - std::min(line, kTellingLines));
    return line >= from + 2 && step(line) >= kWiderStep * middle_step({from, line});
  }

  /// The same letters at the same places.
  bool same_print(const WordLine& a, const WordLine& b) const {
    if (a.words.size() != b.words.size()) return false;
    for (std::size_t w = 0; w < a.words.size(); ++w) {
      const PrintWord& x = a.words[w];
      const PrintWord& y = b.words[w];
      if (x.end - x.begin != y.end - y.begin) return false;
      if (std::abs(x.x0 - y.x0) > kSamePlace) return false;
      for (std::uint32_t i = 0; i < x.end - x.begin; ++i) {
        if (input_.set->inks[x.begin + i].character != input_.set->inks[y.begin + i].character) {
          return false;
        }
      }
    }
    return true;
  }

  void search(Block block, int cuts) {
    while (block.begin < block.end && !is_row(block.begin)) ++block.begin;
    while (block.end > block.begin && !is_row(block.end - 1)) --block.end;
    if (block.begin == block.end || (block.end - block.begin < 2 && !may_be_last_row(block)))
      return;
    AlignedTable table;
    const TableVerdict verdict = read(block, table);
    if (verdict == TableVerdict::table) tables_.push_back(std::move(table));
    if (verdict != TableVerdict::no || cuts == 0 || block.end - block.begin < 2) return;
    std::size_t at = words_across(block);
    if (at == block.begin) at = widest_step(block);
    if (at == block.begin) return;
    search({block.begin, at}, cuts - 1);
    search({at, block.end}, cuts - 1);
  }

  /// The only line of a table on this page: its first or (below a running head) its second line.
  bool may_be_last_row(const Block& block) const {
    return block.begin <= 1 && ends_.has_rule_near(block.begin, false, extent(block));
  }

  /// Two lines of one part or more that run over most of the block: prose, or a title; begin when
  /// there are none.
  std::size_t words_across(const Block& block) const {
    const LineExtent over = extent(block);
    for (std::size_t i = block.begin + 1; i + 1 < block.end; ++i) {
      if (is_row(i) || is_row(i + 1)) continue;
      if (lines_[i].widest >= kAcross * (over.x1 - over.x0)) return i;
    }
    return block.begin;
  }

  /// The step from line to line in the middle of all; the block has two lines at least.
  float middle_step(const Block& block) const {
    std::vector<float> steps;
    for (std::size_t i = block.begin + 1; i < block.end; ++i) steps.push_back(step(i));
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return *middle;
  }

  /// The line in front of which the widest step stands, or begin when all are alike.
  std::size_t widest_step(const Block& block) const {
    std::size_t widest = block.begin + 1;
    for (std::size_t i = block.begin + 1; i < block.end; ++i) {
      if (step(i) > step(widest)) widest = i;
    }
    return step(widest) >= kWiderStep * middle_step(block) ? widest : block.begin;
  }

  LineExtent extent(const Block& block) const {
    LineExtent extent;
    for (std::size_t i = block.begin; i < block.end; ++i) {
      if (!is_row(i)) continue;
      extent.x0 = std::min(extent.x0, lines_[i].x0);
      extent.x1 = std::max(extent.x1, lines_[i].x1);
    }
    return extent;
  }

  /// The first line of the rows: behind the rule under the header, or the first with a number;
  /// lines of labels that stand there above lines of numbers belong to the header too.
  std::size_t body_of(const Block& block, const LineExtent& over) const {
    const std::size_t start = behind_coloured_years(behind_header_rule(block, over), block, over);
    std::size_t behind_labels = start;
    const std::size_t last = std::min(block.end, start + kMostHeaderLines);
    for (std::size_t i = start; i < last; ++i) {
      if (!is_row(i)) continue;
      if (counts_columns(lines_[i], *input_.set) && i + 1 < block.end) return i + 1;
      if (2 * numbers_behind_first(lines_[i]) >= lines_[i].chunks - 1) return behind_labels;
      behind_labels = i + 1;
    }
    return start;
  }

  /// Years ("2025E") are labels of columns where they stand on the header's coloured ground.
  std::size_t behind_coloured_years(std::size_t start, const Block& block,
                                    const LineExtent& over) const {
    if (input_.grounds.empty()) return start;
    const auto on_ground = [&](std::size_t i) {
      float covered = 0;
      for (const Box& ground : input_.grounds) {
        if (lines_[i].middle() < ground.y0 || lines_[i].middle() > ground.y1) continue;
        covered += std::max(0.0F, std::min(over.x1, ground.x1) - std::max(over.x0, ground.x0));
      }
      return covered >= kOnGround * (over.x1 - over.x0);
    };
    std::size_t i = start;
    while (i + 1 < block.end && holds_years(lines_[i]) && on_ground(i)) ++i;
    return on_ground(i) ? start : i;
  }

  /// Is every number of the line a year, a letter behind it or not?
  bool holds_years(const WordLine& line) const {
    return std::all_of(line.words.begin(), line.words.end(), [&](const PrintWord& word) {
      if (word.sort != WordSort::number) return word.sort == WordSort::text;
      const auto ink = [&](std::uint32_t i) {
        return fold_width(input_.set->inks[word.begin + i].character);
      };
      const std::uint32_t length = word.end - word.begin;
      return length >= 4 && length <= 5 && (ink(0) == U'1' || ink(0) == U'2') &&
             (ink(1) == U'9' || ink(1) == U'0') && is_ascii_digit(ink(2)) &&
             is_ascii_digit(ink(3)) && (length == 4 || !is_ascii_digit(ink(4)));
    });
  }

  std::size_t behind_header_rule(const Block& block, const LineExtent& over) const {
    const float top = lines_[block.begin].middle();
    const std::size_t last = std::min(block.end - 1, block.begin + kMostHeaderLines);
    const auto rules = ends_.long_rules(top, lines_[last].middle(), over.x0, over.x1);
    for (std::size_t i = block.begin; i < block.end; ++i) {
      if (!rules.empty() && lines_[i].middle() > input_.rules[rules.front()].y) return i;
      if (rules.empty() && is_row(i) && numbers_behind_first(lines_[i]) > 0) return i;
    }
    return block.begin;
  }

  std::vector<const WordLine*> rows(std::size_t begin, std::size_t end) const {
    std::vector<const WordLine*> rows;
    for (std::size_t i = begin; i < end; ++i) {
      if (is_row(i)) rows.push_back(&lines_[i]);
    }
    return rows;
  }

  TableVerdict read(const Block& block, AlignedTable& table) {
    const LineExtent over = extent(block);
    table.body = body_of(block, over);
    table.end = block.end;
    ends_.cut_notes(table, over);
    const std::vector<const WordLine*> body = rows(table.body, table.end);
    if (body.empty()) return TableVerdict::no;
    table.columns = find_columns(body);
    if (table.columns.size() < 2 || table.columns.size() > kMostColumns) return TableVerdict::no;
    if (spanned(body, table.columns) > kSpannedShare) return TableVerdict::no;
    if (words_across({table.body, table.end}) != table.body) return TableVerdict::no;
    ends_.grow_header(table, over);
    read_labels(body, table);
    ends_.grow_end(table, over);
    TableEvidence evidence;
    evidence.rows = body;
    evidence.columns = &table.columns;
    evidence.set = input_.set;
    for (std::size_t i = table.body; i < table.end; ++i) evidence.all.push_back(&lines_[i]);
    evidence.head_rule = ends_.has_rule_near(table.begin, true, over);
    evidence.foot_rule = ends_.has_rule_near(table.end - 1, false, over);
    evidence.at_page_head = table.begin <= 1 && table.begin == table.body;
    evidence.at_page_foot = table.end + 1 >= lines_.size() && table.begin < table.body;
    evidence.header_rule =
        table.body > 0 && !ends_
                               .long_rules(lines_[table.body - 1].middle(),
                                           lines_[table.body].middle(), over.x0, over.x1)
                               .empty();
    evidence.bands = ends_.has_bands(table, over);
    evidence.header_lines = table.body - table.begin;
    return judge_table(evidence);
  }

  /// What the labels of the header say of the columns.
  void read_labels(const std::vector<const WordLine*>& body, AlignedTable& table) const {
    if (table.begin == table.body) return;
    const std::vector<ColumnLabel> labels =
        leaf_labels(input_, table.begin, table.body, table.columns);
    if (labels.size() <= table.columns.size()) return;
    std::vector<AlignedColumn> columns = find_columns(body, labels);
    if (columns.size() <= kMostColumns) table.columns = std::move(columns);
    add_labelled_columns(labels, lines_[table.body - 1].size, table);
  }

  static float spanned(const std::vector<const WordLine*>& rows,
                       const std::vector<AlignedColumn>& columns) {
    int spanned = 0;
    for (const WordLine* row : rows) {
      const std::vector<LineCell> cells = cells_of(*row, columns);
      spanned += std::any_of(cells.begin(), cells.end(),
                             [](const LineCell& cell) { return cell.last > cell.first; });
    }
    return static_cast<float>(spanned) / static_cast<float>(rows.size());
  }

  const AlignedInput& input_;
  const std::vector<WordLine>& lines_;
  std::vector<AlignedTable> tables_;
  TableEnds ends_;
};

}  // namespace

float RuleRow::covered(float x0, float x1) const {
  float sum = 0;
  for (const Ruling& part : parts) {
    sum += std::max(0.0F, std::min(x1, part.to) - std::max(x0, part.from));
  }
  return sum;
}

bool RuleRow::runs_through(float x0, float x1) const {
  if (covered(x0, x1) < kLongRule * (x1 - x0)) return false;
  return covered(x0, x0 + kFirstColumn * (x1 - x0)) > 0;
}

std::vector<RuleRow> rule_rows(const std::vector<Ruling>& rulings) {
  std::vector<RuleRow> rows;
  for (const Ruling& ruling : rulings) {
    if (!ruling.horizontal) continue;
    if (rows.empty() || ruling.position - rows.back().y > kSamePlace) {
      rows.push_back({ruling.position, {}});
    }
    rows.back().parts.push_back(ruling);
  }
  return rows;
}

std::vector<AlignedTable> find_aligned_tables(const AlignedInput& input) {
  return AlignedFinder(input).run();
}

}  // namespace gouji
