// SPDX-License-Identifier: GPL-3.0-or-later
// Method: each row's cells are placed below the columns where they belong (place_cells.h), joined
// where several stand below one header cell, and level names are carried down into rows that leave
// them empty.
#include "record/indicators.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "record/place_cells.h"

namespace gouji {
namespace {

/// A shift in a text table costs little: nothing but tabs holds its columns. A PDF has rulings, but
/// rows are shifted in the documents themselves too.
constexpr int kShiftCostText = 10;
constexpr int kShiftCostPdf = 12;

/// From here on a cell fits nothing (place_cells.cc: an operator, a date or a number in a wrong
/// place); below, a name that no vocabulary knows.
constexpr int kDoubtfulMisfit = 30;

/// A cell of a row, or several that stand below one header cell, joined.
struct RowCell {
  std::u32string text;
  std::string folded;
  int column = 0;
  Maybe<std::string> sign;  ///< of an operator in a cell of its own below the header of the target
};

/// The texts of one row by role.
class RowTexts {
 public:
  void set(ColumnRole role, const RowCell& cell) { cells_[index(role)] = &cell; }
  const RowCell* cell(ColumnRole role) const { return cells_[index(role)]; }
  std::string text(ColumnRole role) const {
    const RowCell* found = cell(role);
    return found ? to_utf8(found->text) : "";
  }
  bool has(ColumnRole role) const { return cell(role) != nullptr; }

 private:
  static std::size_t index(ColumnRole role) { return static_cast<std::size_t>(role); }
  std::array<const RowCell*, kColumnRoles> cells_{};
};

class Reader {
 public:
  Reader(const TableView& table, const RecordVocabulary& vocabulary, const IndicatorHeader& header)
      : table_(table),
        vocabulary_(vocabulary),
        header_(header),
        roles_(header.roles()),
        shift_cost_(table.grid().pages ? kShiftCostPdf : kShiftCostText) {}

  IndicatorRows read(int limit) {
    int row = header_.row + 1;
    for (; row < limit && !ends_indicators(row); ++row) read_row(row);
    rows_.end = row;
    return std::move(rows_);
  }

 private:
  /// Does a label of another part of the table open this row, at or left of the first level?
  bool ends_indicators(int row) const {
    const auto& cells = table_.filled(row);
    if (cells.empty()) return false;
    const std::string& first = table_.text(*cells.front());
    if (cells.size() == 1 && vocabulary_.title(first)) return true;
    const ColumnRole below =
        roles_[static_cast<std::size_t>(header_.column_at(cells.front()->column))];
    if (below != ColumnRole::none && below != ColumnRole::section && below != ColumnRole::level1 &&
        cells.front()->column > 0)
      return false;
    return vocabulary_.label(first) != LabelRole::none && !vocabulary_.traits(first).level();
  }

  std::vector<RowCell> cells_of(int row) const {
    std::vector<RowCell> cells;
    for (const GridCell* cell : table_.filled(row)) {
      const int column = header_.column_at(cell->column);
      const LocatedText text = cell->text.trimmed();
      if (cells.empty() || cells.back().column != column) {
        cells.push_back({text.chars, table_.text(*cell), column, {}});
        continue;
      }
      RowCell& joined = cells.back();
      if (const auto sign = vocabulary_.sign(joined.folded)) {
        joined = {text.chars, table_.text(*cell), column, sign};
      } else {
        joined.text += text.chars;
        joined.folded += table_.text(*cell);
      }
    }
    return cells;
  }

  void read_row(int row) {
    const std::vector<RowCell> cells = cells_of(row);
    std::vector<TraitCell> printed;
    for (const RowCell& cell : cells)
      printed.push_back({vocabulary_.traits(cell.folded), cell.column});
    if (cells.empty() || std::all_of(printed.begin(), printed.end(),
                                     [](const TraitCell& cell) { return cell.traits.section; }))
      return;
    const Placement placement = place_cells(printed, roles_, shift_cost_);
    RowTexts texts;
    for (std::size_t i = 0; i < cells.size(); ++i)
      texts.set(roles_[static_cast<std::size_t>(placement.columns[i])], cells[i]);
    add(row, texts, placement);
  }

