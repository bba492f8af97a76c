// SPDX-License-Identifier: GPL-3.0-or-later
// Run when gouji is built: reads and lints the pattern files of a folder with the reader that the
// library uses, and writes them as a C++ source: packed for loading, and whole for `gouji
// patterns`.
//
//   pattern_compiler FOLDER OUTPUT.cc
#include <cstdio>
#include <string>

#include "base/file.h"
#include "pattern/builtin.h"
#include "pattern/folder.h"
#include "pattern/packed.h"

namespace gouji {

// The compiler itself has no built-in patterns.
const BuiltinPatterns& builtin_patterns() {
  static const BuiltinPatterns kNone = {};
  return kNone;
}

namespace {

/// Bytes as a C++ string literal, a line of source for every 64.
std::string literal(std::string_view bytes) {
  std::string out = "std::string_view(";
  for (std::size_t i = 0; i < bytes.size(); i += 64) {
    out += "\n    \"";
    for (const char c : bytes.substr(i, 64)) {
      char code[8];
      std::snprintf(code, sizeof code, "\\%03o", static_cast<unsigned char>(c));
      out += code;
    }
    out += '"';
  }
  if (bytes.empty()) out += "\"\"";
  return out + ", " + std::to_string(bytes.size()) + ")";
}

int fail(const Error& error) {
  // The form that compilers use, so that editors jump to the place.
  std::fprintf(stderr, "%s\n  %s\n", error.message.c_str(), error.remedy.c_str());
  return 1;
}

int run(const std::string& folder, const std::string& output) {
  const Result<std::vector<PatternFileText>> texts = read_pattern_folder(folder);
  if (!texts) return fail(texts.error());
  const Result<std::vector<PatternFile>> files = parse_pattern_files(*texts);
  if (!files) return fail(files.error());
  std::string source =
      "// Written by pattern_compiler from the files below patterns/.\n"
      "#include \"pattern/builtin.h\"\n\nnamespace gouji {\n\n"
      "static const BuiltinFile kFiles[] = {\n";
  for (const PatternFileText& text : *texts)
    source += "    {\"" + text.path + "\", " + literal(text.bytes) + "},\n";
  source +=
      "};\n\nconst BuiltinPatterns& builtin_patterns() {\n  static const BuiltinPatterns kAll = {" +
      literal(pack(*files)) + ",\n    \"" + hash_of_files({}, *texts) + "\", kFiles, " +
      std::to_string(texts->size()) + "};\n  return kAll;\n}\n\n}  // namespace gouji\n";
  const Result<Done> written = write_file(output, source);
  return written ? 0 : fail(written.error());
}

}  // namespace
}  // namespace gouji

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: pattern_compiler FOLDER OUTPUT.cc\n");
    return 2;
  }
  return gouji::run(argv[1], argv[2]);
}
