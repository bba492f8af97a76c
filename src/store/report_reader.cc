// SPDX-License-Identifier: GPL-3.0-or-later
// Rows into reports: the visitor that reads values. Rows come table by table; within a table in
// the order of their keys.
#include <charconv>

#include "output/names.h"
#include "store/report_parts.h"
#include "store/report_rows.h"
#include "store/row_batch.h"
#include "store/schema.h"

namespace gouji {
namespace {

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, blank));
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
  return words;
}

template <class T>
T number_in(std::string_view text) {
  T value{};
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// "[[x0,y0,x1,y1],…]" as the writer wrote it; anything else gives what can be read of it.
std::vector<Box> boxes_in(std::string_view text) {
  std::vector<Box> boxes;
  float edges[4];
  int filled = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("[],"), text.size());
    if (end > 0) edges[filled++] = number_in<float>(text.substr(0, end));
    if (filled == 4) {
      boxes.push_back({edges[0], edges[1], edges[2], edges[3]});
      filled = 0;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return boxes;
}

/// Reads the values of one row, column by column.
class ValueReader {
 public:
  explicit ValueReader(const Row& row, std::size_t first = 0) : row_(row), next_(first) {}

  void text(const char* /*name*/, std::string& value) { value = take().text; }
  void text(const char* /*name*/, Maybe<std::string>& value) {
    const Value& from = take();
    value.reset();
    if (from.kind == ValueKind::text) value.emplace(from.text);
  }
  void version(const char* name, std::string& value) { text(name, value); }
  template <class I>
  void integer(const char* /*name*/, I& value) {
    value = static_cast<I>(take().integer);
  }
  void integer(const char* /*name*/, Maybe<int>& value) {
    const Value& from = take();
    value.reset();
    if (from.kind == ValueKind::integer) value = static_cast<int>(from.integer);
  }
  void flag(const char* /*name*/, bool& value) { value = take().integer != 0; }
  template <class E>
  void choice(const char* /*name*/, E& value) {
    value = named<E>(take().text).value_or(E{});
  }
  template <class E>
  void choice(const char* /*name*/, Maybe<E>& value) {
    const Value& from = take();
    value.reset();
    if (from.kind == ValueKind::text) value = named<E>(from.text);
  }
  template <class E>
  void choice_or_null(const char* name, E& value) {
    choice(name, value);
  }
  void first(const char* /*name*/, const std::vector<int>& /*values*/) { take(); }
  void joined(const char* /*name*/, std::vector<int>& values) {
    for (const std::string_view word : split(take().text)) values.push_back(number_in<int>(word));
  }
  void joined(const char* /*name*/, std::vector<std::string>& values) {
    for (const std::string_view word : split(take().text)) values.emplace_back(word);
  }
  void pair(const char* /*first*/, const char* /*second*/, Maybe<std::pair<int, int>>& value) {
    const Value& first = take();
    const Value& second = take();
    value.reset();
    if (first.kind == ValueKind::integer)
      value.emplace(static_cast<int>(first.integer), static_cast<int>(second.integer));
  }
  void yuan(const char* /*name*/, const Quantity& /*value*/) { take(); }
  void amount(const char* /*name*/, Maybe<RecordAmount>& value) {
    Maybe<std::string> printed;
    RecordAmount amount;
    text("", printed);
    text("", amount.unit);
    quantity("", amount.normalized);
    value.reset();
    if (!printed) return;
    amount.value = *printed;
    value = std::move(amount);
  }
  void quantity(const char* /*name*/, Maybe<Quantity>& value) {
    Maybe<std::string> number;
    Quantity quantity;
    text("", number);
    text("", quantity.unit);
    yuan("", quantity);
    value.reset();
    if (!number) return;
    quantity.value = *number;
    value = std::move(quantity);
  }
  void message(const char* /*name*/, Message& value) {
    text("", value.zh);
    text("", value.en);
  }
  void place(At& at) {
    const Value& page = take();
    const Value& line = take();
    at.unit = static_cast<int>((page.kind == ValueKind::integer ? page : line).integer);
    integer("", at.begin);
    integer("", at.end);
    at.boxes = boxes_in(take().text);
  }

 private:
  const Value& take() {
    static constexpr Value kNull;
    const Value& value = row_.values[next_++];
    return value.kind == ValueKind::null ? kNull : value;
  }

  const Row& row_;
  std::size_t next_;
};

/// Puts the rows of one table into their places.
class PartsReader {
 public:
  PartsReader(RowBatchReader& in, Row& row, bool more) : in_(in), row_(row), more_(more) {}

  template <class Part>
  void list(const char* /*name*/, std::vector<Part>& parts) {
    ++table_;
    for (; here(); advance()) {
      ValueReader values(row_, 1);
      columns(values, parts.emplace_back());
    }
  }
  template <class Parent, class Of>
  void nested(const char* /*name*/, const char* /*key*/, std::vector<Parent>& parents, Of of) {
    read_below(parents, of, 2);
  }
  template <class Parent, class Of>
  void grid(const char* /*name*/, const char* /*key*/, std::vector<Parent>& parents, Of of) {
    read_below(parents, of, 1);
  }

  template <class Parent, class Of, class Of2>
  void deep(const char* /*name*/, const char* /*key*/, const char* /*key2*/,
            std::vector<Parent>& parents, Of of, Of2 of2) {
    ++table_;
    for (; here(); advance()) {
      Parent* parent = keyed(parents, 0);
      auto* middle = parent == nullptr ? nullptr : keyed(of(*parent), 1);
      if (middle == nullptr) return;
      ValueReader values(row_, 3);
      columns(values, of2(*middle).emplace_back());
    }
  }

  /// Were all rows used?
  bool good() const { return good_ && !more_; }

 private:
  /// The part that the key in column `place` names, or null.
  template <class Part>
  Part* keyed(std::vector<Part>& parts, std::size_t place) {
    const std::int64_t n = row_.values[place].integer;
    good_ = good_ && n >= 1 && n <= static_cast<std::int64_t>(parts.size());
    return good_ ? &parts[static_cast<std::size_t>(n) - 1] : nullptr;
  }
  template <class Parent, class Of>
  void read_below(std::vector<Parent>& parents, Of of, std::size_t keys) {
    ++table_;
    for (; here(); advance()) {
      Parent* parent = keyed(parents, 0);
      if (parent == nullptr) return;
      ValueReader values(row_, keys);
      columns(values, of(*parent).emplace_back());
    }
  }
  bool here() const { return good_ && more_ && row_.table == table_; }
  void advance() {
    const Result<bool> next = in_.next(row_);
    good_ = good_ && next.has_value();
    more_ = next.has_value() && *next;
  }

  RowBatchReader& in_;
  Row& row_;
  bool more_;
  bool good_ = true;
  std::uint8_t table_ = 0;
};

}  // namespace

Result<Report> report_of(std::string_view batch) {
  const Error damaged = {ErrorCode::unreadable, "the rows of a document are damaged",
                         "import the document again with --redo"};
  RowBatchReader in(batch);
  Row row;
  Result<bool> first = in.next(row);
  if (!first) return first.error();
  if (!*first || row.table != 0) return damaged;
  Report report;
  Maybe<std::string> failure;
  ValueReader values(row);
  document_columns(values, report, failure);
  Result<bool> more = in.next(row);
  if (!more) return more.error();
  PartsReader parts(in, row, *more);
  visit_parts(parts, report);
  if (!parts.good()) return damaged;
  return report;
}

}  // namespace gouji
