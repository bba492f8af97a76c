// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/operand.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "figure/figures.h"

namespace gouji {
namespace {

struct Case {
  const char* text;
  const char* unit;  ///< of the table; "" = prose
  const char *point, *half, *scale;
  Doubt doubt = Doubt::none;
};

Figure figure_of(const Case& one) {
  static const PatternSet patterns = *PatternSet::load();
  static const FigureScanner scanner(patterns);
  const std::u32string text = from_utf8(one.text);
  if (*one.unit != '\0')
    return scanner.in_cell(text, std::string_view(one.unit)).value_or(Figure());
  const std::vector<FigureSpan> spans = scanner.in_prose(text);
  return spans.empty() ? Figure() : spans[0].figure;
}

TEST(Operand, StandsForWhatIsPrinted) {
  const Case cases[] = {
      {"支出226.23万元", "", "2262300", "50", "10000"},
      {"支出50万元", "", "500000", "5000", "10000"},
      {"支出0万元", "", "0", "0", "10000"},
      {"支出0.00万元", "", "0", "50", "10000"},
      {"支出0.0亿元", "", "0", "5000000", "100000000"},
      {"支出0.00元", "", "0", "1/200", "1"},
      {"支出约5万元", "", "50000", "5000", "10000", Doubt::approximate},
      {"不低于95%", "", "95", "1/2", "1", Doubt::bounded},
      {"占85.38%", "", "4269/50", "1/200", "1"},
      {"共17所学校", "", "17", "0", "1"},
      {"共41万户", "", "410000", "5000", "10000"},
      {"共40.87万户", "", "408700", "50", "10000"},
      {"得98.5分", "", "197/2", "0", "1"},
      {"得99.33分", "", "9933/100", "1/200", "1"},
      {"1,007.40", "万元", "10074000", "50", "10000"},
      {"0.00", "万元", "0", "50", "10000"},
      {"0", "万元", "0", "0", "10000"},
      {"-1.20", "万元", "-12000", "50", "10000"},
      {"（1.20）", "万元", "-12000", "50", "10000"},
      {"0.00", "元", "0", "1/200", "1"},
      {"三分之一", "", "1/3", "0", "1"},
  };
  for (const Case& one : cases) {
    const Operand operand = operand_of(figure_of(one), "part", "f1");
    EXPECT_EQ(operand.point.str(), one.point) << one.text;
    EXPECT_EQ(operand.half.str(), one.half) << one.text;
    EXPECT_EQ(operand.scale.str(), one.scale) << one.text;
    EXPECT_EQ(operand.doubt, one.doubt) << one.text;
  }
}

}  // namespace
}  // namespace gouji
