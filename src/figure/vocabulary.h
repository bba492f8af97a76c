// SPDX-License-Identifier: GPL-3.0-or-later
// The word lists that the scanner of figures works with, compiled once from patterns/vocabulary/.
#pragma once

#include "figure/figures.h"
#include "figure/word_index.h"

namespace gouji {

struct FigureScanner::Vocabulary {
  explicit Vocabulary(const PatternSet& patterns);

  WordIndex units;        ///< money, percent, ratio, score, duration, measure, count, dozen
  WordIndex small_money;  ///< 角 分 behind 元
  WordIndex currencies;   ///< printed before the number
  WordIndex per;          ///< behind the slash of a compound unit
  WordIndex before{WordIndex::Way::backward};  ///< bounds and approximations before a number
  WordIndex after;                             ///< … and behind it
  WordIndex inclusive;                         ///< （含）
  WordIndex than;                              ///< 比 … 大
  WordIndex joins;                             ///< between two opposite bounds
  WordIndex names;                             ///< words with numeral characters, skipped
  WordIndex lead{WordIndex::Way::backward};    ///< a bare number is a figure behind these
  WordIndex labels{WordIndex::Way::backward};  ///< 表, 图: what follows is their number
  WordIndex money_nouns{WordIndex::Way::backward};

  // patterns/figure/subject.toml: labels and years
  WordIndex tail{WordIndex::Way::backward};
  WordIndex head;
  WordIndex part;
  WordIndex share;
  WordIndex share_tail{WordIndex::Way::backward};
  WordIndex change{WordIndex::Way::backward};
  WordIndex compare{WordIndex::Way::backward};
  WordIndex completion{WordIndex::Way::backward};
  WordIndex plan{WordIndex::Way::backward};
  WordIndex level{WordIndex::Way::backward};
  WordIndex generic;
  WordIndex noun_end;
  WordIndex whole{WordIndex::Way::backward};
  WordIndex reached{WordIndex::Way::backward};
  WordIndex rate;
  WordIndex relative_years;
  WordIndex compared_year{WordIndex::Way::backward};

  // patterns/vocabulary/column.toml: what headers of columns say
  WordIndex code_columns;
  WordIndex percent_columns;
  WordIndex plain_columns;
  WordIndex unit_columns;
};

}  // namespace gouji
