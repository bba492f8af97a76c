// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a table with a header of indicators is cut into records at its headers; the rows above a
// header are its head, the rows below its indicators its end. A header that follows the indicators
// of another without a row between them is the same table going on over a page.
#include "record/records.h"

#include <algorithm>
#include <cstdint>

#include "base/utf8.h"
#include "record/head.h"
#include "record/indicator_header.h"
#include "record/indicators.h"
#include "text/charclass.h"

namespace gouji {
namespace {

/// The head of a form that a page end parted from its indicators has at most so many rows.
constexpr int kMostHeadRows = 12;

/// Title, year and unit stand in at most so many blocks above a table.
constexpr int kBlocksAbove = 4;

constexpr std::u32string_view kColons = U":\uff1a";

/// The value of the label that opens a line: "项目名称：甲 评价机构：乙" has the value 甲 up to the
/// blank before the next label.
std::u32string_view value_behind(std::u32string_view line, std::size_t colon) {
  std::size_t end = line.size();
  bool label = false;  // does a label follow what has been passed?
  for (std::size_t i = line.size(); i > colon + 1; --i) {
    if (kColons.find(line[i - 1]) != std::u32string_view::npos) label = true;
    if (!is_blank(line[i - 1]) || !label) continue;
    end = i - 1;
    label = false;
  }
  return line.substr(colon + 1, end - colon - 1);
}

/// No form has as many positions; larger grids are not searched (a map of positions would be
/// large).
constexpr std::int64_t kMostPositions = 1'000'000;

bool is_searched(const Grid& grid) {
  return std::int64_t{grid.rows} * grid.columns <= kMostPositions;
}

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

/// Reads the records of one table.
class TableReader {
 public:
  /// `g` is the index of the table; `blocks` those of the flow at which the tables begin.
  TableReader(const Tables& tables, std::size_t g, const std::vector<int>& blocks, const Flow& flow,
              const RecordVocabulary& vocabulary, Records& out)
      : table_(tables.grids[g]),
        before_(g > 0 ? &tables.grids[g - 1] : nullptr),
        name_("t" + std::to_string(g + 1)),
        block_(blocks[g]),
        block_before_(g > 0 ? blocks[g - 1] : -1),
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
    for (ProjectRows& project : more.projects) project.first += rows.indicators.size();
    move_all(rows.projects, more.projects);
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
    if (begin == 0 && !names_project(table_, header.first_row)) read_head_before(record, unit);
    read_title(begin, header.first_row, record, unit);
    record.type = vocabulary_.type(header.roles(), folded(from_utf8(record.title.value_or(""))));
    if (record.type.empty()) return;
    read_head_rows(table_, vocabulary_, begin, header.first_row, record, unit);
    read_end(header, rows.end, end, record, unit);
    if (!unit.empty()) record.unit = unit;
    if (!record.project && begin == 0) read_project_above(record);
    if (!record.project) take_department_for_project(record);
    if (!record.project) read_project_of_title(record);
    report(header, rows);
    if (rows.projects.empty()) rows.projects.push_back({0, {}, {}, {}});
    for (std::size_t p = 0; p < rows.projects.size(); ++p) add_project(record, rows, p);
  }

  /// One record of a table that has several projects in a column of their own.
  void add_project(Record record, IndicatorRows& rows, std::size_t p) {
    const ProjectRows& project = rows.projects[p];
    const std::size_t end =
        p + 1 < rows.projects.size() ? rows.projects[p + 1].first : rows.indicators.size();
    if (!project.name.empty()) record.project = project.name;
    if (!project.goal.empty()) record.goal = project.goal;
    if (!project.budget.empty())
      record.budget =
          vocabulary_.amount(folded(from_utf8(project.budget)), record.unit.value_or(""));
    record.indicators.assign(
        std::make_move_iterator(rows.indicators.begin() +
                                static_cast<std::ptrdiff_t>(project.first)),
        std::make_move_iterator(rows.indicators.begin() + static_cast<std::ptrdiff_t>(end)));
    if (!project.name.empty() && !record.indicators.empty())
      record.at = place_of(record.indicators.front().row);
    record.id = "r" + std::to_string(out_.records.size() + 1);
    out_.records.push_back(std::move(record));
  }

  bool names_project(const TableView& table, int end) const {
    for (int row = 0; row < end; ++row)
      for (const GridCell* cell : table.filled(row))
        if (vocabulary_.label(table.text(*cell)) == LabelRole::project) return true;
    return false;
  }

  /// The head of a form whose parts before and behind a page end could not be joined, because
  /// merged cells leave the head fewer columns: the table before, when it names a project and holds
  /// no indicators itself.
  void read_head_before(Record& record, std::string& unit) const {
    const auto& pages = table_.grid().pages;
    if (!before_ || !before_->pages || !pages || pages->first > before_->pages->second + 1) return;
    if (before_->rows > kMostHeadRows || may_hold_indicators(*before_, vocabulary_)) return;
    const TableView head(*before_);
    if (!names_project(head, head.rows())) return;
    if (before_->unit && unit.empty()) unit = *before_->unit;
    read_blocks_above(block_before_, record, unit);
    if (!record.title && before_->caption) take_title(from_utf8(*before_->caption), record, unit);
    record.at = before_->at;
    read_head_rows(head, vocabulary_, 0, head.rows(), record, unit);
  }

