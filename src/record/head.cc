// SPDX-License-Identifier: GPL-3.0-or-later
// Method: row by row. A run of labels that nothing but labels follows is a header of its own (its
// values stand below); else a label takes the next cell, unless that is a label too (then its value
// is empty). The first cell of a row is a label whatever it says, or the name of a group of rows.
#include "record/head.h"

#include <algorithm>

#include "base/utf8.h"

namespace gouji {
namespace {

/// An unknown label in the middle of a row has at most so many code points.
constexpr std::size_t kLongestUnknownLabel = 14;

struct Entry {
  const GridCell* cell = nullptr;
  LabelRole role = LabelRole::none;
  bool label = false;  ///< a label of a head, or the header of a column
  bool colon = false;
};

bool is_money(LabelRole role) {
  return role == LabelRole::budgeted || role == LabelRole::adjusted ||
         role == LabelRole::executed || role == LabelRole::execution_rate;
}

bool is_goal(LabelRole role) {
  return role == LabelRole::goal || role == LabelRole::goal_actual;
}

class HeadReader {
 public:
  HeadReader(const TableView& table, const RecordVocabulary& vocabulary, Record& record,
             std::string& unit)
      : table_(table), vocabulary_(vocabulary), record_(record), unit_(unit) {}

  void read(int begin, int end) {
    for (int row = begin; row < end; ++row) {
      const std::vector<Entry> entries = entries_of(row);
      if (entries.empty()) continue;
      if (vocabulary_.title(table_.text(*entries.front().cell))) continue;
      for (const Entry& entry : entries) note_unit(entry);
      if (is_column_header(entries, is_money))
        row = read_money_below(entries, row, end);
      else if (is_column_header(entries, is_goal))
        row = read_goals_below(entries, row, end);
      else
        read_pairs(entries);
    }
  }

 private:
  std::vector<Entry> entries_of(int row) const {
    std::vector<Entry> entries;
    for (const GridCell* cell : table_.filled(row)) {
      const std::string& text = table_.text(*cell);
      Entry entry{cell, vocabulary_.label(text), false, text.back() == ':'};
      entry.label = entry.role != LabelRole::none || vocabulary_.column(text) != ColumnRole::none;
      entries.push_back(entry);
    }
    return entries;
  }

  void note_unit(const Entry& entry) {
    const std::string_view unit = vocabulary_.labelled_unit(table_.text(*entry.cell));
    if (!unit.empty()) unit_ = unit;
  }

  /// Are there two labels of the kind, and nothing but labels behind the first of them?
  template <class Kind>
  static bool is_column_header(const std::vector<Entry>& entries, Kind kind) {
    const auto of_kind = [&](const Entry& entry) { return kind(entry.role) && !entry.colon; };
    const auto first = std::find_if(entries.begin(), entries.end(), of_kind);
    return std::count_if(first, entries.end(), of_kind) >= 2 &&
           std::all_of(first, entries.end(), [](const Entry& entry) { return entry.label; });
  }

  /// Does a row below a header of columns begin another part of the head?
  bool opens_part(const std::vector<Entry>& entries) const {
    const LabelRole role = entries.front().role;
    return role == LabelRole::project || role == LabelRole::field || is_goal(role) ||
           is_money(role) || is_column_header(entries, is_money) ||
           is_column_header(entries, is_goal);
  }

  /// The text of a row below a label: the cell that begins below it, else the one that covers that
  /// place.
  const GridCell* below(const Entry& label, int row) const {
    const int first = label.cell->column;
    const int last = first + label.cell->column_span - 1;
    for (const GridCell* cell : table_.filled(row))
      if (cell->column <= last && cell->column + cell->column_span - 1 >= first) return cell;
    return nullptr;
  }

  int read_money_below(const std::vector<Entry>& labels, int header, int end) {
    bool read = false;
    int row = header + 1;
    for (; row < end; ++row) {
      const std::vector<Entry> entries = entries_of(row);
      if (entries.empty()) continue;
      if (opens_part(entries)) break;
      const LabelRole role = row_role(entries, labels);
      if (read ||
          (role != LabelRole::total_money && role != LabelRole::budget && role != LabelRole::none))
        continue;
      read = read_money_row(labels, row);
    }
    return row - 1;
  }

  /// The role of the label of a row: the first label left of the columns of money.
  static LabelRole row_role(const std::vector<Entry>& entries, const std::vector<Entry>& labels) {
    const auto money = std::find_if(labels.begin(), labels.end(),
                                    [](const Entry& entry) { return is_money(entry.role); });
    for (const Entry& entry : entries)
      if (entry.role != LabelRole::none && entry.cell->column < money->cell->column)
        return entry.role;
    return LabelRole::none;
  }

  bool read_money_row(const std::vector<Entry>& labels, int row) {
    bool read = false;
    for (const Entry& label : labels) {
      const GridCell* cell = is_money(label.role) ? below(label, row) : nullptr;
      if (cell) read = set_money(label.role, *cell) || read;
    }
    return read;
  }

  int read_goals_below(const std::vector<Entry>& labels, int header, int end) {
    for (int row = header + 1; row < end; ++row) {
      const std::vector<Entry> entries = entries_of(row);
      if (entries.empty()) continue;
      if (opens_part(entries)) return row - 1;
      for (const Entry& label : labels) {
        const GridCell* cell = below(label, row);
        if (!cell) continue;
        if (is_goal(label.role))
          set_goal(label.role, *cell);
        else if (label.role == LabelRole::field)
          add_field(label_text(label), cell->text.trimmed().utf8());
      }
      return row;
    }
    return end - 1;
  }

