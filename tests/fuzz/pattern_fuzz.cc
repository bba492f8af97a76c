// SPDX-License-Identifier: GPL-3.0-or-later
// Pattern files.
#include "fuzz/fuzz.h"
#include "pattern/parse.h"

void fuzz(std::string_view bytes) {
  for (const char* path : {"outline/marker.toml", "vocabulary/measure.toml", "table/kind.toml"})
    (void)gouji::parse_pattern_file({path, path, std::string(bytes)}, {});
}
