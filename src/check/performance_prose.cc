// SPDX-License-Identifier: GPL-3.0-or-later
// What the prose says again of evaluation sheets: marks, targets and what was reached.
//
// A mark belongs to the project whose name stands before it in the sentence, else to the one that
// the headings and short lines of its chapter name. A figure of a paragraph about indicators
// belongs to the one indicator, of all sheets, whose name is most like its subject and whose unit
// is the same; where two are equally like it, to none.
#include <algorithm>
#include <climits>

#include "check/likeness.h"
#include "check/operand.h"
#include "check/performance.h"
#include "check/quick_find.h"
#include "check/statement.h"

namespace gouji {

namespace {

constexpr std::size_t kLeastRun = 6;        // characters of a project's name that must stand there
constexpr double kLeastLike = 0.5;          // of an indicator's name and a subject
constexpr std::size_t kShortLine = 60 * 3;  // bytes: headings and lines that name the subject
constexpr double kLead = 0.1;               // by which the best indicator must be ahead

const Figure& figure_of(const CheckInput& input, const ProseFigure& one) {
  return input.figures.figures[static_cast<std::size_t>(one.figure)];
}

/// A mark in prose: whose it is.
struct Mark {
  const Passage* passage = nullptr;
  const ProseFigure* figure = nullptr;
  int sheet = -1;  ///< index; -1 = no project
  bool department = false;
};

int chapter_of(const CheckInput& input, int section) {
  const auto& sections = input.outline.sections;
  while (section > 0 && sections[static_cast<std::size_t>(section)].level > 1) --section;
  return section;
}

/// The sheet whose project's name stands in the text, or -1; -1 if several do.
int sheet_named(const std::vector<Sheet>& sheets, std::u32string_view text) {
  int found = -1;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const auto name = plain_name(sheets[i].record().project.value_or(""));
    if (name.size() < kLeastRun ||
        longest_common_run(name, text) < std::max(kLeastRun, name.size() * 3 / 5))
      continue;
    if (found >= 0) return -1;
    found = static_cast<int>(i);
  }
  return found;
}

/// Headings and short lines of the chapter in front of a passage.
std::string chapter_words(const CheckInput& input, const Passage& passage) {
  std::string words;
  const int chapter = chapter_of(input, passage.section);
  for (const Passage& one : input.prose.passages) {
    if (&one == &passage) break;
    if (chapter_of(input, one.section) == chapter && one.text.size() <= kShortLine && one.item < 0)
      words += one.text;
  }
  return words;
}

Mark mark_of(const CheckInput& input, const std::vector<Sheet>& sheets, const Passage& passage,
             const ProseFigure& figure) {
  Mark mark{&passage, &figure, -1, false};
  const Pattern& department = input.patterns.pattern("check/performance/prose_department");
  const Words before{figure.offset, figure.offset};
  const Words clause = clause_around(passage, before);
  const std::string said = passage.text.substr(clause.begin, figure.offset - clause.begin);
  mark.sheet = sheet_named(sheets, plain_name(said));
  mark.department = mark.sheet < 0 && department.find(said, 0);
  if (mark.sheet >= 0 || mark.department) return mark;
  const std::string words = chapter_words(input, passage);
  mark.sheet = sheet_named(sheets, plain_name(words));
  mark.department = mark.sheet < 0 && department.find(words, 0);
  return mark;
}

Relation restated(const CheckInput& input, const Mark& mark, Operand other) {
  const std::size_t at = mark.figure->offset;
  Relation relation = about(input, *mark.passage, {at, at + 3}, "same_fact");
  relation.at_most = Severity::warning;
  relation.operands.push_back(operand_of(figure_of(input, *mark.figure), "stated"));
  relation.arguments = {{"other", other.printed + other.unit}};
  relation.operands.push_back(std::move(other));
  relation.terms = {{1, 1}};
  return relation;
}

const GridCell* total_cell(const Sheet& sheet) {
  const auto& total = sheet.record().total_score;
  if (!total) return nullptr;
  for (int row = sheet.last_row() + 1; row < sheet.view().rows(); ++row)
    if (const GridCell* cell = sheet.cell_with(row, *total, INT_MAX)) return cell;
  return nullptr;
}

void compare_marks(const CheckInput& input, const std::vector<Sheet>& sheets,
                   std::vector<Relation>& out) {
  const Pattern& score = input.patterns.pattern("check/performance/prose_score");
  const Mark* department = nullptr;
  std::vector<Mark> marks;
  for (const Passage& passage : input.prose.passages) {
    Match match;
    for (std::size_t from = 0; quick_find(score, passage.text, from, &match);
         from = match.whole.end) {
      const ProseFigure* figure = passage.figure_at(match.group("score").begin);
      if (figure != nullptr) marks.push_back(mark_of(input, sheets, passage, *figure));
    }
  }
  for (const Mark& mark : marks) {
    if (mark.sheet >= 0) {
      const Sheet& sheet = sheets[static_cast<std::size_t>(mark.sheet)];
      if (const GridCell* cell = total_cell(sheet))
        out.push_back(restated(input, mark, sheet.points(*cell, "other")));
    } else if (mark.department) {
      if (department != nullptr)
        out.push_back(
            restated(input, mark, operand_of(figure_of(input, *department->figure), "other")));
      department = &mark;
    }
  }
}

void bound_marks(const CheckInput& input, std::vector<Relation>& out) {
  const Pattern& points = input.patterns.pattern("check/performance/prose_points");
  for (const Passage& passage : input.prose.passages) {
    Match match;
    if (!quick_find(points, passage.text, 0, &match)) continue;
    const ProseFigure* full = passage.figure_at(match.group("full").begin);
    const ProseFigure* score = passage.figure_at(match.group("score").begin);
    if (full == nullptr || score == nullptr) continue;
    Relation relation = about(input, passage, {match.whole.begin, match.whole.end}, "score_bounds");
    relation.comparison = Comparison::at_most;
    relation.operands = {operand_of(figure_of(input, *score), "stated"),
                         operand_of(figure_of(input, *full), "total")};
    relation.terms = {{1, 1}};
    out.push_back(std::move(relation));
  }
}

struct Fit {
  const Sheet* sheet = nullptr;
  const Indicator* indicator = nullptr;
  double like = 0;
};

Fit best_indicator(const std::vector<Sheet>& sheets, const Figure& figure) {
  Fit best;
  double second = 0;
  const std::u32string subject = plain_name(figure.subject.value_or(""));
  for (const Sheet& sheet : sheets) {
    for (const Indicator& one : sheet.indicators()) {
      if (one.unit.empty() || one.unit != figure.unit.value_or("")) continue;
      const double like = pair_likeness(subject, plain_name(one.level3));
      second = std::max(second, std::min(like, best.like));
      if (like > best.like) best = {&sheet, &one, like};
    }
  }
  return best.like >= kLeastLike && best.like - second >= kLead ? best : Fit{};
}

/// A target told again, or what was reached against the target.
void compare_value(const CheckInput& input, const Passage& passage, const ProseFigure& one,
                   const Fit& fit, bool targets, std::vector<Relation>& out) {
  const Figure& figure = figure_of(input, one);
  const GridCell* cell = fit.sheet->value_cell(*fit.indicator);
  if (cell == nullptr || fit.sheet->figure(*cell) == nullptr) return;
  Relation relation = about(input, passage, {one.offset, one.offset + 3}, "target");
  relation.at_most = Severity::info;  // a paragraph may speak of more than the project
  Operand stated = operand_of(figure, "stated");
  Operand target = fit.sheet->operand(*cell, "base");
  target.unit = figure.unit.value_or("");
  if (target.doubt == Doubt::bounded) target.doubt = Doubt::none;
  const std::string op = fit.indicator->op.value_or("");
  const WordList& more = input.patterns.words("check/word/and_more");
  const bool and_more = std::any_of(more.words.begin(), more.words.end(), [&](const Word& word) {
    return figure.text.find(word.text) != std::string::npos;
  });
  if (targets) {
    relation.wording = "same";
    if (stated.point == target.point) stated.doubt = Doubt::none;
  } else {
    if (op == ">=") relation.comparison = Comparison::at_least;
    if (op == "<=") relation.comparison = Comparison::at_most;
    const bool met = op == ">=" && stated.point >= target.point;
    if (and_more && met && stated.doubt == Doubt::approximate) stated.doubt = Doubt::none;
    if (op != ">=" && stated.point != target.point) return;
  }
  relation.arguments = {{"actual", figure.text},
                        {"target", op + fit.indicator->value + fit.indicator->unit},
                        {"other", fit.indicator->value + fit.indicator->unit}};
  relation.operands = {std::move(stated), std::move(target)};
  relation.terms = {{1, 1}};
  out.push_back(std::move(relation));
}

void compare_indicators(const CheckInput& input, const std::vector<Sheet>& sheets,
                        std::vector<Relation>& out) {
  const Pattern& indicators = input.patterns.pattern("check/performance/prose_indicators");
  const Pattern& setting = input.patterns.pattern("check/performance/prose_targets");
  for (const Passage& passage : input.prose.passages) {
    Match match;
    if (passage.figures.empty() || !indicators.find(passage.text, 0, &match)) continue;
    const bool targets = setting.find(passage.text, 0);
    for (const ProseFigure& one : passage.figures) {
      const Figure& figure = figure_of(input, one);
      if (one.offset < match.whole.begin || one.range || figure.kind == FigureKind::money) continue;
      const Fit fit = best_indicator(sheets, figure);
      if (fit.indicator != nullptr) compare_value(input, passage, one, fit, targets, out);
    }
  }
}

}  // namespace

void find_restated_relations(const CheckInput& input, const std::vector<Sheet>& sheets,
                             std::vector<Relation>& out) {
  bound_marks(input, out);
  compare_marks(input, sheets, out);
  if (!sheets.empty()) compare_indicators(input, sheets, out);
}

}  // namespace gouji
