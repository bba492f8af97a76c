// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a table is cut into blocks at its headers; of each block the columns are read, then the
// lines of each segment, then their places in the tree; concepts that only the place tells come
// last.
#include "record/fiscal.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/utf8.h"
#include "record/fiscal_indents.h"
#include "record/fiscal_parts.h"

namespace gouji {
namespace {

/// Tables with more positions are not looked at: no fiscal table is as large.
constexpr std::int64_t kMostPositions = 1'000'000;

/// A code with more digits is below the classes, whose names its own name may repeat.
constexpr std::size_t kClassDigits = 3;

/// Kinds of documents that say what their tables are where captions do not.
constexpr std::string_view kBudget = "budget";
constexpr std::pair<std::string_view, std::string_view> kBasisOfDocument[] = {
    {kBudget, "budget"}, {"final_accounts", "final_accounts"}};

/// Concepts of the sums of a side of a budget, and of what stands between them.
struct Side {
  std::string_view of_year, carry_over, total;
};
constexpr Side kSides[] = {{"income_of_year", "opening_carry_over", "income_total"},
                           {"expenditure_of_year", "closing_carry_over", "expenditure_total"}};

/// What records all tables of a document share.
class FiscalReader {
 public:
  FiscalReader(const Figures& figures, const DocumentInfo& document, const PatternSet& patterns,
               Records& out)
      : figures_(figures),
        document_(document),
        patterns_(patterns),
        concepts_(patterns),
        label_(patterns.pattern("record/fiscal_column/label")),
        out_(out) {}

  void read(const Grid& grid, std::size_t index, const std::string& type) {
    const TableView table(grid);
    const std::string id = "t" + std::to_string(index + 1);
    static const std::vector<int> kNone;
    const CellFigures cells{&figures_.figures,
                            index < figures_.of_cell.size() ? &figures_.of_cell[index] : &kNone};
    const FiscalContext context = context_of(grid);
    for (const FiscalBlock& block : blocks_of(table, cells))
      read_block(table, block, cells, context, id, type);
  }

 private:
  FiscalContext context_of(const Grid& grid) const {
    FiscalContext context;
    context.unit = grid.unit;
    const std::string caption = folded(from_utf8(grid.caption.value_or("")));
    context.fund = concepts_.fund_in(caption);
    context.year = concepts_.year_in(caption);
    const std::string rest = concepts_.without_funds(caption);
    for (const Pattern* rule : patterns_.patterns("record/fiscal_column/"))
      if (!context.basis && rule->attribute("role") == "caption" && rule->match_whole(rest))
        context.basis = std::string(rule->attribute("basis"));
    const std::vector<int>& years = document_.fiscal_years;
    for (const auto& [kind, basis] : kBasisOfDocument) {
      if (document_.kind != kind || years.empty()) continue;
      context.document_basis = std::string(basis);
      // A report on the year that ends and the plan of the next one is a budget of the latter.
      context.document_year =
          kind == kBudget ? *std::max_element(years.begin(), years.end()) : years.front();
    }
    return context;
  }

  /// A table that names no year at all is of the year of its document.
  FiscalContext with_year(FiscalContext context, const TableView& table,
                          const FiscalBlock& block) const {
    if (!context.year) context.year = concepts_.year_in(block.title);
    if (context.year || document_.fiscal_years.empty()) return context;
    const std::pair<int, int> headers[] = {{block.upper_begin, block.upper_end},
                                           {block.header_begin, block.header_end}};
    for (const auto& [begin, end] : headers)
      for (int row = begin; row < end; ++row)
        for (const GridCell* cell : table.filled(row))
          if (concepts_.year_in(table.text(*cell))) return context;
    context.year = document_.fiscal_years.front();
    return context;
  }

  static bool has_figure(const TableView& table, const CellFigures& cells, int row) {
    const auto& filled = table.filled(row);
    return std::any_of(filled.begin(), filled.end(),
                       [&](const GridCell* cell) { return cells.of(table, *cell) != nullptr; });
  }

  /// Is it a row of column names: a label header and at least one more, and no figure?
  bool is_header(const TableView& table, const CellFigures& cells, int row) const {
    const auto& filled = table.filled(row);
    if (filled.size() < 2 || has_figure(table, cells, row)) return false;
    return label_.match_whole(table.text(*filled.front()));
  }

