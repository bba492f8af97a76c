// SPDX-License-Identifier: GPL-3.0-or-later
// The comparison itself: what it sees and what it passes over.
#include "golden/compare.h"

#include <gtest/gtest.h>

#include "golden/subject.h"

namespace gouji::golden {
namespace {

Json section(const std::string& title, int level = 1) {
  return {{"level", level}, {"marker", nullptr}, {"ordinal", nullptr}, {"title", title}};
}

Json figure(const std::string& text, const std::string& value) {
  return {{"text", text}, {"value", value}, {"range", nullptr}};
}

Json document(std::vector<Json> sections, std::vector<Json> figures) {
  return {{"document", Json::object()},    {"sections", std::move(sections)},
          {"items", Json::array()},        {"tables", Json::array()},
          {"figures", std::move(figures)}, {"records", Json::array()}};
}

Json reported(Json found) {
  int number = 0;
  for (const char* part : {"sections", "figures", "tables"})
    for (Json& one : found[part]) one["id"] = part[0] + std::to_string(++number);
  for (Json& one : found["figures"]) one.emplace("in", nullptr);
  return found;
}

std::vector<std::string> paths(const Json& expected, const Json& found) {
  std::vector<std::string> list;
  for (const Difference& difference : compare(expected, reported(found), {}))
    list.push_back(difference.path);
  return list;
}

TEST(Compare, WhiteSpaceCountsNowhere) {
  EXPECT_TRUE(
      paths(document({section("部门 概况")}, {}), document({section("部门\n概　况")}, {})).empty());
}

TEST(Compare, OneMissingIsOneDifference) {
  const Json expected = document({section("甲"), section("乙"), section("丙")}, {});
  EXPECT_EQ(paths(expected, document({section("甲"), section("丙")}, {})),
            std::vector<std::string>{"sections[1]"});
}

TEST(Compare, ExtrasAreNamed) {
  const Json expected = document({}, {figure("3家", "3")});
  EXPECT_EQ(
      paths(expected, document({}, {figure("5个", "5"), figure("3家", "3"), figure("5个", "5")})),
      (std::vector<std::string>{"figures.extra[5个]", "figures.extra[5个]#2"}));
}

TEST(Compare, FieldsAreCompared) {
  EXPECT_EQ(paths(document({section("甲", 2)}, {figure("3家", "3")}),
                  document({section("甲", 1)}, {figure("3家", "3.0")})),
            (std::vector<std::string>{"sections[0].level", "figures[0].value"}));
}

TEST(Compare, OptionalMayBeMissing) {
  Json optional = figure("3年", "3");
  optional["optional"] = true;
  EXPECT_TRUE(paths(document({}, {optional}), document({}, {})).empty());
  EXPECT_TRUE(paths(document({}, {optional}), document({}, {figure("3年", "3")})).empty());
}

TEST(Compare, CellsAndSpans) {
  Json table = {{"caption", nullptr},    {"kind", nullptr}, {"unit", nullptr},
                {"header_rows", 1},      {"rows", 2},       {"columns", 2},
                {"notes", Json::array()}};
  Json expected = document({}, {});
  expected["tables"] = Json::array({table});
  expected["tables"][0]["grid"] = Json::parse(R"([["甲", ""], ["1", "2"]])");
  expected["tables"][0]["spans"] = Json::parse("[[0, 0, 1, 2]]");
  Json found = document({}, {});
  found["tables"] = Json::array({table});
  found["tables"][0]["kind"] = "generic";
  const auto cell = [](int row, int column, int columns, const char* text) {
    return Json{{"row", row},
                {"column", column},
                {"row_span", 1},
                {"column_span", columns},
                {"text", text}};
  };
  found["tables"][0]["cells"] = {cell(0, 0, 2, "甲"), cell(1, 0, 1, "1"), cell(1, 1, 1, "2")};
  EXPECT_TRUE(paths(expected, found).empty());
  found["tables"][0]["cells"] = {cell(0, 0, 1, "甲"), cell(1, 0, 1, "1"), cell(1, 1, 1, "3")};
  EXPECT_EQ(paths(expected, found),
            (std::vector<std::string>{"tables[0].spans", "tables[0].grid[1][1]"}));
}

TEST(Compare, SubjectsMaySayMoreOrLessButNothingElse) {
  Json figures = Json::array();
  for (const char* subject : {"教育支出", "教育支出占比", "教育支出比上年增加", "卫生支出"}) {
    figures.push_back(figure("5", "5"));
    figures.back()["subject"] = subject;
  }
  figures[0]["subject_accept"] = {"学校花费"};
  const auto right = [&](std::size_t at, const char* found) {
    return is_right_subject(figures, at, found);
  };
  EXPECT_TRUE(right(0, "教育支出（类）"));
  EXPECT_TRUE(right(0, "某区教育支出"));
  EXPECT_TRUE(right(0, "支出"));
  EXPECT_TRUE(right(0, "学校花费"));
  EXPECT_TRUE(right(1, "教育支出占本年支出合计"));
  EXPECT_TRUE(right(2, "教育支出增长率"));
  EXPECT_FALSE(right(0, "卫生支出")) << "that of another figure";
  EXPECT_FALSE(right(0, "教育支出占比")) << "its share";
  EXPECT_FALSE(right(1, "教育支出")) << "not its share";
  EXPECT_FALSE(right(2, "教育支出下降率"));
  EXPECT_FALSE(right(3, "在编人员"));
  EXPECT_FALSE(right(3, ""));
}

}  // namespace
}  // namespace gouji::golden
