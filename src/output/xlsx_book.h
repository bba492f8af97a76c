// SPDX-License-Identifier: GPL-3.0-or-later
// A workbook being written: the only user of libxlsxwriter.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/sink.h"
#include "gouji/result.h"
#include "output/table_sheet.h"
#include "output/xlsx_library.h"

namespace gouji {

/// How a cell looks.
struct CellStyle {
  bool bold = false;
  bool border = false;
  bool shaded = false;
  bool centred = false;
  bool wrapped = false;
  bool link = false;
  std::string number_format;  ///< "" = general

  auto key() const { return std::tie(bold, border, shaded, centred, wrapped, link, number_format); }
  bool operator<(const CellStyle& other) const { return key() < other.key(); }
};

/// A rectangle of cells, rows and columns from 0.
struct CellArea {
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
};

/// One sheet after the other, each cell once. The first failure is kept and told by finish(). Same
/// calls, same bytes: the dates in the file are fixed.
class XlsxBook {
 public:
  static Result<XlsxBook> create();
  ~XlsxBook();
  XlsxBook(XlsxBook&& other) noexcept;
  XlsxBook& operator=(XlsxBook&&) = delete;

  void set_properties(const std::string& title, const std::string& comment);

  /// Begins a sheet; what follows goes there. `name` comes from sheet_name(), different each time.
  void add_sheet(const std::string& name);
  /// Text, never read as a number or a formula; an empty text leaves the cells empty. It must fit
  /// into a cell (xlsx_pieces).
  void text(const CellArea& area, const std::string& text, const CellStyle& style);
  /// A number with the format that it brings along. A number that binary floating point cannot
  /// carry is written as `printed`.
  void number(const CellArea& area, const SheetNumber& number, const std::string& printed,
              CellStyle style);
  void whole_number(int row, int column, int value, const CellStyle& style);
  /// A text that leads to the sheet of that name.
  void link(int row, int column, const std::string& sheet, const CellStyle& style);
  /// Widths in characters, from the first column on.
  void set_widths(const std::vector<int>& widths);
  /// Height of a row in lines of text.
  void set_lines(int row, int lines);
  /// Rows above `row` stay in sight.
  void freeze_above(int row);
  /// Texts of digits in this area are meant as texts: no warning marks.
  void expect_digits(const CellArea& area);

  /// Closes the workbook and hands its bytes on. Errors: output.
  Result<Done> finish(Sink& sink);

 private:
  explicit XlsxBook(const XlsxLibrary& library) : library_(&library) {}
  lxw_format* format(const CellStyle& style);
  void merge(const CellArea& area, const CellStyle& style);
  void keep(lxw_error error);
  Error failure(lxw_error error) const;

  const XlsxLibrary* library_;
  lxw_workbook* workbook_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  int links_ = 0;  ///< of the sheet
  int descriptor_ = -1;
  lxw_error error_ = LXW_NO_ERROR;
  std::map<CellStyle, lxw_format*> formats_;
};

}  // namespace gouji
