// SPDX-License-Identifier: GPL-3.0-or-later
// A grid with meaning, built once for all finders: heads of columns, panels (a label column with
// the figures to its right; 收入 | 支出 side by side are two), rows with label, code and depth,
// numbers as exact integers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "check/checks.h"
#include "check/table_words.h"

namespace gouji {

/// Numbers in 10^-7 of their base unit (元, %): wide enough for every sum and for the products
/// that rates need, exact for figures of up to six decimals.
__extension__ typedef __int128 Wide;
inline constexpr int kWidePlaces = 7;

/// What a cell of a column of numbers holds.
struct TableNumber {
  enum class State : std::uint8_t { blank, number, words, cross };
  State state = State::blank;
  bool percent = false;
  bool noted = false;  ///< a note mark stands beside it: on which terms it holds is said elsewhere
  FigureKind kind = FigureKind::number;
  std::int32_t figure = -1;
  Wide value = 0;
  Wide half = 0;  ///< half a unit of the last printed place; 0 for a printed 0

  bool known() const { return state == State::number; }
};

enum class ColumnUse : std::uint8_t { empty, label, code, index, number };

struct ModelColumn {
  int index = 0;
  ColumnUse use = ColumnUse::empty;
  std::vector<std::string> path;         ///< head texts, outermost first, folded
  bool summable = false;                 ///< amounts or counts that may be added
  bool rate = false;                     ///< mostly percent
  FigureKind kind = FigureKind::number;  ///< of most of its figures
  std::string_view leaf() const {
    return path.empty() ? std::string_view() : std::string_view(path.back());
  }
};

struct ModelRow {
  int index = 0;
  std::string label;  ///< folded; with its mark
  std::string bare;   ///< without mark, brackets, colon
  std::string code;
  int rank = 0;                          ///< of a total; 0 = none
  LabelMark mark;                        ///< depth -1 = none
  bool part_only = false;                ///< 其中
  bool listed_below = false;             ///< by a 其中 in a row of its own
  float indent = -1;                     ///< points; -1 = not known
  int group_begin = -1, group_end = -1;  ///< rows of the label cell that spans this and others
  bool filled = false;                   ///< holds a number
};

struct Panel {
  std::vector<int> labels, codes;  ///< columns
  std::vector<int> numbers;        ///< columns
  int main = -1;                   ///< the column of labels that says most
  std::vector<ModelRow> rows;
  bool signed_rows = false;  ///< 加：, 减：
};

/// False where a text lost how far the labels of a header of several rows reach: the last column
/// stands below an empty place of an upper row.
bool heads_are_certain(const Grid& grid);

class TableModel {
 public:
  TableModel(const CheckInput& input, const TableWords& words, int grid);

  const Grid& grid() const { return grid_; }
  int number() const { return number_; }  ///< index of the grid
  const TableWords& words() const { return words_; }
  const std::vector<ModelColumn>& columns() const { return columns_; }
  const ModelColumn& column(int index) const { return columns_[static_cast<std::size_t>(index)]; }
  const std::vector<Panel>& panels() const { return panels_; }
  /// Blank for columns that hold no numbers.
  const TableNumber& at(int row, int column) const { return numbers_[place(row, column)]; }
  /// Index into Grid::cells of the cell that covers a place; -1 = a hole.
  int cell(int row, int column) const { return covering_[place(row, column)]; }
  /// Folded text of a cell that begins at that place.
  std::string own_text(int row, int column) const;
  bool is_body(int row) const { return body_[static_cast<std::size_t>(row)]; }
  /// The row that numbers or names the columns (栏次 1 2 3=1+2), -1 = none.
  int numbering_row() const { return numbering_; }
  /// A row that is the lower part of the row above it, broken over lines or pages: it has no label,
  /// and its numbers are the last digits of those above.
  bool is_remainder(int row) const;
  /// A cell of digits and separators that is no number: the upper part of a broken one.
  bool is_broken_off(int row, int column) const;
  /// The columns of a panel that may be added.
  std::vector<int> sum_columns(const Panel& panel) const;

 private:
  std::size_t place(int row, int column) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(grid_.columns) +
           static_cast<std::size_t>(column);
  }
  bool owns(int row, int column) const;
  void cover();
  bool is_numbering(int row) const;
  void read_heads();
  void read_numbers(const CheckInput& input);
  void read_number(const Figures& figures, const GridCell& cell, int figure, TableNumber& out);
  void use_columns();
  ColumnUse use_of(const ModelColumn& column) const;
  void judge_numbers(ModelColumn& column, const Figures& figures) const;
  void find_panels(const Flow& flow);
  void close_panel(Panel& panel, const Flow& flow);
  void read_rows(Panel& panel, const Flow& flow) const;
  ModelRow read_row(const Panel& panel, const std::vector<int>& parts, int row) const;
  std::string code_in(const Panel& panel, const std::vector<int>& parts, int row) const;
  float indent_of(int row, int column, const Flow& flow) const;

  const Grid& grid_;
  const TableWords& words_;
  int number_;
  int numbering_ = -1;
  std::vector<int> covering_;
  std::vector<bool> body_;
  std::vector<ModelColumn> columns_;
  std::vector<TableNumber> numbers_;
  std::vector<Panel> panels_;
};

}  // namespace gouji
