// SPDX-License-Identifier: GPL-3.0-or-later
// What makes a report: chance, text with its slots, and the relations that the text states.
//
// Amounts are whole fen; what is printed is rounded from them, so that sums are off by their last
// place as in real reports. Rates are computed from the amounts, not from their print.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "made_report.h"

namespace gouji::property {

using Fen = std::int64_t;
constexpr Fen kPlace = 10000;  // fen of 0.01万元

/// An amount as it was, and the slot where it is printed.
struct Amount {
  Fen fen = 0;
  int slot = -1;
};

/// "12.34" of 1234.
std::string decimal(std::int64_t hundredths);
/// top / bottom, half away from zero.
std::int64_t rounded(std::int64_t top, std::int64_t bottom);

class Maker {
 public:
  explicit Maker(std::uint32_t seed) : random_(seed) {}
  MadeReport make();

  // ---- chance
  int number(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }
  bool toss() { return number(0, 1) == 1; }
  const char* one_of(std::initializer_list<const char*> words) {
    return words.begin()[number(0, static_cast<int>(words.size()) - 1)];
  }
  Fen amount(Fen most) { return std::uniform_int_distribution<Fen>(most / 50, most)(random_); }
  std::vector<Fen> split(Fen total, int parts);

  // ---- text
  void say(const std::string& text) { out_.pieces.push_back({text, -1}); }
  void year(int of) {
    out_.years.push_back(static_cast<int>(out_.pieces.size()));
    say(std::to_string(of));
  }
  int put(Slot slot);
  Amount money(Fen fen);
  Amount cell(Fen fen);
  int percent(std::int64_t hundredths, const char* rate);
  void heading(const char* title);

  // ---- relations
  Relation relation(const char* rule, int stated, const std::vector<std::pair<int, int>>& terms);
  void sum(const Amount& total, const std::vector<Amount>& parts, const char* rule = "sum.prose");
  void ratio(const char* rule, int rate, const Amount& part, const Amount& base);
  void same(const Amount& a, const Amount& b);
  void growth(const Amount& now, Fen before);

  void product(const Amount& total, const std::vector<int>& factors, int times);
  /// A number of things that a list names.
  void count(int things, const char* unit, bool in_words);
  /// 甲、乙、丙
  void names(const std::vector<std::string>& all);

  // ---- sections
  void totals();
  void income();
  void expenditure();
  void by_function();
  void basic();
  void travel();
  void vehicles();
  void allowance();
  void units();
  void bodies();
  void works();
  void table_totals();
  void table_functions();
  void table_years();
  std::vector<Amount> list(const Amount& total,
                           const std::vector<std::pair<std::string, Fen>>& parts, bool shares);

  std::mt19937 random_;
  MadeReport out_;
  int year_ = 2023;
  int section_ = 0;
  Fen income_ = 0, carried_ = 0, spent_ = 0;
  Amount income_said_, spent_said_, total_said_;
  std::vector<Fen> sources_;
  std::vector<Amount> sources_said_;
  std::vector<std::pair<std::string, Fen>> functions_;
  Fen basic_ = 0;
};

}  // namespace gouji::property
