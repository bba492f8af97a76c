// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a stack of open lines. A line that is deeper than the top of the stack is its child; else
// the top is closed and the next one asked. What is deeper is told by codes where most lines have
// one (2010301 below 20103), by the label column where there are several, else by indentation,
// and, between lines equally indented, by markers (一、 above （一） above 1.): a new style of
// marker opens a level, a style that is open closes what is below it. A sum of all closes
// everything; a subtotal stands beside the lines that it adds up, which figures tell before print
// does. Below a sum stand only its 其中, or the lines that it heads and adds up.
#include <algorithm>
#include <cmath>
#include <map>

#include "base/utf8.h"
#include "record/fiscal_indents.h"
#include "text/numeral.h"
#include "text/ordinal.h"

namespace gouji {
namespace {

/// Lines have codes when at least this share of those that are no sums has one.
constexpr double kShareWithCodes = 0.6;

/// No subtotal of the corpus adds up more lines (of one level) than a tenth of this.
constexpr std::size_t kMostParts = 1000;

bool is_part(const FiscalLine& line) {
  return line.depth == "of_which";
}

/// The number in a marker: 2 in 二、, （二） and 2.; 0 if there is none.
int number_of(const FiscalLine& line) {
  if (!line.row.marker || line.depth.empty() || is_part(line)) return 0;
  std::u32string number;
  for (const char32_t c : from_utf8(*line.row.marker))
    if (numeral_char(c).kind != NumeralClass::none) number += c;
  return ordinal_of(number).value_or(0);
}

class Placer {
 public:
  explicit Placer(std::vector<FiscalLine>& lines) : lines_(lines) {
    int coded = 0, others = 0;
    for (const FiscalLine& line : lines) {
      if (line.row.code) ++coded;
      if (!line.row.code && !is_sum(line)) ++others;
      nested_ = nested_ || line.label_depth > 0;
    }
    by_code_ = coded > 0 && coded >= kShareWithCodes * (coded + others);
    if (by_code_ || nested_) return;
    least_ = settle_indents(lines);
    if (contradict_markers()) least_ = 0;
  }

  void place() {
    for (std::size_t i = 0; i < lines_.size(); ++i) place(i);
  }

 private:
  struct Open {
    std::size_t line;
    int part = -1;          ///< below a sum: its first 其中
    std::size_t until = 0;  ///< of a sum that heads its parts: the first line behind them
  };

  /// By how much a line is set farther right than another (em); 0 = alike, or it is not known.
  float ahead(float indent, float other) const {
    if (least_ == 0 || indent < 0 || other < 0) return 0;
    const float distance = indent - other;
    return std::abs(distance) > least_ ? distance : 0;
  }

  /// Are lines below numbered ones set farther left than these? Then the numbered ones are set in
  /// the middle, and only the markers tell.
  bool contradict_markers() const {
    int against = 0, pairs = 0;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      const FiscalLine &above = lines_[i - 1], &line = lines_[i];
      if (above.depth.empty() || is_part(above) || !line.depth.empty() || is_sum(line) ||
          line.balance)
        continue;
      ++pairs;
      if (ahead(line.indent, above.indent) < 0) ++against;
    }
    return 2 * against > pairs;
  }

  void place(std::size_t i) {
    FiscalLine& line = lines_[i];
    if (ends_as_total(i)) line.row.kind = "total";
    Open own{i};
    if (closes(line)) {
      close_to(line.row.kind == "total" ? depth_of_total() : depth_of_subtotal(own));
    } else {
      if (const int level = level_of_series(line); level >= 0)
        close_to(static_cast<std::size_t>(level));
      else
        while (!open_.empty() && !is_below(own, open_.back())) open_.pop_back();
      if (!open_.empty() && is_part(line) && open_.back().part < 0)
        open_.back().part = static_cast<int>(i);
    }
    if (!open_.empty()) line.row.parent = static_cast<int>(open_.back().line);
    line.row.level = static_cast<int>(open_.size());
    open_.push_back(own);
    if (!line.depth.empty()) last_[line.depth] = {number_of(line), line.row.level};
  }

  /// The level of the line whose number goes in front of that of this one: 三、 stands beside 二、
  /// whatever stands between them. -1 = the number continues nothing, or codes and columns tell.
  int level_of_series(const FiscalLine& line) const {
    const auto last = last_.find(line.depth);
    if (last == last_.end() || is_part(line) || by_code_ || nested_) return -1;
    const int number = number_of(line);
    return number > 1 && number == last->second.number + 1 ? last->second.level : -1;
  }

