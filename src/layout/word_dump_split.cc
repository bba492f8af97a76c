// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a walk over the rows that the grammar gives. It looks at what stands alone in a row, at
// empty rows and at row lengths: three newlines between two tables look like those of an empty
// paragraph at the end of a cell, and only the length of the rows tells one from the other.
#include <algorithm>

#include "layout/word_dump_rows.h"
#include "text/cell_text.h"

namespace gouji {
namespace {

/// The newlines at the end of a cell, its row and its table.
constexpr int kNewlinesAtTableEnd = 3;

/// A row of labels has at least so many cells; two alone may be a label and its value.
constexpr std::size_t kCellsOfLabelRow = 3;

bool is_filled(const std::vector<LocatedText>& lines, const DumpCell& cell) {
  for (std::size_t i = cell.first_line; i <= cell.last_line; ++i)
    if (!is_blank_line(lines[i])) return true;
  return false;
}

std::size_t filled_cells(const std::vector<LocatedText>& lines, const DumpRow& row) {
  return std::count_if(row.begin(), row.end(),
                       [&](const DumpCell& cell) { return is_filled(lines, cell); });
}

bool is_label_row(const std::vector<LocatedText>& lines, const DumpRow& row) {
  return row.size() >= kCellsOfLabelRow &&
         std::all_of(row.begin(), row.end(), [&](const DumpCell& cell) {
           return is_filled(lines, cell) && !is_bare_number(lines[cell.first_line].chars);
         });
}

/// The last paragraph of a cell: a title may stand below an annex number ("附件1").
LocatedText last_paragraph(const std::vector<LocatedText>& lines, const DumpCell& cell) {
  return lines[cell.last_line].trimmed();
}

/// Walks the rows of a dump and collects the lines where new tables begin.
class Splitter {
 public:
  Splitter(const std::vector<LocatedText>& lines, const PatternSet& patterns)
      : lines_(lines), title_(patterns.pattern("layout/word_dump/title")) {}

  std::vector<std::size_t> starts() {
    const std::vector<DumpRow> rows = word_dump_rows(lines_);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const DumpRow& row = rows[r];
      if (opens_table(rows, r)) begin_part(row.front().first_line);
      const std::size_t end = end_of_table_within(row);
      if (end < row.size()) begin_part(row[end].first_line);
      if (filled_cells(lines_, row) > 1) ++full_rows_;
      widest_ = std::max(widest_, end < row.size() ? row.size() - end : row.size());
    }
    return std::move(starts_);
  }

 private:
  void begin_part(std::size_t line) {
    starts_.push_back(line);
    full_rows_ = 0;
    widest_ = 0;
  }

  /// Does row r open another table: a title above it that stands alone in its row, or labels behind
  /// an empty row?
  bool opens_table(const std::vector<DumpRow>& rows, std::size_t r) const {
    const DumpRow& row = rows[r];
    if (full_rows_ == 0) return false;
    if (filled_cells(lines_, row) == 1 && is_filled(lines_, row.front()))
      return title_.match_whole(last_paragraph(lines_, row.front()).utf8());
    return full_rows_ > 1 && filled_cells(lines_, rows[r - 1]) == 0 && is_label_row(lines_, row);
  }

  /// The number of the first cell behind the end of a table inside what the grammar takes for one
  /// row; row.size() when there is none.
  std::size_t end_of_table_within(const DumpRow& row) const {
    if (widest_ == 0 || row.size() <= widest_) return row.size();
    for (std::size_t c = 0; c + 1 < row.size(); ++c)
      if (row[c].newlines_after >= kNewlinesAtTableEnd && c + 1 >= widest_) return c + 1;
    return row.size();
  }

  const std::vector<LocatedText>& lines_;
  const Pattern& title_;
  std::vector<std::size_t> starts_;
  std::size_t full_rows_ = 0;  ///< rows of the part with more than one filled cell
  std::size_t widest_ = 0;     ///< cells of the widest row of the part
};

}  // namespace

std::vector<TableRegion> split_word_dump(const TableRegion& region, const PatternSet& patterns) {
  std::vector<std::size_t> starts = Splitter(region.lines, patterns).starts();
  starts.push_back(region.lines.size());
  std::vector<TableRegion> parts;
  std::size_t begin = 0;
  for (const std::size_t end : starts) {
    TableRegion part;
    part.form = RegionForm::word_dump;
    part.page = region.page;
    part.box = region.box;
    part.lines.assign(region.lines.begin() + static_cast<std::ptrdiff_t>(begin),
                      region.lines.begin() + static_cast<std::ptrdiff_t>(end));
    parts.push_back(std::move(part));
    begin = end;
  }
  return parts;
}

}  // namespace gouji
