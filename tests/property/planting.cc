// SPDX-License-Identifier: GPL-3.0-or-later
#include "planting.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "check/evaluate.h"

namespace gouji::property {

namespace {

constexpr int kTries = 400;

/// The relations of the report with the slots as they are now.
int first_broken(const MadeReport& report) {
  for (std::size_t i = 0; i < report.relations.size(); ++i) {
    Relation relation = report.relations[i];
    for (Operand& operand : relation.operands)
      operand = operand_of_slot(report, std::stoi(operand.ref), operand.role);
    if (evaluate(relation).status == CheckStatus::fail) return static_cast<int>(i);
  }
  return -1;
}

class Planter {
 public:
  Planter(const MadeReport& report, std::mt19937& random) : report_(report), random_(random) {}

  std::optional<Planted> plant(const std::string& kind) {
    for (int i = 0; i < kTries; ++i) {
      Planted planted;
      planted.report = report_;
      planted.kind = kind;
      if (!change(planted)) continue;
      if (planted.relation < 0 && kind != "year" && kind != "count") {
        planted.relation = first_broken(planted.report);
        if (planted.relation < 0) continue;
      }
      return planted;
    }
    return std::nullopt;
  }

 private:
  int number(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }
  int index(std::size_t size) { return number(0, static_cast<int>(size) - 1); }
  bool change(Planted& planted);
  bool change_print(std::string& printed, const std::string& kind);
  bool lose_row(Planted& planted);
  bool turn(Planted& planted);

  const MadeReport& report_;
  std::mt19937& random_;
};

bool Planter::change_print(std::string& printed, const std::string& kind) {
  std::vector<std::size_t> digits;
  for (std::size_t i = 0; i < printed.size(); ++i)
    if (printed[i] >= '0' && printed[i] <= '9') digits.push_back(i);
  if (kind == "digit") {
    const std::size_t at = digits[static_cast<std::size_t>(index(digits.size()))];
    const char digit = static_cast<char>('0' + number(0, 9));
    if (digit == printed[at] || (at == digits[0] && digit == '0')) return false;
    printed[at] = digit;
    return true;
  }
  if (kind == "transposition") {
    if (digits.size() < 2) return false;
    const auto at = static_cast<std::size_t>(index(digits.size() - 1));
    char& left = printed[digits[at]];
    char& right = printed[digits[at + 1]];
    if (left == right || (at == 0 && right == '0')) return false;
    std::swap(left, right);
    return true;
  }
  if (kind == "decimal_point") {
    const Decimal value = *Decimal::parse(printed);
    if (value.scale() == 0) return false;
    const int power = number(0, 1) == 0 ? 1 : -1;
    printed = Decimal(value.unscaled(), value.scale() - power).to_string();
    return true;
  }
  const std::string from = printed;  // another number of the same size
  for (const std::size_t at : digits) printed[at] = static_cast<char>('1' + number(0, 8));
  return printed != from;
}

bool Planter::lose_row(Planted& planted) {
  if (report_.rows.empty()) return false;
  const TableRow& row = report_.rows[static_cast<std::size_t>(index(report_.rows.size()))];
  for (int i = row.first; i < row.last; ++i)
    planted.report.pieces[static_cast<std::size_t>(i)] = {"", -1};
  std::vector<Relation> kept;
  const auto gone = [&](const Operand& operand) {
    return std::find(row.slots.begin(), row.slots.end(), std::stoi(operand.ref)) != row.slots.end();
  };
  for (Relation relation : planted.report.relations) {
    const auto lost = std::count_if(relation.operands.begin(), relation.operands.end(), gone);
    if (lost == 0) {
      kept.push_back(std::move(relation));
      continue;
    }
    if (lost > 1 || gone(relation.operands[0])) continue;
    relation.terms.erase(
        std::remove_if(relation.terms.begin(), relation.terms.end(),
                       [&](const Term& term) {
                         return gone(relation.operands[static_cast<std::size_t>(term.operand)]);
                       }),
        relation.terms.end());
    kept.push_back(std::move(relation));
  }
  planted.report.relations = std::move(kept);
  planted.what = "a row of " + report_.slots[static_cast<std::size_t>(row.slots[0])].printed;
  return true;
}

bool Planter::turn(Planted& planted) {
  const Turn& one = report_.turns[static_cast<std::size_t>(index(report_.turns.size()))];
  Piece& word = planted.report.pieces[static_cast<std::size_t>(one.piece)];
  planted.what = word.text + " → " + one.other;
  word.text = one.other;
  Piece& rate = planted.report.pieces[static_cast<std::size_t>(one.piece) + 3];
  if (number(0, 1) == 0) rate.text = one.rate;
  Relation& growth = planted.report.relations[static_cast<std::size_t>(one.relation)];
  growth.below[1].factor = -growth.below[1].factor;
  return true;
}

bool Planter::change(Planted& planted) {
  const std::string& kind = planted.kind;
  if (kind == "missing_row") return lose_row(planted);
  if (kind == "direction") return turn(planted);
  if (kind == "year") {
    Piece& piece = planted.report.pieces[static_cast<std::size_t>(
        report_.years[static_cast<std::size_t>(index(report_.years.size()))])];
    const std::string from = piece.text;
    piece.text = std::to_string(std::stoi(piece.text) - number(2, 3));
    planted.what = from + " → " + piece.text;
    return true;
  }
  if (kind == "count") {
    planted.slot = report_.counts[static_cast<std::size_t>(index(report_.counts.size()))];
    Slot& slot = planted.report.slots[static_cast<std::size_t>(planted.slot)];
    const std::string from = slot.printed;
    slot.printed = std::to_string(std::stoi(slot.printed) + (number(0, 1) == 0 ? 1 : -1));
    planted.what = from + " → " + slot.printed;
    return true;
  }
  const bool is_rate = kind == "wrong_share" || kind == "growth" || kind == "completion";
  const std::string rate = !is_rate ? "" : kind == "wrong_share" ? "share" : kind;
  std::vector<int> eligible;
  for (std::size_t i = 0; i < report_.slots.size(); ++i)
    if (!is_rate || report_.slots[i].rate == rate) eligible.push_back(static_cast<int>(i));
  if (eligible.empty()) return false;
  planted.slot = eligible[static_cast<std::size_t>(index(eligible.size()))];
  Slot& slot = planted.report.slots[static_cast<std::size_t>(planted.slot)];
  const std::string from = slot.printed + slot.unit;
  if (kind == "unit") {
    if (slot.cell || slot.kind != FigureKind::money) return false;
    slot.unit = number(0, 1) == 0 ? "元" : "亿元";
  } else if (kind == "sign") {
    if (!slot.cell) return false;
    slot.printed = slot.printed[0] == '-' ? slot.printed.substr(1) : "-" + slot.printed;
  } else if (is_rate) {
    change_print(slot.printed, "other");
  } else if (!change_print(slot.printed, kind)) {
    return false;
  }
  planted.what = from + " → " + slot.printed + slot.unit;
  return true;
}

}  // namespace

std::optional<Planted> plant(const MadeReport& report, const std::string& kind,
                             std::mt19937& random) {
  return Planter(report, random).plant(kind);
}

}  // namespace gouji::property
