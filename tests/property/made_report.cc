// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_report.h"

#include <utility>

#include "base/utf8.h"
#include "check/operand.h"
#include "maker.h"

namespace gouji::property {

MadeReport Maker::make() {
  year_ = number(2019, 2024);
  income_ = amount(9000000000) + 100000000;
  carried_ = amount(income_ / 10);
  spent_ = income_ + carried_ - amount(income_ / 20);
  static const char* const kFunctions[] = {"一般公共服务", "教育", "社会保障和就业", "卫生健康",
                                           "住房保障"};
  const int functions = number(3, 5);
  const std::vector<Fen> parts = split(spent_, functions);
  for (int i = 0; i < functions; ++i)
    functions_.emplace_back(kFunctions[i], parts[static_cast<std::size_t>(i)]);
  basic_ = spent_ / 3 + amount(spent_ / 3);
  say("某县审计局");
  year(year_);
  say("年度部门决算\n\n");
  sources_ = split(income_, 3);
  totals();
  income();
  expenditure();
  by_function();
  basic();
  travel();
  vehicles();
  allowance();
  units();
  bodies();
  works();
  say("\n");
  table_totals();
  say("\n");
  table_functions();
  say("\n");
  table_years();
  return std::move(out_);
}

MadeReport make_report(std::uint32_t seed) {
  return Maker(seed).make();
}

namespace {

/// Of a number up to 19.
std::string in_words(const std::string& printed) {
  static const char* const kDigits[] = {"零", "一", "两", "三", "四", "五", "六", "七", "八", "九"};
  const int number = std::stoi(printed);
  if (number < 10) return kDigits[number];
  return std::string("十") + (number == 12 ? "二" : number > 10 ? kDigits[number - 10] : "");
}

}  // namespace

Rendered render(const MadeReport& report) {
  Rendered out;
  out.places.resize(report.slots.size());
  std::int64_t at = 0;
  for (const Piece& piece : report.pieces) {
    std::string text = piece.text;
    if (piece.slot >= 0) {
      const Slot& slot = report.slots[static_cast<std::size_t>(piece.slot)];
      text = (slot.in_words ? in_words(slot.printed) : slot.printed) + (slot.cell ? "" : slot.unit);
    }
    const auto length = static_cast<std::int64_t>(from_utf8(text).size());
    if (piece.slot >= 0) out.places[static_cast<std::size_t>(piece.slot)] = {at, at + length};
    at += length;
    out.text += text;
  }
  return out;
}

Operand operand_of_slot(const MadeReport& report, int slot, const std::string& role) {
  const Slot& one = report.slots[static_cast<std::size_t>(slot)];
  Figure figure;
  figure.value = one.printed;
  figure.unit = one.unit;
  figure.kind = one.kind;
  const int power = one.unit == "万元" ? 4 : one.unit == "亿元" ? 8 : 0;
  figure.normalized.value = shift_point(one.printed, power);
  figure.normalized.unit = one.kind == FigureKind::money ? "元" : one.unit;
  return operand_of(figure, role, std::to_string(slot));
}

}  // namespace gouji::property
