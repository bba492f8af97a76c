// SPDX-License-Identifier: GPL-3.0-or-later
// Method: one pass over the lines. Cells open at tab lines; blank lines are counted up to the next
// tab line, and the parity of that count ends cells and rows.
#include "layout/word_dump_rows.h"

#include <algorithm>

#include "text/charclass.h"

namespace gouji {
namespace {

/// So many blank lines end a table when no cell follows them: the newlines of a cell, a row and a
/// table are three.
constexpr int kBlankLinesAtTableEnd = 2;

}  // namespace

bool is_blank_line(const LocatedText& line) {
  return std::all_of(line.chars.begin(), line.chars.end(), is_blank);
}

bool opens_dump_cell(const LocatedText& line) {
  if (line.empty() || line.chars.front() != U'\t') return false;
  const std::size_t inner = line.chars.find(U'\t', 1);
  return inner == std::u32string::npos ||
         std::all_of(line.chars.begin() + static_cast<std::ptrdiff_t>(inner), line.chars.end(),
                     is_blank);
}

std::size_t end_of_word_dump(const std::vector<LocatedText>& lines, std::size_t start) {
  std::size_t end = start;
  int blank = 0;
  for (std::size_t i = start; i < lines.size(); ++i) {
    if (is_blank_line(lines[i]) && (lines[i].empty() || lines[i].chars.front() != U'\t')) {
      ++blank;
      continue;
    }
    const bool cell = opens_dump_cell(lines[i]);
    if (!cell && (i == start || blank >= kBlankLinesAtTableEnd)) break;
    if (!cell && lines[i].chars.find(U'\t') != std::u32string::npos) break;
    if (cell) end = i + 1;
    blank = 0;
  }
  return end;
}

std::vector<DumpRow> word_dump_rows(const std::vector<LocatedText>& lines) {
  std::vector<DumpRow> rows;
  DumpRow row;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (opens_dump_cell(lines[i])) {
      if (!row.empty()) {
        row.back().newlines_after = static_cast<int>(i - row.back().last_line);
        if (row.back().newlines_after % 2 == 0) {
          rows.push_back(std::move(row));
          row.clear();
        }
      }
      row.push_back({i, i, 0});
    } else if (!row.empty() && !is_blank_line(lines[i])) {
      row.back().last_line = i;
    }
  }
  if (!row.empty()) rows.push_back(std::move(row));
  return rows;
}

}  // namespace gouji
