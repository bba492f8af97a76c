// SPDX-License-Identifier: GPL-3.0-or-later
// Method: lines that follow each other closely are a block; prose and captions part blocks. The
// lines of a block with two or more parts vote for columns (layout/aligned_columns.h). A block that
// is no table as a whole is parted at its widest step and tried again. A table's header grows
// upwards from its rows: to the rule at its head, or as long as lines have several parts.
#include "layout/aligned_tables.h"

#include <algorithm>
#include <cmath>

#include "layout/aligned_judge.h"
#include "layout/aligned_labels.h"
#include "layout/aligned_separators.h"

namespace gouji {

namespace {

constexpr float kLongRule = 0.7F;      ///< share of the table's width
constexpr float kFirstColumn = 0.05F;  ///< part of the width that belongs to the first column
constexpr float kWidestStep = 3.4F;    ///< between baselines of a table, ems
constexpr float kHeaderStep = 3.2F;    ///< the same within a header
constexpr float kCaptionSize = 1.15F;  ///< a caption is set larger than its table by this
constexpr float kTitleStep = 2.2F;     ///< … without a rule at the head
constexpr float kBeside = 0.85F;       ///< print of one row is off by less, ems
constexpr float kInStep = 0.3F;        ///< columns of two lines, ems
constexpr float kLabelStep = 1.6F;     ///< lines of a header whose labels are in its middle, ems
constexpr float kRowStep = 1.2F;       ///< from the header to the first row, in steps of rows
constexpr float kWiderStep = 1.3F;     ///< a block is parted at steps so much wider than the middle
constexpr float kAcross = 0.6F;        ///< share of the width
constexpr float kSpannedShare = 0.2F;
constexpr float kSameRule = 1.5F;          ///< points
constexpr std::size_t kMostColumns = 100;  ///< the widest table met has 40
constexpr std::size_t kMostHeaderLines = 8;
constexpr std::size_t kMostEmptyRows = 3;
constexpr std::size_t kFewestBands = 2;  ///< edges
constexpr int kMostCuts = 12;

struct Block {
  std::size_t begin = 0, end = 0;
};

class AlignedFinder {
 public:
  explicit AlignedFinder(const AlignedInput& input)
      : input_(input), lines_(input.lines), separates_(find_separators(input)) {}

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
    if (above.end != below.begin || below.begin != below.body) return false;
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
           !taken_between(above.end - 1, below.begin);
  }

  float step(std::size_t i) const { return lines_[i].baseline - lines_[i - 1].baseline; }

  bool is_row(std::size_t i) const { return lines_[i].chunks >= 2; }

  bool taken_between(std::size_t above, std::size_t below) const {
    const float y0 = lines_[above].middle();
    const float y1 = lines_[below].middle();
    return std::any_of(input_.taken.begin(), input_.taken.end(),
                       [&](const Box& box) { return box.y1 > y0 && box.y0 < y1; });
  }

  std::vector<Block> blocks() const {
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < lines_.size();) {
      if (separates_[i]) {
        ++i;
        continue;
      }
      std::size_t end = i + 1;
      while (end < lines_.size() && !separates_[end] && !taken_between(end - 1, end) &&
             step(end) <= kWidestStep * std::max(lines_[end].size, lines_[end - 1].size)) {
        ++end;
      }
      blocks.push_back({i, end});
      i = end;
    }
    return blocks;
  }

  void search(Block block, int cuts) {
    while (block.begin < block.end && !is_row(block.begin)) ++block.begin;
    while (block.end > block.begin && !is_row(block.end - 1)) --block.end;
    if (block.end - block.begin < 2) return;
    AlignedTable table;
    const TableVerdict verdict = read(block, table);
    if (verdict == TableVerdict::table) tables_.push_back(std::move(table));
    if (verdict != TableVerdict::no || cuts == 0) return;
    std::size_t at = words_across(block);
    if (at == block.begin) at = widest_step(block);
    if (at == block.begin) return;
    search({block.begin, at}, cuts - 1);
    search({at, block.end}, cuts - 1);
  }

  /// Two lines of one part or more that run over most of the block: prose, or a title; begin when
  /// there are none.
  std::size_t words_across(const Block& block) const {
    const Extent over = extent(block);
    for (std::size_t i = block.begin + 1; i + 1 < block.end; ++i) {
      if (is_row(i) || is_row(i + 1)) continue;
      if (lines_[i].widest >= kAcross * (over.x1 - over.x0)) return i;
    }
    return block.begin;
  }

