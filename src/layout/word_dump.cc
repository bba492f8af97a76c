// SPDX-License-Identifier: GPL-3.0-or-later
// Method. The dump writes "\t", the paragraphs of the cell with a newline behind each, and one more
// newline behind a row and behind a table. So between a cell and the next line with a tab an odd
// number of newlines means the next cell, an even number the next row (an empty paragraph at the
// end of a cell adds two); a line without a tab continues the cell when at most one blank line is
// in front of it, and two blank lines in front of a line without a tab end the table.
// Tables that follow each other without prose are parted at a row whose only text is the title of a
// table.
#include "layout/word_dump.h"

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
// A cell that is wider than this and ends a sentence is prose when all others are too (columns).
constexpr int kProseWidth = 60;
// The title of a table has at most this many columns.
constexpr int kMaxTitleWidth = 90;

struct Row {
  std::size_t line = 0;  ///< first line
  int cells = 0;
  int texts = 0;             ///< cells with text
  std::size_t text_line = 0;  ///< line of the first cell with text
};

struct Scan {
  std::vector<Row> rows;
  std::size_t end = 0;  ///< behind the last line with a tab or a continuation
  int cells = 0, prose = 0, texts = 0, widest = 0;
};

bool is_cell(const TextLine& line) {
  return line.form == TabForm::cell ||
         (line.form == TabForm::row && line.leading_tab && line.fields <= 1);
}

void add_cell(Scan& scan, const std::vector<TextLine>& lines, std::size_t at, bool new_row) {
  if (new_row) scan.rows.push_back({at, 0, 0, at});
  Row& row = scan.rows.back();
  ++row.cells;
  ++scan.cells;
  scan.widest = std::max(scan.widest, row.cells);
  if (!lines[at].has_text()) return;
  if (row.texts++ == 0) row.text_line = at;
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
  const bool open_row = scan.rows.back().cells < scan.widest;
  if (open_row) return cell_follows(lines, at, kMaxContinuation);
  return scan.rows.size() == 1 && scan.rows.back().cells == 1 &&
         !is_finished(lines[at].text.chars) && cell_follows(lines, at, 3);
}

Scan scan_cells(const std::vector<TextLine>& lines, std::size_t first) {
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
    } else if (lines[next].form == TabForm::prose && continues_cell(scan, lines, next, blanks)) {
      ++newlines;
    } else {
      break;
    }
    i = next + 1;
    scan.end = i;
  }
  return scan;
}

/// Is it a row with the title of a table and nothing else?
bool is_title_row(const Row& row, const std::vector<TextLine>& lines, const Pattern& title) {
  if (row.texts != 1 || row.cells > 2) return false;
  const TextLine& line = lines[row.text_line];
  return line.width <= kMaxTitleWidth && title.match_whole(line.trimmed());
}

std::vector<LineRange> part_at_titles(const Scan& scan, const std::vector<TextLine>& lines,
                                      const Pattern& title) {
  std::vector<LineRange> ranges = {{scan.rows.front().line, 0}};
  int texts = 0;
  for (const Row& row : scan.rows) {
    // A first row of empty cells belongs to the table below it.
    if (texts > 1 && is_title_row(row, lines, title)) {
      ranges.back().end = row.line;
      ranges.push_back({row.line, 0});
      texts = 0;
    }
    texts += row.texts;
  }
  ranges.back().end = scan.end;
  for (LineRange& range : ranges)
    while (range.end > range.begin && lines[range.end - 1].form == TabForm::blank) --range.end;
  return ranges;
}

}  // namespace

std::vector<LineRange> find_word_dump(const std::vector<TextLine>& lines, std::size_t first,
                                      const PatternSet& patterns, std::size_t& end) {
  const Scan scan = scan_cells(lines, first);
  end = scan.end;
  const bool is_table =
      scan.widest >= 2 && scan.cells >= 3 && scan.texts > 0 && scan.prose * 2 < scan.texts + 1;
  if (!is_table) return {};
  return part_at_titles(scan, lines, patterns.pattern("outline/line/table_title"));
}

}  // namespace gouji