  void add(int row, const RowTexts& texts, const Placement& placement) {
    Indicator indicator;
    indicator.row = row;
    note_project(texts);
    carry_levels(texts, indicator);
    indicator.level3 = third_level(row, texts);
    if (indicator.level3.empty() || !says_something(texts)) {
      const bool levels_only = !names_third_level(texts) && !says_something(texts);
      if (!levels_only || placement.worst >= kDoubtfulMisfit) rows_.unread.push_back(row);
      return;
    }
    if (placement.moved) rows_.shifted.push_back(row);
    if (placement.worst >= kDoubtfulMisfit) rows_.doubtful.push_back(row);
    fill_target(texts, indicator);
    indicator.deadline = texts.text(ColumnRole::deadline);
    indicator.actual = texts.text(ColumnRole::actual);
    indicator.weight = texts.text(ColumnRole::weight);
    indicator.score = texts.text(ColumnRole::score);
    indicator.reason = texts.text(ColumnRole::reason);
    rows_.indicators.push_back(std::move(indicator));
  }

  /// Dots in the place of a name are a line of the form that nobody filled in.
  bool names_third_level(const RowTexts& texts) const {
    const RowCell* cell = texts.cell(ColumnRole::level3);
    return cell && !vocabulary_.traits(cell->folded).mark;
  }

  /// A name alone is a template line or the rest of a broken row, no indicator.
  static bool says_something(const RowTexts& texts) {
    return texts.has(ColumnRole::op) || texts.has(ColumnRole::value) ||
           texts.has(ColumnRole::actual) || texts.has(ColumnRole::weight) ||
           texts.has(ColumnRole::score) || texts.has(ColumnRole::unit);
  }

  void note_project(const RowTexts& texts) {
    const std::string name = texts.text(ColumnRole::project);
    if (!name.empty() && (rows_.projects.empty() || rows_.projects.back().name != name)) {
      rows_.projects.push_back({rows_.indicators.size(), name, {}, {}});
      level1_.clear();
      level2_.clear();
    }
    if (rows_.projects.empty()) return;
    ProjectRows& project = rows_.projects.back();
    if (project.goal.empty()) project.goal = texts.text(ColumnRole::goal);
    if (project.budget.empty()) project.budget = texts.text(ColumnRole::budget);
  }

  void carry_levels(const RowTexts& texts, Indicator& indicator) {
    if (const RowCell* cell = texts.cell(ColumnRole::level1)) {
      const std::string level1 = to_utf8(squashed(cell->text));
      if (level1 != level1_ && !texts.has(ColumnRole::level2)) level2_.clear();
      level1_ = level1;
    }
    if (const RowCell* cell = texts.cell(ColumnRole::level2))
      level2_ = to_utf8(squashed(cell->text));
    indicator.level1 = level1_;
    indicator.level2 = level2_;
  }

  /// The name of the indicator; that of a merged cell that covers several rows.
  std::string third_level(int row, const RowTexts& texts) const {
    if (texts.has(ColumnRole::level3)) return texts.text(ColumnRole::level3);
    for (const HeaderColumn& column : header_.columns) {
      if (column.role != ColumnRole::level3) continue;
      const GridCell* cell = table_.covering(row, column.first);
      if (cell && cell->row > header_.row && cell->row < row) return cell->text.trimmed().utf8();
    }
    return {};
  }

  void fill_target(const RowTexts& texts, Indicator& indicator) const {
    indicator.value = texts.text(ColumnRole::value);
    indicator.unit = texts.text(ColumnRole::unit);
    if (const RowCell* cell = texts.cell(ColumnRole::op)) {
      const auto sign = vocabulary_.sign(cell->folded);
      if (sign && !sign->empty()) indicator.op = *sign;
      return;
    }
    const RowCell* value = texts.cell(ColumnRole::value);
    if (!value) return;
    const auto target = value->sign ? vocabulary_.split_measure(*value->sign, value->folded)
                                    : vocabulary_.split_target(value->folded);
    if (!target) return;
    if (!target->op.empty()) indicator.op = target->op;
    indicator.value = printed_part(value->text, value->folded, target->value);
    if (indicator.unit.empty() && !target->unit.empty())
      indicator.unit = printed_part(value->text, value->folded, target->unit);
  }

  const TableView& table_;
  const RecordVocabulary& vocabulary_;
  const IndicatorHeader& header_;
  std::vector<ColumnRole> roles_;
  int shift_cost_;
  std::string level1_, level2_;
  IndicatorRows rows_;
};

}  // namespace

IndicatorRows read_indicators(const TableView& table, const RecordVocabulary& vocabulary,
                              const IndicatorHeader& header, int limit) {
  return Reader(table, vocabulary, header).read(limit);
}

}  // namespace gouji
