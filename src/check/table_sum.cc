// SPDX-License-Identifier: GPL-3.0-or-later
// The same intervals as check/evaluate.cc, in whole numbers: a table has thousands of candidates,
// of which only those that are kept become relations with exact fractions.
#include "check/table_sum.h"

#include <string>
#include <utility>

#include "base/utf8.h"
#include "check/operand.h"
#include "record/table_view.h"
#include "text/charclass.h"

namespace gouji {

namespace {

using State = TableNumber::State;
using Status = CellRelation::Status;

struct Range {
  Wide low = 0, high = 0;
};

Range range_of(const TableNumber& one, int factor) {
  const Wide point = one.value * factor;
  const Wide half = one.half * (factor < 0 ? -factor : factor);
  return {point - half, point + half};
}

bool agrees(Comparison comparison, const Range& stated, const Range& computed) {
  if (comparison == Comparison::at_most) return stated.low <= computed.high;
  if (comparison == Comparison::at_least) return stated.high >= computed.low;
  return stated.low <= computed.high && computed.low <= stated.high;
}

std::string printed_cell(const TableModel& table, const CellTerm& term) {
  const int index = table.cell(term.row, term.column);
  if (index < 0) return {};
  std::string out;
  for (const char32_t c : table.grid().cells[static_cast<std::size_t>(index)].text.chars)
    if (!is_blank(c)) append_utf8(out, c);
  return out;
}

/// The label of a cell: that of its row, or the head of its column where the row has none.
std::string name_of(const TableModel& table, const CellTerm& term) {
  for (const Panel& panel : table.panels()) {
    bool inside = false;
    for (const int c : panel.numbers) inside = inside || c == term.column;
    if (!inside || panel.main < 0) continue;
    std::string text = table.own_text(term.row, panel.main);
    for (const ModelRow& row : panel.rows)
      if (row.index == term.row && text.empty()) text = row.label;
    if (!text.empty()) return text;
  }
  return std::string(table.column(term.column).leaf());
}

Operand operand_at(const TableModel& table, const CheckInput& input, const CellTerm& term,
                   const char* role) {
  std::string ref = "t" + std::to_string(table.number() + 1) + "/r" + std::to_string(term.row) +
                    "c" + std::to_string(term.column);
  const TableNumber& number = table.at(term.row, term.column);
  if (number.figure < 0)
    return operand_without_figure(role, std::move(ref), number.state == State::blank);
  return operand_of(input.figures.figures[static_cast<std::size_t>(number.figure)], role,
                    std::move(ref));
}

/// A rate that is printed as 0.0 is a rounded one, not exactly 0.
void round_zero_rate(Operand& rate) {
  if (rate.point != 0 || rate.half != 0 || rate.doubt != Doubt::none) return;
  const std::size_t point = rate.printed.find('.');
  Rational half(1, 2);
  if (point != std::string::npos)
    for (std::size_t i = point + 1; i < rate.printed.size(); ++i) half /= 10;
  rate.half = half;
}

/// A blank, or a cross that says that the place does not apply.
bool is_none(const TableNumber& one) {
  return one.state == State::blank || one.state == State::cross;
}

/// Puts the terms of one relation in place, the total first; each cell is one operand.
class Placer {
 public:
  Placer(const TableModel& table, const CheckInput& input, Relation& relation)
      : table_(table), input_(input), relation_(relation) {}

  void add_total(const CellTerm& term, const char* role) {
    relation_.operands.push_back(operand_at(table_, input_, term, role));
  }
  /// Appends those of `terms` that are something.
  void add(const std::vector<CellTerm>& terms, const char* role, std::vector<Term>& out) {
    for (const CellTerm& term : terms) {
      if (is_none(table_.at(term.row, term.column))) continue;
      const std::pair<int, int> place = {term.row, term.column};
      const auto at = std::find(places_.begin(), places_.end(), place);
      out.push_back({static_cast<int>(at - places_.begin()) + 1, term.factor});
      if (at != places_.end()) continue;
      places_.push_back(place);
      relation_.operands.push_back(operand_at(table_, input_, term, role));
    }
  }

