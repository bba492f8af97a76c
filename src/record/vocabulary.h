// SPDX-License-Identifier: GPL-3.0-or-later
// The words of performance tables: what a header cell, a label and a cell are. From
// patterns/record/.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gouji/report.h"
#include "pattern/pattern_set.h"

namespace gouji {

/// What a column of indicators holds. The names in pattern files are those of record/column.toml.
enum class ColumnRole : std::uint8_t {
  none,
  section,  ///< the label beside all indicator rows
  level1,
  level2,
  level3,
  op,
  value,
  unit,
  deadline,
  actual,
  weight,
  score,
  reason,
  project,  ///< tables of several projects
  goal,
  budget,
  explanation,  ///< rules of a score sheet
  other,        ///< known, without a field in records
};
inline constexpr int kColumnRoles = static_cast<int>(ColumnRole::other) + 1;

/// What a label above or below the indicators announces. Names: record/label.toml.
enum class LabelRole : std::uint8_t {
  none,
  project,
  whole_department,  ///< stands for the project in targets of a department
  budget,
  budgeted,
  adjusted,
  executed,
  execution_rate,
  total_money,
  part,
  goal,
  goal_actual,
  grand_total,
  field,
};

/// What a cell is by itself. Several may hold.
struct CellTraits {
  bool level1 = false, level2 = false;  ///< the name of a level
  bool section = false;
  bool op = false;
  bool deadline = false;
  bool number = false;    ///< a bare number or rate
  bool quantity = false;  ///< a number with or without operator and unit
  bool measure = false;   ///< a unit
  bool mark = false;      ///< "/", "—" …
  int length = 0;         ///< code points

  bool level() const { return level1 || level2; }
};

/// A target printed in one cell, taken apart ("≧95%"). Texts are parts of the text that was given.
struct SplitTarget {
  std::string op;                ///< a sign, as of RecordVocabulary::sign
  std::string_view value, unit;  ///< parts of the text that was given
};

/// Holds references into the pattern set, which must outlive it. Pure; thread-safe. All texts that
/// it takes are folded: without blanks, full-width forms half-width (record/table_view.h). Views
/// that it returns are parts of the text that was given, empty if the answer is no.
class RecordVocabulary {
 public:
  explicit RecordVocabulary(const PatternSet& patterns);

  ColumnRole column(std::string_view text) const;
  /// column(text) == role, faster for texts that are not.
  bool is_column(std::string_view text, ColumnRole role) const;
  LabelRole label(std::string_view text) const;
  CellTraits traits(std::string_view text) const;

  /// Is it the title of a performance table? Its money unit, if it stands there, in *unit.
  bool title(std::string_view text, std::string_view* title = nullptr,
             std::string_view* unit = nullptr) const;
  /// ">=", "<=", "=", ">", "<"; "" for a qualitative target; nothing if it is no operator.
  std::optional<std::string> sign(std::string_view text) const;
  /// The parts of a target that opens with an operator.
  std::optional<SplitTarget> split_target(std::string_view text) const;
  /// The parts of a target whose operator is known: number and unit, or the whole text.
  SplitTarget split_measure(std::string op, std::string_view text) const;
  /// Money in a cell; its unit is the printed one, else `unit`.
  std::optional<RecordAmount> amount(std::string_view text, std::string_view unit) const;
  /// The unit of money in a label, or "".
  std::string_view labelled_unit(std::string_view text) const;
  /// A year in a title, or on a line of its own; or "".
  std::string_view year(std::string_view title) const;
  std::string_view year_line(std::string_view line) const;
  /// The project in a title, or ""; a project without the number in front of its name.
  std::string_view project_of_title(std::string_view title) const;
  std::string_view without_code(std::string_view project) const;
  /// The type of record that a table with these columns and this title is; "" = none.
  std::string type(const std::vector<ColumnRole>& columns, std::string_view title) const;

 private:
  enum CellPattern {
    kLevel1,
    kLevel2,
    kDeadline,
    kNumber,
    kQuantity,
    kMeasure,
    kMark,
    kSignedTarget,
    kNumberWithUnit,
    kAmount,
    kLabelledUnit,
    kYear,
    kYearLine,
    kTitle,
    kProjectTitle,
    kProjectCode,
    kCellPatterns,
  };
  const Word* money_unit_with_power(std::string_view power) const;
  const Pattern& cell(CellPattern which) const { return *cells_[which]; }

  const PatternSet& patterns_;
  const std::vector<const Pattern*>& columns_;
  const std::vector<const Pattern*>& labels_;
  const WordList& operators_;
  const WordList& money_units_;
  std::array<const Pattern*, kCellPatterns> cells_{};
  std::vector<ColumnRole> column_roles_;
  std::vector<LabelRole> label_roles_;
};

}  // namespace gouji
