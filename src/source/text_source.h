// SPDX-License-Identifier: GPL-3.0-or-later
// Text files: decoded, as lines that know their place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gouji/report.h"
#include "gouji/result.h"
#include "text/located_text.h"

namespace gouji {

/// Texts beyond this are refused: a located character takes 16 bytes of memory. The largest real
/// text dump seen has 300 KB.
inline constexpr std::size_t kMaxTextBytes = std::size_t{64} << 20U;

/// A decoded text. `lines` are without their line ends (\n, \r\n, \r, U+2028); a form feed stays as
/// the first character of its line. CharPlace::from and to are code points of the decoded source
/// (after a byte-order mark is taken away).
struct TextSource {
  std::string encoding;  ///< "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5"
  PrintLines print_lines;
  std::vector<LocatedText> lines;
  std::vector<Problem> problems;  ///< undecodable bytes: how many, and where the first stands
};

/// Decodes `bytes`. `encoding` forces one (any name ICU knows), "" detects. `name` stands in
/// messages. Errors: undecodable (nothing fits, or binary data), usage (unknown encoding name).
Result<TextSource> read_text(std::string_view bytes, const std::string& name,
                             const std::string& encoding = {});

}  // namespace gouji