  std::vector<FiscalBlock> blocks_of(const TableView& table, const CellFigures& cells) const {
    std::vector<FiscalBlock> blocks(1);
    int row = table.grid().header_rows;
    // A table whose header was not told has the rows before its first figure for one.
    if (row == 0)
      while (row + 1 < table.rows() && !has_figure(table, cells, row)) ++row;
    blocks.back().header_end = row;
    blocks.back().title = title_above(table, 0, row);
    for (; row < table.rows(); ++row) {
      if (!is_header(table, cells, row)) continue;
      const bool titled = row > blocks.back().header_end && across(table, row - 1);
      blocks.back().end = titled ? row - 1 : row;
      FiscalBlock next;
      next.header_begin = row;
      // The label stands beside all rows of its header.
      next.header_end = std::min(row + table.filled(row).front()->row_span, table.rows());
      if (titled) next.title = to_utf8(table.filled(row - 1).front()->text.chars);
      take_upper_header(table, blocks.back(), next);
      blocks.push_back(std::move(next));
    }
    blocks.back().end = table.rows();
    return blocks;
  }

  /// A header inside a table that is only the lower part of the one before, column by column,
  /// stands below the upper part of that too. A title with a year of its own says otherwise.
  void take_upper_header(const TableView& table, const FiscalBlock& before,
                         FiscalBlock& next) const {
    if (concepts_.year_in(next.title)) return;
    int end = before.header_end;
    while (end > before.header_begin && numbers_columns(table, end - 1, patterns_)) --end;
    const int begin = end - (next.header_end - next.header_begin);
    if (begin < before.header_begin) return;
    const GridCell* label = table.filled(next.header_begin).front();
    const int first = label->column + label->column_span;
    if (first >= table.columns()) return;
    for (int row = next.header_begin; row < next.header_end; ++row)
      for (int column = first; column < table.columns(); ++column)
        if (text_at(table, row, column) != text_at(table, row - next.header_begin + begin, column))
          return;
    next.upper_begin = begin > before.header_begin ? before.header_begin : before.upper_begin;
    next.upper_end = begin > before.header_begin ? begin : before.upper_end;
  }

  static std::string_view text_at(const TableView& table, int row, int column) {
    const GridCell* cell = table.covering(row, column);
    return cell ? std::string_view(table.text(*cell)) : std::string_view();
  }

  static bool across(const TableView& table, int row) {
    const auto& filled = table.filled(row);
    return filled.size() == 1 && filled.front()->column_span >= table.columns();
  }

  static std::string title_above(const TableView& table, int begin, int end) {
    for (int row = begin; row < end; ++row)
      if (across(table, row) && table.columns() > 1)
        return to_utf8(table.filled(row).front()->text.chars);
    return {};
  }

  void read_block(const TableView& table, const FiscalBlock& block, const CellFigures& cells,
                  const FiscalContext& shared, const std::string& id, const std::string& type) {
    const Grid& grid = table.grid();
    const FiscalContext context = with_year(shared, table, block);
    FiscalColumns columns = read_fiscal_columns(table, block, cells, context, concepts_, patterns_);
    Record record;
    record.type = type;
    record.kind = grid.kind;
    record.table = id;
    record.title = block.title.empty() || (grid.caption && block.header_begin == 0)
                       ? grid.caption
                       : Maybe<std::string>(block.title);
    if (context.year) record.year = std::to_string(*context.year);
    record.unit = grid.unit;
    record.at = grid.at;
    for (const FiscalSegment& segment : columns.segments) {
      FiscalLines lines =
          read_fiscal_lines(table, block, segment, columns, cells, id, concepts_, patterns_);
      report(lines, table, id);
      place_fiscal_lines(lines.lines);
      name_concepts(lines.lines, segment.side == "income" || grid.kind == "income");
      name_totals(lines.lines);
      append(record, std::move(lines.lines));
    }
    record.columns = std::move(columns.columns);
    settle_basis(record, context);
    if (block.header_begin > 0 && !record.rows.empty()) record.at = place_of(table, block);
    if (!record.rows.empty() || block.header_begin == 0) out_.records.push_back(std::move(record));
  }

  static At place_of(const TableView& table, const FiscalBlock& block) {
    return table.filled(block.header_begin).front()->at;
  }

  /// Concepts that hang on the place of a line: a class is one only at the top, a fund is the
  /// appropriation from it among the income of the year.
  void name_concepts(std::vector<FiscalLine>& lines, bool income) const {
    std::vector<bool> in_class(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      FiscalRow& row = lines[i].row;
      const FiscalLine* parent =
          row.parent ? &lines[static_cast<std::size_t>(*row.parent)] : nullptr;
      const bool below = (parent && in_class[static_cast<std::size_t>(*row.parent)]) ||
                         (row.code && row.code->size() > kClassDigits);
      const Concept* own = row.concept_id ? concepts_.find(*row.concept_id) : nullptr;
      if (!own && row.code && !below && !lines[i].unit_code) own = concepts_.of_code(*row.code);
      if (own && !own->code.empty() && below) own = nullptr;
      if (own && parent && parent->row.concept_id)
        if (const Concept* both = concepts_.within(*parent->row.concept_id, own->name)) own = both;
      if (!own && income && lines[i].bare_fund && !(parent && parent->balance))
        own = concepts_.of_fund(*row.fund);
      row.concept_id = own ? Maybe<std::string>(own->name) : std::nullopt;
      in_class[i] = below || (own && !own->code.empty());
    }
  }

