// SPDX-License-Identifier: GPL-3.0-or-later
// Method: the shadows of all words on the x axis are counted; where hardly any row has print there
// is white. Words of one text leave such white by chance too, so each white must be wider than
// blanks are in most of the rows that have print at both sides, stand between numbers, or be
// labelled at both sides.
#include "layout/aligned_columns.h"

#include <algorithm>
#include <cmath>

namespace gouji {

namespace {

// Ems.
constexpr float kNarrowestWhite = 0.2F;
constexpr float kBetweenNumbers = 0.4F;  ///< thousands are set apart by 0.3
constexpr float kWideWhite = 0.9F;
constexpr float kCutWhite = 0.5F;         ///< print is cut between columns at blanks of this width
constexpr float kSpread = 4.5F;           ///< between the letters of a label that is spread out
constexpr std::size_t kSpreadLabels = 3;  ///< one row of so many has such a label
constexpr float kSameEnd = 0.3F;          ///< print ends where its column does
constexpr float kLabel = 2.0F;            ///< no shorter is a label that begins a column
constexpr float kOverlap = 0.3F;          ///< print reaches into a column by more than this

constexpr float kWideShare = 0.5F;
constexpr float kNumbersShare = 0.7F;
constexpr float kSupport = 0.2F;   ///< share of the rows with print at both sides
constexpr float kOutliers = 0.1F;  ///< share of the rows that may cross the white
constexpr float kCovered = 0.5F;   ///< share of a column that print over it covers

struct White {
  float x0 = 0, x1 = 0;
  int support = 0, wide = 0;
  int numbers = 0, fillers = 0;  ///< rows with numbers at both sides, with a filler at one
  int thousands = 0;             ///< … with three digits at the right
  bool labelled = false;         ///< labels stand apart above it
  float middle() const { return (x0 + x1) / 2; }
};

bool is_numeric(WordSort sort) {
  return sort == WordSort::number || sort == WordSort::filler || sort == WordSort::sign;
}

float size_of(const std::vector<const WordLine*>& rows) {
  std::vector<float> sizes;
  sizes.reserve(rows.size());
  for (const WordLine* row : rows) sizes.push_back(row->size);
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  return *middle;
}

/// Where at most `outliers` rows have print, between the outermost print.
std::vector<White> find_whites(const std::vector<const WordLine*>& rows, float narrowest) {
  struct Event {
    float x;
    int step;
  };
  std::vector<Event> events;
  for (const WordLine* row : rows) {
    float end = -1e6F;
    for (const PrintWord& word : row->words) {
      if (word.sort == WordSort::leader || word.x1 <= end) continue;
      events.push_back({std::max(word.x0, end), 1});
      events.push_back({word.x1, -1});
      end = word.x1;
    }
  }
  std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
    return a.x != b.x ? a.x < b.x : a.step > b.step;
  });
  const int outliers = static_cast<int>(kOutliers * static_cast<float>(rows.size()));
  std::vector<White> whites;
  int count = 0;
  float start = 0;
  bool in_white = true;
  bool any = false;
  for (const Event& event : events) {
    count += event.step;
    const bool white = count <= outliers;
    if (white && !in_white) {
      start = event.x;
    } else if (!white && in_white) {
      if (any && event.x - start >= narrowest) whites.push_back({start, event.x});
      any = true;
    }
    in_white = white;
  }
  return whites;
}

/// Two letters set apart with nothing but numbers behind them: a label spread out, no two columns.
bool is_spread_label(const WordLine& row) {
  const std::vector<PrintWord>& words = row.words;
  const auto is_letter = [](const PrintWord& word) {
    return word.sort == WordSort::text && word.end - word.begin == 1;
  };
  return words.size() > 2 && is_letter(words[0]) && is_letter(words[1]) &&
         words[1].x0 - words[0].x1 <= kSpread * row.size &&
         std::all_of(words.begin() + 2, words.end(),
                     [](const PrintWord& word) { return is_numeric(word.sort); });
}

/// What stands at both sides of each white of a row; `may_spread`: its label may be spread letters.
void weigh(std::vector<White>& whites, const WordLine& row, bool may_spread) {
  std::size_t next = 0;
  const std::vector<PrintWord>& words = row.words;
  int left = -1;
  const bool spread = may_spread && is_spread_label(row);
  for (White& white : whites) {
    const float x = white.middle();
    for (; next < words.size() && (words[next].x0 + words[next].x1) / 2 < x; ++next) {
      if (words[next].sort != WordSort::leader) left = static_cast<int>(next);
    }
    std::size_t right = next;
    while (right < words.size() && words[right].sort == WordSort::leader) ++right;
    if (left < 0 || right >= words.size()) continue;
    if (spread && left == 0 && right == 1) continue;
    const PrintWord& before = words[static_cast<std::size_t>(left)];
    ++white.support;
    if (words[right].x0 - before.x1 >= kWideWhite * row.size) ++white.wide;
    const PrintWord& behind = words[right];
    if (before.sort == WordSort::filler || behind.sort == WordSort::filler) {
      ++white.fillers;
    } else if (is_numeric(before.sort) && is_numeric(behind.sort)) {
      ++white.numbers;
      if (behind.end - behind.begin == 3) ++white.thousands;
    }
  }
}

