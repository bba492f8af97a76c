// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/pdf_problems.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace gouji {

namespace {

/// Filled shapes with curves from which on a page without text is taken for text drawn as outlines.
constexpr int kOutlinedText = 100;

Problem problem(const char* code, Severity severity, int page, std::string zh, std::string en) {
  Problem out;
  out.code = code;
  out.severity = severity;
  out.message = {std::move(zh), std::move(en)};
  out.at.unit = page;
  return out;
}

Problem without_text(const Page& page, const PageFacts& facts) {
  const int n = page.number;
  if (!page.images.empty())
    return problem("page_without_text", Severity::warning, n,
                   fmt::format("第{}页没有文字层，有{}幅图像：应为扫描页，其内容未读取", n,
                               page.images.size()),
                   fmt::format("page {} has no text layer but {} image(s): a scan; its content is "
                               "not read",
                               n, page.images.size()));
  if (facts.drawn_shapes >= kOutlinedText)
    return problem("page_without_text", Severity::warning, n,
                   fmt::format("第{}页没有文字层，文字被画成了图形，其内容未读取", n),
                   fmt::format("page {} has no text layer: its letters are drawn as shapes; its "
                               "content is not read",
                               n));
  return problem("page_without_text", Severity::info, n, fmt::format("第{}页没有文字", n),
                 fmt::format("page {} has no text", n));
}

Message limit_message(int page, PageLimit limit) {
  const char* zh = "";
  const char* en = "";
  switch (limit) {
    case PageLimit::none:
      break;
    case PageLimit::glyphs:
      zh = "字符过多";
      en = "too many characters";
      break;
    case PageLimit::operators:
      zh = "绘图操作过多";
      en = "too many drawing operators";
      break;
    case PageLimit::time:
      zh = "耗时过长";
      en = "it takes too long";
      break;
    case PageLimit::depth:
      zh = "表单对象嵌套过深";
      en = "forms are nested too deeply";
      break;
    case PageLimit::content:
      zh = "内容解压后过大";
      en = "its content is too large when decompressed";
      break;
    case PageLimit::broken:
      zh = "页面数据损坏";
      en = "its data is broken";
      break;
  }
  return {fmt::format("第{}页未读完：{}", page, zh),
          fmt::format("page {} is not read to its end: {}", page, en)};
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
  if (facts.limit != PageLimit::none) {
    Problem stopped = problem("limit_reached", Severity::error, n, "", "");
    stopped.message = limit_message(n, facts.limit);
    problems_.push_back(std::move(stopped));
  }
  if (lost.rulings_over_limit > 0)
    problems_.push_back(problem(
        "limit_reached", Severity::warning, n,
        fmt::format("第{}页线条过多，有{}条未读取", n, lost.rulings_over_limit),
        fmt::format("page {} has too many lines: {} are left out", n, lost.rulings_over_limit)));
  if (facts.visible == 0 && facts.invisible == 0) problems_.push_back(without_text(page, facts));
  if (lost.unmapped > 0)
    problems_.push_back(problem(
        "unmapped_glyphs", Severity::warning, n,
        fmt::format("第{}页有{}个字形无法对应到文字，以U+FFFD代替", n, lost.unmapped),
        fmt::format("page {}: {} glyph(s) cannot be mapped to characters; U+FFFD stands for them",
                    n, lost.unmapped)));
  clipped_.add(lost.clipped, n);
  off_page_.add(lost.off_page, n);
  duplicates_.add(lost.duplicates, n);
  invisible_.add(facts.invisible, n);
  oblique_.add(facts.oblique, n);
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
  problems_.push_back(problem(
      "missing_language_pack", Severity::error, page,
      "缺少字体编码数据，部分文字读不出来（请安装 poppler-data）：" + quote,
      "encoding data is missing, so that some text cannot be read (install poppler-data): " +
          quote));
}

void PdfProblems::add_rebuilt() {
  problems_.push_back(problem("pdf_rebuilt", Severity::warning, 0,
                              "文件的对象索引损坏，已扫描全文件重建，内容可能不全",
                              "the file's index of objects is broken and was rebuilt by scanning; "
                              "content may be missing"));
}

void PdfProblems::add_page_cap(int pages, int cap) {
  problems_.push_back(problem(
      "limit_reached", Severity::error, 0, fmt::format("文件有{}页，只读取前{}页", pages, cap),
      fmt::format("the file has {} pages; only the first {} are read", pages, cap)));
}

void PdfProblems::add_count(const char* code, Severity severity, const Count& count,
                            const char* zh_what, const char* en_what) {
  if (count.things == 0) return;
  const std::string zh_pages = count.pages > 1 ? fmt::format("（共{}页）", count.pages) : "";
  const std::string en_pages = count.pages > 1 ? fmt::format(" on {} pages", count.pages) : "";
  problems_.push_back(problem(code, severity, count.first_page,
                              fmt::format("{}个{}{}", count.things, zh_what, zh_pages),
                              fmt::format("{} {}{}", count.things, en_what, en_pages)));
}

std::vector<Problem> PdfProblems::take() {
  std::stable_sort(problems_.begin(), problems_.end(),
                   [](const Problem& a, const Problem& b) { return a.at.unit < b.at.unit; });
  add_count("clipped_text", Severity::info, clipped_, "字符在裁剪区之外，页面上看不见，未采用",
            "characters lie outside the clip, are not seen on the page, and are left out");
  add_count("off_page_text", Severity::warning, off_page_, "字符在页面之外，未采用",
            "characters lie beyond the edge of the page and are left out");
  add_count("duplicate_glyphs", Severity::info, duplicates_,
            "字符在同一位置重复打印（描粗），只取一次",
            "characters are printed twice at one place (to look bold) and are taken once");
  add_count("invisible_text", Severity::info, invisible_,
            "字符不可见（扫描件上的文字识别层），可能有误",
            "characters are invisible (a recognised text layer over a scan) and may be wrong");
  add_count("water_mark", Severity::info, oblique_, "字符斜排（水印）",
            "characters are set obliquely (a water mark)");
  add_count("pdf_syntax", Severity::info, syntax_, "处语法错误，已尽量绕过",
            "syntax errors in the file, worked around as far as possible");
  clipped_ = off_page_ = duplicates_ = invisible_ = oblique_ = syntax_ = {};
  return std::exchange(problems_, {});
}

}  // namespace gouji
