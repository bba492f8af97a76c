// SPDX-License-Identifier: GPL-3.0-or-later
// libxlsxwriter, loaded when the first workbook is written. Linked in, it would cost every start of
// the program 2 ms of CPU (it brings libcrypto and libminizip along), workbooks or not.
#pragma once

#include <xlsxwriter.h>

#include "gouji/result.h"

// The functions that are used, by their own names.
#define GOUJI_XLSX_FUNCTIONS(X) \
  X(format_set_align)           \
  X(format_set_bg_color)        \
  X(format_set_bold)            \
  X(format_set_border)          \
  X(format_set_border_color)    \
  X(format_set_font_color)      \
  X(format_set_num_format)      \
  X(format_set_text_wrap)       \
  X(format_set_underline)       \
  X(lxw_strerror)               \
  X(lxw_workbook_free)          \
  X(workbook_add_format)        \
  X(workbook_add_worksheet)     \
  X(workbook_close)             \
  X(workbook_new_opt)           \
  X(workbook_set_properties)    \
  X(worksheet_fit_to_pages)     \
  X(worksheet_freeze_panes)     \
  X(worksheet_ignore_errors)    \
  X(worksheet_merge_range)      \
  X(worksheet_set_column)       \
  X(worksheet_set_row)          \
  X(worksheet_write_blank)      \
  X(worksheet_write_number)     \
  X(worksheet_write_string)     \
  X(worksheet_write_url_opt)

namespace gouji {

/// The functions of the library, as members of their own names.
struct XlsxLibrary {
#define GOUJI_XLSX_MEMBER(name) decltype(&::name) name = nullptr;
  GOUJI_XLSX_FUNCTIONS(GOUJI_XLSX_MEMBER)
#undef GOUJI_XLSX_MEMBER

  /// Loads it at the first call and keeps it; thread-safe. Error: output, when it is not installed.
  static Result<const XlsxLibrary*> load();
};

}  // namespace gouji
