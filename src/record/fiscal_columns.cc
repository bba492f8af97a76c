// SPDX-License-Identifier: GPL-3.0-or-later
// Method: the texts above a column, outermost first, are its label; the innermost tells its role
// (patterns/record/fiscal_column) if the cells below agree: labels are words, codes are digits,
// amounts are figures. A label behind figures opens a new segment.
#include <algorithm>
#include <set>

#include "record/fiscal_parts.h"

namespace gouji {
namespace {

/// Code columns hold digits only; the longest code (类款项目) has 9, parts of one have 2.
constexpr std::size_t kLongestCode = 9;

/// A segment without a word of its side is judged by so many labels.
constexpr int kLabelsAsked = 12;

/// A heading of a text stands above at most so many columns (20 are met), in a header of at most so
/// many rows: larger ones are not searched.
constexpr int kMostSpread = 32;
constexpr std::size_t kMostHeaderRows = 8;

bool is_code(std::string_view text) {
  return !text.empty() && text.size() <= kLongestCode &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// What stands in the cells of a column.
struct Content {
  int figures = 0, codes = 0, texts = 0;
  int digits = 0;  ///< of the figures and codes, those that may be a code
};

class ColumnReader {
 public:
  ColumnReader(const TableView& table, const FiscalBlock& block, const CellFigures& figures,
               const FiscalContext& context, const ConceptVocabulary& concepts,
               const PatternSet& patterns)
      : table_(table),
        block_(block),
        figures_(figures),
        context_(context),
        concepts_(concepts),
        labels_(concepts, patterns),
        rules_(patterns.patterns("record/fiscal_column/")),
        income_(patterns.pattern("record/fiscal_column/side_income")),
        expenditure_(patterns.pattern("record/fiscal_column/side_expenditure")),
        numbering_(patterns.pattern("record/fiscal_row/numbering_cell")) {
    for (int row = block.upper_begin; row < block.upper_end; ++row) header_.push_back(row);
    for (int row = block.header_begin; row < block.header_end; ++row)
      if (row == block.header_begin || !numbers_columns(table, row, patterns))
        header_.push_back(row);
  }

  FiscalColumns read() {
    count_contents();
    for (int c = 0; c < table_.columns(); ++c) read_column(c);
    set_aside_leading_blanks();
    find_segments();
    name_sides();
    return std::move(out_);
  }

 private:
  /// The texts above a column, outermost first. A line across the whole table is a title.
  std::vector<const GridCell*> headers_of(int column) const {
    std::vector<const GridCell*> headers;
    for (const int row : header_) {
      const GridCell* cell = table_.covering(row, column);
      if (!cell || table_.text(*cell).empty()) cell = spread_from_left(row, column);
      if (!cell) continue;
      // What reaches down beside the lower rows of its header has been printed again with these.
      if (row < block_.upper_end && cell->row + cell->row_span > block_.upper_end) continue;
      if (cell->column_span >= table_.columns() && table_.columns() > 1) continue;
      // A row that numbers the columns says nothing of them.
      if (!headers.empty() && numbering_.match_whole(table_.text(*cell))) continue;
      if (headers.empty() || headers.back() != cell) headers.push_back(cell);
    }
    return headers;
  }

  /// A text has no merged cells: a heading of several columns stands above the first of them, the
  /// places above the others are empty, and each of them has a text of its own below.
  const GridCell* spread_from_left(int row, int column) const {
    if (table_.grid().pages || header_.size() > kMostHeaderRows || !has_text_below(row, column))
      return nullptr;
    for (int c = column - 1; c >= 0 && c >= column - kMostSpread; --c) {
      if (!has_text_below(row, c)) return nullptr;
      const GridCell* cell = table_.covering(row, c);
      if (cell && !table_.text(*cell).empty()) return cell;
    }
    return nullptr;
  }

  bool has_text_below(int row, int column) const {
    for (const int r : header_) {
      const GridCell* cell = r > row ? table_.covering(r, column) : nullptr;
      if (cell && cell->row > row && !table_.text(*cell).empty()) return true;
    }
    return false;
  }

  void count_contents() {
    contents_.resize(static_cast<std::size_t>(table_.columns()));
    units_.resize(contents_.size());
    for (int row = block_.header_end; row < block_.end; ++row) {
      for (const GridCell* cell : table_.filled(row)) {
        if (cell->column >= table_.columns()) continue;
        Content& content = contents_[static_cast<std::size_t>(cell->column)];
        const Figure* figure = figures_.of(table_, *cell);
        if (is_code(table_.text(*cell))) ++content.digits;
        if (figure) {
          ++content.figures;
          Maybe<std::string>& unit = units_[static_cast<std::size_t>(cell->column)];
          if (!unit) unit = figure->unit;
        } else if (is_code(table_.text(*cell))) {
          ++content.codes;
        } else if (cell->column_span == 1 && !is_mark(table_.text(*cell))) {
          ++content.texts;
        }
      }
    }
  }

  /// "—", "×": there is no figure.
  static bool is_mark(std::string_view text) { return text.size() <= 3 && !is_han_text(text); }
  static bool is_han_text(std::string_view text) {
    return text.size() == 3 && static_cast<unsigned char>(text[0]) >= 0xE4;
  }

  const Pattern* rule_of(std::string_view text) const {
    for (const Pattern* rule : rules_) {
      const std::string_view role = rule->attribute("role");
      if (role == "side_income") break;
      if (rule->match_whole(text)) return rule;
    }
    return nullptr;
  }

  std::string role_of(const Pattern* rule, const Content& content, bool headed) const {
    const std::string role = rule ? std::string(rule->attribute("role")) : "";
    const bool words = content.texts > content.figures && content.texts >= content.codes;
    // Units have codes as long as amounts: what is printed without a point may be one.
    if (role == "code" && content.digits > 0)
      return content.figures + content.codes > 2 * content.digits ? "amount" : role;
    if (role == "code") return content.figures > content.texts ? "amount" : words ? "label" : role;
    if (role == "label") return content.figures > content.texts + content.codes ? "amount" : role;
    if (role == "note") return content.figures > content.texts ? "amount" : role;
    if (role == "row_number") return words ? "label" : role;
    // What is sold on a date has nothing else to be called by.
    if (role == "other" && words && !has_label_) return "label";
    if (!role.empty()) return role;
    if (words) return has_label_ ? "other" : "label";
    if (content.codes > content.figures && content.codes > content.texts && !has_label_)
      return "code";
    return headed || content.figures > 0 ? "amount" : "other";
  }

  void read_column(int c) {
    FiscalColumn column;
    column.column = c;
    const std::vector<const GridCell*> headers = headers_of(c);
    for (const GridCell* header : headers) {
      if (!column.label.empty()) column.label += '/';
      column.label += printed_part(header->text.chars, table_.text(*header), table_.text(*header));
    }
    const Pattern* rule = nullptr;
    // A sum that stands in the last row of the header says nothing of its columns.
    for (auto header = headers.rbegin(); header != headers.rend() && !rule; ++header) {
      rule = rule_of(table_.text(**header));
      if ((*header)->column_span == 1) break;
    }
    column.role = role_of(rule, contents_[static_cast<std::size_t>(c)], !headers.empty());
    if (column.role == "other" && (continues_label(c, headers) || (!rule && subdivides_labels(c))))
      column.role = "label";
    if (column.role == "label") has_label_ = true;
    if (is_measured(column)) {
      if (rule && !rule->attribute("basis").empty())
        column.basis = std::string(rule->attribute("basis"));
      describe_fiscal_column(column, headers, table_, out_.columns, context_, concepts_, labels_);
      column.unit = units_[static_cast<std::size_t>(c)];
      if (!column.unit && column.role == "amount") column.unit = context_.unit;
    }
    out_.columns.push_back(std::move(column));
  }

  static bool is_measured(const FiscalColumn& column) {
    return column.role == "amount" || column.role == "rate" || column.role == "change";
  }

  /// Labels in several columns have one header over them, or one over the first.
  bool continues_label(int c, const std::vector<const GridCell*>& headers) const {
    const Content& content = contents_[static_cast<std::size_t>(c)];
    int before = c - 1;
    while (before >= 0 && is_blank_column(before)) --before;
    if (before < 0 || content.texts == 0) return false;
    if (out_.columns[static_cast<std::size_t>(before)].role != "label") return false;
    return headers.empty() || headers == headers_of(before);
  }

  /// Do its words name parts of the labels before it? These are merged down over several rows each,
  /// with another word in every row: 一般债券 beside 新增债券, 再融资债券.
  bool subdivides_labels(int c) const {
    if (c == 0 || out_.columns.back().role != "label") return false;
    int merged = 0;
    for (int row = block_.header_end; row < block_.end; ++row) {
      const GridCell* left = table_.covering(row, c - 1);
      if (!left || left->row != row || left->row_span < 2) continue;
      if (is_dated(table_.text(*left)) || !differ_below(*left, c)) return false;
      ++merged;
    }
    return merged > 1;
  }

  /// Dates are no wholes.
  static bool is_dated(std::string_view text) {
    return text.find_first_of("0123456789") != std::string_view::npos;
  }

  bool differ_below(const GridCell& left, int c) const {
    std::set<std::string_view> texts;
    for (int row = left.row; row < left.row + left.row_span && row < block_.end; ++row) {
      const GridCell* cell = table_.covering(row, c);
      if (!cell || cell->row != row || !texts.insert(table_.text(*cell)).second) return false;
    }
    return true;
  }

  /// Has it neither header nor contents? Rulings that do not meet leave such columns.
  bool is_blank_column(int c) const {
    const Content& content = contents_[static_cast<std::size_t>(c)];
    return content.figures + content.codes + content.texts == 0 && headers_of(c).empty();
  }

  /// An empty column in front of the labels is no figure's.
  void set_aside_leading_blanks() {
    const auto first = std::find_if(out_.columns.begin(), out_.columns.end(),
                                    [](const auto& column) { return !holds_values(column); });
    if (first == out_.columns.end()) return;
    for (auto column = out_.columns.begin(); column != first; ++column) {
      const Content& content = contents_[static_cast<std::size_t>(column->column)];
      if (content.figures + content.texts + content.codes > 0) return;
    }
    for (auto column = out_.columns.begin(); column != first; ++column)
      *column = {column->column, column->label, "other", {}, {}, {}, {}, {}, ""};
    leading_ = static_cast<int>(first - out_.columns.begin());
  }

  void find_segments() {
    bool values = true, figures = false;
    for (FiscalColumn& column : out_.columns) {
      if (column.column < leading_ || is_blank_column(column.column)) continue;
      // Who is in charge of a project stands between its name and its money: no side of its own.
      const bool labelled = !out_.segments.empty() && !out_.segments.back().labels.empty();
      if (column.role == "label" && values && labelled && !figures) column.role = "other";
      if (holds_values(column)) {
        figures = figures || is_measured(column);
        if (out_.segments.empty()) out_.segments.emplace_back();
        out_.segments.back().values.push_back(column.column);
        values = true;
        continue;
      }
      if (values && (out_.segments.empty() || column.role != "row_number")) {
        out_.segments.emplace_back();
        figures = false;
      }
      values = false;
      if (column.role == "row_number") continue;
      FiscalSegment& segment = out_.segments.back();
      (column.role == "code" ? segment.codes : segment.labels).push_back(column.column);
    }
    // Words behind the last figure describe the line before them: they open no side.
    while (out_.segments.size() > 1 && out_.segments.back().values.empty()) {
      FiscalSegment tail = std::move(out_.segments.back());
      out_.segments.pop_back();
      for (const int column : tail.labels) {
        out_.segments.back().values.push_back(column);
        out_.columns[static_cast<std::size_t>(column)].role = "other";
      }
    }
  }

  std::string side_of(std::string_view text) const {
    const bool expenditure = expenditure_.match_whole(text);
    const bool income = income_.match_whole(text);
    if (income == expenditure) return "";
    return income ? "income" : "expenditure";
  }

  std::string side_of(const FiscalSegment& segment) const {
    const int first = segment.labels.empty() ? segment.values.front() : segment.labels.front();
    for (const GridCell* header : headers_of(first)) {
      const std::string side = side_of(table_.text(*header));
      if (!side.empty()) return side;
    }
    if (!segment.codes.empty()) return "";
    int balance = 0, asked = 0;
    for (int row = block_.header_end; row < block_.end && asked < kLabelsAsked; ++row) {
      const GridCell* cell = table_.covering(row, first);
      if (!cell || cell->row != row || table_.text(*cell).empty()) continue;
      const std::string side = side_of(table_.text(*cell));
      balance += side == "income" ? 1 : side == "expenditure" ? -1 : 0;
      ++asked;
    }
    return balance > 0 ? "income" : balance < 0 ? "expenditure" : "";
  }

  void name_sides() {
    auto& segments = out_.segments;
    if (segments.size() < 2) return;
    for (FiscalSegment& segment : segments) segment.side = side_of(segment);
    const bool differ = std::any_of(segments.begin(), segments.end(), [&](const auto& segment) {
      return segment.side != segments.front().side;
    });
    const bool known = std::none_of(segments.begin(), segments.end(),
                                    [](const auto& segment) { return segment.side.empty(); });
    for (std::size_t i = 0; i < segments.size(); ++i) {
      if (!differ || !known) segments[i].side = i == 0 ? "left" : "right";
      for (const auto* columns : {&segments[i].codes, &segments[i].labels, &segments[i].values})
        for (const int column : *columns)
          out_.columns[static_cast<std::size_t>(column)].side = segments[i].side;
    }
  }

  const TableView& table_;
  const FiscalBlock& block_;
  const CellFigures& figures_;
  const FiscalContext& context_;
  const ConceptVocabulary& concepts_;
  const FiscalLabels labels_;
  const std::vector<const Pattern*>& rules_;
  const Pattern& income_;
  const Pattern& expenditure_;
  const Pattern& numbering_;
  std::vector<int> header_;  ///< rows of the table above its columns, outermost first
  std::vector<Content> contents_;
  std::vector<Maybe<std::string>> units_;
  bool has_label_ = false;
  int leading_ = 0;  ///< empty columns in front of the labels
  FiscalColumns out_;
};

}  // namespace

bool numbers_columns(const TableView& table, int row, const PatternSet& patterns) {
  const Pattern& number = patterns.pattern("record/fiscal_row/numbering_cell");
  const Pattern& label = patterns.pattern("record/fiscal_row/numbering");
  const auto& filled = table.filled(row);
  int numbers = 0;
  for (const GridCell* cell : filled) {
    if (number.match_whole(table.text(*cell)))
      ++numbers;
    else if (!label.match_whole(table.text(*cell)))
      return false;
  }
  return numbers > 1;
}

const Figure* CellFigures::of(const TableView& table, const GridCell& cell) const {
  const std::size_t index = table.index_of(cell);
  if (!of_cell || !figures || index >= of_cell->size() || (*of_cell)[index] < 0) return nullptr;
  return &(*figures)[static_cast<std::size_t>((*of_cell)[index])];
}

FiscalColumns read_fiscal_columns(const TableView& table, const FiscalBlock& block,
                                  const CellFigures& figures, const FiscalContext& context,
                                  const ConceptVocabulary& concepts, const PatternSet& patterns) {
  return ColumnReader(table, block, figures, context, concepts, patterns).read();
}

}  // namespace gouji