  At place_of(int row) const {
    if (row == 0) return table_.grid().at;
    for (int r = row; r < table_.rows(); ++r)
      if (!table_.filled(r).empty()) return table_.filled(r).front()->at;
    return table_.grid().at;
  }

  /// From a title inside the table, the blocks above it, or its caption (which may have a
  /// subtitle).
  void read_title(int begin, int end, Record& record, std::string& unit) const {
    for (int row = begin; row < end; ++row) {
      if (table_.filled(row).size() != 1 && record.title) break;
      if (!table_.filled(row).empty()) read_title_row(row, record, unit);
    }
    if (begin > 0) return;
    const Maybe<std::string>& caption = table_.grid().caption;
    read_blocks_above(block_, record, unit);
    if (!record.title && caption) take_title(from_utf8(*caption), record, unit);
    if (!record.title) record.title = caption;
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

  void read_blocks_above(int block, Record& record, std::string& unit) const {
    for (int b = block - 1; b >= 0 && b >= block - kBlocksAbove; --b) {
      const Block& above = flow_.blocks[static_cast<std::size_t>(b)];
      if (above.kind == BlockKind::table) return;
      const std::string text = folded(above.text.chars);
      const std::string_view year = vocabulary_.year_line(text);
      if (!record.year && !year.empty()) record.year = std::string(year);
      if (!vocabulary_.title(text)) continue;
      if (!record.title) take_title(above.text.chars, record, unit);
      return;
    }
  }

  /// A score sheet names its project above it: 项目名称：甲.
  void read_project_above(Record& record) const {
    for (int b = block_ - 1; b >= 0 && b >= block_ - kBlocksAbove; --b) {
      const Block& above = flow_.blocks[static_cast<std::size_t>(b)];
      if (above.kind == BlockKind::table) return;
      const std::u32string_view line = above.text.chars;
      const std::size_t colon = line.find_first_of(kColons);
      if (colon == std::u32string_view::npos ||
          vocabulary_.label(folded(line.substr(0, colon))) != LabelRole::project)
        continue;
      const std::u32string value = squashed(value_behind(line, colon));
      if (!value.empty()) record.project = to_utf8(value);
      return;
    }
  }

  void read_end(const IndicatorHeader& header, int begin, int end, Record& record,
                std::string& unit) const {
    for (int row = begin; row < end; ++row) {
      const auto& cells = table_.filled(row);
      if (cells.empty()) continue;
      const LabelRole role = vocabulary_.label(table_.text(*cells.front()));
      if (role == LabelRole::grand_total || role == LabelRole::total_money)
        read_total_row(table_, vocabulary_, header, row, record);
      else
        read_head_rows(table_, vocabulary_, row, row + 1, record, unit);
    }
  }

  void take_department_for_project(Record& record) const {
    const auto is_department = [&](const auto& field) {
      return vocabulary_.label(folded(from_utf8(field.first))) == LabelRole::whole_department;
    };
    const auto field = std::find_if(record.fields.begin(), record.fields.end(), is_department);
    if (field == record.fields.end() || field->second.empty()) return;
    record.project = field->second;
    record.fields.erase(field);
  }

  void read_project_of_title(Record& record) const {
    if (!record.title) return;
    const std::u32string title = from_utf8(*record.title);
    const std::string text = folded(title);
    const std::string_view project = vocabulary_.project_of_title(text);
    if (!project.empty()) record.project = printed_part(title, text, project);
  }

  void report(const IndicatorHeader& header, const IndicatorRows& rows) {
    if (header.repeated > 0)
      add_problem("record_columns_unread", Severity::warning, header.row,
                  {{"columns", std::to_string(header.repeated)}});
    for (const int row : rows.unread)
      add_problem("record_row_unread", Severity::warning, row, {{"row", std::to_string(row + 1)}});
    for (const int row : rows.doubtful)
      add_problem("record_row_doubtful", Severity::info, row, {{"row", std::to_string(row + 1)}});
    if (!rows.shifted.empty())
      add_problem("record_rows_shifted", Severity::info, rows.shifted.front(),
                  {{"rows", std::to_string(rows.shifted.size())},
                   {"indicators", std::to_string(rows.indicators.size())}});
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
  const Grid* before_;
  std::string name_;
  int block_;
  int block_before_;
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
    if (is_searched(tables.grids[g]) && may_hold_indicators(tables.grids[g], vocabulary))
      TableReader(tables, g, blocks, flow, vocabulary, out).read();
  return out;
}

}  // namespace gouji