/// Marks the whites that stand below the white between two labels, where the labels' own print
/// leaves a good part of them free.
void mark_labelled(std::vector<White>& whites, const std::vector<ColumnLabel>& labels, float size) {
  for (std::size_t i = 0; i + 1 < labels.size(); ++i) {
    const float x0 = labels[i].x1;
    const float x1 = labels[i + 1].x0;
    if (x1 - x0 < kWideWhite * size) continue;
    White* best = nullptr;
    float most = kNarrowestWhite * size;
    for (White& white : whites) {
      const float shared = std::min(white.x1, x1) - std::max(white.x0, x0);
      if (shared < most || white.labelled) continue;  // one white a pair of labels
      most = shared;
      best = &white;
    }
    if (best != nullptr) best->labelled = true;
  }
}

/// Print of few rows stands in white; where it stands below a label it is a column.
void split_at_labels(std::vector<White>& whites, const std::vector<ColumnLabel>& labels,
                     const std::vector<const WordLine*>& rows) {
  const auto printed = [&](const ColumnLabel& label) {
    return std::any_of(rows.begin(), rows.end(), [&](const WordLine* row) {
      return std::any_of(row->words.begin(), row->words.end(), [&](const PrintWord& word) {
        return word.sort != WordSort::leader && word.x0 < label.x1 && label.x0 < word.x1;
      });
    });
  };
  for (const ColumnLabel& label : labels) {
    for (std::size_t i = 0; i < whites.size(); ++i) {
      if (label.x0 <= whites[i].x0 || label.x1 >= whites[i].x1 || !printed(label)) continue;
      White right = whites[i];
      right.x0 = label.x1;
      whites[i].x1 = label.x0;
      whites.insert(whites.begin() + static_cast<std::ptrdiff_t>(i) + 1, right);
      break;
    }
  }
}

bool parts(const White& white, std::size_t rows, float size) {
  if (white.labelled) return true;
  const auto support = static_cast<float>(white.support);
  if (white.support < std::min<int>(2, static_cast<int>(rows)) ||
      support < kSupport * static_cast<float>(rows))
    return false;
  if (static_cast<float>(white.wide) >= kWideShare * support) return true;
  if (2 * white.fillers > white.support) return false;
  if (static_cast<float>(white.numbers) <
      kNumbersShare * static_cast<float>(white.support - white.fillers)) {
    return false;
  }
  return white.x1 - white.x0 >= kBetweenNumbers * size || 2 * white.thousands < white.numbers;
}

struct Filling {
  int rows = 0, signs = 0;
};

/// How many rows have print between two whites, and in how many it is a lone sign.
std::vector<Filling> fillings(const std::vector<const WordLine*>& rows,
                              const std::vector<White>& whites) {
  std::vector<Filling> result(whites.size() + 1);
  for (const WordLine* row : rows) {
    std::size_t column = 0;
    std::vector<int> words(result.size(), 0);
    std::vector<int> signs(result.size(), 0);
    for (const PrintWord& word : row->words) {
      if (word.sort == WordSort::leader) continue;
      while (column < whites.size() && (word.x0 + word.x1) / 2 > whites[column].middle()) ++column;
      ++words[column];
      if (word.sort == WordSort::sign) ++signs[column];
    }
    for (std::size_t i = 0; i < result.size(); ++i) {
      if (words[i] == 0) continue;
      ++result[i].rows;
      if (signs[i] == words[i]) ++result[i].signs;
    }
  }
  return result;
}

/// Columns of currency signs belong to the numbers behind them, columns of percent signs to those
/// before; columns with hardly any print are no columns.
void drop_false_whites(std::vector<White>& whites, const std::vector<const WordLine*>& rows) {
  const std::vector<Filling> filled = fillings(rows, whites);
  std::vector<char> drop(whites.size(), 0);
  for (std::size_t i = 0; i < filled.size(); ++i) {
    if (filled[i].rows > 0 && filled[i].signs < filled[i].rows) continue;
    if (i < whites.size() &&
        (i == 0 || whites[i].x1 - whites[i].x0 <= whites[i - 1].x1 - whites[i - 1].x0)) {
      drop[i] = 1;
    } else if (i > 0) {
      drop[i - 1] = 1;
    }
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < whites.size(); ++i) {
    if (!drop[i]) whites[kept++] = whites[i];
  }
  whites.resize(kept);
}