  /// A sum that is a line of a numbered series, （一）支出合计, stands in that.
  bool closes(const FiscalLine& line) const {
    const bool total = line.row.kind == "total";
    return !nested_ && is_sum(line) && !(total && !line.depth.empty() && !is_part(line));
  }

  /// A line at the end without a number that is set like the numbered ones (一、二、三、) and adds
  /// them up is their total, whatever it is called. The part of the last one may have its figures.
  bool ends_as_total(std::size_t i) const {
    const FiscalLine& line = lines_[i];
    if (by_code_ || nested_ || open_.empty() || is_sum(line) || !line.depth.empty() ||
        line.row.code || line.balance || line.detail || line.row.values.empty())
      return false;
    if (i + 1 < lines_.size() && !is_sum(lines_[i + 1]) && !lines_[i + 1].balance) return false;
    const auto parts = siblings_above(i, depth_of_total());
    const bool alike = std::all_of(parts.begin(), parts.end(), [&](const FiscalLine* part) {
      return !part->depth.empty() && !is_part(*part) && !part->row.code &&
             ahead(line.indent, part->indent) == 0;
    });
    return parts.size() > 1 && alike && adds_up(line, parts) && !adds_up(line, {parts.front()});
  }

  /// The first total below the heading of a section is that of the section.
  std::size_t depth_of_total() const {
    if (open_.empty() || !heads_section(lines_[open_.front().line])) return 0;
    return open_.size() > 1 && is_sum(lines_[open_[1].line]) ? 0 : 1;
  }

  void close_to(std::size_t depth) {
    while (open_.size() > depth) open_.pop_back();
  }

  /// How many lines stay open above a subtotal: it stands beside those that it adds up. If it adds
  /// up none, its print tells, then whether it is the sum of a side, then the line above it.
  std::size_t depth_of_subtotal(Open& own) {
    std::size_t depth = open_.size(), most = 0;
    for (std::size_t d = open_.size(); d-- > 0;) {
      const auto parts = siblings_above(own.line, d);
      if (parts.size() <= most || !adds_up(lines_[own.line], parts)) continue;
      most = parts.size();
      depth = d;
    }
    if (most > 0) return depth;
    own.until = end_of_headed(own.line);
    if (open_.empty()) return 0;
    for (std::size_t d = open_.size(); d-- > 0;)
      if (is_set_like(lines_[own.line], lines_[open_[d].line])) return d;
    if (own.until > 0)
      for (std::size_t d = open_.size(); d-- > 1;) {
        auto parts = siblings_above(own.line, d);
        parts.push_back(&lines_[own.line]);
        if (adds_up(lines_[open_[d - 1].line], parts)) return d;
      }
    const Maybe<std::string>& meant = lines_[own.line].row.concept_id;
    if (meant == "income_of_year" || meant == "expenditure_of_year") return 0;
    return is_sum(lines_[open_.back().line]) || own.until == 0 ? open_.size() - 1 : 0;
  }

  bool is_set_like(const FiscalLine& line, const FiscalLine& other) const {
    return least_ > 0 && line.indent >= 0 && other.indent >= 0 && !is_set_in_middle(line) &&
           !is_sum(other) && std::abs(line.indent - other.indent) <= kSameIndent;
  }

  /// The lines beside the open line of a depth, back to the sum before.
  std::vector<const FiscalLine*> siblings_above(std::size_t i, std::size_t depth) const {
    std::vector<const FiscalLine*> parts;
    const std::size_t last = i < kMostParts ? 0 : i - kMostParts;
    const int level = static_cast<int>(depth);
    for (std::size_t above = i; above-- > last;) {
      const FiscalLine& line = lines_[above];
      if (line.row.level < level || (is_sum(line) && line.row.level == level)) break;
      if (line.row.level == level) parts.push_back(&line);
    }
    return parts;
  }

  /// The end of the lines behind a sum that it adds up; 0 if there are none.
  std::size_t end_of_headed(std::size_t i) const {
    std::vector<const FiscalLine*> parts;
    std::size_t end = i + 1;
    for (; end < lines_.size() && parts.size() < kMostParts; ++end) {
      const FiscalLine& line = lines_[end];
      const FiscalLine& first = lines_[i + 1];
      const float step = ahead(line.indent, first.indent);
      if (is_sum(line) || is_part(line) || step < 0) break;
      if (step == 0 && line.depth == first.depth) parts.push_back(&line);
    }
    return parts.size() > 1 && adds_up(lines_[i], parts) ? end : 0;
  }