  void read_pairs(const std::vector<Entry>& entries) {
    for (std::size_t i = heads_group(entries) ? 1 : 0; i < entries.size(); ++i) {
      const Entry& label = entries[i];
      if (read_inline(label)) continue;
      const bool known = label.role != LabelRole::none;
      const Entry* value = i + 1 < entries.size() && entries[i + 1].role == LabelRole::none
                               ? &entries[i + 1]
                               : nullptr;
      if (known) {
        set(label, value ? value->cell : nullptr);
        if (value) ++i;
      } else if (value && !value->label &&
                 (i == 0 || label.cell->text.size() <= kLongestUnknownLabel)) {
        set(label, value->cell);
        ++i;
      }
    }
  }

  /// Is the first cell the name of a group of rows, each with a label and a quantity of its own?
  /// 按收入性质分 | 一般公共预算 | 900.00 above (empty) | 其他资金 | 100.00.
  bool heads_group(const std::vector<Entry>& entries) const {
    if (entries.size() != 3 || entries[0].role != LabelRole::none) return false;
    const GridCell& first = *entries[0].cell;
    const int next = first.row + 1;
    if (next >= table_.rows() || is_quantity(entries[0]) || is_quantity(entries[1]) ||
        !is_quantity(entries[2]))
      return false;
    const GridCell* below = table_.covering(next, first.column);
    return !below || below == &first || table_.text(*below).empty();
  }

  bool is_quantity(const Entry& entry) const {
    return vocabulary_.traits(table_.text(*entry.cell)).quantity;
  }

  /// A label and its value in one cell, with a colon between them.
  bool read_inline(const Entry& entry) {
    const std::string& text = table_.text(*entry.cell);
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos || colon + 1 == text.size()) return false;
    const std::string_view label = std::string_view(text).substr(0, colon);
    if (vocabulary_.label(label) != LabelRole::field) return false;
    const std::u32string& chars = entry.cell->text.chars;
    add_field(printed_part(chars, text, label),
              printed_part(chars, text, std::string_view(text).substr(colon + 1)));
    return true;
  }

  void set(const Entry& label, const GridCell* value) {
    if (value && (is_money(label.role) || label.role == LabelRole::budget ||
                  label.role == LabelRole::total_money)) {
      if (set_money(label.role, *value)) return;
    } else if (value && is_goal(label.role)) {
      if (set_goal(label.role, *value)) return;
    } else if (value && label.role == LabelRole::project && !record_.project) {
      set_project(label, *value);
      return;
    }
    // The label of a block, not of a cell.
    if ((is_goal(label.role) || label.role == LabelRole::budget) && !value) return;
    add_field(label_text(label), value ? value->text.trimmed().utf8() : "");
  }

  void set_project(const Entry& label, const GridCell& value) {
    const std::string& text = table_.text(value);
    const std::string_view project = vocabulary_.without_code(text);
    if (project.size() == text.size()) {
      record_.project = value.text.trimmed().utf8();
      return;
    }
    record_.project = printed_part(value.text.chars, text, project);
    add_field(label_text(label), value.text.trimmed().utf8());
  }

  bool set_money(LabelRole role, const GridCell& cell) {
    const std::string& text = table_.text(cell);
    if (role == LabelRole::execution_rate) {
      if (!record_.execution_rate) record_.execution_rate = cell.text.trimmed().utf8();
      return true;
    }
    Maybe<RecordAmount>& field = role == LabelRole::budgeted   ? record_.budgeted
                                 : role == LabelRole::adjusted ? record_.adjusted
                                 : role == LabelRole::executed ? record_.executed
                                                               : record_.budget;
    if (field) return false;
    field = vocabulary_.amount(text, unit_);
    return field.has_value();
  }

  bool set_goal(LabelRole role, const GridCell& cell) {
    Maybe<std::string>& field = role == LabelRole::goal ? record_.goal : record_.goal_actual;
    if (field) return false;
    field = cell.text.trimmed().utf8();
    return true;
  }

  std::string label_text(const Entry& label) const {
    const std::string& text = table_.text(*label.cell);
    const std::string_view bare =
        std::string_view(text).substr(0, text.size() - (label.colon ? 1 : 0));
    return printed_part(label.cell->text.chars, text, bare);
  }

  void add_field(std::string label, std::string value) {
    record_.fields.emplace_back(std::move(label), std::move(value));
  }

  const TableView& table_;
  const RecordVocabulary& vocabulary_;
  Record& record_;
  std::string& unit_;
};

}  // namespace

void read_head_rows(const TableView& table, const RecordVocabulary& vocabulary, int begin, int end,
                    Record& record, std::string& unit) {
  HeadReader(table, vocabulary, record, unit).read(begin, end);
}

void read_total_row(const TableView& table, const RecordVocabulary& vocabulary,
                    const IndicatorHeader& header, int row, Record& record) {
  std::vector<const GridCell*> numbers;
  for (const GridCell* cell : table.filled(row))
    if (vocabulary.traits(table.text(*cell)).quantity) numbers.push_back(cell);
  if (numbers.empty()) return;
  const GridCell* last = numbers.back();
  const ColumnRole below =
      header.columns[static_cast<std::size_t>(header.column_at(last->column))].role;
  if (numbers.size() == 1 && below == ColumnRole::weight) return;
  record.total_score = last->text.trimmed().utf8();
}

}  // namespace gouji
