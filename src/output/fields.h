// SPDX-License-Identifier: GPL-3.0-or-later
// Keys with their values, for the types that reports are made of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gouji/report.h"
#include "output/json_writer.h"

namespace gouji {

/// Writes fields of one report. `paged`: places are pages (a PDF), else lines.
class FieldWriter {
 public:
  FieldWriter(JsonWriter& json, bool paged) : json_(json), paged_(paged) {}

  JsonWriter& json() { return json_; }

  void field(std::string_view key, std::string_view value);
  void field(std::string_view key, int value) { field(key, std::int64_t{value}); }
  void field(std::string_view key, std::int64_t value);
  /// On one line.
  void field(std::string_view key, const std::vector<std::string>& values);
  /// Null when no place is known.
  void field(std::string_view key, const At& at);
  void field(std::string_view key, const Message& message);
  void field(std::string_view key, const Quantity& quantity);
  void field(std::string_view key, const RecordAmount& amount);
  /// The value, or null.
  template <class T>
  void field(std::string_view key, const Maybe<T>& value) {
    if (value.has_value())
      field(key, *value);
    else
      null(key);
  }
  void flag(std::string_view key, bool value);
  void null(std::string_view key);

 private:
  JsonWriter& json_;
  bool paged_;
};

/// One record with the fields of its type.
void write_record(FieldWriter& out, const Record& record);
/// The fields of a check, inside an object.
void write_check_fields(FieldWriter& out, const Check& check);
/// One check.
void write_check(FieldWriter& out, const Check& check);

}  // namespace gouji
