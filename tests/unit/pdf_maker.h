// SPDX-License-Identifier: GPL-3.0-or-later
// Writes small PDFs for tests: objects, a cross-reference table, a trailer.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace gouji {

/// Pages of 200 x 300 points unless told otherwise. Fonts that every page has: /F1 Helvetica, /F2
/// Helvetica-Bold, /F3 a CID font whose codes are Unicode (two bytes, ToUnicode identity), one em
/// wide each.
class PdfMaker {
 public:
  /// Adds a page with content `content`; `extra` is written into its dictionary, `resources` into
  /// its resources, `filter` into the dictionary of its content.
  PdfMaker& page(std::string content, std::string extra = {}, std::string resources = {},
                 std::string filter = {}) {
    pages_.push_back(
        {std::move(content), std::move(extra), std::move(resources), std::move(filter)});
    return *this;
  }
  /// Adds an object and returns its number; refer to it as "N 0 R".
  int object(std::string body) {
    objects_.push_back(std::move(body));
    return kFirstFree + static_cast<int>(objects_.size()) - 1;
  }
  int stream(const std::string& data, const std::string& dictionary = {}) {
    return object(stream_body(data, dictionary));
  }
  PdfMaker& media_box(std::string box) {
    media_box_ = std::move(box);
    return *this;
  }
  PdfMaker& catalog(std::string entries) {
    catalog_ = std::move(entries);
    return *this;
  }
  /// Further fonts of every page: "/F9 10 0 R".
  PdfMaker& fonts(std::string entries) {
    fonts_ = std::move(entries);
    return *this;
  }
  PdfMaker& info(std::string entries) {
    info_ = std::move(entries);
    return *this;
  }
  std::string bytes() const;

  static std::string stream_body(const std::string& data, const std::string& dictionary) {
    return "<< /Length " + std::to_string(data.size()) + " " + dictionary + " >>\nstream\n" + data +
           "\nendstream";
  }

 private:
  struct PageParts {
    std::string content, extra, resources, filter;
  };
  static constexpr int kFirstFree = 10;
  std::vector<PageParts> pages_;
  std::vector<std::string> objects_;
  std::string media_box_ = "[0 0 200 300]";
  std::string catalog_, info_, fonts_;
};

inline std::string PdfMaker::bytes() const {
  std::vector<std::pair<int, std::string>> all;
  const int first_page = kFirstFree + static_cast<int>(objects_.size());
  std::string kids;
  for (std::size_t i = 0; i < pages_.size(); ++i)
    kids += std::to_string(first_page + 2 * static_cast<int>(i)) + " 0 R ";
  all.emplace_back(1, "<< /Type /Catalog /Pages 2 0 R " + catalog_ + " >>");
  all.emplace_back(2, "<< /Type /Pages /Count " + std::to_string(pages_.size()) + " /Kids [" +
                          kids + "] /MediaBox " + media_box_ + " >>");
  all.emplace_back(3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  all.emplace_back(4, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>");
  all.emplace_back(5,
                   "<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H "
                   "/DescendantFonts [6 0 R] /ToUnicode 8 0 R >>");
  all.emplace_back(6,
                   "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /CIDSystemInfo << "
                   "/Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 "
                   "/FontDescriptor 7 0 R >>");
  all.emplace_back(7,
                   "<< /Type /FontDescriptor /FontName /Test /Flags 4 /FontBBox [0 -120 1000 880] "
                   "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>");
  all.emplace_back(8, stream_body("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                                  "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
                                  "1 beginbfrange <0000> <FFFF> <0000> endbfrange\nendcmap end end",
                                  ""));
  all.emplace_back(9, "<< " + info_ + " >>");
  int number = kFirstFree;
  for (const std::string& body : objects_) all.emplace_back(number++, body);
  for (const PageParts& page : pages_) {
    all.emplace_back(number, "<< /Type /Page /Parent 2 0 R /Contents " +
                                 std::to_string(number + 1) +
                                 " 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R " +
                                 fonts_ + " >> " + page.resources + " >> " + page.extra + " >>");
    all.emplace_back(number + 1, stream_body(page.content, page.filter));
    number += 2;
  }
  std::string out = "%PDF-1.7\n";
  std::string xref = "xref\n0 " + std::to_string(all.size() + 1) + "\n0000000000 65535 f \n";
  for (const auto& [id, body] : all) {
    std::string offset = std::to_string(out.size());
    xref += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    out += std::to_string(id) + " 0 obj\n" + body + "\nendobj\n";
  }
  const std::string start = std::to_string(out.size());
  return out + xref + "trailer\n<< /Size " + std::to_string(all.size() + 1) +
         " /Root 1 0 R /Info 9 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

}  // namespace gouji
