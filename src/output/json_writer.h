// SPDX-License-Identifier: GPL-3.0-or-later
// JSON written piece by piece into a sink, without a tree of it in memory.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/sink.h"

namespace gouji {

/// How JSON is set.
enum class JsonForm {
  indented,  ///< for people: two blanks a level; small things stay on one line
  compact,   ///< one line, no blanks
};

/// Appends a length in PDF points, at most two decimals, without idle zeros.
void append_points(std::string& text, float value);

/// Writes one JSON value. The calls must nest properly; a key stands before each value of an
/// object. Strings that are not UTF-8 (a file name may be any bytes) have U+FFFD in their place.
class JsonWriter {
 public:
  enum class Layout {
    lines,   ///< each member on a line of its own (indented form)
    inline_  ///< all of it on one line, whatever it contains
  };

  JsonWriter(Sink& sink, JsonForm form) : sink_(sink), form_(form) {}
  ~JsonWriter() { flush(); }
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  void begin_object(Layout layout = Layout::lines) { begin('{', layout); }
  void end_object() { end('}'); }
  void begin_array(Layout layout = Layout::lines) { begin('[', layout); }
  void end_array() { end(']'); }
  void key(std::string_view name);
  void string(std::string_view value);
  void number(std::int64_t value);
  /// A length, as append_points() writes it.
  void points(float value);
  void boolean(bool value);
  void null();
  /// Ends the text with a line feed and hands everything on.
  void finish();

 private:
  struct Level {
    bool inline_layout = false;
    bool empty = true;
  };

  void begin(char bracket, Layout layout);
  void end(char bracket);
  void before_value();
  void separate();
  void raw(std::string_view text);
  void quoted(std::string_view text);
  void escaped(char c);
  void flush();

  Sink& sink_;
  JsonForm form_;
  std::vector<Level> levels_;
  bool after_key_ = false;
  std::string buffer_;
};

}  // namespace gouji
