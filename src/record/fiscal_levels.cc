// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a stack of open lines. A line that is deeper than the top of the stack is its child; else
// the top is closed and the next one asked. What is deeper is told by codes where most lines have
// one (2010301 below 20103), by the label column where there are several, else by indentation,
// and, between lines equally indented, by markers (一、 above （一） above 1.): a new style of
// marker opens a level, a style that is open closes what is below it. A sum closes everything.
#include <algorithm>
#include <array>

#include "record/fiscal_parts.h"

namespace gouji {
namespace {

/// Lines have codes when at least this share of those that are no sums has one.
constexpr double kShareWithCodes = 0.6;

/// Indents closer than this are one (em); steps are mostly 0.5, 1 or 2 em.
constexpr float kSameIndent = 0.25F;
/// Labels set in the middle of their column have many different beginnings; indented ones have few,
/// nearly all of them met more than once.
constexpr int kMostIndents = 8;
constexpr double kShareOnSteps = 0.9;

bool is_sum(const FiscalLine& line) {
  return line.row.kind == "total" || line.row.kind == "subtotal";
}

bool is_part(const FiscalLine& line) {
  return line.depth == "of_which";
}

/// Labels are set in the middle when nearly all have one middle (em) and their beginnings differ.
constexpr float kSameMiddle = 0.3F;
constexpr double kShareCentred = 0.8;

bool is_centred(const std::vector<FiscalLine>& lines) {
  std::vector<float> centres;
  for (const FiscalLine& line : lines)
    if (!is_sum(line) && !line.detail && line.centre >= 0) centres.push_back(line.centre);
  if (centres.empty()) return false;
  const auto middle = centres.begin() + static_cast<std::ptrdiff_t>(centres.size() / 2);
  std::nth_element(centres.begin(), middle, centres.end());
  const float usual = *middle;
  const auto same = std::count_if(centres.begin(), centres.end(), [&](float centre) {
    return centre > usual - kSameMiddle && centre < usual + kSameMiddle;
  });
  return static_cast<double>(same) >= kShareCentred * static_cast<double>(centres.size());
}

/// A line set between two steps, nearer than this to both (em), is set there by mistake if in a
/// long table hardly another is: two of 900 lines in one table of a city.
constexpr float kStrayDistance = 0.7F;
constexpr std::size_t kLongTable = 40;
constexpr int kMostStrays = 2;

/// The steps of indentation of the lines, from the left; empty if they tell nothing.
struct Steps {
  std::vector<float> at;
  std::vector<float> strays;

  bool is_stray(float indent) const {
    return std::any_of(strays.begin(), strays.end(), [&](float stray) {
      return indent > stray - kSameIndent && indent < stray + kSameIndent;
    });
  }

