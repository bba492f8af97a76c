// SPDX-License-Identifier: GPL-3.0-or-later
// What was odd while a PDF was read, as problems of the report: per page where the place matters,
// counted over the document where only the number does.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "gouji/report.h"
#include "source/page.h"

namespace gouji {

/// Why the reading of a page ended early.
enum class PageLimit { none, glyphs, operators, time, depth, content, broken };

/// What a page has besides Page: facts for the problems of the report.
struct PageFacts {
  int invisible = 0;     ///< glyphs of render mode 3
  int visible = 0;       ///< glyphs that are neither blank nor invisible
  int oblique = 0;       ///< glyphs of water marks
  int drawn_shapes = 0;  ///< filled shapes with curves: letters drawn as outlines, or a picture
  PageLimit limit = PageLimit::none;
};

class PdfProblems {
 public:
  void add_page(const Page& page, const PageFacts& facts);
  /// A message of Poppler's. Missing language packs and CMaps are named; the rest is counted.
  void add_message(std::string_view message, int page);
  void add_rebuilt();
  void add_page_cap(int pages, int cap);
  /// Problems of single pages in their order, then those of the document. The counts start anew.
  std::vector<Problem> take();

 private:
  /// How many of something, on how many pages, and the first of them.
  struct Count {
    long things = 0;
    int pages = 0;
    int first_page = 0;
    int last_page = 0;
    void add(long n, int page);
  };
  void add_count(const char* code, Severity severity, const Count& count);
  void add_scanned(int page);

  std::vector<Problem> problems_;
  std::set<std::string> named_;  ///< messages told already
  Count clipped_, off_page_, duplicates_, invisible_, oblique_, syntax_;
  std::string scanned_;  ///< pages all of whose text is invisible: "3-5,9"
  int last_scanned_ = 0;
};

}  // namespace gouji
