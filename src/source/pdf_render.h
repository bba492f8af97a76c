// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of a PDF as pixels, for overlays and recognition.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gouji/result.h"

namespace gouji {

/// A picture: rows from the top, three bytes a pixel (red, green, blue), no padding.
struct Pixels {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgb;
};

/// Renders pages. Not thread-safe: one object, one thread.
class PdfRenderer {
 public:
  /// Opens a PDF held in memory; `bytes` must outlive the object. `name` stands in messages.
  /// Errors: damaged, encrypted, too_large (beyond 2 GB).
  static Result<PdfRenderer> open(std::string_view bytes, const std::string& name,
                                  const std::string& password = {});
  ~PdfRenderer();
  PdfRenderer(PdfRenderer&&) noexcept;
  PdfRenderer& operator=(PdfRenderer&&) noexcept;

  int pages() const;
  /// Page `number` (from 1) as displayed, at `dpi` dots an inch (72: a pixel is a point). Errors:
  /// usage (no such page, a dpi outside 10..1200), too_large (over 100 million pixels), damaged.
  Result<Pixels> page(int number, int dpi) const;

 private:
  struct State;
  explicit PdfRenderer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace gouji
