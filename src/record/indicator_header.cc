// SPDX-License-Identifier: GPL-3.0-or-later
// Method: the row with the label of the third level is the header. Where it has no text (labels
// that are merged down from the row above) the row above speaks. In a text dump that row is
// shorter, because it has one cell for what is several columns below: it is then read from the
// right.
#include "record/indicator_header.h"

#include <algorithm>

#include "text/charclass.h"

namespace gouji {
namespace {

/// "三级指标" and its like have no more code points; longer cells are not asked.
constexpr std::size_t kLongestLevelLabel = 14;

bool may_be_level3(const GridCell& cell, const RecordVocabulary& vocabulary) {
  if (cell.text.size() < 3 || cell.text.size() > kLongestLevelLabel) return false;
  if (std::none_of(cell.text.chars.begin(), cell.text.chars.end(), is_han)) return false;
  return vocabulary.is_column(folded(cell.text.chars), ColumnRole::level3);
}

bool is_unique(ColumnRole role) {
  return role != ColumnRole::none && role != ColumnRole::section &&
         role != ColumnRole::explanation && role != ColumnRole::other;
}

/// Finds the labels of one header row.
class HeaderReader {
 public:
  HeaderReader(const TableView& table, const RecordVocabulary& vocabulary, int row)
      : table_(table), vocabulary_(vocabulary), row_(row), width_above_(width_of(row - 1)) {}

  IndicatorHeader read() {
    IndicatorHeader header;
    header.row = header.first_row = row_;
    std::vector<bool> used(kColumnRoles, false);
    const GridCell* last = nullptr;
    for (int c = 0; c < table_.columns(); ++c) {
      const GridCell* label = label_of(c, header.first_row);
      if (label && label == last) {
        header.columns.back().last = c;
        continue;
      }
      last = label;
      ColumnRole role = label ? vocabulary_.column(table_.text(*label)) : ColumnRole::none;
      if (is_unique(role)) {
        const bool again = used[static_cast<std::size_t>(role)];
        used[static_cast<std::size_t>(role)] = true;
        if (again) {
          role = ColumnRole::other;
          ++header.repeated;
        }
      }
      header.columns.push_back({c, c, role});
    }
    return header;
  }

 private:
  int width_of(int row) const {
    if (row < 0 || table_.filled(row).empty()) return 0;
    const GridCell& last = *table_.filled(row).back();
    return last.column + last.column_span;
  }

  const GridCell* label_of(int column, int& first_row) const {
    const GridCell* cell = table_.covering(row_, column);
    if (cell && !table_.text(*cell).empty()) {
      first_row = std::min(first_row, cell->row);
      return cell;
    }
    const bool ragged = !table_.grid().pages && width_above_ < table_.columns();
    const int above = ragged ? column - (table_.columns() - width_above_) : column;
    if (ragged && above < 1) return nullptr;
    cell = table_.covering(row_ - 1, above);
    if (!cell || vocabulary_.column(table_.text(*cell)) == ColumnRole::none) return nullptr;
    first_row = std::min(first_row, cell->row);
    return cell;
  }

  const TableView& table_;
  const RecordVocabulary& vocabulary_;
  int row_;
  int width_above_;
};

bool is_header(const IndicatorHeader& header) {
  return header.has(ColumnRole::level3) &&
         (header.has(ColumnRole::level1) || header.has(ColumnRole::level2)) &&
         (header.has(ColumnRole::value) || header.has(ColumnRole::actual) ||
          header.has(ColumnRole::weight) || header.has(ColumnRole::score));
}

}  // namespace

bool IndicatorHeader::has(ColumnRole role) const {
  return std::any_of(columns.begin(), columns.end(),
                     [&](const HeaderColumn& column) { return column.role == role; });
}

int IndicatorHeader::column_at(int grid_column) const {
  int index = 0;
  while (index + 1 < static_cast<int>(columns.size()) &&
         columns[static_cast<std::size_t>(index)].last < grid_column)
    ++index;
  return index;
}

std::vector<ColumnRole> IndicatorHeader::roles() const {
  std::vector<ColumnRole> roles;
  for (const HeaderColumn& column : columns) roles.push_back(column.role);
  return roles;
}

std::vector<IndicatorHeader> find_indicator_headers(const TableView& table,
                                                    const RecordVocabulary& vocabulary) {
  std::vector<IndicatorHeader> headers;
  for (int r = 0; r < table.rows(); ++r) {
    const auto& cells = table.filled(r);
    if (std::none_of(cells.begin(), cells.end(),
                     [&](const GridCell* cell) { return may_be_level3(*cell, vocabulary); }))
      continue;
    IndicatorHeader header = HeaderReader(table, vocabulary, r).read();
    if (is_header(header)) headers.push_back(std::move(header));
  }
  return headers;
}

bool may_hold_indicators(const Grid& grid, const RecordVocabulary& vocabulary) {
  return std::any_of(grid.cells.begin(), grid.cells.end(),
                     [&](const GridCell& cell) { return may_be_level3(cell, vocabulary); });
}

}  // namespace gouji
