// SPDX-License-Identifier: GPL-3.0-or-later
// Names of the lines of the classification in prose.
#include "check/class_path.h"

#include <gtest/gtest.h>

namespace gouji {
namespace {

struct PathCase {
  const char* name;
  const char* text;
  const char* said;  ///< 类/款/项, paths parted by ";"
};

class ClassPaths : public testing::TestWithParam<PathCase> {};

TEST_P(ClassPaths, AreCutOutOfTheirSentence) {
  static const PatternSet patterns = *PatternSet::load();
  std::string said;
  for (const ClassPath& path :
       class_paths_of(GetParam().text, patterns.words("check/word/class_level"),
                      patterns.words("check/word/class_tail")))
    said += (said.empty() ? "" : ";") + path.lei + "/" + path.kuan + "/" + path.xiang;
  EXPECT_EQ(said, GetParam().said);
}

INSTANTIATE_TEST_SUITE_P(
    Names, ClassPaths,
    testing::Values(
        PathCase{"Whole", "1、住房保障支出（类）住房改革支出（款）住房公积金（项）。主要用于：",
                 "住房保障支出/住房改革支出/住房公积金"},
        PathCase{"Quoted", "1.“住房保障支出（类)住房改革支出（款)购房补贴（项）”Ⓜ，",
                 "住房保障支出/住房改革支出/购房补贴"},
        PathCase{"BracketsInside",
                 "一般公共服务（类）政府办公厅（室）及相关机构事务（款）行政运行（项）:",
                 "一般公共服务/政府办公厅（室）及相关机构事务/行政运行"},
        PathCase{"List", "用于：教育（类）支出Ⓜ，占Ⓟ；卫生健康支出（类）Ⓜ",
                 "教育//;卫生健康支出//"},
        PathCase{"TailBetween", "住房保障（类）支出住房改革（款）支出住房公积金（项）支出Ⓜ",
                 "住房保障/住房改革/住房公积金"},
        PathCase{"BelowAHeading", "1．法院（款）行政运行（项）支出Ⓜ", "/法院/行政运行"},
        PathCase{"Enumerated", "教育（类）、农林水（类）支出", "教育//;农林水//"},
        PathCase{"NoName", "（类）Ⓜ", ""}, PathCase{"OtherBrackets", "因公出国（境）费Ⓜ", ""}),
    [](const auto& one) { return one.param.name; });

}  // namespace
}  // namespace gouji
