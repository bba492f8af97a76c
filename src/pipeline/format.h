// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of file some bytes are, by their first bytes, never by the name of the file.
#pragma once

#include <string>
#include <string_view>

#include "gouji/result.h"

namespace gouji {

enum class Format { pdf, text };

/// PDF: "%PDF-" within the first 1,024 bytes (what readers accept). Everything that is no known
/// binary format is taken for text; decoding judges it. Errors: empty (no bytes), unknown_format (a
/// known format that gouji does not read; the remedy says how to convert it).
Result<Format> detect_format(std::string_view bytes, const std::string& name);

}  // namespace gouji
