// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/pdf_problems.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace gouji {

namespace {

/// Filled shapes with curves from which on a page without text is taken for text drawn as outlines.
constexpr int kOutlinedText = 100;

Problem problem(const char* code, Severity severity, int page, const char* wording = "",
                std::vector<std::pair<std::string, std::string>> arguments = {}) {
  Problem out;
  out.code = code;
  out.severity = severity;
  out.at.unit = page;
  out.wording = wording;
  out.arguments = std::move(arguments);
  return out;
}

template <class Number>
std::pair<std::string, std::string> argument(const char* name, Number value) {
  return {name, std::to_string(value)};
}

Problem without_text(const Page& page, const PageFacts& facts) {
  const int n = page.number;
  if (!page.images.empty())
    return problem("page_without_text", Severity::warning, n, "scan",
                   {argument("page", n), argument("images", page.images.size())});
  if (facts.drawn_shapes >= kOutlinedText)
    return problem("page_without_text", Severity::warning, n, "outlines", {argument("page", n)});
  return problem("page_without_text", Severity::info, n, "", {argument("page", n)});
}

/// The sentence of patterns/message/problem.toml for a page that was not read to its end.
const char* limit_wording(PageLimit limit) {
  switch (limit) {
    case PageLimit::none:
      break;
    case PageLimit::glyphs:
      return "glyphs";
    case PageLimit::operators:
      return "operators";
    case PageLimit::time:
      return "time";
    case PageLimit::depth:
      return "depth";
    case PageLimit::content:
      return "content";
    case PageLimit::broken:
      return "broken";
  }
  return "";
}

}  // namespace

void PdfProblems::Count::add(long n, int page) {
  if (n == 0) return;
  things += n;
  if (page != last_page) ++pages;
  if (first_page == 0) first_page = page;
  last_page = page;
}

void PdfProblems::add_page(const Page& page, const PageFacts& facts) {
  const PageLosses& lost = page.losses;
  const int n = page.number;
  if (facts.limit != PageLimit::none)
    problems_.push_back(problem("limit_reached", Severity::error, n, limit_wording(facts.limit),
                                {argument("page", n)}));
  if (lost.rulings_over_limit > 0)
    problems_.push_back(problem("limit_reached", Severity::warning, n, "rulings",
                                {argument("page", n), argument("count", lost.rulings_over_limit)}));
  if (facts.visible == 0 && facts.invisible == 0) problems_.push_back(without_text(page, facts));
  if (lost.unmapped > 0)
    problems_.push_back(problem("unmapped_glyphs", Severity::warning, n, "",
                                {argument("page", n), argument("count", lost.unmapped)}));
  clipped_.add(lost.clipped, n);
  off_page_.add(lost.off_page, n);
  duplicates_.add(lost.duplicates, n);
  invisible_.add(facts.invisible, n);
  oblique_.add(facts.oblique, n);
  if (facts.visible == 0 && facts.invisible > 0) add_scanned(n);
}

void PdfProblems::add_scanned(int page) {
  if (last_scanned_ != 0 && page == last_scanned_ + 1) {
    const std::size_t last = scanned_.find_last_of(",-");
    if (last != std::string::npos && scanned_[last] == '-') scanned_.erase(last);
    scanned_ += "-" + std::to_string(page);
  } else {
    scanned_ += (scanned_.empty() ? "" : ",") + std::to_string(page);
  }
  last_scanned_ = page;
}

void PdfProblems::add_message(std::string_view message, int page) {
  const auto has = [&](std::string_view word) {
    return message.find(word) != std::string_view::npos;
  };
  const bool is_pack = has("Missing language pack") || (has("Couldn't find") && has("CMap")) ||
                       has("Unknown character collection");
  if (!is_pack) {
    syntax_.add(1, page);
    return;
  }
  constexpr std::size_t kLongestQuote = 160;
  const std::string quote(message.substr(0, kLongestQuote));
  if (!named_.insert(quote).second) return;
  problems_.push_back(
      problem("missing_language_pack", Severity::error, page, "", {{"quote", quote}}));
}

void PdfProblems::add_rebuilt() {
  problems_.push_back(problem("pdf_rebuilt", Severity::warning, 0));
}

void PdfProblems::add_page_cap(int pages, int cap) {
  problems_.push_back(problem("limit_reached", Severity::error, 0, "pages",
                              {argument("pages", pages), argument("cap", cap)}));
}

void PdfProblems::add_count(const char* code, Severity severity, const Count& count) {
  if (count.things == 0) return;
  const char* wording = count.pages == 0 ? "file" : "";  // met before any page was read
  problems_.push_back(problem(code, severity, count.first_page, wording,
                              {argument("count", count.things), argument("pages", count.pages)}));
}

std::vector<Problem> PdfProblems::take() {
  std::stable_sort(problems_.begin(), problems_.end(),
                   [](const Problem& a, const Problem& b) { return a.at.unit < b.at.unit; });
  add_count("clipped_text", Severity::info, clipped_);
  add_count("off_page_text", Severity::warning, off_page_);
  add_count("duplicate_glyphs", Severity::info, duplicates_);
  add_count("invisible_text", Severity::info, invisible_);
  if (invisible_.things > 0) problems_.back().arguments.emplace_back("scanned", scanned_);
  add_count("water_mark", Severity::info, oblique_);
  add_count("pdf_syntax", Severity::info, syntax_);
  clipped_ = off_page_ = duplicates_ = invisible_ = oblique_ = syntax_ = {};
  scanned_.clear();
  last_scanned_ = 0;
  return std::exchange(problems_, {});
}

}  // namespace gouji
