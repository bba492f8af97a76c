// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of an unknown encoding to code points.
#pragma once

#include <string>
#include <string_view>

#include "gouji/result.h"

namespace gouji {

/// A decoded text. `chars` has U+FFFD for every sequence that could not be decoded.
struct Decoded {
  std::string
      encoding;  ///< "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5", or the name asked for
  std::u32string chars;         ///< without the byte-order mark
  long undecodable = 0;         ///< how many U+FFFD were put in
  long first_undecodable = -1;  ///< code point index of the first, -1 = none
};

/// Decodes `bytes`. `encoding` "" detects: byte-order mark, then UTF-16 by its zero bytes, then
/// strict UTF-8, then the better of GB18030 and Big5 as ICU's detector and the share of errors
/// tell. `name` opens the messages. Errors: usage (an encoding name that ICU does not know),
/// undecodable (binary data, or no encoding fits).
Result<Decoded> decode(std::string_view bytes, const std::string& name,
                       const std::string& encoding = {});

}  // namespace gouji
