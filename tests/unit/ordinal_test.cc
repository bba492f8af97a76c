// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/ordinal.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace gouji {
namespace {

TEST(Ordinal, Reads) {
  const struct {
    const char* text;
    int value;
  } kCases[] = {
      {"一", 1},      {"十", 10},        {"十二", 12},      {"二十", 20}, {"二十一", 21},
      {"九十九", 99}, {"一百零二", 102}, {"一百一十", 110}, {"二〇", 20}, {"3", 3},
      {"１２", 12},   {"①", 1},          {"⑳", 20},         {"⑴", 1},     {"⒊", 3},
      {"㈩", 10},     {"Ⅳ", 4},          {"B", 2},          {"c", 3},     {"十 一", 11},
      {"❸", 3},
  };
  for (const auto& c : kCases) EXPECT_EQ(ordinal_of(from_utf8(c.text)), c.value) << c.text;
}

TEST(Ordinal, Refuses) {
  for (const char* text : {"", " ", "一二部", "12345", "1.1", "、", "公"})
    EXPECT_EQ(ordinal_of(from_utf8(text)), std::nullopt) << text;
}

}  // namespace
}  // namespace gouji
