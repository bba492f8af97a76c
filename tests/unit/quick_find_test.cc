// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/quick_find.h"

#include <gtest/gtest.h>

#include <string>

namespace gouji {
namespace {

const PatternSet& patterns() {
  static const PatternSet set = *PatternSet::load();
  return set;
}

constexpr const char* kTexts[] = {
    "",
    "支出合计Ⓜ",
    "比上年决算数增加Ⓜ，与2022年度相比，减少Ⓜ",
    "同意与上年相比增加Ⓜ",
    "较上年末减少Ⓒ，同比增长Ⓟ，环比",
    "同步推进，和谐相处，与民同乐，比例",
    "完成年初预算的Ⓟ",
    "预算执行率为Ⓟ",
    "本局内设综合股、管理股、环境股Ⓒ股室，下属单位Ⓒ，分别为：东街、西街、北街。",
    "总分Ⓢ，自评得分Ⓢ。",
    "减少Ⓜ，下降（增长）Ⓟ，比上年度持平万元，",
    "主要原因是……。",
};

/// Every expression of the checks, on every text, from every byte where a character begins.
TEST(QuickFind, FindsWhatFindFinds) {
  for (const Pattern* pattern : patterns().patterns("check/")) {
    for (const std::string_view text : kTexts) {
      for (std::size_t from = 0; from <= text.size(); ++from) {
        const bool inside =
            from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U;
        if (inside) continue;
        Match slow, quick;
        const bool found = pattern->find(text, from, &slow);
        ASSERT_EQ(quick_find(*pattern, text, from, &quick), found) << pattern->id() << " " << text;
        if (!found) continue;
        EXPECT_EQ(quick.whole.begin, slow.whole.begin) << pattern->id() << " " << text;
        EXPECT_EQ(quick.whole.end, slow.whole.end) << pattern->id() << " " << text;
        ASSERT_EQ(quick.groups.size(), slow.groups.size());
        for (std::size_t i = 0; i < slow.groups.size(); ++i)
          EXPECT_EQ(quick.groups[i].second.begin, slow.groups[i].second.begin) << pattern->id();
      }
    }
  }
}

TEST(WordSieve, NeverMissesAWord) {
  for (const std::string_view text : kTexts) {
    const WordSieve sieve(text);
    for (std::size_t i = 0; i < text.size(); ++i)
      for (const std::size_t length : {1, 2, 3, 6, 9}) {
        if (i + length > text.size()) continue;
        EXPECT_TRUE(sieve.may_have_one_of("没有|" + std::string(text.substr(i, length)))) << text;
      }
  }
  EXPECT_FALSE(WordSieve("支出合计").may_have_one_of("持平|增加"));
  EXPECT_TRUE(WordSieve("").may_have_one_of(""));
}

}  // namespace
}  // namespace gouji
