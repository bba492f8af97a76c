// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a text source made ready for layout: marks that are no content taken out, tabs
// counted.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/located_text.h"

namespace gouji {

/// What the tabs of a line say of it.
enum class TabForm : std::uint8_t {
  blank,  ///< nothing but white space, and no tab
  prose,  ///< no tab, or a single one at the end
  cell,   ///< one tab, in front: a cell of a Word dump (which may be empty), or an indented line
  row,    ///< several cells parted by tabs, or one with empty cells behind it
};

/// One line of a text source.
struct TextLine {
  LocatedText text;  ///< without marks and form feed; tabs and blanks as they are
  TabForm form = TabForm::blank;
  int tabs = 0;    ///< number of tabs
  int fields = 0;  ///< number of tab-separated fields that are not blank
  int width = 0;   ///< columns of the text without white space at its ends
  int indent = 0;  ///< columns of white space in front of the text (tabs not counted)
  bool leading_tab = false;
  bool trailing_tab = false;
  bool form_feed = false;     ///< a form feed stood in front
  bool after_image = false;   ///< an image mark stood in front of the text
  bool heading_mark = false;  ///< a Markdown heading mark (#) stood in front

  bool has_text() const { return fields > 0; }
  /// The text without white space at both ends, as UTF-8.
  std::string trimmed() const;
};

/// Takes `[bookmark: …]`, `[image: …]`, `**`, leading `#` marks and the form feed out of a line and
/// counts its tabs. The places of what stays are those of the source.
TextLine prepare_line(LocatedText line);

}  // namespace gouji