  int of(float indent) const {
    if (at.empty() || indent < 0) return 0;
    int step = 0;
    for (std::size_t i = 1; i < at.size(); ++i)
      if (indent >= at[i] - kSameIndent) step = static_cast<int>(i);
    return step;
  }
};

/// Takes the strays out of the steps, given how many lines are set at each.
void set_strays_aside(Steps& steps, std::vector<int>& counts) {
  for (std::size_t i = 1; i + 1 < steps.at.size();) {
    if (counts[i] > kMostStrays || steps.at[i] - steps.at[i - 1] > kStrayDistance ||
        steps.at[i + 1] - steps.at[i] > kStrayDistance) {
      ++i;
      continue;
    }
    steps.strays.push_back(steps.at[i]);
    steps.at.erase(steps.at.begin() + static_cast<std::ptrdiff_t>(i));
    counts.erase(counts.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

Steps steps_of(const std::vector<FiscalLine>& lines) {
  std::vector<float> indents;
  for (const FiscalLine& line : lines)
    if (!is_sum(line) && !line.detail && line.indent >= 0) indents.push_back(line.indent);
  if (indents.size() < 3 || is_centred(lines)) return {};
  std::sort(indents.begin(), indents.end());
  Steps steps;
  std::vector<int> counts;
  for (std::size_t i = 0; i < indents.size(); ++i) {
    if (i == 0 || indents[i] - indents[i - 1] > kSameIndent) {
      steps.at.push_back(indents[i]);
      counts.push_back(0);
    }
    ++counts.back();
  }
  if (indents.size() >= kLongTable) set_strays_aside(steps, counts);
  if (steps.at.size() < 2 || steps.at.size() > kMostIndents) return {};
  int repeated = 0;
  for (const int count : counts) repeated += count > 1 ? count : 0;
  const auto total = static_cast<double>(indents.size());
  // A short table may have one line on a step of its own.
  if (repeated<kShareOnSteps * total&& static_cast<int>(indents.size()) - repeated> 1) return {};
  return steps;
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
    if (!by_code_ && !nested_) steps_ = steps_of(lines);
    if (contradict_markers()) steps_ = {};
  }

  void place() {
    for (std::size_t i = 0; i < lines_.size(); ++i) place(i);
  }

 private:
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
      if (steps_.of(line.indent) < steps_.of(above.indent)) ++against;
    }
    return 2 * against > pairs;
  }

  struct Open {
    std::size_t line;
    int step = 0;       ///< where it begins
    int body_step = 0;  ///< where its label begins behind 其中
  };

  void place(std::size_t i) {
    FiscalLine& line = lines_[i];
    if (line.row.kind == "total" && !nested_) {
      open_.clear();
      return;
    }
    if (line.row.kind == "subtotal" && !nested_) {
      if (!open_.empty()) take_place_of(line, lines_[open_.back().line]);
      return;
    }
    Open own{i, step_of(i), steps_.of(line.body_indent)};
    while (!open_.empty() && !is_below(own, open_.back())) open_.pop_back();
    if (!open_.empty()) line.row.parent = static_cast<int>(open_.back().line);
    line.row.level = static_cast<int>(open_.size());
    open_.push_back(own);
  }

  /// A stray line is set like the line behind it, if that stands on one of the steps beside it.
  int step_of(std::size_t i) const {
    const int step = steps_.of(lines_[i].indent);
    if (!steps_.is_stray(lines_[i].indent)) return step;
    const int next = i + 1 < lines_.size() ? steps_.of(lines_[i + 1].indent) : step;
    return next == step || next == step + 1 ? next : step + 1;
  }

  static void take_place_of(FiscalLine& line, const FiscalLine& other) {
    line.row.parent = other.row.parent;
    line.row.level = other.row.level;
  }

  bool is_below(const Open& own, const Open& top) const {
    const FiscalLine& line = lines_[own.line];
    const FiscalLine& above = lines_[top.line];
    if (line.detail) return !above.detail;
    if (above.detail) return false;
    if (nested_) return line.label_depth > above.label_depth;
    if (by_code_ && line.row.code && above.row.code)
      return line.row.code->size() > above.row.code->size() &&
             line.row.code->compare(0, above.row.code->size(), *above.row.code) == 0;
    // A line without a code above lines with codes is their heading: a unit, a class by name.
    if (by_code_ && line.row.code && !above.row.code) return !above.balance;
    if (by_code_) return is_part(line) && !is_part(above);
    if (is_part(line)) return !is_part(above) && own.body_step >= top.step;
    if (is_part(above)) return own.step > top.body_step;
    if (line.balance && !above.balance && !above.depth.empty()) return false;
    if (own.step != top.step && !steps_.at.empty()) return own.step > top.step;
    return is_below_by_marker(line, above);
  }

  bool is_below_by_marker(const FiscalLine& line, const FiscalLine& above) const {
    if (line.balance || line.depth == above.depth) return false;
    if (style_is_open(line.depth)) return false;
    if (line.depth.empty()) return true;
    return !above.depth.empty() || above.balance || above.row.values.empty();
  }

  bool style_is_open(const std::string& depth) const {
    return std::any_of(open_.begin(), open_.end(),
                       [&](const Open& open) { return lines_[open.line].depth == depth; });
  }

  std::vector<FiscalLine>& lines_;
  bool nested_ = false, by_code_ = false;
  Steps steps_;
  std::vector<Open> open_;
};

}  // namespace

void place_fiscal_lines(std::vector<FiscalLine>& lines) {
  Placer(lines).place();
  // A line without figures above lines that have some only names them.
  std::vector<bool> has_children(lines.size());
  for (const FiscalLine& line : lines)
    if (line.row.parent && !line.row.values.empty())
      has_children[static_cast<std::size_t>(*line.row.parent)] = true;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (has_children[i] && lines[i].row.values.empty() && lines[i].row.kind == "item")
      lines[i].row.kind = "heading";
}

}  // namespace gouji