  /// The line in front of which the widest step stands, or begin when all are alike.
  std::size_t widest_step(const Block& block) const {
    std::vector<float> steps;
    std::size_t widest = block.begin + 1;
    for (std::size_t i = block.begin + 1; i < block.end; ++i) {
      steps.push_back(step(i));
      if (step(i) > step(widest)) widest = i;
    }
    const float most = steps[widest - block.begin - 1];
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return most >= kWiderStep * *middle ? widest : block.begin;
  }

  /// Rules from y0 to y1 that run over most of x0..x1; indices.
  std::vector<std::size_t> long_rules(float y0, float y1, float x0, float x1) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < input_.rules.size(); ++i) {
      const RuleRow& rule = input_.rules[i];
      if (rule.y < y0 || rule.y > y1) continue;
      if (rule.runs_through(x0, x1)) found.push_back(i);
    }
    return found;
  }

  struct Extent {
    float x0 = 1e6F, x1 = 0;
  };

  Extent extent(const Block& block) const {
    Extent extent;
    for (std::size_t i = block.begin; i < block.end; ++i) {
      if (!is_row(i)) continue;
      extent.x0 = std::min(extent.x0, lines_[i].x0);
      extent.x1 = std::max(extent.x1, lines_[i].x1);
    }
    return extent;
  }

  /// The first line of the rows: behind the rule under the header, or the first with a number;
  /// lines of labels that stand there above lines of numbers belong to the header too.
  std::size_t body_of(const Block& block, const Extent& over) const {
    const std::size_t start = behind_header_rule(block, over);
    std::size_t behind_labels = start;
    const std::size_t last = std::min(block.end, start + kMostHeaderLines);
    for (std::size_t i = start; i < last; ++i) {
      if (!is_row(i)) continue;
      if (2 * numbers_behind_first(lines_[i]) >= lines_[i].chunks - 1) return behind_labels;
      behind_labels = i + 1;
    }
    return start;
  }

  std::size_t behind_header_rule(const Block& block, const Extent& over) const {
    const float top = lines_[block.begin].middle();
    const std::size_t last = std::min(block.end - 1, block.begin + kMostHeaderLines);
    const auto rules = long_rules(top, lines_[last].middle(), over.x0, over.x1);
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
    const Extent over = extent(block);
    table.body = body_of(block, over);
    table.end = block.end;
    cut_notes(table, over);
    const std::vector<const WordLine*> body = rows(table.body, table.end);
    if (body.empty()) return TableVerdict::no;
    table.columns = find_columns(body);
    if (table.columns.size() < 2 || table.columns.size() > kMostColumns) return TableVerdict::no;
    if (spanned(body, table.columns) > kSpannedShare) return TableVerdict::no;
    if (words_across({table.body, table.end}) != table.body) return TableVerdict::no;
    grow_header(table, over);
    read_labels(body, table);
    grow_end(table, over);
    TableEvidence evidence;
    evidence.rows = body;
    evidence.columns = &table.columns;
    evidence.set = input_.set;
    for (std::size_t i = table.body; i < table.end; ++i) evidence.all.push_back(&lines_[i]);
    evidence.head_rule = has_rule_near(table.begin, true, over);
    evidence.foot_rule = has_rule_near(table.end - 1, false, over);
    evidence.bands = has_bands(table, over);
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

  /// Lines behind the last rule without a number are notes.
  void cut_notes(AlignedTable& table, const Extent& over) const {
    const std::vector<std::size_t> rules =
        long_rules(lines_[table.body].middle(), lines_[table.end - 1].middle(), over.x0, over.x1);
    if (rules.empty() || has_rule_near(table.end - 1, false, over)) return;
    std::size_t at = table.body;
    while (lines_[at].middle() < input_.rules[rules.back()].y) ++at;
    for (std::size_t i = at; i < table.end; ++i) {
      if (is_row(i) && (numbers_behind_first(lines_[i]) > 0 || lines_[i].chunks > 2)) return;
      if (is_row(i) && in_step_with_rows(i, table)) return;
    }
    if (at > table.body) table.end = at;
  }

  /// Do rules, or the edges of coloured ground, part the rows? The last row may lack its own.
  bool has_bands(const AlignedTable& table, const Extent& over) const {
    const float top = lines_[table.body].middle();
    return long_rules(top, lines_[table.end - 1].middle(), over.x0, over.x1).size() >= kFewestBands;
  }

  /// Does the second part of the line begin, stand, or end where one of a row above does?
  bool in_step_with_rows(std::size_t i, const AlignedTable& table) const {
    const WordLine& line = lines_[i];
    std::size_t second = 1;
    while (!parts_columns(line, second)) ++second;
    const float x0 = line.words[second].x0;
    const float x1 = line.x1;
    for (std::size_t k = table.body; k < i; ++k) {
      const WordLine& row = lines_[k];
      for (std::size_t w = 1; w < row.words.size(); ++w) {
        if (!parts_columns(row, w)) continue;
        std::size_t last = w;
        while (last + 1 < row.words.size() && !parts_columns(row, last + 1)) ++last;
        const float off0 = std::abs(row.words[w].x0 - x0);
        const float off1 = std::abs(row.words[last].x1 - x1);
        const float off = std::abs(row.words[w].x0 + row.words[last].x1 - x0 - x1) / 2;
        if (std::min({off0, off1, off}) <= kInStep * line.size) return true;
      }
    }
    return false;
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

  bool is_free(std::size_t line) const {
    return std::none_of(tables_.begin(), tables_.end(), [&](const AlignedTable& table) {
      return line >= table.begin && line < table.end;
    });
  }

  /// Does a long rule stand right above (below) the line?
  bool has_rule_near(std::size_t line, bool above, const Extent& over) const {
    const float reach = kHeaderStep * lines_[line].size;
    const float y = lines_[line].middle();
    float limit = above ? y - reach : y + reach;
    if (above && line > 0) limit = std::max(limit, lines_[line - 1].middle());
    if (!above && line + 1 < lines_.size()) limit = std::min(limit, lines_[line + 1].middle());
    return !long_rules(std::min(y, limit), std::max(y, limit), over.x0, over.x1).empty();
  }

  /// Can the line be a part of the header above these columns?
  bool fits_header(std::size_t i, const AlignedTable& table, const Extent& over) const {
    const WordLine& line = lines_[i];
    if (separates_[i]) return false;
    if (line.size > kCaptionSize * lines_[table.body].size) return false;
    // A label for each column: columns at the sides may be empty.
    if (line.chunks > static_cast<int>(table.columns.size())) return true;
    if (line.x0 < over.x0 - 2 * line.size || line.x1 > over.x1 + 2 * line.size) return false;
    return line.widest <= 0.7F * (over.x1 - over.x0);
  }

  void grow_header(AlignedTable& table, const Extent& over) const {
    table.begin = table.body;
    std::size_t i = table.body;
    std::size_t ruled = table.body;
    for (std::size_t n = 0; i > 0 && n < kMostHeaderLines; ++n) {
      const WordLine& below = lines_[i];
      const float y0 = lines_[i - 1].middle();
      if (i != table.body || !long_rules(y0, below.middle(), over.x0, over.x1).empty()) {
        if (!long_rules(y0, below.middle(), over.x0, over.x1).empty()) ruled = i;
      }
      if (!is_free(i - 1) || taken_between(i - 1, i) ||
          step(i) > kHeaderStep * std::max(below.size, lines_[i - 1].size) ||
          !fits_header(i - 1, table, over)) {
        break;
      }
      --i;
      if (i == 0 && !long_rules(0, lines_[0].middle(), over.x0, over.x1).empty()) ruled = 0;
    }
    if (ruled < table.body) {
      table.begin = ruled;
      return;
    }
    // No rule at the head: lines of several parts, as close above each other as rows.
    const float row_step = kRowStep * middle_step(table);
    i = table.body;
    while (i > 0 && table.body - i < kMostHeaderLines && is_free(i - 1) && is_row(i - 1) &&
           !taken_between(i - 1, i) && fits_header(i - 1, table, over) &&
           step(i) <=
               std::max(kTitleStep * std::max(lines_[i].size, lines_[i - 1].size), row_step)) {
      --i;
    }
    if (i < table.body && i > 0 && is_label_over_first_two(i - 1, table)) --i;
    table.begin = i;
    if (i == table.body) find_header_above_labels(table, over, row_step);
  }

  /// A label alone on the line above a header, between the labels of its first two columns.
  bool is_label_over_first_two(std::size_t i, const AlignedTable& table) const {
    const WordLine& line = lines_[i];
    if (!is_free(i) || separates_[i] || taken_between(i, i + 1)) return false;
    if (line.size > lines_[i + 1].size || leaf_labels(input_, i, i + 1, table.columns).size() > 1)
      return false;
    if (step(i + 1) > kLabelStep * line.size) return false;
    const std::vector<ColumnLabel> labels = leaf_labels(input_, i + 1, table.body, table.columns);
    if (labels.size() < 3 || line.x1 > labels[2].x0) return false;
    const float middle = line.x0 + line.x1;
    return middle > labels[0].x0 + labels[0].x1 + 2 * line.size &&
           middle < labels[1].x0 + labels[1].x1 - 2 * line.size;
  }

  /// Rows of which only the label is filled may stand between the header and the first number.
  void find_header_above_labels(AlignedTable& table, const Extent& over, float row_step) const {
    std::size_t i = table.body;
    const auto follows = [&](std::size_t k) {
      return k > 0 && is_free(k - 1) && !taken_between(k - 1, k) && step(k) <= row_step &&
             !separates_[k - 1];
    };
    while (table.body - i < kMostEmptyRows && follows(i) && !is_row(i - 1) &&
           lines_[i - 1].x0 >= over.x0 - kInStep * lines_[i - 1].size &&
           lines_[i - 1].x1 < table.columns[1].x0) {
      --i;
    }
    if (i == table.body || !follows(i) || !is_row(i - 1) || !fits_header(i - 1, table, over) ||
        numbers_behind_first(lines_[i - 1]) > 0 ||
        leaf_labels(input_, i - 1, i, table.columns).size() != table.columns.size()) {
      return;
    }
    table.begin = i - 1;
    table.body = i;
  }

  /// The step from row to row; 0 without three rows.
  float middle_step(const AlignedTable& table) const {
    std::vector<float> steps;
    for (std::size_t i = table.body + 1; i < table.end; ++i) steps.push_back(step(i));
    if (steps.size() < 2) return 0;
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return *middle;
  }

  /// The rest of a label that wraps in the last row, and rows of which only the label is filled, in
  /// front of the rule at the foot.
  void grow_end(AlignedTable& table, const Extent& over) const {
    const std::size_t rows_end = table.end;
    while (table.end < lines_.size() && may_grow_to(table.end)) {
      const WordLine& next = lines_[table.end];
      if (!goes_on_below(lines_[table.end - 1], next, table.columns) &&
          !stands_beside(table.end, table)) {
        break;
      }
      const float y0 = lines_[table.end - 1].middle();
      if (!long_rules(y0, next.middle(), over.x0, over.x1).empty()) break;
      ++table.end;
    }
    if (table.end == rows_end && is_empty_row(table.end, table, over)) ++table.end;
  }

  bool may_grow_to(std::size_t i) const {
    return is_free(i) && !separates_[i] && !taken_between(i - 1, i);
  }

  /// A number of the last row that is set a little lower.
  bool stands_beside(std::size_t i, const AlignedTable& table) const {
    if (lines_[i].chunks != 1 || step(i) > kBeside * lines_[i].size) return false;
    return std::any_of(table.columns.begin() + 1, table.columns.end(), [&](const auto& column) {
      return lines_[i].x0 < column.x1 && column.x0 < lines_[i].x1;
    });
  }

  /// A label alone in the first column, as far below as rows stand, between rules where the table
  /// has them between its rows, else with a rule at its foot.
  bool is_empty_row(std::size_t i, const AlignedTable& table, const Extent& over) const {
    if (i >= lines_.size() || !may_grow_to(i) || lines_[i].chunks != 1) return false;
    const WordLine& line = lines_[i];
    const float row_step = kRowStep * middle_step(table);
    if (step(i) > row_step || line.x1 > table.columns[1].x0 - kWordWhite * line.size) return false;
    if (line.x0 < table.columns[0].x0 - kInStep * line.size) return false;
    const auto rules_between = [&](std::size_t k) {
      return !long_rules(lines_[k - 1].middle(), lines_[k].middle(), over.x0, over.x1).empty();
    };
    if (!has_rule_near(i, false, over)) return false;
    return !rules_between(i) || (i > table.body + 1 && rules_between(i - 1));
  }

  const AlignedInput& input_;
  const std::vector<WordLine>& lines_;
  std::vector<char> separates_;  ///< one entry a line
  std::vector<AlignedTable> tables_;
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
    if (rows.empty() || ruling.position - rows.back().y > kSameRule) {
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
