// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a table with a header of indicators is cut into records at its headers; the rows above a
// header are its head, the rows below its indicators its end. A header that follows the indicators
// of another without a row between them is the same table going on over a page.
#include "record/records.h"

#include <algorithm>

#include "base/utf8.h"
#include "record/head.h"
#include "record/indicator_header.h"
#include "record/indicators.h"

namespace gouji {
namespace {

/// Title, year and unit stand in at most so many blocks above a table.
constexpr int kBlocksAbove = 4;

/// The block of the flow at which each grid begins; -1 = unknown.
std::vector<int> first_blocks(const Tables& tables, const Flow& flow) {
  std::vector<int> first(tables.grids.size(), -1);
  for (std::size_t b = 0; b < flow.blocks.size(); ++b) {
    const int region = flow.blocks[b].region;
    if (region < 0 || region >= static_cast<int>(tables.grid_of_region.size())) continue;
    const int grid = tables.grid_of_region[static_cast<std::size_t>(region)];
    if (grid >= 0 && first[static_cast<std::size_t>(grid)] < 0)
      first[static_cast<std::size_t>(grid)] = static_cast<int>(b);
  }
  return first;
}

bool is_score_sheet(const Record& record) {
  return record.type == "scorecard";
}

/// Reads the records of one table.
class TableReader {
 public:
  TableReader(const Grid& grid, int number, int block, const Flow& flow,
              const RecordVocabulary& vocabulary, Records& out)
      : table_(grid),
        name_("t" + std::to_string(number)),
        block_(block),
        flow_(flow),
        vocabulary_(vocabulary),
        out_(out) {}

  void read() {
    const auto headers = find_indicator_headers(table_, vocabulary_);
    int begin = 0;
    for (std::size_t h = 0; h < headers.size();) {
      std::size_t next = h + 1;
      IndicatorRows rows = read_indicators(table_, vocabulary_, headers[h], limit(headers, next));
      while (next < headers.size() && rows.end == headers[next].first_row) {
        append(rows, read_indicators(table_, vocabulary_, headers[next], limit(headers, next + 1)));
        ++next;
      }
      const int end = start_of_next(rows.end, limit(headers, next));
      add_record(begin, headers[h], std::move(rows), end);
      begin = end;
      h = next;
    }
  }

 private:
  int limit(const std::vector<IndicatorHeader>& headers, std::size_t next) const {
    return next < headers.size() ? headers[next].first_row : table_.rows();
  }

  static void append(IndicatorRows& rows, IndicatorRows more) {
    const auto move_all = [](auto& to, auto& from) {
      std::move(from.begin(), from.end(), std::back_inserter(to));
    };
    move_all(rows.indicators, more.indicators);
    move_all(rows.unread, more.unread);
    move_all(rows.shifted, more.shifted);
    move_all(rows.doubtful, more.doubtful);
    rows.end = more.end;
  }

  /// The row of the title or project with which the next record begins, in [from, to); `to` is the
  /// next header, or the end of the table.
  int start_of_next(int from, int to) const {
    if (to == table_.rows()) return to;
    for (int row = from; row < to; ++row) {
      const auto& cells = table_.filled(row);
      if (cells.empty()) continue;
      const std::string& first = table_.text(*cells.front());
      if (vocabulary_.title(first) || vocabulary_.label(first) == LabelRole::project) return row;
    }
    return to;
  }

  void add_record(int begin, const IndicatorHeader& header, IndicatorRows rows, int end) {
    Record record;
    record.table = name_;
    record.at = place_of(begin);
    std::string unit = table_.grid().unit.value_or("");
    read_title(begin, header.first_row, record, unit);
    record.type = vocabulary_.type(header.roles(), folded(from_utf8(record.title.value_or(""))));
    if (record.type.empty()) return;
    read_head_rows(table_, vocabulary_, begin, header.first_row, record, unit);
    read_end(header, rows.end, end, record, unit);
    if (!unit.empty()) record.unit = unit;
    if (!record.project) read_project_of_title(record);
    record.indicators = std::move(rows.indicators);
    record.id = "r" + std::to_string(out_.records.size() + 1);
    report(record, rows);
    out_.records.push_back(std::move(record));
  }

  At place_of(int row) const {
    if (row == 0) return table_.grid().at;
    for (int r = row; r < table_.rows(); ++r)
      if (!table_.filled(r).empty()) return table_.filled(r).front()->at;
    return table_.grid().at;
  }

