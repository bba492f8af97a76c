// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/fields.h"

namespace gouji {

namespace {
constexpr auto kInline = JsonWriter::Layout::inline_;
}

void FieldWriter::field(std::string_view key, std::string_view value) {
  json_.key(key);
  json_.string(value);
}

void FieldWriter::field(std::string_view key, std::int64_t value) {
  json_.key(key);
  json_.number(value);
}

void FieldWriter::field(std::string_view key, const std::vector<std::string>& values) {
  json_.key(key);
  json_.begin_array(kInline);
  for (const std::string& value : values) json_.string(value);
  json_.end_array();
}

void FieldWriter::flag(std::string_view key, bool value) {
  json_.key(key);
  json_.boolean(value);
}

void FieldWriter::null(std::string_view key) {
  json_.key(key);
  json_.null();
}

void FieldWriter::field(std::string_view key, const At& at) {
  if (!at.known()) {
    null(key);
    return;
  }
  json_.key(key);
  json_.begin_object(kInline);
  field(paged_ ? "page" : "line", at.unit);
  json_.key(paged_ ? "boxes" : "chars");
  json_.begin_array();
  if (paged_) {
    for (const Box& box : at.boxes) {
      json_.begin_array();
      for (const float edge : {box.x0, box.y0, box.x1, box.y1}) json_.points(edge);
      json_.end_array();
    }
  } else {
    json_.number(at.begin);
    json_.number(at.end);
  }
  json_.end_array();
  json_.end_object();
}

void FieldWriter::field(std::string_view key, const Message& message) {
  json_.key(key);
  json_.begin_object(kInline);
  field("zh", message.zh);
  field("en", message.en);
  json_.end_object();
}

void FieldWriter::field(std::string_view key, const Quantity& quantity) {
  json_.key(key);
  json_.begin_object(kInline);
  field("value", quantity.value);
  field("unit", quantity.unit);
  json_.end_object();
}

void FieldWriter::field(std::string_view key, const RecordAmount& amount) {
  json_.key(key);
  json_.begin_object(kInline);
  field("value", amount.value);
  field("unit", amount.unit);
  field("normalized", amount.normalized);
  json_.end_object();
}

}  // namespace gouji
