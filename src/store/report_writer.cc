// SPDX-License-Identifier: GPL-3.0-or-later
// Reports into rows: the visitor that writes values.
#include "base/version.h"
#include "output/json_writer.h"
#include "output/names.h"
#include "store/report_parts.h"
#include "store/report_rows.h"
#include "store/row_batch.h"
#include "text/numeral_marks.h"

namespace gouji {
namespace {

/// Writes the values of one row.
class ValueWriter {
 public:
  ValueWriter(RowBatchWriter& out, bool paged) : out_(out), paged_(paged) {}

  void text(const char* /*name*/, const std::string& value) { out_.text(value); }
  void text(const char* /*name*/, const Maybe<std::string>& value) {
    value ? out_.text(*value) : out_.null();
  }
  void version(const char* /*name*/, std::string_view value) {
    out_.text(value.empty() ? gouji::version() : value);
  }
  void integer(const char* /*name*/, std::int64_t value) { out_.integer(value); }
  void integer(const char* /*name*/, const Maybe<int>& value) {
    value ? out_.integer(*value) : out_.null();
  }
  void flag(const char* /*name*/, bool value) { out_.integer(value ? 1 : 0); }
  template <class E>
  void choice(const char* /*name*/, const E& value) {
    out_.text(name_of(value));
  }
  template <class E>
  void choice(const char* /*name*/, const Maybe<E>& value) {
    value ? out_.text(name_of(*value)) : out_.null();
  }
  template <class E>
  void choice_or_null(const char* /*name*/, const E& value) {
    value == E{} ? out_.null() : out_.text(name_of(value));
  }
  void first(const char* /*name*/, const std::vector<int>& values) {
    values.empty() ? out_.null() : out_.integer(values.front());
  }
  void joined(const char* /*name*/, const std::vector<int>& values) {
    std::string text;
    for (const int value : values) text += (text.empty() ? "" : " ") + std::to_string(value);
    out_.text(text);
  }
  void joined(const char* /*name*/, const std::vector<std::string>& values) {
    std::string text;
    for (const std::string& value : values) {
      if (!text.empty()) text += ' ';
      text += value;
    }
    out_.text(text);
  }
  void pair(const char* /*first*/, const char* /*second*/,
            const Maybe<std::pair<int, int>>& value) {
    integer("", value ? Maybe<int>(value->first) : Maybe<int>());
    integer("", value ? Maybe<int>(value->second) : Maybe<int>());
  }
  void yuan(const char* /*name*/, const Quantity& value) {
    // A fraction (1/3) is no amount.
    const bool plain = value.value.find('/') == std::string::npos && !value.value.empty();
    value.unit == kYuan&& plain ? out_.text(value.value) : out_.null();
  }
  void amount(const char* /*name*/, const Maybe<RecordAmount>& value) {
    if (!value) {
      for (int i = 0; i < kAmountColumns; ++i) out_.null();
      return;
    }
    out_.text(value->value);
    text("", value->unit);
    quantity("", value->normalized);
  }
  void quantity(const char* /*name*/, const Maybe<Quantity>& value) {
    if (!value) {
      for (int i = 0; i < kQuantityColumns; ++i) out_.null();
      return;
    }
    out_.text(value->value);
    text("", value->unit);
    yuan("", *value);
  }
  void message(const char* /*name*/, const Message& value) {
    out_.text(value.zh);
    out_.text(value.en);
  }
  void place(const At& at) {
    if (!at.known()) {
      for (int i = 0; i < kPlaceColumns; ++i) out_.null();
    } else if (paged_) {
      out_.integer(at.unit);
      for (int i = 0; i < 3; ++i) out_.null();
      boxes(at.boxes);
    } else {
      out_.null();
      out_.integer(at.unit);
      out_.integer(at.begin);
      out_.integer(at.end);
      out_.null();
    }
  }

 private:
  static constexpr int kQuantityColumns = 3;
  static constexpr int kAmountColumns = 2 + kQuantityColumns;
  static constexpr int kPlaceColumns = 5;

  void boxes(const std::vector<Box>& boxes) {
    std::string& text = boxes_;
    text = "[";
    for (const Box& box : boxes) {
      text += text.size() == 1 ? "[" : ",[";
      for (const float edge : {box.x0, box.y0, box.x1, box.y1}) {
        append_points(text, edge);
        text += ',';
      }
      text.back() = ']';
    }
    text += ']';
    out_.text(text);
  }

  RowBatchWriter& out_;
  bool paged_;
  std::string boxes_;  ///< kept for its room
};

/// Walks over the tables.
class PartsWriter {
 public:
  PartsWriter(RowBatchWriter& out, bool paged) : out_(out), values_(out, paged) {}

  template <class Part>
  void list(const char* /*name*/, const std::vector<Part>& parts) {
    ++table_;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      begin(i);
      columns(values_, parts[i]);
    }
  }
  template <class Parent, class Of>
  void nested(const char* /*name*/, const char* /*key*/, const std::vector<Parent>& parents,
              Of of) {
    ++table_;
    for (std::size_t parent = 0; parent < parents.size(); ++parent) {
      const auto& parts = of(parents[parent]);
      for (std::size_t i = 0; i < parts.size(); ++i) {
        begin(parent);
        number(i);
        columns(values_, parts[i]);
      }
    }
  }
  template <class Parent, class Of>
  void grid(const char* /*name*/, const char* /*key*/, const std::vector<Parent>& parents, Of of) {
    ++table_;
    for (std::size_t parent = 0; parent < parents.size(); ++parent) {
      for (const auto& part : of(parents[parent])) {
        begin(parent);
        columns(values_, part);
      }
    }
  }
  template <class Parent, class Of, class Of2>
  void deep(const char* /*name*/, const char* /*key*/, const char* /*key2*/,
            const std::vector<Parent>& parents, Of of, Of2 of2) {
    ++table_;
    for (std::size_t parent = 0; parent < parents.size(); ++parent) {
      const auto& middles = of(parents[parent]);
      for (std::size_t middle = 0; middle < middles.size(); ++middle) {
        const auto& parts = of2(middles[middle]);
        for (std::size_t i = 0; i < parts.size(); ++i) {
          begin(parent);
          number(middle);
          number(i);
          columns(values_, parts[i]);
        }
      }
    }
  }

 private:
  void number(std::size_t index) { out_.integer(static_cast<std::int64_t>(index) + 1); }
  void begin(std::size_t index) {
    out_.begin_row(table_);
    number(index);
  }

  RowBatchWriter& out_;
  ValueWriter values_;
  std::uint8_t table_ = 0;
};

}  // namespace

std::string rows_of(const Report& report, const Maybe<std::string>& failure) {
  RowBatchWriter out;
  const bool paged = report.source.format == "pdf";
  ValueWriter values(out, paged);
  out.begin_row(0);
  document_columns(values, report, failure);
  PartsWriter parts(out, paged);
  visit_parts(parts, report);
  return out.take();
}

}  // namespace gouji
