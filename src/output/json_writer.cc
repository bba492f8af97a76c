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

bool is_high(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

/// Bytes that stand in a string as they are, whatever is beside them.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 0x80; ++c) plain[c] = c != '"' && c != '\\';
  return plain;
}();

bool is_plain(char c) {
  return kPlain[static_cast<unsigned char>(c)];
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
  if (!level.empty) buffer_ += ',';
  if (form_ == JsonForm::indented) {
    if (!level.inline_layout) {
      buffer_ += '\n';
      buffer_.append(2 * levels_.size(), ' ');
    } else if (!level.empty) {
      buffer_ += ' ';
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
  buffer_ += bracket;
}

void JsonWriter::end(char bracket) {
  const Level level = levels_.back();
  levels_.pop_back();
  if (form_ == JsonForm::indented && !level.inline_layout && !level.empty) {
    buffer_ += '\n';
    buffer_.append(2 * levels_.size(), ' ');
  }
  raw({&bracket, 1});
}

void JsonWriter::key(std::string_view name) {
  separate();
  quoted(name);
  buffer_ += form_ == JsonForm::indented ? ": " : ":";
  after_key_ = true;
}

void JsonWriter::string(std::string_view value) {
  before_value();
  quoted(value);
}

void JsonWriter::escaped(char c) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"':
      buffer_ += "\\\"";
      break;
    case '\\':
      buffer_ += "\\\\";
      break;
    case '\n':
      buffer_ += "\\n";
      break;
    case '\t':
      buffer_ += "\\t";
      break;
    default:
      buffer_ += "\\u00";
      buffer_ += kHex[static_cast<std::size_t>(c) >> 4];
      buffer_ += kHex[static_cast<std::size_t>(c) & 15];
  }
}

void JsonWriter::quoted(std::string_view text) {
  const std::size_t start = buffer_.size();
  buffer_ += '"';
  std::size_t done = 0;  // what is before it was written
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_plain(text[i])) continue;
    if (is_high(text[i])) {
      const std::size_t first = i;
      while (i + 1 < text.size() && is_high(text[i + 1])) ++i;
      if (is_valid_utf8(text.substr(first, i + 1 - first))) continue;
      buffer_.resize(start);
      quoted(to_utf8(from_utf8(text)));
      return;
    }
    buffer_ += text.substr(done, i - done);
    escaped(text[i]);
    done = i + 1;
  }
  buffer_ += text.substr(done);
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
