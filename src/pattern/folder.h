// SPDX-License-Identifier: GPL-3.0-or-later
// Pattern files of a folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pattern/parse.h"

namespace gouji {

/// Every *.toml below `folder`, in order of path. Errors: bad_pattern when the folder or a file
/// cannot be read or there is none. With `shown_prefix`, messages name files by it instead of the
/// folder.
Result<std::vector<PatternFileText>> read_pattern_folder(const std::string& folder,
                                                         const std::string& shown_prefix = {});

/// A digest over paths and contents, 64 hexadecimal digits. `before` is what the digest goes on
/// from, e.g. the digest of the built-in files.
std::string hash_of_files(std::string_view before, const std::vector<PatternFileText>& files);

}  // namespace gouji
