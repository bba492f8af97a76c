// SPDX-License-Identifier: GPL-3.0-or-later
// Method: the beginnings of all lines of a table are sorted into steps. Labels in the middle of
// their cells have no indent; the few lines between the steps of a long table are set on one of
// them; how far the steps are apart tells what is a level.
#include "record/fiscal_indents.h"

#include <algorithm>
#include <cmath>

namespace gouji {
namespace {

/// Levels are mostly set 1 or 2 em apart. Where two steps are a whole em apart, a line half an em
/// aside has a narrow blank too many or too few: in ten tables of four issuers all lines set so
/// were siblings of their neighbours.
constexpr float kLeastStep = 0.75F;
constexpr float kWholeStep = 0.9F;
/// Labels set in the middle of their column have many different beginnings; indented ones have few,
/// nearly all of them met more than once.
constexpr std::size_t kMostSteps = 8;
constexpr double kShareOnSteps = 0.9;

/// In a long table, no more lines than this stand on a step by mistake: 2 of 900 lines in a table
/// of a city, 6 of 560 in one of a province.
constexpr int kLongTable = 40;
constexpr int kMostStrays = 2;
constexpr double kShareOfStrays = 0.015;

/// Labels are set in the middle when nearly all have one middle (em) and their beginnings differ.
constexpr float kSameMiddle = 0.3F;
constexpr double kShareCentred = 0.8;

bool tells_indent(const FiscalLine& line) {
  return !is_sum(line) && !line.detail && line.indent >= 0;
}

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

/// Forgets the indents of labels that stand in the middle of their cells and that nothing else
/// shares.
void forget_centred(std::vector<FiscalLine>& lines) {
  std::vector<float> others;
  for (const FiscalLine& line : lines)
    if (tells_indent(line) && !is_set_in_middle(line)) others.push_back(line.indent);
  std::sort(others.begin(), others.end());
  for (FiscalLine& line : lines) {
    if (is_sum(line) || !is_set_in_middle(line)) continue;
    const auto near = std::lower_bound(others.begin(), others.end(), line.indent - kSameIndent);
    if (near == others.end() || *near > line.indent + kSameIndent)
      line.indent = line.body_indent = -1;
  }
}

/// Where lines begin, from the left, and how many at each.
struct Step {
  float at;
  int count = 0;
};

std::vector<Step> steps_of(const std::vector<FiscalLine>& lines) {
  std::vector<float> indents;
  for (const FiscalLine& line : lines)
    if (tells_indent(line)) indents.push_back(line.indent);
  std::sort(indents.begin(), indents.end());
  std::vector<Step> steps;
  for (std::size_t i = 0; i < indents.size(); ++i) {
    if (i == 0 || indents[i] - indents[i - 1] > kSameIndent) steps.push_back({indents[i]});
    ++steps.back().count;
  }
  return steps;
}

int count_lines(const std::vector<Step>& steps) {
  int all = 0;
  for (const Step& step : steps) all += step.count;
  return all;
}

/// The step that an indent is on, or those on both sides of it, as far as they are near.
struct Near {
  const Step *left = nullptr, *right = nullptr;
  bool on_step = false;
};

Near near_steps(const std::vector<Step>& steps, float indent) {
  Near near;
  for (const Step& step : steps) {
    if (std::abs(step.at - indent) > kLeastStep) continue;
    (step.at <= indent + kSameIndent ? near.left : near.right) = &step;
  }
  near.on_step = near.left && near.left->at >= indent - kSameIndent;
  return near;
}

/// Sets the few lines of a long table that stand between its steps on one of them: on the only one
/// that is near; on the left one, if the line above stands farther left still (no level is left
/// out); else on that of the next line that stands on a step.
void settle_strays(std::vector<FiscalLine>& lines, std::vector<Step> steps) {
  const int all = count_lines(steps);
  if (all < kLongTable) return;
  const auto is_few = [&](const Step& step) {
    return step.count <= std::max(kMostStrays, static_cast<int>(kShareOfStrays * all));
  };
  steps.erase(std::remove_if(steps.begin(), steps.end(), is_few), steps.end());
  std::vector<float> next(lines.size() + 1, -1);  // where the next line on a step stands
  for (std::size_t i = lines.size(); i-- > 0;) {
    const Near near = near_steps(steps, lines[i].indent);
    next[i] = tells_indent(lines[i]) && near.on_step ? near.left->at : next[i + 1];
  }
  float above = 0, printed = -1;  // where the line above stands; where, if it was a stray too
  for (std::size_t i = 0; i < lines.size(); ++i) {
    FiscalLine& line = lines[i];
    if (!tells_indent(line)) continue;
    const Near near = near_steps(steps, line.indent);
    const bool stray = !near.on_step && (near.left || near.right);
    const bool again = stray && std::abs(line.indent - printed) <= kSameIndent;
    printed = stray ? line.indent : -1;
    if (again) {
      line.indent = above;
    } else if (stray) {
      const bool left = near.left && (!near.right || next[i] == near.left->at ||
                                      above < near.left->at - kLeastStep);
      line.indent = left ? near.left->at : near.right->at;
    }
    above = line.indent;
  }
}

/// How far apart two indents must be to be of two levels (em); 0 if indents tell nothing.
float least_step(const std::vector<Step>& steps) {
  const int all = count_lines(steps);
  if (all < 3 || steps.size() < 2 || steps.size() > kMostSteps) return 0;
  float widest = 0;
  int repeated = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (i > 0) widest = std::max(widest, steps[i].at - steps[i - 1].at);
    repeated += steps[i].count > 1 ? steps[i].count : 0;
  }
  // A short table may have one line on a step of its own.
  if (repeated < kShareOnSteps * all && all - repeated > 1) return 0;
  if (widest >= kWholeStep) return kLeastStep;
  // One line of many that is set half a step aside is no level.
  return steps.size() == 2 && repeated < all && all >= kLongTable ? 0 : kSameIndent;
}

}  // namespace

/// Has a single line its label in the middle of its cell, with room on both sides?
bool is_set_in_middle(const FiscalLine& line) {
  return line.middle >= 0 && std::abs(line.centre - line.middle) < kSameMiddle &&
         line.room > kLeastStep;
}

float settle_indents(std::vector<FiscalLine>& lines) {
  forget_centred(lines);
  if (is_centred(lines)) return 0;
  settle_strays(lines, steps_of(lines));
  return least_step(steps_of(lines));
}

}  // namespace gouji