/// White beside a column that print of the other side only runs into (the longest label of all) has
/// print at both sides right and left in that row only, and there it is a blank.
void drop_tails(std::vector<White>& whites, const std::vector<const WordLine*>& rows) {
  std::vector<int> both(whites.size(), 0);
  std::vector<int> apart(whites.size(), 0);
  for (const WordLine* row : rows) {
    std::size_t column = 0;
    const PrintWord* before = nullptr;
    std::size_t column_before = 0;
    for (const PrintWord& word : row->words) {
      if (word.sort == WordSort::leader) continue;
      while (column < whites.size() && (word.x0 + word.x1) / 2 > whites[column].middle()) ++column;
      if (before != nullptr && column == column_before + 1) {
        ++both[column_before];
        const bool wide = word.x0 - before->x1 >= kWideWhite * row->size;
        if (wide || (is_numeric(word.sort) && is_numeric(before->sort))) ++apart[column_before];
      }
      before = &word;
      column_before = column;
    }
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < whites.size(); ++i) {
    if (both[i] == 0 || 2 * apart[i] >= both[i] || whites[i].labelled) whites[kept++] = whites[i];
  }
  whites.resize(kept);
}

}  // namespace

std::vector<AlignedColumn> find_columns(const std::vector<const WordLine*>& rows,
                                        const std::vector<ColumnLabel>& labels) {
  if (rows.empty()) return {};
  const float size = size_of(rows);
  std::vector<White> whites = find_whites(rows, kNarrowestWhite * size);
  split_at_labels(whites, labels, rows);
  // Labels of two letters are few, else the letters are the cells of two columns.
  const auto spread = static_cast<std::size_t>(std::count_if(
      rows.begin(), rows.end(), [](const WordLine* row) { return is_spread_label(*row); }));
  const bool may_spread = spread <= 1 || spread * kSpreadLabels <= rows.size();
  for (const WordLine* row : rows) weigh(whites, *row, may_spread);
  mark_labelled(whites, labels, size);
  std::erase_if(whites, [&](const White& white) { return !parts(white, rows.size(), size); });
  drop_false_whites(whites, rows);
  drop_tails(whites, rows);
  std::vector<AlignedColumn> columns;
  for (std::size_t i = 0; i <= whites.size(); ++i) columns.push_back({1e6F, -1e6F, 0, 0});
  for (const WordLine* row : rows) {
    std::size_t column = 0;
    for (std::size_t w = 0; w < row->words.size();) {
      while (column < whites.size() &&
             (row->words[w].x0 + row->words[w].x1) / 2 > whites[column].middle()) {
        ++column;
      }
      bool numeric = true;
      bool any = false;
      AlignedColumn& to = columns[column];
      for (; w < row->words.size(); ++w) {
        const PrintWord& word = row->words[w];
        if (column < whites.size() && (word.x0 + word.x1) / 2 > whites[column].middle()) break;
        if (word.sort == WordSort::leader) continue;
        any = true;
        numeric = numeric && is_numeric(word.sort);
        if (column < whites.size() && word.x1 > whites[column].x1) continue;
        if (column > 0 && word.x0 < whites[column - 1].x0) continue;
        to.x0 = std::min(to.x0, word.x0);
        to.x1 = std::max(to.x1, word.x1);
      }
      if (any) ++to.filled;
      if (any && numeric) ++to.numbers;
    }
  }
  std::erase_if(columns, [](const AlignedColumn& column) { return column.x1 < column.x0; });
  return columns;
}

