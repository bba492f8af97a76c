// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "figure/figures.h"
#include "figure/lines.h"

namespace gouji {
namespace {

const PatternSet& patterns() {
  static const auto loaded = PatternSet::load();
  return *loaded;
}

const FigureScanner& scanner() {
  static const FigureScanner instance(patterns());
  return instance;
}

std::string_view name(Bound bound) {
  switch (bound) {
    case Bound::at_least:
      return " >=";
    case Bound::at_most:
      return " <=";
    case Bound::more_than:
      return " >";
    case Bound::less_than:
      return " <";
    case Bound::none:
      break;
  }
  return "";
}

/// "text=value unit(normalised)~" with the bound, joined by "; ".
std::string show(const Figure& figure) {
  return fmt::format("{}={} {}({} {}){}{}", figure.text, figure.value, figure.unit.value_or("-"),
                     figure.normalized.value, figure.normalized.unit.value_or("-"),
                     name(figure.bound), figure.approximate ? " ~" : "");
}

std::string prose(std::string_view text) {
  std::string result;
  for (const FigureSpan& span : scanner().in_prose(from_utf8(text))) {
    if (!result.empty()) result += "; ";
    result += show(span.figure);
  }
  return result;
}

std::string cell(std::string_view text, std::string_view unit = "") {
  const auto figure = scanner().in_cell(from_utf8(text), unit);
  return figure ? show(*figure) : "none";
}

struct Case {
  const char* text;
  const char* expected;
};

TEST(FigureScanner, AmountsAndRates) {
  for (const Case& c :
       {Case{"支出226.23万元，占85.38%",
             "226.23万元=226.23 万元(2262300 元); 85.38%=85.38 %(85.38 %)"},
        Case{"共计 56.84 亿元开展", "56.84 亿元=56.84 亿元(5684000000 元)"},
        Case{"１，２３４．５６万元", "１，２３４．５６万元=1234.56 万元(12345600 元)"},
        Case{"赔偿123元1角1分", "123元1角1分=123.11 元(123.11 元)"},
        Case{"人民币500万元", "人民币500万元=500 万元(5000000 元)"},
        Case{"投资3.5亿美元", "3.5亿美元=3.5 亿美元(350000000 美元)"},
        Case{"接待支出0.39万，", "0.39万=0.39 万(3900 元)"},
        Case{"增长13.95。", "13.95=13.95 -(13.95 -)"},
        Case{"回落0.5个百分点", "0.5个百分点=0.5 个百分点(0.5 百分点)"},
        Case{"出生率8.47‰", "8.47‰=8.47 ‰(0.847 %)"}, Case{"近四成", "四成=4 成(40 %) ~"},
        Case{"百分之五", "百分之五=5 %(5 %)"}, Case{"约三分之一", "三分之一=1/3 -(1/3 -) ~"},
        Case{"为上年的2.3倍", "2.3倍=2.3 倍(2.3 倍)"},
        Case{"标准500元/人/年", "500元/人/年=500 元/人/年(500 元/人/年)"},
        Case{"城乡居民收入比为2.35:1，", "2.35:1=2.35 -(2.35 -)"},
        Case{"配比为1：2.5", "1：2.5=1/2.5 -(2/5 -)"},
        Case{"项目共计870.00万，", "870.00万=870.00 万(8700000 元)"},
        Case{"下降-1.2%", "-1.2%=-1.2 %(-1.2 %)"}})
    EXPECT_EQ(prose(c.text), c.expected) << c.text;
}

TEST(FigureScanner, CountsAndMeasures) {
  for (const Case& c :
       {Case{"对2023 年 1007 个项目", "1007 个=1007 个(1007 个)"},
        Case{"惠及40.87万户", "40.87万户=40.87 万户(408700 户)"},
        Case{"督查526余次", "526余次=526 次(526 次) ~"},
        Case{"设备0台（套）", "0台（套）=0 台（套）(0 台（套）)"},
        Case{"占地3万平方米", "3万平方米=3 万平方米(30000 平方米)"},
        Case{"共三百二十人", "三百二十人=320 人(320 人)"},
        Case{"自评得分95分", "95分=95 分(95 分)"}, Case{"12千米", "12千米=12 千米(12000 米)"},
        Case{"五个方面，两家单位", "五个=5 个(5 个); 两家=2 家(2 家)"},
        Case{"参加人数百余人", "百余人=100 人(100 人) ~"},
        Case{"新增10万余人", "10万余人=10 万人(100000 人) ~"}})
    EXPECT_EQ(prose(c.text), c.expected) << c.text;
}

TEST(FigureScanner, BoundsAndRanges) {
  for (const Case& c : {Case{"不低于95%", "95%=95 %(95 %) >="},
                        Case{"单价50万元以上", "50万元=50 万元(500000 元) >="},
                        Case{"单价100万元（含）以上", "100万元=100 万元(1000000 元) >="},
                        Case{"大于等于12次", "12次=12 次(12 次) >="},
                        Case{"控制在3%以内", "3%=3 %(3 %) <="},
                        Case{"60分以下", "60分=60 分(60 分) <"},
                        Case{"60分（含）以下", "60分=60 分(60 分) <="},
                        Case{"至少开展1次", "1次=1 次(1 次) >="},
                        Case{"不低于采购总额的40%", "40%=40 %(40 %) >="},
                        Case{"约为支出的3.5倍", "3.5倍=3.5 倍(3.5 倍) ~"},
                        Case{"60～75分", "60=60 分(60 分) >=; 75分=75 分(75 分) <="},
                        Case{"逾150份", "150份=150 份(150 份) > ~"},
                        Case{"超过10%", "10%=10 %(10 %) >"},
                        Case{"不足5家", "5家=5 家(5 家) <"},
                        Case{"约300人", "300人=300 人(300 人) ~"},
                        Case{"300人左右", "300人=300 人(300 人) ~"},
                        Case{"附近5个", "5个=5 个(5 个)"},
                        Case{"大于10%的项目", "10%=10 %(10 %) >"},
                        Case{"3—5家", "3=3 家(3 家) >=; 5家=5 家(5 家) <="},
                        Case{"10%-20%", "10%=10 %(10 %) >=; 20%=20 %(20 %) <="},
                        Case{"两到三千元", "两=2000 元(2000 元) >=; 三千元=3000 元(3000 元) <="},
                        Case{"2至3万元", "2=2 万元(20000 元) >=; 3万元=3 万元(30000 元) <="},
                        Case{"七八个", "七=7 个(7 个) >= ~; 八个=8 个(8 个) <= ~"}})
    EXPECT_EQ(prose(c.text), c.expected) << c.text;
}

TEST(FigureScanner, RangesKnowTheirOtherEnd) {
  const auto spans = scanner().in_prose(U"共2个，其中3—5家");
  ASSERT_EQ(spans.size(), 3u);
  EXPECT_EQ(spans[0].range_with, -1);
  EXPECT_EQ(spans[1].range_with, 2);
  EXPECT_EQ(spans[2].range_with, 1);
}

TEST(FigureScanner, WhatIsNoFigure) {
  for (const char* text : {"2023年12月31日",
                           "2023-12-31",
                           "1—12月",
                           "二〇二四年",
                           "三年",
                           "近两年",
                           "3个月",
                           "30日内",
                           "国发〔2021〕5号",
                           "第12号",
                           "财绩〔2019〕507号",
                           "[2020]57号",
                           "1. 严把",
                           "（一）严把",
                           "（1）严把",
                           "第一条",
                           "2010601",
                           "51090423T000007749267",
                           "电话021-62345678",
                           "表2-1",
                           "图3",
                           "第3个",
                           "一方面",
                           "一系列",
                           "一般公共预算",
                           "“三公”经费",
                           "四本预算",
                           "统一",
                           "双一流",
                           "十四五",
                           "一是抓好",
                           "百姓",
                           "千方百计",
                           "万里街道",
                           "二级预算单位",
                           "一体化",
                           "A4纸",
                           "PM2.5",
                           "5G网络",
                           "2020—2022年",
                           "2018、2019年",
                           "14:30",
                           "https://a.gov.cn/2023/1.html",
                           "2.2023年",
                           "一个单位",
                           "3.1 总体情况",
                           "2025 年期间",
                           "20个工作日",
                           "十分重要",
                           "“四个创建”",
                           "三次产业结构为5.8:41.6:52.6。",
                           "表十二对中央补助",
                           "原因有 1）国内",
                           "三期项目",
                           "三次会议"})
    EXPECT_EQ(prose(text), "") << text;
}

TEST(FigureScanner, Cells) {
  EXPECT_EQ(cell("1,007.40", "万元"), "1,007.40=1007.40 万元(10074000 元)");
  EXPECT_EQ(cell("0"), "0=0 -(0 -)");
  EXPECT_EQ(cell("≥95%"), "95%=95 %(95 %) >=");
  EXPECT_EQ(cell("（1.2）", "万元"), "（1.2）=-1.2 万元(-12000 元)");
  EXPECT_EQ(cell("△1.2", "万元"), "△1.2=-1.2 万元(-12000 元)");
  for (const char* noted :
       {"8.2% ②", "8.2%⑿", "8.2%❶", "*8.2%", "※8.2%", "8.2%*", "8.2%²", "* 8.2%"})
    EXPECT_EQ(cell(noted), "8.2%=8.2 %(8.2 %)") << noted;
  EXPECT_EQ(cell("*"), "none");
  EXPECT_EQ(cell("⑾"), "none");
  EXPECT_EQ(cell("-1.20", "元"), "-1.20=-1.20 元(-1.20 元)");
  EXPECT_EQ(cell("100%", "万元"), "100%=100 %(100 %)");
  EXPECT_EQ(cell("12", "人"), "12=12 人(12 人)");
  EXPECT_EQ(cell(" 3 个 "), "3 个=3 个(3 个)");
  EXPECT_EQ(cell("10以上", "%"), "10=10 %(10 %) >=");
  for (const char* text : {"-", "—", "", " ", "12月", "2023年", "-5人/-13.89%", "合计", "一、收入",
                           "A4", "3-5", "1.2.3", "三公经费", "≥", "（）", "(一)"})
    EXPECT_EQ(cell(text, "万元"), "none") << text;
}

TEST(FigureScanner, AllNumerals) {
  const auto all = [](std::string_view text) {
    return scanner().in_prose(from_utf8(text), NumeralScope::all).size();
  };
  EXPECT_EQ(all("答案是四不是五"), 2u);
  EXPECT_EQ(all("我家在四川"), 0u);
  EXPECT_EQ(all("共1502222"), 1u);
  EXPECT_EQ(all("2e5"), 1u);
}

TEST(FigureLines, OneArrayALine) {
  EXPECT_EQ(figures_json_line(scanner(), "没有数字"), "[]");
  EXPECT_EQ(figures_json_line(scanner(), "占4%"),
            R"([{"text":"4%","start":1,"end":3,"value":"4","unit":"%","kind":"percent",)"
            R"("normalized":{"value":"4","unit":"%"},"bound":null,"approximate":false,)"
            R"("range":null}])");
  EXPECT_EQ(figures_json_line(scanner(), "3—5万元", NumeralScope::report, RangeForm::one),
            R"([{"text":"3—5万元","start":0,"end":5,"value":null,"unit":"万元","kind":"money",)"
            R"("normalized":{"value":null,"unit":"元"},"bound":null,"approximate":false,)"
            R"("range":null,"low":"30000","high":"50000"}])");
  EXPECT_EQ(figures_json_line(scanner(), "\xff\xfe 3%").front(), '[');
}

}  // namespace
}  // namespace gouji