  /// From a title inside the table, its caption, or the blocks above it.
  void read_title(int begin, int end, Record& record, std::string& unit) const {
    for (int row = begin; row < end; ++row) {
      if (table_.filled(row).size() != 1 && record.title) break;
      if (!table_.filled(row).empty()) read_title_row(row, record, unit);
    }
    if (begin == 0) {
      if (!record.title && table_.grid().caption) {
        const std::u32string caption = from_utf8(*table_.grid().caption);
        if (!take_title(caption, record, unit)) record.title = *table_.grid().caption;
      }
      read_blocks_above(record, unit);
    }
  }

  void read_title_row(int row, Record& record, std::string& unit) const {
    const GridCell& cell = *table_.filled(row).front();
    if (!record.title) {
      take_title(cell.text.chars, record, unit);
      return;
    }
    const std::string_view year = vocabulary_.year_line(table_.text(cell));
    if (!record.year && !year.empty()) record.year = std::string(year);
  }

  bool take_title(const std::u32string& chars, Record& record, std::string& unit) const {
    const std::string text = folded(chars);
    std::string_view title, printed_unit;
    if (!vocabulary_.title(text, &title, &printed_unit)) return false;
    record.title = printed_part(chars, text, title);
    if (!printed_unit.empty()) unit = printed_unit;
    const std::string_view year = vocabulary_.year(title);
    if (!year.empty()) record.year = std::string(year);
    return true;
  }

  void read_blocks_above(Record& record, std::string& unit) const {
    for (int b = block_ - 1; b >= 0 && b >= block_ - kBlocksAbove; --b) {
      const Block& block = flow_.blocks[static_cast<std::size_t>(b)];
      if (block.kind == BlockKind::table) return;
      const std::string text = folded(block.text.chars);
      const std::string_view year = vocabulary_.year_line(text);
      if (!record.year && !year.empty()) record.year = std::string(year);
      if (!vocabulary_.title(text)) continue;
      if (!record.title) take_title(block.text.chars, record, unit);
      return;
    }
  }

  void read_end(const IndicatorHeader& header, int begin, int end, Record& record,
                std::string& unit) const {
    for (int row = begin; row < end; ++row) {
      const auto& cells = table_.filled(row);
      if (cells.empty()) continue;
      const LabelRole role = vocabulary_.label(table_.text(*cells.front()));
      if (role == LabelRole::grand_total || role == LabelRole::total_money) {
        read_total_row(table_, vocabulary_, header, row, record);
        // A score sheet has no field for its total.
        if (is_score_sheet(record) && record.total_score)
          record.fields.emplace_back(cells.front()->text.trimmed().utf8(), *record.total_score);
      } else
        read_head_rows(table_, vocabulary_, row, row + 1, record, unit);
    }
  }

  void read_project_of_title(Record& record) const {
    if (!record.title) return;
    const std::u32string title = from_utf8(*record.title);
    const std::string text = folded(title);
    const std::string_view project = vocabulary_.project_of_title(text);
    if (!project.empty()) record.project = printed_part(title, text, project);
  }

  void report(const Record& record, const IndicatorRows& rows) {
    for (const int row : rows.unread)
      add_problem("record_row_unread", Severity::warning, row, {{"row", std::to_string(row + 1)}});
    for (const int row : rows.doubtful)
      add_problem("record_row_doubtful", Severity::info, row, {{"row", std::to_string(row + 1)}});
    if (!rows.shifted.empty())
      add_problem("record_rows_shifted", Severity::info, rows.shifted.front(),
                  {{"rows", std::to_string(rows.shifted.size())},
                   {"indicators", std::to_string(record.indicators.size())}});
  }

  void add_problem(const char* code, Severity severity, int row,
                   std::vector<std::pair<std::string, std::string>> arguments) {
    Problem problem;
    problem.code = code;
    problem.severity = severity;
    problem.arguments = std::move(arguments);
    problem.arguments.emplace_back("table", name_);
    problem.at = place_of(row);
    out_.problems.push_back(std::move(problem));
  }

  TableView table_;
  std::string name_;
  int block_;
  const Flow& flow_;
  const RecordVocabulary& vocabulary_;
  Records& out_;
};

}  // namespace

Records read_records(const Tables& tables, const Flow& flow, const PatternSet& patterns) {
  Records out;
  if (tables.grids.empty()) return out;
  const RecordVocabulary vocabulary(patterns);
  const std::vector<int> blocks = first_blocks(tables, flow);
  for (std::size_t g = 0; g < tables.grids.size(); ++g)
    if (may_hold_indicators(tables.grids[g], vocabulary))
      TableReader(tables.grids[g], static_cast<int>(g) + 1, blocks[g], flow, vocabulary, out)
          .read();
  return out;
}

}  // namespace gouji