 private:
  const TableModel& table_;
  const CheckInput& input_;
  Relation& relation_;
  std::vector<std::pair<int, int>> places_;  ///< of the operands behind the total
};

}  // namespace

bool decide_sum(const TableModel& table, CellRelation& relation) {
  const TableNumber& total = table.at(relation.total.row, relation.total.column);
  if (!total.known()) return false;
  Range sum;
  int known = 0, unread = 0, filled = 0;
  relation.blanks = 0;
  for (const CellTerm& part : relation.parts) {
    const TableNumber& one = table.at(part.row, part.column);
    if (is_none(one)) ++relation.blanks;
    if (one.state == State::words) ++unread;
    if (!one.known()) continue;
    // 5人 is no part of 100万元.
    if (one.kind != total.kind && one.value != 0 && total.value != 0) return false;
    ++known;
    if (one.value != 0) ++filled;
    const Range range = range_of(one, part.factor);
    sum.low += range.low;
    sum.high += range.high;
  }
  if (known == 0) return false;
  relation.telling = total.value != 0;
  relation.strong = filled > 1;
  const Range stated = range_of(total, 1);
  const bool fits = agrees(relation.comparison, stated, sum);
  relation.gap = fits ? 0 : stated.low > sum.high ? 1 : -1;
  relation.status = fits ? Status::held : unread > 0 ? Status::unread : Status::failed;
  return true;
}

bool decide_ratio(const TableModel& table, CellRelation& relation) {
  const TableNumber& rate = table.at(relation.total.row, relation.total.column);
  const CellTerm& top_term = relation.parts.front();
  const CellTerm& base_term = relation.below.front();
  const TableNumber& top = table.at(top_term.row, top_term.column);
  const TableNumber& base = table.at(base_term.row, base_term.column);
  if (!rate.known() || !top.known() || !base.known()) return false;
  // Growth of a rate is printed in points, that of a loss with either sign.
  if (top.percent || base.percent || top.value < 0 || base.value - base.half <= 0) return false;
  if (rate.noted) {  // like for like, at constant prices …: the note says of what
    relation.reason = "other_calibre";
    return true;
  }
  Wide slack = rate.half;
  if (rate.value == 0) slack = 5 * 1000000;  // half a point: its places do not show
  Wide hundred = 100;
  for (int i = 0; i < kWidePlaces; ++i) hundred *= 10;
  const Wide low_base = base.value - base.half, high_base = base.value + base.half;
  const Wide offset = hundred * relation.offset;
  const bool above = (rate.value + slack + offset) * high_base >= hundred * (top.value - top.half);
  const bool below = (rate.value - slack + offset) * low_base <= hundred * (top.value + top.half);
  // Off by less than one unit of the last place: cut, not rounded.
  const Wide unit = slack * 2;
  const bool cut = (rate.value + unit + offset) * high_base >= hundred * (top.value - top.half) &&
                   (rate.value - unit + offset) * low_base <= hundred * (top.value + top.half);
  if (cut && !(above && below)) relation.at_most = Severity::warning;
  relation.telling = true;
  relation.strong = rate.value != 0 && top.value != 0;
  relation.status = above && below ? Status::held : Status::failed;
  return true;
}

Relation relation_of(const TableModel& table, const CheckInput& input, const CellRelation& one) {
  Relation out;
  out.rule = one.rule;
  out.wording = one.wording;
  const bool ratio = !one.below.empty();
  const bool bound = one.comparison == Comparison::at_most;
  Placer placer(table, input, out);
  placer.add_total(one.total, bound ? "part" : ratio ? "rate" : "total");
  if (ratio) {
    out.formula = Formula::ratio;
    out.scale = 100;
    round_zero_rate(out.operands[0]);
    placer.add(one.parts, "part", out.terms);
    placer.add(one.below, "base", out.below);
    if (one.offset != 0) out.terms.push_back({out.below.front().operand, -one.offset});
  } else {
    placer.add(one.parts, bound ? "total" : "part", out.terms);
  }
  out.comparison = one.comparison;
  out.at_most = one.at_most;
  if (one.status == Status::open)
    out.reason = *one.reason != '\0' ? one.reason : "ambiguous_operand";
  if (one.status == Status::unread) out.reason = "unread";
  std::string name = name_of(table, one.total);
  out.quote = name + " " + printed_cell(table, one.total);
  if (bound) {
    out.arguments.emplace_back("part_name", std::move(name));
    name = name_of(table, one.parts.front());
  } else if (ratio) {
    out.arguments.emplace_back("part_name", name_of(table, one.parts.front()));
    out.arguments.emplace_back("base_name", name_of(table, one.below.front()));
  }
  out.arguments.emplace_back("name", std::move(name));
  const int cell = table.cell(one.total.row, one.total.column);
  if (cell >= 0) out.at = table.grid().cells[static_cast<std::size_t>(cell)].at;
  return out;
}

}  // namespace gouji
