// SPDX-License-Identifier: GPL-3.0-or-later
// Relations in few words, for the tests of the engine. Every operand is a figure of its own name.
#pragma once

#include <string>
#include <vector>

#include "check/operand.h"
#include "check/relation.h"

namespace gouji::testing_relations {

inline Operand operand(const std::string& printed, const std::string& unit, FigureKind kind,
                       int power, const std::string& normal, std::string role, std::string ref) {
  Figure figure;
  figure.value = printed;
  if (!unit.empty()) figure.unit = unit;
  figure.kind = kind;
  figure.normalized.value = shift_point(printed, power);
  if (!normal.empty()) figure.normalized.unit = normal;
  return operand_of(figure, std::move(role), std::move(ref));
}

/// 万元
inline Operand money(const std::string& printed, std::string ref = "f1",
                     std::string role = "part") {
  return operand(printed, "万元", FigureKind::money, 4, "元", std::move(role), std::move(ref));
}

inline Operand yuan(const std::string& printed, std::string ref = "f1", std::string role = "part") {
  return operand(printed, "元", FigureKind::money, 0, "元", std::move(role), std::move(ref));
}

inline Operand percent(const std::string& printed, std::string ref = "f2",
                       std::string role = "rate") {
  return operand(printed, "%", FigureKind::percent, 0, "%", std::move(role), std::move(ref));
}

inline Operand count(const std::string& printed, const std::string& unit, std::string ref = "f3") {
  return operand(printed, unit, FigureKind::count, 0, unit, "count", std::move(ref));
}

/// A figure with its name: {"f1", "3.00"}.
struct Named {
  std::string ref, printed;
};

/// total = Σ parts, all 万元.
inline Relation sum(const Named& total, const std::vector<Named>& parts) {
  Relation relation;
  relation.rule = "sum.rows";
  relation.operands.push_back(money(total.printed, total.ref, "total"));
  for (const Named& part : parts) {
    relation.terms.push_back({static_cast<int>(relation.operands.size()), 1});
    relation.operands.push_back(money(part.printed, part.ref));
  }
  return relation;
}

/// rate = part / base
inline Relation share(const Named& rate, const Named& part, const Named& base) {
  Relation relation;
  relation.rule = "share";
  relation.formula = Formula::ratio;
  relation.scale = 100;
  relation.operands = {percent(rate.printed, rate.ref, "share"), money(part.printed, part.ref),
                       money(base.printed, base.ref, "base")};
  relation.terms = {{1, 1}};
  relation.below = {{2, 1}};
  return relation;
}

/// rate = change / (new - change)
inline Relation growth(const Named& rate, const Named& change, const Named& now) {
  Relation relation;
  relation.rule = "growth";
  relation.formula = Formula::ratio;
  relation.scale = 100;
  relation.operands = {percent(rate.printed, rate.ref), money(change.printed, change.ref, "change"),
                       money(now.printed, now.ref, "new")};
  relation.terms = {{1, 1}};
  relation.below = {{2, 1}, {1, -1}};
  return relation;
}

/// 100 = Σ shares
inline Relation shares(const std::vector<Named>& parts) {
  Relation relation;
  relation.rule = "sum.shares";
  relation.stated = -1;
  relation.constant = 100;
  for (const Named& part : parts) {
    relation.terms.push_back({static_cast<int>(relation.operands.size()), 1});
    relation.operands.push_back(percent(part.printed, part.ref, "part"));
  }
  return relation;
}

/// a = b: one fact at two places
inline Relation same(Operand a, Operand b) {
  Relation relation;
  relation.rule = "same_fact";
  relation.operands = {std::move(a), std::move(b)};
  relation.terms = {{1, 1}};
  return relation;
}

}  // namespace gouji::testing_relations
