// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/text_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include "base/utf8.h"

namespace gouji {
namespace {

const std::string kProse =
    "一、收入决算情况说明\n2023年度本年收入合计226.23万元，其中：一般公共预算财政拨款收入193."
    "15万元，占85.38%。\n";
const std::string kTraditional =
    "一、歲入決算情形說明\n本年度歲入決算數為三百二十萬元，較上年度增加，主要是稅課收入的成長所致。"
    "\n";

std::string encoded(const std::string& utf8, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out(utf8.size() * 4 + 16, '\0');
  const int32_t length =
      ucnv_convert(encoding, "UTF-8", out.data(), static_cast<int32_t>(out.size()), utf8.data(),
                   static_cast<int32_t>(utf8.size()), &status);
  EXPECT_TRUE(U_SUCCESS(status)) << encoding;
  out.resize(static_cast<std::size_t>(length));
  return out;
}

struct EncodingCase {
  const char* what;
  std::string bytes;
  std::string text;
  std::string encoding;
};

TEST(ReadText, DetectsTheEncoding) {
  const EncodingCase cases[] = {
      {"plain UTF-8", kProse, kProse, "UTF-8"},
      {"UTF-8 with a byte-order mark", "\xEF\xBB\xBF" + kProse, kProse, "UTF-8"},
      {"UTF-16 with a mark", encoded(kProse, "UTF-16LE").insert(0, "\xFF\xFE"), kProse, "UTF-16LE"},
      {"UTF-16LE without a mark", encoded(kProse, "UTF-16LE"), kProse, "UTF-16LE"},
      {"UTF-16BE without a mark", encoded(kProse, "UTF-16BE"), kProse, "UTF-16BE"},
      {"GB18030", encoded(kProse, "GB18030"), kProse, "GB18030"},
      {"Big5", encoded(kTraditional, "Big5"), kTraditional, "Big5"},
      {"ASCII", "a,b\n", "a,b\n", "UTF-8"},
  };
  for (const EncodingCase& c : cases) {
    const Result<TextSource> source = read_text(c.bytes, "x.txt");
    ASSERT_TRUE(source.has_value()) << c.what << ": " << source.error().message;
    EXPECT_EQ(source->encoding, c.encoding) << c.what;
    std::string text;
    for (const LocatedText& line : source->lines) text += line.utf8() + "\n";
    EXPECT_EQ(text, c.text) << c.what;
    EXPECT_TRUE(source->problems.empty()) << c.what;
  }
}

TEST(ReadText, CountsLinesAsEditorsDo) {
  const auto source = read_text("a\r\nb\rc\n\nd\u2028e\ff\n", "x.txt");
  ASSERT_TRUE(source.has_value());
  std::vector<std::pair<std::string, int>> lines;
  for (const LocatedText& line : source->lines) {
    const int number = line.empty() ? 0 : source->print_lines.lines[line.places[0].line].unit;
    lines.emplace_back(line.utf8(), number);
  }
  EXPECT_THAT(lines, testing::ElementsAre(std::pair("a", 1), std::pair("b", 2), std::pair("c", 3),
                                          std::pair("", 0), std::pair("d", 5), std::pair("e", 5),
                                          std::pair("\ff", 5)));
  EXPECT_EQ(source->lines[1].places[0].from, 3)
      << "offsets are those of the source, \\r\\n counts two";
}

TEST(ReadText, ReportsWhatCannotBeDecoded) {
  std::string bytes = kProse + kProse + kProse;
  bytes[3] = '\xFF';
  const auto source = read_text(bytes, "x.txt");
  ASSERT_TRUE(source.has_value());
  ASSERT_EQ(source->problems.size(), 1U);
  EXPECT_EQ(source->problems[0].code, "undecodable_bytes");
  EXPECT_EQ(source->problems[0].at.unit, 1);
  EXPECT_EQ(source->problems[0].at.begin, 1);
}

TEST(ReadText, RefusesWhatIsNoText) {
  std::string noise;
  for (int i = 0; i < 2000; ++i) noise.push_back(static_cast<char>((i * 7919 + i / 3) % 256));
  const auto source = read_text(noise, "noise.bin");
  ASSERT_FALSE(source.has_value());
  EXPECT_EQ(source.error().code, ErrorCode::undecodable);
  EXPECT_EQ(source.error().message, "noise.bin: binary data, neither a PDF nor text");
}

TEST(ReadText, TakesAnEncodingByName) {
  const auto forced = read_text(encoded(kProse, "GB18030"), "x.txt", "gbk");
  ASSERT_TRUE(forced.has_value());
  EXPECT_EQ(forced->encoding, "gbk");
  const auto wrong = read_text(encoded(kProse, "GB18030"), "x.txt", "UTF-8");
  ASSERT_FALSE(wrong.has_value());
  EXPECT_EQ(wrong.error().code, ErrorCode::undecodable);
  const auto unknown = read_text("a", "x.txt", "klingon");
  ASSERT_FALSE(unknown.has_value());
  EXPECT_EQ(unknown.error().message, "unknown encoding \"klingon\"");
}

}  // namespace
}  // namespace gouji
