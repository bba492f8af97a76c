// SPDX-License-Identifier: GPL-3.0-or-later
// A stack of open brackets decides about commas, line breaks and blanks. Text is gathered in a
// small buffer, so that the sink is called once every few kilobytes.
#include "output/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>

#include "base/utf8.h"

namespace gouji {
namespace {

/// Bytes gathered before the sink is called.
constexpr std::size_t kBuffer = 16 * 1024;
/// Largest coordinate that is printed, PDF points: what a 32-bit float holds exactly to 1/100.
constexpr float kMaxPoints = 160'000.0F;

bool needs_escape(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

}  // namespace

void append_points(std::string& text, float value) {
  if (!(value >= -kMaxPoints)) value = -kMaxPoints;  // NaN too
  if (value > kMaxPoints) value = kMaxPoints;
  std::int64_t hundredths = std::llround(static_cast<double>(value) * 100);
  if (hundredths < 0) {
    text += '-';
    hundredths = -hundredths;
  }
  std::array<char, 24> digits{};
  char* end = std::to_chars(digits.data(), digits.data() + 16, hundredths / 100).ptr;
  const auto rest = static_cast<int>(hundredths % 100);
  if (rest != 0) {
    *end++ = '.';
    *end++ = static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0) *end++ = static_cast<char>('0' + rest % 10);
  }
  text.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

void JsonWriter::raw(std::string_view text) {
  buffer_.append(text);
  if (buffer_.size() >= kBuffer) flush();
}

void JsonWriter::flush() {
  if (!buffer_.empty()) sink_.write(buffer_);
  buffer_.clear();
}

void JsonWriter::separate() {
  Level& level = levels_.back();
  if (!level.empty) raw(",");
  if (form_ == JsonForm::indented) {
    if (!level.inline_layout) {
      raw("\n");
      buffer_.append(2 * levels_.size(), ' ');
    } else if (!level.empty) {
      raw(" ");
    }
  }
  level.empty = false;
}

void JsonWriter::before_value() {
  if (!after_key_ && !levels_.empty()) separate();
  after_key_ = false;
}

void JsonWriter::begin(char bracket, Layout layout) {
  before_value();
  const bool inside = !levels_.empty() && levels_.back().inline_layout;
  levels_.push_back({inside || layout == Layout::inline_, true});
  raw({&bracket, 1});
}

void JsonWriter::end(char bracket) {
  const Level level = levels_.back();
  levels_.pop_back();
  if (form_ == JsonForm::indented && !level.inline_layout && !level.empty) {
    raw("\n");
    buffer_.append(2 * levels_.size(), ' ');
  }
  raw({&bracket, 1});
}

void JsonWriter::key(std::string_view name) {
  separate();
  quoted(name);
  raw(form_ == JsonForm::indented ? ": " : ":");
  after_key_ = true;
}

void JsonWriter::string(std::string_view value) {
  before_value();
  quoted(value);
}

void JsonWriter::quoted(std::string_view text) {
  if (!is_valid_utf8(text)) {
    quoted(to_utf8(from_utf8(text)));
    return;
  }
  raw("\"");
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (!needs_escape(c)) continue;
    raw(text.substr(done, i - done));
    done = i + 1;
    static constexpr std::string_view kHex = "0123456789abcdef";
    switch (c) {
      case '"':
        raw("\\\"");
        break;
      case '\\':
        raw("\\\\");
        break;
      case '\n':
        raw("\\n");
        break;
      case '\t':
        raw("\\t");
        break;
      default:
        raw("\\u00");
        raw(kHex.substr(static_cast<std::size_t>(c) >> 4, 1));
        raw(kHex.substr(static_cast<std::size_t>(c) & 15, 1));
    }
  }
  raw(text.substr(done));
  raw("\"");
}

void JsonWriter::number(std::int64_t value) {
  before_value();
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void JsonWriter::points(float value) {
  before_value();
  append_points(buffer_, value);
}

void JsonWriter::boolean(bool value) {
  before_value();
  raw(value ? "true" : "false");
}

void JsonWriter::null() {
  before_value();
  raw("null");
}

void JsonWriter::finish() {
  raw("\n");
  flush();
}

}  // namespace gouji
