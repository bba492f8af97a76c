// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/vocabulary.h"

namespace gouji {

FigureScanner::Vocabulary::Vocabulary(const PatternSet& patterns) {
  for (const char* kind :
       {"money", "percent", "ratio", "score", "duration", "measure", "count", "dozen"})
    units.add(patterns.words(std::string("vocabulary/unit/") + kind), kind);
  small_money.add(patterns.words("vocabulary/unit/small_money"), "money");
  currencies.add(patterns.words("vocabulary/unit/currency_before"), "money");
  per.add(patterns.words("vocabulary/unit/per"), "per");
  before.add(patterns.words("vocabulary/qualifier/before"), "");
  after.add(patterns.words("vocabulary/qualifier/after"), "");
  inclusive.add(patterns.words("vocabulary/qualifier/inclusive"), "");
  than.add(patterns.words("vocabulary/qualifier/than"), "");
  joins.add(patterns.words("vocabulary/qualifier/joins"), "");
  names.add(patterns.words("vocabulary/not_figure/names"), "");
  lead.add(patterns.words("vocabulary/not_figure/lead"), "");
  labels.add(patterns.words("vocabulary/not_figure/label"), "");
  money_nouns.add(patterns.words("vocabulary/not_figure/money_noun"), "");
  const std::pair<WordIndex*, const char*> subject_lists[] = {{&tail, "tail"},
                                                              {&head, "head"},
                                                              {&part, "part"},
                                                              {&share, "share"},
                                                              {&share_tail, "share_tail"},
                                                              {&change, "change"},
                                                              {&compare, "compare"},
                                                              {&completion, "completion"},
                                                              {&plan, "plan"},
                                                              {&level, "level"},
                                                              {&generic, "generic"},
                                                              {&noun_end, "noun_end"},
                                                              {&whole, "whole"},
                                                              {&reached, "reached"},
                                                              {&rate, "rate"},
                                                              {&relative_years, "relative_year"},
                                                              {&compared_year, "compared_year"}};
  for (const auto& [index, name] : subject_lists)
    index->add(patterns.words(std::string("figure/subject/") + name), "");
  code_columns.add(patterns.words("vocabulary/column/code"), "");
  percent_columns.add(patterns.words("vocabulary/column/percent"), "");
  unit_columns.add(patterns.words("vocabulary/column/unit"), "");
  plain_columns.add(patterns.words("vocabulary/column/plain"), "");
  for (WordIndex* index : {&units,
                           &small_money,
                           &currencies,
                           &per,
                           &before,
                           &after,
                           &inclusive,
                           &than,
                           &joins,
                           &names,
                           &lead,
                           &labels,
                           &money_nouns,
                           &tail,
                           &head,
                           &part,
                           &share,
                           &share_tail,
                           &change,
                           &compare,
                           &completion,
                           &plan,
                           &level,
                           &generic,
                           &noun_end,
                           &relative_years,
                           &compared_year,
                           &code_columns,
                           &percent_columns,
                           &plain_columns,
                           &unit_columns,
                           &whole,
                           &reached,
                           &rate})
    index->finish();
}

FigureScanner::FigureScanner(const PatternSet& patterns) : vocabulary_(new Vocabulary(patterns)) {}
FigureScanner::~FigureScanner() {
  delete vocabulary_;
}
FigureScanner::FigureScanner(FigureScanner&& other) noexcept
    : vocabulary_(std::exchange(other.vocabulary_, nullptr)) {}

}  // namespace gouji
