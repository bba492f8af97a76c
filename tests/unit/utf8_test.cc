// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.h"

#include <gtest/gtest.h>

#include "text/located_text.h"

namespace gouji {
namespace {

TEST(Utf8, IllFormedBytesGiveOneReplacementEach) {
  EXPECT_EQ(from_utf8("a\xFFz"), std::u32string(U"a\uFFFDz"));
  EXPECT_EQ(from_utf8("\xE4\xB8"), std::u32string(U"\uFFFD"));
  EXPECT_EQ(from_utf8("\xC0\xAF"), std::u32string(U"\uFFFD\uFFFD"));
  EXPECT_EQ(from_utf8("\xED\xA0\x80"), std::u32string(U"\uFFFD\uFFFD\uFFFD"));
  EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));
  EXPECT_TRUE(is_valid_utf8("勾稽𠀀"));
}

TEST(Utf8, RoundTrip) {
  EXPECT_EQ(to_utf8(from_utf8("勾稽 a é 𠀀")), "勾稽 a é 𠀀");
}

TEST(Utf8View, FindsTheCharacterAtAByte) {
  const Utf8View view(U"a勾b");
  EXPECT_EQ(view.index_of(0), 0U);
  EXPECT_EQ(view.index_of(1), 1U);
  EXPECT_EQ(view.index_of(4), 2U);
  EXPECT_EQ(view.index_of(5), 3U);
}

TEST(Locate, GivesOneBoxALineOfPrint) {
  PrintLines lines;
  lines.source = PrintLines::Source::pdf;
  const auto first = lines.add({1, 1000, 2000});
  const auto second = lines.add({1, 3000, 4000});
  LocatedText text;
  text.push_back(U'甲', {first, 0, 1000});
  text.push_back(U'乙', {first, 1000, 2000});
  text.push_back(U'丙', {second, 500, 1500});
  const At at = locate(text, lines);
  EXPECT_EQ(at.unit, 1);
  ASSERT_EQ(at.boxes.size(), 2U);
  EXPECT_EQ(at.boxes[0], (Box{0, 10, 20, 20}));
  EXPECT_EQ(at.boxes[1], (Box{5, 30, 15, 40}));
}

}  // namespace
}  // namespace gouji
