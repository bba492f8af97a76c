// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes in any encoding, or none.
#include "fuzz/fuzz.h"
#include "text/decode.h"

void fuzz(std::string_view bytes) {
  for (const char* encoding : {"", "GB18030", "UTF-16LE"})
    (void)gouji::decode(bytes, "fuzz.txt", encoding);
}
