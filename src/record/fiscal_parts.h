// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a fiscal table while it is read: blocks, segments, columns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gouji/fiscal.h"
#include "gouji/report.h"
#include "record/concept.h"
#include "record/table_view.h"

namespace gouji {

/// Figures of the cells of one grid: index into `figures`, -1 = the cell is no figure.
struct CellFigures {
  const std::vector<Figure>* figures = nullptr;
  const std::vector<int>* of_cell = nullptr;

  /// Null if the cell is no figure.
  const Figure* of(const TableView& table, const GridCell& cell) const;
};

/// Rows of a grid that have one header: all of most tables. Rows from 0, half-open.
struct FiscalBlock {
  int header_begin = 0, header_end = 0;
  int end = 0;
  /// Rows of a header above that are not printed again though they head the same columns.
  int upper_begin = 0, upper_end = 0;
  std::string title;  ///< the line across the table above the header, as printed, or ""
};

/// Columns that belong to one label: all of most tables, a side of a two-sided one.
struct FiscalSegment {
  std::vector<int> codes, labels, values;  ///< columns of the table
  std::string side;
};

/// What a table says of all its columns.
struct FiscalContext {
  Maybe<int> year;
  Maybe<std::string> basis, fund, unit;  ///< `basis`: that of the caption
  Maybe<std::string> document_basis;     ///< of tables that do not tell, if they are of …
  Maybe<int> document_year;              ///< … this year
};

/// Columns with the segments that they fall into.
struct FiscalColumns {
  std::vector<FiscalColumn> columns;
  std::vector<FiscalSegment> segments;
};

class FiscalLabels;

/// Does a row only number the columns, or say how they add up: 栏次 | 1 | 2 | 3=1+2?
bool numbers_columns(const TableView& table, int row, const PatternSet& patterns);

/// Does a column hold what is said of the lines, not the lines themselves?
inline bool holds_values(const FiscalColumn& column) {
  return column.role != "label" && column.role != "code" && column.role != "row_number";
}

/// Gives a column of figures its concept, year, basis and fund by the texts above it (outermost
/// first), the columns before it and the caption. Its role and the basis of its role are known.
void describe_fiscal_column(FiscalColumn& column, const std::vector<const GridCell*>& headers,
                            const TableView& table, const std::vector<FiscalColumn>& before,
                            const FiscalContext& context, const ConceptVocabulary& concepts,
                            const FiscalLabels& labels);

/// Reads the header of a block and looks at its cells.
FiscalColumns read_fiscal_columns(const TableView& table, const FiscalBlock& block,
                                  const CellFigures& figures, const FiscalContext& context,
                                  const ConceptVocabulary& concepts, const PatternSet& patterns);

/// A row before it has its place in the tree.
struct FiscalLine {
  FiscalRow row;
  std::string depth;       ///< the style of its marker (record/fiscal_row), or ""
  int label_depth = -1;    ///< which of several label columns holds its label; -1 = there is one
  bool balance = false;    ///< its concept stands beside the numbered lines
  bool detail = false;     ///< its label stands among the notes: a part of the line above it
  bool across = false;     ///< its label stands across the columns of figures
  bool unit_code = false;  ///< its code is that of a unit, not of a class
  bool bare_fund = false;  ///< its label is the name of a fund and nothing else
  float indent = -1;  ///< where its marker begins, em from the edge of the column; -1 = unknown
  float centre = -1;  ///< the middle of its first line of print, measured alike
  float body_indent = -1;  ///< where its label begins
  float middle = -1;       ///< the middle of its cell, measured alike; -1 = no edges are drawn
  float room = 0;          ///< between the edge of its cell and its print, em
};

/// Gives rows the year and basis of the heading that they stand below, and columns and rows that
/// name none the basis of their caption or document if they are of its year.
void settle_basis(Record& record, const FiscalContext& context);

/// Is a line the sum of others, within what their last digits leave open, in at least half of the
/// columns in which it is not zero and no rate?
bool adds_up(const FiscalLine& sum, const std::vector<const FiscalLine*>& parts);

/// Reads labels of rows.
class FiscalLabels {
 public:
  FiscalLabels(const ConceptVocabulary& concepts, const PatternSet& patterns);

  /// Reads the label in a cell into a line. False for a row that is none: it numbers the columns.
  bool read(const TableView& table, const FiscalSegment& segment, const GridCell& cell,
            FiscalLine& line) const;
  /// Does a label begin with digits that may be a code?
  bool opens_with_code(std::string_view label) const;
  /// Most labels have no code: digits in front of one must be of a class that it names, or too many
  /// to be part of a name (12345热线, 210国道).
  void doubt_codes() { doubts_codes_ = true; }
  /// A label without what numbers it: 其中：1.一般债务限额 → 一般债务限额.
  std::string_view without_markers(std::string_view label) const;
  /// "total", "subtotal" or "item".
  std::string kind_of(std::string_view label) const;

 private:
  void read_markers(std::string_view& label, FiscalLine& line) const;
  void read_code(std::string_view& label, FiscalLine& line) const;
  bool is_sure_code(std::string_view code, std::string_view label) const;

  const ConceptVocabulary& concepts_;
  const Pattern& opening_;
  const Pattern& code_;
  const Pattern& dated_;
  const Pattern& numbering_;
  const WordList& sums_;
  std::vector<const Pattern*> markers_, kinds_;
  bool doubts_codes_ = false;
};

/// Gives each line its level and parent: by codes, else by indentation and markers.
void place_fiscal_lines(std::vector<FiscalLine>& lines);

/// The lines of one segment in a block; what could not be read is counted.
struct FiscalLines {
  std::vector<FiscalLine> lines;
  int unlabelled = 0;         ///< rows with figures and without a label
  int first_unlabelled = -1;  ///< a row of the table
  int shifted = 0;            ///< rows whose cells were put back below their header
  int first_shifted = -1;
  int doubtful = 0;  ///< rows with words where figures belong
  int first_doubtful = -1;
};

FiscalLines read_fiscal_lines(const TableView& table, const FiscalBlock& block,
                              const FiscalSegment& segment, const FiscalColumns& columns,
                              const CellFigures& figures, const std::string& table_id,
                              const ConceptVocabulary& concepts, const PatternSet& patterns);

}  // namespace gouji
