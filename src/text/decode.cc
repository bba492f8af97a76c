// SPDX-License-Identifier: GPL-3.0-or-later
// Detection goes from certain to likely: a byte-order mark and strictly valid UTF-8 are proofs;
// UTF-16 shows in zero bytes at every other place; between GB18030 and Big5, whose byte ranges
// overlap, the one with fewer undecodable sequences wins, and where both decode cleanly, the one
// that ICU's detector is surer of.
#include "text/decode.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "base/utf8.h"
#include "text/charclass.h"

namespace gouji {

namespace {

/// More control characters than this share of all bytes, and it is no text (real dumps: below
/// 0.1%).
constexpr double kMostControls = 0.02;
/// More undecodable sequences than this share of the characters, and the encoding does not fit.
/// Damaged downloads of real reports stay below 1%.
constexpr double kMostErrors = 0.05;
/// Units of a text in UTF-16 that must be Chinese or ASCII. Real reports: above 0.99; other data
/// read so: below 0.5.
constexpr double kUtf16Share = 0.85;
/// Bytes that detection looks at.
constexpr std::size_t kSample = 256 * 1024;

struct ConverterClose {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct DetectorClose {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};
using Converter = std::unique_ptr<UConverter, ConverterClose>;

Converter open_converter(const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding.c_str(), &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

void count_undecodable(Decoded& decoded) {
  for (std::size_t i = 0; i < decoded.chars.size(); ++i) {
    if (decoded.chars[i] != kReplacement) continue;
    if (decoded.undecodable++ == 0) decoded.first_undecodable = static_cast<long>(i);
  }
}

Decoded convert(UConverter* converter, std::string_view bytes, const std::string& encoding) {
  Decoded decoded;
  decoded.encoding = encoding;
  std::array<UChar, 4096> units{};
  std::u16string text;
  text.reserve(bytes.size());
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    UChar* target = units.data();
    ucnv_toUnicode(converter, &target, units.data() + units.size(), &source, end, nullptr, 1,
                   &status);
    text.append(units.data(), static_cast<std::size_t>(target - units.data()));
  }
  decoded.chars.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t c = text[i];
    if (c >= 0xD800 && c <= 0xDBFF && i + 1 < text.size()) {
      c = 0x10000 + ((c - 0xD800) << 10U) + (static_cast<char32_t>(text[++i]) - 0xDC00);
    }
    if (c == 0xFEFF && decoded.chars.empty()) continue;
    decoded.chars.push_back(c);
  }
  count_undecodable(decoded);
  return decoded;
}

Decoded from_utf8_bytes(std::string_view bytes) {
  bytes = without_byte_order_mark(bytes);
  Decoded decoded;
  decoded.encoding = "UTF-8";
  decoded.chars = from_utf8(bytes);
  count_undecodable(decoded);
  return decoded;
}

/// The share of two-byte units, read in that byte order, that Chinese text is made of: ASCII,
/// hanzi, CJK punctuation, full-width forms, general punctuation.
double utf16_share(std::string_view sample, bool little_endian) {
  std::size_t known = 0;
  for (std::size_t i = 0; i + 1 < sample.size(); i += 2) {
    const auto first = static_cast<unsigned char>(sample[i]);
    const auto second = static_cast<unsigned char>(sample[i + 1]);
    const char32_t unit = little_endian ? second * 256U + first : first * 256U + second;
    known += unit == 9 || unit == 10 || unit == 13 || (unit >= 0x20 && unit < 0x7F) ||
                     is_wide(unit) || (unit >= 0x2000 && unit <= 0x22FF)
                 ? 1U
                 : 0U;
  }
  return sample.size() < 2 ? 0
                           : 2.0 * static_cast<double>(known) / static_cast<double>(sample.size());
}

/// "UTF-16LE", "UTF-16BE" or "", by a byte-order mark, else by which byte order gives Chinese text.
/// A text without a single zero byte is left to the other encodings: even one line end or digit in
/// UTF-16 has one.
std::string utf16_kind(std::string_view bytes) {
  if (bytes.substr(0, 2) == "\xFF\xFE") return "UTF-16LE";
  if (bytes.substr(0, 2) == "\xFE\xFF") return "UTF-16BE";
  const std::string_view sample = bytes.substr(0, kSample);
  if (sample.find('\0') == std::string_view::npos) return {};
  const double little = utf16_share(sample, true);
  const double big = utf16_share(sample, false);
  if (std::max(little, big) < kUtf16Share) return {};
  return little > big ? "UTF-16LE" : "UTF-16BE";
}

bool looks_binary(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSample);
  std::size_t controls = 0;
  for (const char byte : sample) {
    const auto value = static_cast<unsigned char>(byte);
    const bool layout = value == '\t' || value == '\n' || value == '\r' || value == '\f' ||
                        value == '\v' || value == 0x07 || value == 0x1A;
    controls += (value < 0x20 && !layout) || value == 0x7F ? 1U : 0U;
  }
  return static_cast<double>(controls) > kMostControls * static_cast<double>(sample.size());
}

double error_share(const Decoded& decoded) {
  return decoded.chars.empty()
             ? 0
             : static_cast<double>(decoded.undecodable) / static_cast<double>(decoded.chars.size());
}

/// How sure ICU's detector (byte statistics of the commonest characters) is of an encoding, 0 to
/// 100.
int icu_confidence(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, DetectorClose> detector(ucsdet_open(&status));
  const auto length = static_cast<int32_t>(std::min(bytes.size(), kSample));
  ucsdet_setText(detector.get(), bytes.data(), length, &status);
  int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  for (int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
    if (std::string_view(encoding) != ucsdet_getName(matches[i], &status)) continue;
    return ucsdet_getConfidence(matches[i], &status);
  }
  return 0;
}

/// The better of the two Chinese double-byte encodings.
Decoded best_double_byte(std::string_view bytes) {
  Decoded simplified = convert(open_converter("gb18030").get(), bytes, "GB18030");
  Decoded traditional = convert(open_converter("Big5").get(), bytes, "Big5");
  const double gap = error_share(simplified) - error_share(traditional);
  const bool tie = gap > -0.002 && gap < 0.002;
  const bool big5 =
      tie ? icu_confidence(bytes, "Big5") > icu_confidence(bytes, "GB18030") : gap > 0;
  return big5 ? std::move(traditional) : std::move(simplified);
}

Error undecodable(const std::string& name, const std::string& why) {
  return {ErrorCode::undecodable, name + ": " + why,
          "if it is text, name its encoding with --encoding; else give a PDF or a text file"};
}

Result<Decoded> decode_as(std::string_view bytes, const std::string& name,
                          const std::string& encoding) {
  const Converter converter = open_converter(encoding);
  if (!converter) {
    return Error{ErrorCode::usage, "unknown encoding \"" + encoding + "\"",
                 "give a name such as UTF-8, UTF-16, GB18030 or Big5"};
  }
  Decoded decoded = convert(converter.get(), bytes, encoding);
  if (error_share(decoded) > kMostErrors) {
    return undecodable(name,
                       std::to_string(decoded.undecodable) + " byte sequences are not " + encoding);
  }
  return decoded;
}

}  // namespace

Result<Decoded> decode(std::string_view bytes, const std::string& name,
                       const std::string& encoding) {
  if (!encoding.empty()) return decode_as(bytes, name, encoding);
  if (const std::string utf16 = utf16_kind(bytes); !utf16.empty()) {
    Decoded decoded = convert(open_converter(utf16).get(), bytes, utf16);
    if (error_share(decoded) <= kMostErrors) return decoded;
  }
  if (looks_binary(bytes)) return undecodable(name, "binary data, neither a PDF nor text");
  if (is_valid_utf8(bytes)) return from_utf8_bytes(bytes);
  Decoded utf8 = from_utf8_bytes(bytes);
  Decoded chinese = best_double_byte(bytes);
  Decoded& best = error_share(utf8) < error_share(chinese) ? utf8 : chinese;
  if (error_share(best) > kMostErrors) {
    return undecodable(name, "the bytes are no text in UTF-8, UTF-16, GB18030 or Big5");
  }
  return std::move(best);
}

}  // namespace gouji
