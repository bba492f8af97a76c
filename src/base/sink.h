// SPDX-License-Identifier: GPL-3.0-or-later
// Where written bytes go.
#pragma once

#include <string>
#include <string_view>

namespace gouji {

/// Takes bytes in order. Failures are kept by the sink and asked for at its end.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void write(std::string_view bytes) = 0;
  /// Is anything further written in vain?
  virtual bool failed() const { return false; }
};

/// Collects in memory.
class StringSink : public Sink {
 public:
  void write(std::string_view bytes) override { text_.append(bytes); }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace gouji
