// SPDX-License-Identifier: GPL-3.0-or-later
// Method: of each row of a segment, the code is joined from its columns (a blank one repeats the
// class above), the label is freed of marker and code, the cells are its values. Where a label
// column stands beside merged outer ones, the outer label is a line of its own, with the figures of
// its 小计; a text merged down over several rows is said of each. In a text, a row whose cells fit
// their columns only one place aside is moved there.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "record/fiscal_parts.h"
#include "text/charclass.h"

namespace gouji {
namespace {

constexpr std::size_t kClassDigits = 3;  // of a 类

/// Where labels have codes in front, at least this share has: 80% in the table with the fewest. Two
/// projects of 86 begin with the number of a service.
constexpr double kShareWithCodes = 0.2;

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_letter_or_digit(char32_t c) {
  return is_han(c) || (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') ||
         (c >= U'A' && c <= U'Z');
}

bool is_words(const GridCell& cell) {
  return std::count_if(cell.text.chars.begin(), cell.text.chars.end(), is_han) > 1;
}

class LineReader {
 public:
  LineReader(const TableView& table, const FiscalBlock& block, const FiscalSegment& segment,
             const FiscalColumns& columns, const CellFigures& figures, const std::string& table_id,
             const ConceptVocabulary& concepts, const PatternSet& patterns)
      : table_(table),
        block_(block),
        segment_(segment),
        columns_(columns),
        figures_(figures),
        table_id_(table_id),
        labels_(concepts, patterns),
        numbering_(patterns.pattern("record/fiscal_row/numbering_cell")) {
    for (const auto* list : {&segment.codes, &segment.labels, &segment.values})
      order_.insert(order_.end(), list->begin(), list->end());
    std::sort(order_.begin(), order_.end());
    find_code_columns(patterns.pattern("record/fiscal_column/unit_code"));
    outer_.resize(segment.labels.size());
    if (!labels_have_codes()) labels_.doubt_codes();
  }

  FiscalLines read() {
    for (int row = block_.header_end; row < block_.end; ++row) read_row(row);
    return std::move(out_);
  }

 private:
  /// Does a good part of the labels begin with a code?
  bool labels_have_codes() const {
    int coded = 0, all = 0;
    for (int row = block_.header_end; row < block_.end; ++row) {
      const GridCell* label = nullptr;
      for (const int column : segment_.labels)
        if (const GridCell* found = table_.covering(row, column); found && found->row == row)
          label = table_.text(*found).empty() ? label : found;
      if (!label) continue;
      ++all;
      coded += labels_.opens_with_code(table_.text(*label)) ? 1 : 0;
    }
    return coded >= kShareWithCodes * all;
  }

  /// The last run of code columns beside each other; units have codes of their own in front or
  /// behind.
  void find_code_columns(const Pattern& unit_code) {
    const auto of_unit = [&](int column) {
      const std::string& label = columns_.columns[static_cast<std::size_t>(column)].label;
      return unit_code.match_whole(folded(from_utf8(label.substr(label.rfind('/') + 1))));
    };
    units_ = std::all_of(segment_.codes.begin(), segment_.codes.end(), of_unit);
    for (const int column : segment_.codes) {
      if (!units_ && of_unit(column)) continue;
      if (!codes_.empty() && column != codes_.back() + 1) codes_.clear();
      codes_.push_back(column);
    }
    carried_.resize(codes_.size());
  }

  const GridCell* cell(int row, int column) const {
    if (shift_ != 0) {
      const auto place = std::find(order_.begin(), order_.end(), column) - order_.begin();
      const auto from = place - shift_;
      if (from < 0 || from >= static_cast<std::ptrdiff_t>(order_.size())) return nullptr;
      column = order_[static_cast<std::size_t>(from)];
    }
    const GridCell* found = table_.covering(row, column);
    return found && !table_.text(*found).empty() ? found : nullptr;
  }

  /// How many filled cells of a row do not fit the columns `shift` places to the right of theirs.
  int misfits(int row, int shift) const {
    int count = 0;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const GridCell* found = table_.covering(row, order_[i]);
      if (!found || found->row != row || found->column != order_[i] || table_.text(*found).empty())
        continue;
      const auto to = static_cast<std::ptrdiff_t>(i) + shift;
      if (to < 0 || to >= static_cast<std::ptrdiff_t>(order_.size())) return kNever;
      const std::string& role =
          columns_.columns[static_cast<std::size_t>(order_[static_cast<std::size_t>(to)])].role;
      const std::string& text = table_.text(*found);
      const bool number = figures_.of(table_, *found) || is_digits(text);
      // 合计 stands across codes and labels.
      if (role == "code") count += is_digits(text) || labels_.kind_of(text) != "item" ? 0 : 1;
      if (role == "label") count += number ? 1 : 0;
      if (role == "amount" || role == "rate" || role == "change") count += is_words(*found) ? 1 : 0;
    }
    return count;
  }
  static constexpr int kNever = 1000;

  /// Only texts lose cells; a page has rulings and places.
  int shift_of(int row) const {
    if (table_.grid().pages || segment_.labels.empty() || table_.filled(row).size() < 2) return 0;
    if (misfits(row, 0) == 0) return 0;
    for (const int shift : {1, -1})
      if (misfits(row, shift) == 0) return shift;
    return 0;
  }

  void read_row(int row) {
    shift_ = shift_of(row);
    if (shift_ != 0) note(out_.shifted, out_.first_shifted, row);
    FiscalLine line;
    line.row.row = row;
    line.row.side = segment_.side;
    const Maybe<std::string> code = code_of(row);
    const GridCell* label = label_of(row, line);
    read_values(row, label, line);
    if (!label && !code && !line.row.values.empty()) label = sum_on_the_left(row);
    if (label && line.row.values.empty() && is_sum_of_next(row, *label)) return;
    // × and — stand where there is nothing to say.
    if (label && is_mark(*label) && has_marks_only(line)) return;
    if (!label && !code) label = label_among_notes(row, line);
    if (!label && !code && line.row.values.empty()) return;
    if (!label && !segment_.labels.empty() && numbers_columns(row)) return;
    // A label merged down beside lines of the other side begins no line of its own.
    if (label && label->row != row && !code && line.row.values.empty()) return;
    if (label && !labels_.read(table_, segment_, *label, line)) return;
    if (code) line.row.code = code;
    line.unit_code = code && units_;
    line.across = label && !segment_.values.empty() && label->column < segment_.values.front() &&
                  label->column + label->column_span > segment_.values.back();
    if (!label && !segment_.labels.empty() && !line.row.values.empty())
      note(out_.unlabelled, out_.first_unlabelled, row);
    add_merged_texts(row, line);
    out_.lines.push_back(std::move(line));
  }

  /// A text merged down over several lines is said of each: 新增专项债券 beside the terms it was
  /// sold for. A figure is that of the first only: else it would be counted twice.
  void add_merged_texts(int row, FiscalLine& line) const {
    if (shift_ != 0 || line.row.values.empty()) return;
    for (const int column : segment_.values) {
      const std::string& role = columns_.columns[static_cast<std::size_t>(column)].role;
      const GridCell* found = role == "other" || role == "note" ? cell(row, column) : nullptr;
      if (!found || found->row == row || found->column != column || !is_words(*found) ||
          figures_.of(table_, *found))
        continue;
      const auto place =
          std::find_if(line.row.values.begin(), line.row.values.end(),
                       [&](const FiscalValue& value) { return value.column > column; });
      line.row.values.insert(place, value_of(*found, column));
    }
  }

  FiscalValue value_of(const GridCell& cell, int column) const {
    FiscalValue value;
    value.column = column;
    value.cell = table_id_ + "/r" + std::to_string(cell.row) + "c" + std::to_string(cell.column);
    if (const Figure* figure = figures_.of(table_, cell)) {
      value.value = figure->value;
      value.normalized = figure->normalized;
    } else {
      value.value = to_utf8(cell.text.chars);
    }
    return value;
  }

  static bool is_mark(const GridCell& cell) {
    return std::none_of(cell.text.chars.begin(), cell.text.chars.end(), is_letter_or_digit);
  }

  bool has_marks_only(const FiscalLine& line) const {
    return std::all_of(line.row.values.begin(), line.row.values.end(), [&](const auto& value) {
      return is_mark(*cell(line.row.row, value.column));
    });
  }

  /// Lists of projects below a class print their names in the column of notes.
  const GridCell* label_among_notes(int row, FiscalLine& line) const {
    if (segment_.labels.empty() || out_.lines.empty()) return nullptr;
    for (auto value = line.row.values.begin(); value != line.row.values.end(); ++value) {
      const std::string& role = columns_.columns[static_cast<std::size_t>(value->column)].role;
      const GridCell* found = cell(row, value->column);
      if ((role != "note" && role != "other") || !found || !is_words(*found)) continue;
      line.row.values.erase(value);
      line.detail = true;
      return found;
    }
    return nullptr;
  }

  /// A row that numbers the columns has no label; two of its cells at least, and all of them, are
  /// numbers of columns.
  bool numbers_columns(int row) const {
    int cells = 0;
    for (const int column : segment_.values) {
      const GridCell* found = cell(row, column);
      if (!found || found->row != row) continue;
      if (!numbering_.match_whole(table_.text(*found))) return false;
      ++cells;
    }
    return cells > 1;
  }

  static void note(int& count, int& first, int row) {
    if (count++ == 0) first = row;
  }

  Maybe<std::string> code_of(int row) {
    std::string code;
    bool printed = false;
    std::size_t last = 0;
    std::vector<std::string> parts = carried_;
    for (std::size_t i = 0; i < codes_.size(); ++i) {
      const GridCell* found = cell(row, codes_[i]);
      if (!found || found->row != row || found->column_span > 1) continue;
      const std::string& text = table_.text(*found);
      if (!is_digits(text)) return std::nullopt;
      parts[i] = text;
      for (std::size_t j = i + 1; j < parts.size(); ++j) parts[j].clear();
      last = i;
      printed = true;
    }
    if (!printed) return std::nullopt;
    for (std::size_t i = 0; i <= last; ++i) {
      // Some forms print the whole code in each column, most only its part.
      const bool whole = !code.empty() && parts[i].size() > code.size() &&
                         parts[i].compare(0, code.size(), code) == 0;
      // 301 and 2: a spreadsheet takes the zero of 02 away; parts behind the first have two digits.
      const bool lost_zero = code.size() >= kClassDigits && parts[i].size() == 1;
      code = whole ? parts[i] : code + (lost_zero ? "0" : "") + parts[i];
    }
    carried_ = std::move(parts);
    return code;
  }

  /// The innermost label of a row; outer ones that begin here become lines of their own.
  const GridCell* label_of(int row, FiscalLine& line) {
    const GridCell* label = nullptr;
    std::vector<const GridCell*> path(segment_.labels.size());
    for (std::size_t i = 0; i < segment_.labels.size(); ++i) {
      path[i] = cell(row, segment_.labels[i]);
      if (!path[i] || path[i] == label) continue;
      label = path[i];
      line.label_depth = static_cast<int>(i);
    }
    if (segment_.labels.size() < 2) line.label_depth = -1;
    if (!label && !codes_.empty()) {
      const GridCell* in_code = cell(row, codes_.back());
      for (const int column : codes_)
        if (const GridCell* found = cell(row, column); found && !is_digits(table_.text(*found)))
          in_code = found;
      if (in_code && in_code->row == row && !is_digits(table_.text(*in_code))) label = in_code;
    }
    if (label && line.label_depth > 0) return with_outer_labels(row, path, label, line);
    return label ? label : words_among_numbers(row);
  }

  /// 公用经费合计 below a panel whose sum stands at the end of the next one, nothing between them.
  const GridCell* sum_on_the_left(int row) const {
    for (int column = order_.front() - 1; column >= 0; --column) {
      const GridCell* found = table_.covering(row, column);
      if (found && !table_.text(*found).empty()) return is_sum_label(*found) ? found : nullptr;
    }
    return nullptr;
  }

  bool is_sum_of_next(int row, const GridCell& label) const {
    // One that is merged over both panels is a line of both.
    if (!is_sum_label(label) || label.column + label.column_span - 1 > order_.back()) return false;
    for (int column = order_.back() + 1; column < table_.columns(); ++column) {
      const GridCell* found = table_.covering(row, column);
      if (!found || table_.text(*found).empty()) continue;
      return figures_.of(table_, *found) != nullptr;
    }
    return false;
  }

  bool is_sum_label(const GridCell& cell) const {
    return is_words(cell) && labels_.kind_of(table_.text(cell)) != "item";
  }

  /// 合计 in the column of numbers in front of the labels.
  const GridCell* words_among_numbers(int row) const {
    if (segment_.labels.empty() || shift_ != 0) return nullptr;
    for (int column = segment_.labels.front() - 1; column >= 0; --column) {
      if (columns_.columns[static_cast<std::size_t>(column)].role != "row_number") return nullptr;
      const GridCell* found = cell(row, column);
      if (found && found->row == row && is_words(*found)) return found;
    }
    return nullptr;
  }

  const GridCell* with_outer_labels(int row, const std::vector<const GridCell*>& path,
                                    const GridCell* label, FiscalLine& line) {
    const auto depth = static_cast<std::size_t>(line.label_depth);
    for (std::size_t i = 0; i < depth; ++i) {
      const GridCell* outer = path[i];
      if (!outer || outer->row != row || outer == label || outer_[i] == table_.text(*outer))
        continue;
      outer_[i] = table_.text(*outer);
      const bool innermost = i + 1 == depth || path[i + 1] == nullptr;
      const std::string kind = labels_.kind_of(table_.text(*label));
      if (innermost && (kind == "subtotal" || (kind == "total" && outer->row_span > 1))) {
        line.label_depth = static_cast<int>(i);
        line.row.kind = "subtotal";
        return outer;
      }
      FiscalLine heading;
      heading.row.row = row;
      heading.row.side = segment_.side;
      heading.label_depth = static_cast<int>(i);
      if (labels_.read(table_, segment_, *outer, heading)) out_.lines.push_back(std::move(heading));
    }
    return label;
  }

  void read_values(int row, const GridCell* label, FiscalLine& line) {
    bool doubtful = false;
    for (const int column : segment_.values) {
      const GridCell* found = cell(row, column);
      if (!found || found == label || found->row != row) continue;
      if (shift_ == 0 && found->column != column) continue;
      const std::string& role = columns_.columns[static_cast<std::size_t>(column)].role;
      doubtful = doubtful || (role == "amount" && is_words(*found) && !figures_.of(table_, *found));
      line.row.values.push_back(value_of(*found, column));
    }
    if (doubtful) note(out_.doubtful, out_.first_doubtful, row);
  }

  const TableView& table_;
  const FiscalBlock& block_;
  const FiscalSegment& segment_;
  const FiscalColumns& columns_;
  const CellFigures& figures_;
  const std::string& table_id_;
  FiscalLabels labels_;
  const Pattern& numbering_;
  std::vector<int> order_;            ///< all columns of the segment from the left
  std::vector<int> codes_;            ///< the columns of the code
  std::vector<std::string> carried_;  ///< the last part of each
  std::vector<std::string> outer_;    ///< the last outer label of each label column
  bool units_ = false;                ///< are all codes those of units?
  int shift_ = 0;                     ///< of the row that is read
  FiscalLines out_;
};

}  // namespace

FiscalLines read_fiscal_lines(const TableView& table, const FiscalBlock& block,
                              const FiscalSegment& segment, const FiscalColumns& columns,
                              const CellFigures& figures, const std::string& table_id,
                              const ConceptVocabulary& concepts, const PatternSet& patterns) {
  return LineReader(table, block, segment, columns, figures, table_id, concepts, patterns).read();
}

}  // namespace gouji
