// SPDX-License-Identifier: GPL-3.0-or-later
// Line numbers count what an editor counts (\n, \r\n, \r). A line separator, a vertical tab or a
// form feed inside a line begins a new LocatedText that keeps the number of its line.
#include "source/text_source.h"

#include <utility>

#include "text/decode.h"

namespace gouji {

namespace {

/// Cuts the decoded text into lines with places.
class LineCutter {
 public:
  explicit LineCutter(TextSource& out) : out_(out) { begin_line(); }

  void run(const std::u32string& chars) {
    for (std::size_t i = 0; i < chars.size(); ++i) {
      const char32_t c = chars[i];
      if (c == U'\r' && i + 1 < chars.size() && chars[i + 1] == U'\n') continue;
      if (c == U'\n' || c == U'\r') {
        flush();
        ++number_;
        begin_line();
      } else if (c == 0x2028 || c == 0x2029 || c == U'\v' || c == 0x85) {
        flush();
        begin_line();
      } else {
        if (c == U'\f' && !line_.empty()) {
          flush();
          begin_line();
        }
        const auto place = static_cast<std::int32_t>(i);
        line_.push_back(c, {index_, place, place + 1});
      }
    }
    if (!line_.empty()) flush();
  }

 private:
  void begin_line() { index_ = out_.print_lines.add({number_, 0, 0}); }
  void flush() { out_.lines.push_back(std::exchange(line_, {})); }

  TextSource& out_;
  LocatedText line_;
  std::int32_t number_ = 1;
  std::uint32_t index_ = 0;
};

Problem undecodable_bytes(const Decoded& decoded, const TextSource& source) {
  Problem problem;
  problem.code = "undecodable_bytes";
  problem.arguments = {{"count", std::to_string(decoded.undecodable)},
                       {"encoding", decoded.encoding}};
  for (const LocatedText& line : source.lines) {
    const bool holds = !line.empty() && line.places.front().from <= decoded.first_undecodable &&
                       decoded.first_undecodable <= line.places.back().from;
    if (!holds) continue;
    const auto offset =
        static_cast<std::size_t>(decoded.first_undecodable - line.places.front().from);
    problem.at = locate(line, offset, offset + 1, source.print_lines);
    break;
  }
  return problem;
}

}  // namespace

Result<TextSource> read_text(std::string_view bytes, const std::string& name,
                             const std::string& encoding) {
  if (bytes.size() > kMaxTextBytes) {
    return Error{ErrorCode::too_large,
                 name + ": " + std::to_string(bytes.size()) + " bytes of text, the limit is " +
                     std::to_string(kMaxTextBytes),
                 "split the file"};
  }
  Result<Decoded> decoded = decode(bytes, name, encoding);
  if (!decoded) return decoded.error();
  TextSource source;
  source.encoding = decoded->encoding;
  source.print_lines.source = PrintLines::Source::text;
  LineCutter(source).run(decoded->chars);
  if (decoded->undecodable > 0) source.problems.push_back(undecodable_bytes(*decoded, source));
  return source;
}

}  // namespace gouji
