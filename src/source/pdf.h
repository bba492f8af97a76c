// SPDX-License-Identifier: GPL-3.0-or-later
// PDF files: opening, metadata, and what each page prints. The only user of Poppler (with
// source/pdf_render.h).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gouji/report.h"
#include "gouji/result.h"
#include "source/page.h"

namespace gouji {

/// Caps that keep hostile or broken files from eating memory and time. A cap that is reached is a
/// Problem of the report, not an error, as long as anything could be read.
struct PdfLimits {
  int max_pages = 20'000;
  int max_glyphs_a_page = 400'000;
  int max_rulings_a_page = 60'000;
  long max_operators_a_page = 4'000'000;
  long max_content_bytes_a_page = 64L << 20U;  ///< of the page's own content, decoded
  int max_form_depth = 40;                     ///< forms within forms
  double max_seconds_a_page = 10;
};

/// What the document says of itself.
struct PdfInfo {
  int pages = 0;
  std::string producer;  ///< "" = unknown; joined with the creator where they differ
  std::string title;
  bool encrypted = false;
};

/// An open PDF. Not thread-safe: one object, one thread. Reads page by page, so memory stays flat.
class PdfDocument {
 public:
  /// Opens a PDF held in memory; `bytes` must outlive the object. `name` stands in messages.
  /// Errors: damaged, encrypted (with the remedy --password), unknown_format.
  static Result<PdfDocument> open(std::string_view bytes, const std::string& name,
                                  const std::string& password = {}, const PdfLimits& limits = {});
  ~PdfDocument();
  PdfDocument(PdfDocument&&) noexcept;
  PdfDocument& operator=(PdfDocument&&) noexcept;

  const PdfInfo& info() const;
  /// What page `number` (from 1) prints. Never fails: a page that cannot be read is empty and says
  /// so in problems().
  Page page(int number);
  /// What Poppler or a cap reported up to now (missing language packs, syntax errors counted, pages
  /// unread). The ids of the problems are empty; the list is handed over once.
  std::vector<Problem> take_problems();

 private:
  struct State;
  explicit PdfDocument(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace gouji