namespace {

/// The first column that ends behind x.
std::size_t first_behind(const std::vector<AlignedColumn>& columns, float x) {
  const auto found = std::partition_point(columns.begin(), columns.end(),
                                          [&](const AlignedColumn& c) { return c.x1 < x; });
  return static_cast<std::size_t>(found - columns.begin());
}

/// The column that x stands in or next to.
int column_at(const std::vector<AlignedColumn>& columns, float x) {
  std::size_t i = first_behind(columns, x);
  if (i == columns.size()) return static_cast<int>(i) - 1;
  if (i > 0 && x <= (columns[i - 1].x1 + columns[i].x0) / 2) --i;
  return static_cast<int>(i);
}

/// The columns that print from x0 to x1 covers: the one that it covers most, and its neighbours of
/// which it covers a good part.
void set_columns(LineCell& cell, const std::vector<AlignedColumn>& columns, float size) {
  float best = -1e6F;
  int at = column_at(columns, (cell.x0 + cell.x1) / 2);
  for (std::size_t i = first_behind(columns, cell.x0);
       i < columns.size() && columns[i].x0 < cell.x1; ++i) {
    const float shared = std::min(cell.x1, columns[i].x1) - std::max(cell.x0, columns[i].x0);
    if (shared > std::max(best, 0.0F)) {
      best = shared;
      at = static_cast<int>(i);
    }
  }
  cell.first = cell.last = at;
  const auto covers = [&](int i) {
    const AlignedColumn& column = columns[static_cast<std::size_t>(i)];
    const float shared = std::min(cell.x1, column.x1) - std::max(cell.x0, column.x0);
    return shared > kOverlap * size && shared >= kCovered * (column.x1 - column.x0);
  };
  while (cell.first > 0 && covers(cell.first - 1)) --cell.first;
  while (cell.last + 1 < static_cast<int>(columns.size()) && covers(cell.last + 1)) ++cell.last;
}

/// Labels wider than their columns reach over the next one: two that have taken the same column
/// move apart where the next one is free and the label stands on that side.
void spread(std::vector<LineCell>& cells, const std::vector<AlignedColumn>& columns) {
  const auto middle = [](const LineCell& cell) { return (cell.x0 + cell.x1) / 2; };
  for (std::size_t i = 1; i < cells.size(); ++i) {
    LineCell& left = cells[i - 1];
    LineCell& right = cells[i];
    if (right.first != left.last || right.first != right.last || left.first != left.last) continue;
    const AlignedColumn& column = columns[static_cast<std::size_t>(right.first)];
    const int next = i + 1 < cells.size() ? cells[i + 1].first : static_cast<int>(columns.size());
    const int before = i > 1 ? cells[i - 2].last : -1;
    const bool right_fits = next > right.last + 1 && middle(right) > column.x1;
    const bool left_fits = before < left.first - 1 && middle(left) < column.x0;
    if (right_fits && (!left_fits || middle(right) - column.x1 >= column.x0 - middle(left))) {
      right.first = right.last = right.first + 1;
    } else if (left_fits) {
      left.first = left.last = left.first - 1;
    }
  }
}

/// Print parted by wide white within one column is one cell: letters spread out, a sign apart from
/// its number.
std::vector<LineCell> join_in_columns(std::vector<LineCell> cells) {
  std::vector<LineCell> joined;
  for (const LineCell& cell : cells) {
    if (!joined.empty() && cell.first <= joined.back().last) {
      LineCell& to = joined.back();
      to.last = std::max(to.last, cell.last);
      to.end = cell.end;
      to.x1 = std::max(to.x1, cell.x1);
    } else {
      joined.push_back(cell);
    }
  }
  return joined;
}

/// Does a word begin where its column does, close behind a number that ends where its own does?
bool stands_behind_number(const WordLine& line, std::size_t i, float end,
                          const std::vector<AlignedColumn>& columns) {
  if (line.words[i].sort != WordSort::text || !is_numeric(line.words[i - 1].sort)) return false;
  if (line.words[i].x1 - line.words[i].x0 < kLabel * line.size) return false;
  const float gap = line.words[i].x0 - end;
  const auto left = static_cast<std::size_t>(column_at(columns, end));
  const auto right = static_cast<std::size_t>(column_at(columns, line.words[i].x0));
  return gap >= kNarrowestWhite * line.size &&
         std::abs(columns[left].x1 - end) <= kSameEnd * line.size &&
         std::abs(columns[right].x0 - line.words[i].x0) <= kSameEnd * line.size;
}

}  // namespace

std::vector<LineCell> cells_of(const WordLine& line, const std::vector<AlignedColumn>& columns) {
  std::vector<LineCell> cells;
  const std::vector<PrintWord>& words = line.words;
  float end = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    bool opens = i == 0;
    if (!opens && words[i].sort != WordSort::leader) {
      const float gap = words[i].x0 - end;
      const bool parted = column_at(columns, words[i].x0) != column_at(columns, end);
      const bool numbers = is_numeric(words[i].sort) && is_numeric(words[i - 1].sort);
      const bool lone = words[i].sort == WordSort::sign || words[i - 1].sort == WordSort::sign;
      opens = gap >= kColumnWhite * line.size ||
              (parted && (gap >= kCutWhite * line.size || (numbers && !lone) ||
                          stands_behind_number(line, i, end, columns)));
    }
    if (opens) cells.push_back({0, 0, i, i, words[i].x0, words[i].x1});
    LineCell& cell = cells.back();
    cell.end = i + 1;
    if (words[i].sort == WordSort::leader) continue;
    cell.x1 = std::max(cell.x1, words[i].x1);
    end = cell.x1;
  }
  for (LineCell& cell : cells) set_columns(cell, columns, line.size);
  spread(cells, columns);
  return join_in_columns(std::move(cells));
}

bool holds_number(const WordLine& line, const LineCell& cell) {
  bool any = false;
  for (std::size_t i = cell.begin; i < cell.end; ++i) {
    const WordSort sort = line.words[i].sort;
    if (sort == WordSort::text) return false;
    any = any || sort == WordSort::number || sort == WordSort::filler;
  }
  return any;
}

}  // namespace gouji
