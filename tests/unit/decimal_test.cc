// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/decimal.h"

#include <gtest/gtest.h>

namespace gouji {
namespace {

std::string printed(std::string_view text) {
  const auto value = Decimal::parse(text);
  return value ? value->to_string() : "none";
}

TEST(Decimal, KeepsThePrintedDigits) {
  for (const char* text : {"0", "1007.40", "-1.20", "0.00", "-0.5", "202107211321363588510367.10"})
    EXPECT_EQ(printed(text), text);
  EXPECT_EQ(printed("007"), "7");
}

TEST(Decimal, RefusesWhatIsNoPlainDecimal) {
  for (const char* text : {"", "-", ".5", "5.", "1,000", "1e5", "--1", "1.2.3", " 1", "+1", "１"})
    EXPECT_EQ(printed(text), "none") << text;
  EXPECT_EQ(printed(std::string(5000, '9')), "none");
}

TEST(Decimal, ComparesByWorth) {
  const auto decimal = [](const char* text) { return *Decimal::parse(text); };
  EXPECT_EQ(decimal("1.0"), decimal("1.00"));
  EXPECT_LT(decimal("-2"), decimal("1.5"));
  EXPECT_GT(decimal("0.100001"), decimal("0.1"));
  EXPECT_EQ((decimal("226.23") + decimal("-33.080")).to_string(), "193.150");
  EXPECT_EQ((decimal("226.23") - decimal("226.23")).to_string(), "0.00");
  EXPECT_EQ((decimal("0.1") * decimal("-0.20")).to_string(), "-0.020");
}

TEST(Decimal, MovesThePoint) {
  struct Case {
    const char* digits;
    int power;
    const char* shifted;
  };
  for (const Case& c :
       {Case{"56.84", 8, "5684000000"}, Case{"226.235", 1, "2262.35"}, Case{"5", -1, "0.5"},
        Case{"0.00", 4, "0"}, Case{"-1.20", 4, "-12000"}, Case{"12", -4, "0.0012"},
        Case{"1007.40", 0, "1007.40"}, Case{"0.39", 4, "3900"}, Case{"-0.05", -1, "-0.005"}}) {
    EXPECT_EQ(shift_point(c.digits, c.power), c.shifted) << c.digits;
    EXPECT_EQ(Decimal::parse(c.digits)->times_power_of_ten(c.power), *Decimal::parse(c.shifted))
        << c.digits;
  }
}

TEST(Decimal, ReadsFractions) {
  EXPECT_EQ(parse_rational("1/3"), Rational(1, 3));
  EXPECT_EQ(parse_rational("-3/6"), Rational(-1, 2));
  EXPECT_EQ(parse_rational("13.95"), Rational(1395, 100));
  EXPECT_FALSE(parse_rational("1/0"));
  EXPECT_FALSE(parse_rational("1/"));
}

}  // namespace
}  // namespace gouji
