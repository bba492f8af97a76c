// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/paragraph.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace gouji {
namespace {

LocatedText line_of(std::string_view text, std::uint32_t line) {
  LocatedText located;
  int at = 0;
  for (char32_t c : from_utf8(text)) {
    located.push_back(c, {line, at, at + 1});
    ++at;
  }
  return located;
}

TEST(Paragraph, JoinsLines) {
  const struct {
    const char *first, *second, *joined;
  } kCases[] = {
      {"组织单位对目", "标完成情况分析", "组织单位对目标完成情况分析"},
      {"予以调整， ", " 　保障进度", "予以调整，保障进度"},
      {"截至 2023", "年底", "截至 2023年底"},
      {"收入 10", "86 万元", "收入 1086 万元"},
      {"the first", "line", "the first line"},
      {"version", "2 of it", "version 2 of it"},
      {"共 3", "km 长", "共 3 km 长"},
      {"使用Excel", "表格", "使用Excel表格"},
      {"", "开头", "开头"},
      {"结尾", "  ", "结尾"},
  };
  for (const auto& c : kCases) {
    LocatedText paragraph = line_of(c.first, 0);
    append_line(paragraph, line_of(c.second, 1));
    EXPECT_EQ(paragraph.utf8(), c.joined);
    EXPECT_EQ(paragraph.chars.size(), paragraph.places.size());
  }
}

TEST(Paragraph, BlankAtTheJointHasThePlaceOfTheCharacterBefore) {
  LocatedText paragraph = line_of("one", 0);
  append_line(paragraph, line_of("two", 1));
  ASSERT_EQ(paragraph.size(), 7U);
  EXPECT_EQ(paragraph.places[3].line, 0U);
  EXPECT_EQ(paragraph.places[3].from, 3);
  EXPECT_EQ(paragraph.places[3].to, 3);
  EXPECT_EQ(paragraph.places[4].line, 1U);
}

TEST(Paragraph, Finished) {
  EXPECT_TRUE(is_finished(U"工作完成。"));
  EXPECT_TRUE(is_finished(U"开展“双监控”。”"));
  EXPECT_TRUE(is_finished(U"工作完成。）"));
  EXPECT_TRUE(is_finished(U"主要用于……"));
  EXPECT_TRUE(is_finished(U"其中："));
  EXPECT_FALSE(is_finished(U"对目"));
  EXPECT_FALSE(is_finished(U"目前"));
  EXPECT_FALSE(is_finished(U"让管理更“牢”"));
}

TEST(Paragraph, Width) {
  EXPECT_EQ(display_width(U"2023 年，我局"), 4 + 1 + 2 + 2 + 4);
  EXPECT_EQ(display_width(U""), 0);
}

}  // namespace
}  // namespace gouji
