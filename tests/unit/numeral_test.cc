// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/numeral.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/decimal.h"
#include "base/utf8.h"

namespace gouji {
namespace {

/// What is read at the start of `text`: "value^power/parts..upper~ |rest", or "none".
std::string read(std::string_view text, bool wide = false) {
  const std::u32string chars = from_utf8(text);
  NumeralOptions options;
  options.wide = wide;
  const auto numeral = read_numeral(chars, 0, options);
  if (!numeral) return "none";
  std::string result = numeral->value;
  if (numeral->power != 0) result += fmt::format("^{}", numeral->power);
  if (numeral->parts_power != 0) result += fmt::format(" parts {}", numeral->parts_power);
  if (!numeral->upper.empty()) result += ".." + numeral->upper;
  if (numeral->approximate) result += "~";
  if (numeral->end < chars.size()) result += "|" + to_utf8(chars.substr(numeral->end));
  return result;
}

struct Case {
  const char* text;
  const char* expected;
};

TEST(Numeral, PrintedDigits) {
  for (const Case& c : {Case{"1,007.40", "1007.40"},
                        Case{"１００７．４", "1007.4"},
                        Case{"5, 221. 79万元", "5221.79^4|元"},
                        Case{"1，234．56", "1234.56"},
                        Case{"0.00", "0.00"},
                        Case{"-1.2", "-1.2"},
                        Case{"−1.2", "-1.2"},
                        Case{"－1.2", "-1.2"},
                        Case{"16.4亿", "16.4^8"},
                        Case{"3千万元", "3^7|元"},
                        Case{"6百", "6^2"},
                        Case{"1万亿日元", "1^12|日元"},
                        Case{"500余万", "500^4~"},
                        Case{"200余次", "200~|次"},
                        Case{"20余额", "20|余额"},
                        Case{"15k", "15^3"},
                        Case{"10km", "10|km"},
                        Case{"1. 2023", "1|. 2023"},
                        Case{"12,34", "12|,34"},
                        Case{"1,2345", "1|,2345"},
                        Case{"3/5", "3/5"},
                        Case{"3/0", "3|/0"},
                        Case{"2021/2022年", "2021/2022|年"},
                        Case{"--9", "none"},
                        Case{".5", "0.5"}})
    EXPECT_EQ(read(c.text), c.expected) << c.text;
}

TEST(Numeral, ChineseDigits) {
  for (const Case& c : {Case{"三百二十人", "320|人"},
                        Case{"二十一", "21"},
                        Case{"两千三百五", "2350"},
                        Case{"三万五", "35000"},
                        Case{"壹佰元整", "100|元整"},
                        Case{"〇", "0"},
                        Case{"二〇二三年", "2023|年"},
                        Case{"廿二", "22"},
                        Case{"十", "10"},
                        Case{"拾万零五十六", "100056"},
                        Case{"一万五千亿", "1500000000000"},
                        Case{"五兆六十二亿四万五千二", "5006200045200"},
                        Case{"兩千兩百貳拾二", "2222"},
                        Case{"四萬萬", "400000000"},
                        Case{"负三", "-3"},
                        Case{"零下四度", "-4|度"},
                        Case{"八点五", "8.5"},
                        Case{"一点五亿", "150000000"},
                        Case{"八点三十分", "8|点三十分"},
                        Case{"两千三点一", "2300.1"},
                        Case{"十二点零五", "12.05"},
                        Case{"二两", "2|两"},
                        Case{"三千两百两", "3200|两"},
                        Case{"万", "none"},
                        Case{"点五", "none"}})
    EXPECT_EQ(read(c.text), c.expected) << c.text;
}

TEST(Numeral, MixedScripts) {
  for (const Case& c :
       {Case{"3千5百", "3500"}, Case{"5万4千6百", "54600"}, Case{"100万三千", "1003000"},
        Case{"1万600", "10600"}, Case{"200亿零四千230", "20000004230"},
        Case{"2千零30万", "20300000"}, Case{"7 万5 千4 百", "75400"}, Case{"一百点123", "100.123"},
        Case{"10.1万零100", "10.1^4|零100"}})
    EXPECT_EQ(read(c.text), c.expected) << c.text;
}

TEST(Numeral, VagueAndPairs) {
  for (const Case& c :
       {Case{"十余家", "10~|家"}, Case{"二十几万", "200000~"}, Case{"一百零几万", "1000000~"},
        Case{"几十万", "100000~"}, Case{"数百人", "100~|人"}, Case{"十来个", "10~|个"},
        Case{"一千多米", "1000~|米"}, Case{"百余人", "100~|人"}, Case{"七八个", "7..8|个"},
        Case{"二三十万", "200000..300000"}, Case{"三五百块", "300..500|块"},
        Case{"二十七八岁", "27..28|岁"}, Case{"一一", "11"}, Case{"一二三", "123"}})
    EXPECT_EQ(read(c.text), c.expected) << c.text;
}

TEST(Numeral, FractionsAndParts) {
  for (const Case& c :
       {Case{"三分之一", "1/3"}, Case{"16分之5", "5/16"}, Case{"百分之五", "5 parts 2"},
        Case{"千分之2.4", "2.4 parts 3"}, Case{"百分之百", "100 parts 2"},
        Case{"百分之负三点八", "-3.8 parts 2"}, Case{"一百分之二", "2/100"},
        Case{"负一又二分之一", "-3/2"}, Case{"八分之七", "7/8"}})
    EXPECT_EQ(read(c.text), c.expected) << c.text;
}

TEST(Numeral, WideWritings) {
  for (const Case& c :
       {Case{"2e5", "200000"}, Case{"-12e-1", "-1.2"}, Case{"2.5 M", "2.5^6"}, Case{"4 6/3", "6/1"},
        Case{"1, 234", "1|, 234"}, Case{"20，300", "20|，300"}, Case{"82，225.00", "82225.00"},
        Case{"９，９９９", "9999"}})
    EXPECT_EQ(read(c.text, true), c.expected) << c.text;
  EXPECT_EQ(read("2e5"), "2|e5");
}

TEST(Numeral, HostileInputEnds) {
  EXPECT_EQ(read(std::string(100000, '9')), "none");
  std::string many;
  for (int i = 0; i < 20000; ++i) many += "万亿";
  read("1" + many);
  read(many);
  std::string digits;
  for (int i = 0; i < 20000; ++i) digits += "九";
  read(digits);
}

}  // namespace
}  // namespace gouji