  /// 当年收入小计, 上年结转资金, 收入合计: a sum behind the sum of the year and the carry-over is
  /// that of both, whatever it is called elsewhere.
  static void name_totals(std::vector<FiscalLine>& lines) {
    for (const Side& side : kSides) {
      std::vector<const FiscalLine*> parts;  // since the sum of the year
      bool carried = false;
      for (FiscalLine& line : lines) {
        Maybe<std::string>& id = line.row.concept_id;
        if (line.row.level > 0) continue;
        const bool of_year = is_sum(line) && id == side.of_year;
        if (of_year && carried && (line.row.values.empty() || adds_up(line, parts)))
          id = std::string(side.total);
        if (of_year) parts.clear();
        carried = !of_year && !parts.empty() && (carried || id == side.carry_over);
        if (of_year || !parts.empty()) parts.push_back(&line);
      }
    }
  }

  static void append(Record& record, std::vector<FiscalLine> lines) {
    const auto first = static_cast<int>(record.rows.size());
    for (FiscalLine& line : lines) {
      if (line.row.kind.empty()) line.row.kind = "item";
      if (line.row.parent) *line.row.parent += first;
      record.rows.push_back(std::move(line.row));
    }
  }

  void report(const FiscalLines& lines, const TableView& table, const std::string& id) {
    const auto add = [&](const char* code, Severity severity, int count, int row) {
      if (count == 0) return;
      Problem problem;
      problem.code = code;
      problem.severity = severity;
      problem.arguments = {
          {"rows", std::to_string(count)}, {"row", std::to_string(row + 1)}, {"table", id}};
      problem.at = table.filled(row).empty() ? table.grid().at : table.filled(row).front()->at;
      out_.problems.push_back(std::move(problem));
    };
    add("fiscal_rows_unlabelled", Severity::info, lines.unlabelled, lines.first_unlabelled);
    add("fiscal_rows_shifted", Severity::info, lines.shifted, lines.first_shifted);
    add("fiscal_rows_doubtful", Severity::info, lines.doubtful, lines.first_doubtful);
  }

  const Figures& figures_;
  const DocumentInfo& document_;
  const PatternSet& patterns_;
  const ConceptVocabulary concepts_;
  const Pattern& label_;
  Records& out_;
};

/// The types of records that kinds of tables give (patterns/table/kind).
std::map<std::string, std::string> types_of(const PatternSet& patterns) {
  std::map<std::string, std::string> types;
  for (const Definition* kind : patterns.definitions("table/kind/"))
    if (!kind->text("record").empty())
      types[kind->id.substr(kind->id.rfind('/') + 1)] = kind->text("record");
  return types;
}

/// The number in "t12".
int number_of(const std::string& table) {
  return std::stoi(table.substr(1));
}

}  // namespace

void add_fiscal_records(const Tables& tables, const Figures& figures, const DocumentInfo& document,
                        const PatternSet& patterns, Records& records) {
  if (tables.grids.empty()) return;
  const std::map<std::string, std::string> types = types_of(patterns);
  std::vector<bool> has_record(tables.grids.size());
  for (const Record& record : records.records)
    has_record[static_cast<std::size_t>(number_of(record.table) - 1)] = true;
  std::optional<FiscalReader> reader;
  for (std::size_t g = 0; g < tables.grids.size(); ++g) {
    const Grid& grid = tables.grids[g];
    const auto type = types.find(grid.kind);
    if (type == types.end() || has_record[g]) continue;
    if (std::int64_t{grid.rows} * grid.columns > kMostPositions || grid.cells.empty()) continue;
    if (!reader) reader.emplace(figures, document, patterns, records);
    reader->read(grid, g, type->second);
  }
  if (!reader) return;
  std::stable_sort(
      records.records.begin(), records.records.end(),
      [](const Record& a, const Record& b) { return number_of(a.table) < number_of(b.table); });
  for (std::size_t i = 0; i < records.records.size(); ++i)
    records.records[i].id = "r" + std::to_string(i + 1);
}

}  // namespace gouji
