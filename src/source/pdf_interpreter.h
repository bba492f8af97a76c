// SPDX-License-Identifier: GPL-3.0-or-later
// Poppler's Gfx driven page by page, so that fonts are built once a document and not once a page.
// Private to source/: it includes Poppler's private headers.
#pragma once

#include <Gfx.h>
#include <PDFDoc.h>
#include <Page.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "source/pdf_device.h"

namespace gouji {

class PdfInterpreter {
 public:
  PdfInterpreter(PDFDoc& doc, PdfDevice& device, const PdfLimits& limits)
      : doc_(doc), device_(device), limits_(limits) {}

  /// Interprets page `number` (from 1) on the device, annotations too. Throws PageStopped.
  void show(int number);

 private:
  /// A Gfx for all pages of one size and rotation, with the fonts it has been given so far.
  struct Stage {
    PDFRectangle box;
    int rotate = 0;
    std::map<std::string, Ref> fonts;  ///< by the name that pages use
    std::unique_ptr<Gfx> gfx;
  };
  Stage& stage_for(::Page& page, int number);
  Object resources_for(Stage& stage, Dict* resources);
  void interpret(Stage& stage, ::Page& page);

  PDFDoc& doc_;
  PdfDevice& device_;
  const PdfLimits& limits_;
  std::vector<Stage> stages_;
  std::string contents_;  ///< of the page being read; kept to save allocations
};

}  // namespace gouji
