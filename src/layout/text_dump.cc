// SPDX-License-Identifier: GPL-3.0-or-later
// Method: cells are counted off by the newline grammar. A line without a tab continues a cell when
// no blank line is in front of it, or one while the row is shorter than the widest and a cell still
// follows; two blank lines in front of it end the table, and so do one and a note or the number of
// the next table.
#include "layout/text_dump.h"

#include <algorithm>

#include "layout/paragraph.h"
#include "text/charclass.h"

namespace gouji {

namespace {

// More blank lines than this between two cells part two tables; the most that was met between two
// tables of one run is 3, inside a table 3.
constexpr std::size_t kMaxBlankLines = 5;
// Lines that may continue a cell behind a blank line before the next cell must come. Cells of
// scoring sheets hold up to six such paragraphs with blank lines between them.
constexpr std::size_t kMaxContinuation = 16;
// The second line of a label is at most so wide (columns), and the next cell follows within so many
// lines. A table's title below its annex number is the widest that was met (40).
constexpr int kMaxLabelWidth = 60;
constexpr std::size_t kMaxLabelLines = 3;
// A cell that is wider than this and ends a sentence is prose when all others are too (columns).
constexpr int kProseWidth = 60;

struct Scan {
  int rows = 0;
  int row_cells = 0;    ///< cells of the row in progress
  std::size_t end = 0;  ///< behind the last line with a tab or a continuation
  int cells = 0, prose = 0, texts = 0, widest = 0;
};

bool is_cell(const TextLine& line) {
  return line.form == TabForm::cell ||
         (line.form == TabForm::row && line.leading_tab && line.fields <= 1);
}

void add_cell(Scan& scan, const std::vector<TextLine>& lines, std::size_t at, bool new_row) {
  if (new_row) {
    ++scan.rows;
    scan.row_cells = 0;
  }
  ++scan.row_cells;
  ++scan.cells;
  scan.widest = std::max(scan.widest, scan.row_cells);
  if (!lines[at].has_text()) return;
  ++scan.texts;
  if (lines[at].width > kProseWidth && is_finished(lines[at].text.chars)) ++scan.prose;
}

/// Does a line with a tab in front follow within the lines that may continue a cell?
bool cell_follows(const std::vector<TextLine>& lines, std::size_t from, std::size_t most) {
  for (std::size_t i = from; i < lines.size() && i < from + most; ++i) {
    if (is_cell(lines[i])) return true;
    if (lines[i].form == TabForm::row) return false;
    if (lines[i].form == TabForm::blank && i + 1 < lines.size() &&
        lines[i + 1].form == TabForm::blank && i + 2 < lines.size() && !is_cell(lines[i + 2]))
      return false;
  }
  return false;
}

/// Does the line of prose at `at`, behind `blanks` blank lines, belong to the cell before it?
bool continues_cell(const Scan& scan, const std::vector<TextLine>& lines, std::size_t at,
                    std::size_t blanks) {
  if (blanks == 0) return true;
  if (blanks > 1) return false;
  if (scan.row_cells < scan.widest) return cell_follows(lines, at, kMaxContinuation);
  // In the first rows, and in the last cell of a row, only the form tells: the rest of a label.
  return lines[at].width <= kMaxLabelWidth && !is_finished(lines[at].text.chars) &&
         cell_follows(lines, at, kMaxLabelLines);
}

Scan scan_cells(const std::vector<TextLine>& lines, std::size_t first,
                const LinesBetween& between) {
  Scan scan;
  add_cell(scan, lines, first, true);
  std::size_t i = first + 1, newlines = 1;
  scan.end = i;
  while (i < lines.size()) {
    std::size_t next = i;
    while (next < lines.size() && lines[next].form == TabForm::blank) ++next;
    const std::size_t blanks = next - i;
    if (next == lines.size() || blanks > kMaxBlankLines) break;
    newlines += blanks;
    if (is_cell(lines[next])) {
      add_cell(scan, lines, next, newlines % 2 == 0);
      newlines = 1;
    } else if (lines[next].form == TabForm::prose && (blanks == 0 || !between.have(lines[next])) &&
               continues_cell(scan, lines, next, blanks)) {
      ++newlines;
    } else {
      break;
    }
    i = next + 1;
    scan.end = i;
  }
  return scan;
}

}  // namespace

DumpRun find_dump_run(const std::vector<TextLine>& lines, std::size_t first,
                      const LinesBetween& between) {
  const Scan scan = scan_cells(lines, first, between);
  const bool prose = scan.prose * 2 > scan.texts;
  return {scan.end, scan.widest >= 2 && scan.cells >= 3 && scan.texts > 0 && !prose};
}

}  // namespace gouji