  bool is_below(const Open& own, const Open& top) const {
    const FiscalLine& line = lines_[own.line];
    const FiscalLine& above = lines_[top.line];
    if (line.detail) return !above.detail;
    if (above.detail) return false;
    if (nested_) return line.label_depth > above.label_depth;
    if (is_sum(above))
      return own.line < top.until || is_part_of_sum(line, top) || is_numbered_below(line, above);
    if (by_code_ && line.row.code && above.row.code)
      return line.row.code->size() > above.row.code->size() &&
             line.row.code->compare(0, above.row.code->size(), *above.row.code) == 0;
    // A line without a code above lines with codes is their heading: a unit, a class by name.
    if (by_code_ && line.row.code && !above.row.code) return !above.balance;
    if (by_code_) return is_part(line) && !is_part(above);
    if (is_part(line) && is_part(above)) return ahead(line.indent, above.indent) > 0;
    if (is_part(line)) return ahead(line.body_indent, above.indent) >= 0;
    if (is_part(above)) return ahead(line.indent, above.body_indent) > 0;
    if (line.depth == "beside") return false;
    if (heads_section(above)) return !heads_section(line) && ahead(line.indent, above.indent) >= 0;
    // A new number closes what stands below the last one, wherever it is set.
    if (!line.depth.empty() && style_is_open(line.depth)) return false;
    const float step = ahead(line.indent, above.indent);
    if (step == 0 && line.balance && line.depth.empty() && !above.balance && !above.depth.empty())
      return false;
    return step != 0 ? step > 0 : is_below_by_marker(line, above);
  }

  /// 其中 below a sum and the lines that go on with it. A sum is often set in the middle: what goes
  /// on stands right of the sum if that is set left of the 其中, else right of the 其中.
  bool is_part_of_sum(const FiscalLine& line, const Open& top) const {
    if (is_part(line)) return true;
    if (top.part < 0 || line.row.code || line.balance || !line.depth.empty()) return false;
    const FiscalLine& sum = lines_[top.line];
    const FiscalLine& part = lines_[static_cast<std::size_t>(top.part)];
    if (least_ == 0 || line.indent < 0 || part.indent < 0) return true;
    if (sum.indent >= 0 && ahead(part.indent, sum.indent) > 0)
      return ahead(line.indent, sum.indent) > 0;
    return ahead(line.indent, part.indent) > 0;
  }

  /// A line without number and figures across the table, or with a year alone (2022年末), and more
  /// than one line of figures behind it.
  bool heads_section(const FiscalLine& line) const {
    if (!line.depth.empty() || !line.row.values.empty() || is_sum(line) || line.balance ||
        !(line.across || line.row.year))
      return false;
    const auto next = static_cast<std::size_t>(&line - lines_.data()) + 1;
    return next < lines_.size() && !is_sum(lines_[next]) && !lines_[next].row.values.empty();
  }

  bool is_numbered_below(const FiscalLine& line, const FiscalLine& above) const {
    return !closes(above) && !line.depth.empty() && !style_is_open(line.depth);
  }

  bool is_below_by_marker(const FiscalLine& line, const FiscalLine& above) const {
    if (line.depth.empty()) return !line.balance && !style_is_open("");
    return !above.depth.empty() || above.balance || above.row.values.empty();
  }

  bool style_is_open(const std::string& depth) const {
    return std::any_of(open_.begin(), open_.end(),
                       [&](const Open& open) { return lines_[open.line].depth == depth; });
  }

  std::vector<FiscalLine>& lines_;
  bool nested_ = false, by_code_ = false;
  float least_ = 0;  ///< indents farther apart are of two levels; 0 = indents tell nothing
  std::vector<Open> open_;
  struct Numbered {
    int number = 0, level = 0;
  };
  std::map<std::string, Numbered> last_;  ///< by style of marker
};

}  // namespace

void place_fiscal_lines(std::vector<FiscalLine>& lines) {
  Placer(lines).place();
  // A line without figures above lines that have some only names them.
  std::vector<bool> has_children(lines.size());
  for (std::size_t i = lines.size(); i-- > 0;) {
    FiscalRow& row = lines[i].row;
    if (has_children[i] && row.values.empty() && row.kind == "item") row.kind = "heading";
    if (row.parent && (!row.values.empty() || has_children[i]))
      has_children[static_cast<std::size_t>(*row.parent)] = true;
  }
}

}  // namespace gouji
