// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/format.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/utf8.h"

namespace gouji {

namespace {

struct Signature {
  std::string_view first_bytes;
  std::string_view what;
  std::string_view remedy;
};

using namespace std::string_view_literals;

constexpr std::string_view kSaveAs = "save it as PDF or as plain text";
constexpr std::string_view kUnpack = "unpack it and give the files in it";
constexpr std::string_view kRecognise =
    "run text recognition on it and give the PDF with its text layer";

constexpr std::array<Signature, 12> kSignatures = {{
    {"PK\x03\x04"sv, "a ZIP container (DOCX, XLSX, OFD or an archive)",
     "save a document as PDF or as plain text; unpack an archive"},
    {"\xD0\xCF\x11\xE0"sv, "an old Office file (DOC, XLS, WPS)", kSaveAs},
    {"{\\rtf"sv, "an RTF file", kSaveAs},
    {"Rar!"sv, "a RAR archive", kUnpack},
    {"7z\xBC\xAF"sv, "a 7-Zip archive", kUnpack},
    {"\x1F\x8B"sv, "a gzip file", kUnpack},
    {"\x89PNG"sv, "a PNG image", kRecognise},
    {"\xFF\xD8\xFF"sv, "a JPEG image", kRecognise},
    {"GIF8"sv, "a GIF image", kRecognise},
    {"II*\0"sv, "a TIFF image", kRecognise},
    {"MM\0*"sv, "a TIFF image", kRecognise},
    {"%!PS"sv, "a PostScript file", "convert it with ps2pdf"},
}};

/// How web pages begin, in lower case.
constexpr std::string_view kMarkup[] = {"<!doctype html", "<html", "<?xml"};

bool is_markup(std::string_view bytes) {
  bytes = without_byte_order_mark(bytes);
  bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
  return std::any_of(std::begin(kMarkup), std::end(kMarkup), [&](std::string_view start) {
    return bytes.size() >= start.size() &&
           std::equal(start.begin(), start.end(), bytes.begin(), [](char a, char b) {
             return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
           });
  });
}

/// Where readers look for the header of a PDF (implementation note 13 of the PDF 1.7 reference).
constexpr std::size_t kPdfHeaderWithin = 1024;

}  // namespace

Result<Format> detect_format(std::string_view bytes, const std::string& name) {
  if (bytes.empty()) {
    return Error{ErrorCode::empty, name + ": the file is empty", "download or export it again"};
  }
  if (bytes.substr(0, kPdfHeaderWithin).find("%PDF-") != std::string_view::npos) return Format::pdf;
  for (const Signature& signature : kSignatures) {
    if (bytes.substr(0, signature.first_bytes.size()) != signature.first_bytes) continue;
    return Error{ErrorCode::unknown_format,
                 name + ": " + std::string(signature.what) + ", which gouji does not read",
                 std::string(signature.remedy)};
  }
  if (is_markup(bytes))
    return Error{ErrorCode::unknown_format,
                 name +
                     ": a web page or XML (its tags would be read as text), which gouji does not "
                     "read",
                 std::string(kSaveAs)};
  return Format::text;
}

}  // namespace gouji
