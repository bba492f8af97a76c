// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the blocks in reading order: prose by its owners, a table's cells at the place of the
// table, the labels of charts piece by piece.
#include "figure/figures.h"
#include "figure/grid_figures.h"
#include "figure/subject.h"
#include "figure/years.h"
#include "text/charclass.h"

namespace gouji {

namespace {

class Finder {
 public:
  Finder(const Flow& flow, const Tables& tables, const Outline& outline,
         const FigureScanner& scanner)
      : flow_(flow), tables_(tables), outline_(outline), scanner_(scanner) {}

  Figures find();

 private:
  void read_block(int block);
  void read_table(int region);
  void read_chart(const LocatedText& text);
  void read_piece(const LocatedText& text, std::size_t begin, std::size_t end);
  void read_prose(const LocatedText& text, const Owner& owner);
  Maybe<int> heading_year(int section);
  Maybe<int> find_title_year() const;
  int add(Figure figure, FigureOrigin origin = {});

  const Flow& flow_;
  const Tables& tables_;
  const Outline& outline_;
  const FigureScanner& scanner_;
  Figures result_;
  std::size_t next_owner_ = 0;
  std::vector<bool> grids_done_;
  Maybe<int> title_year_;
  std::vector<Maybe<Maybe<int>>> heading_years_;  // by section; empty = not looked for yet
};

int Finder::add(Figure figure, FigureOrigin origin) {
  const int index = static_cast<int>(result_.figures.size());
  figure.id = "f" + std::to_string(index + 1);
  result_.figures.push_back(std::move(figure));
  result_.origins.push_back(origin);
  return index;
}

/// The year of the nearest heading that names one.
Maybe<int> Finder::heading_year(int section) {
  if (section < 0) return std::nullopt;
  auto& known = heading_years_[static_cast<std::size_t>(section)];
  if (known) return *known;
  const Section& heading = outline_.sections[static_cast<std::size_t>(section)];
  Maybe<int> year = first_year(scanner_.vocabulary(), from_utf8(heading.title));
  if (!year && heading.parent) {
    for (int i = section - 1; i >= 0; --i) {
      if (outline_.sections[static_cast<std::size_t>(i)].id != *heading.parent) continue;
      year = heading_year(i);
      break;
    }
  }
  heading_years_[static_cast<std::size_t>(section)] = year;
  return year;
}

/// The year in the title of the document: from what relative years count where no heading names
/// one.
Maybe<int> Finder::find_title_year() const {
  constexpr std::size_t kTitleBlocks = 6;    // a cover has name, title, date
  constexpr std::size_t kLongestTitle = 60;  // characters
  for (std::size_t i = 0; i < flow_.blocks.size() && i < kTitleBlocks; ++i) {
    const Block& block = flow_.blocks[i];
    if (block.kind != BlockKind::paragraph || block.text.size() > kLongestTitle) continue;
    if (const auto year = first_year(scanner_.vocabulary(), block.text.chars)) return year;
  }
  return std::nullopt;
}

/// A figure, or both ends of a range as one.
FigureSpan whole_of(const std::vector<FigureSpan>& spans, std::size_t index) {
  FigureSpan whole = spans[index];
  if (whole.range_with == static_cast<int>(index) + 1) {
    whole.end = spans[index + 1].end;
    whole.figure.kind = spans[index + 1].figure.kind;
  }
  return whole;
}

void Finder::read_prose(const LocatedText& text, const Owner& owner) {
  const std::size_t end = std::min<std::size_t>(owner.end, text.size());
  if (owner.begin >= end) return;
  const std::u32string_view part =
      std::u32string_view(text.chars).substr(owner.begin, end - owner.begin);
  std::vector<FigureSpan> spans = scanner_.in_prose(part);
  if (spans.empty()) return;
  SubjectReader subjects(scanner_.vocabulary(), part);
  const std::vector<YearMention> years = find_years(scanner_.vocabulary(), part);
  const Maybe<int> around = heading_year(owner.section);
  const int first = static_cast<int>(result_.figures.size());
  for (std::size_t i = 0; i < spans.size(); ++i) {
    FigureSpan& span = spans[i];
    Figure& figure = span.figure;
    const bool second_end = span.range_with >= 0 && span.range_with < static_cast<int>(i);
    const Figure* other =
        second_end ? &result_.figures[static_cast<std::size_t>(first + span.range_with)] : nullptr;
    figure.subject = other ? other->subject : subjects.next(whole_of(spans, i));
    figure.year = other ? other->year : year_at(years, span.start, around, title_year_);
    if (span.range_with >= 0) figure.range = "f" + std::to_string(first + span.range_with + 1);
    if (owner.item >= 0)
      figure.in = outline_.items[static_cast<std::size_t>(owner.item)].id;
    else if (owner.section >= 0)
      figure.in = outline_.sections[static_cast<std::size_t>(owner.section)].id;
    figure.at = locate(text, owner.begin + span.start, owner.begin + span.end, flow_.lines);
    const int index =
        add(std::move(figure), {owner.block, owner.begin + static_cast<std::uint32_t>(span.start),
                                owner.begin + static_cast<std::uint32_t>(span.end)});
    if (owner.item >= 0) result_.of_item[static_cast<std::size_t>(owner.item)].push_back(index);
  }
}

void Finder::read_piece(const LocatedText& text, std::size_t begin, std::size_t end) {
  const std::u32string_view piece = std::u32string_view(text.chars).substr(begin, end - begin);
  std::vector<FigureSpan> spans;
  if (auto figure = scanner_.in_cell(piece, "")) {
    spans.emplace_back();
    spans.back().end = piece.size();
    spans.back().figure = std::move(*figure);
  } else {
    spans = scanner_.in_prose(piece);
  }
  const int first = static_cast<int>(result_.figures.size());
  for (FigureSpan& span : spans) {
    if (span.range_with >= 0) span.figure.range = "f" + std::to_string(first + span.range_with + 1);
    span.figure.in = "chart";
    span.figure.at = locate(text, begin + span.start, begin + span.end, flow_.lines);
    add(std::move(span.figure));
  }
}

/// The labels of a chart stand apart by tabs or wide gaps.
void Finder::read_chart(const LocatedText& text) {
  const auto parts = [&](std::size_t i) {
    const char32_t c = text.chars[i];
    if (c == U'\t' || c == U'\n') return true;
    return is_blank(c) && i + 1 < text.size() && is_blank(text.chars[i + 1]);
  };
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && !parts(end)) ++end;
    if (end > begin) read_piece(text, begin, end);
    begin = end + 1;
  }
}

void Finder::read_table(int region) {
  const auto at = static_cast<std::size_t>(region);
  const int grid = at < tables_.grid_of_region.size() ? tables_.grid_of_region[at] : -1;
  if (grid < 0) return;
  if (grids_done_[static_cast<std::size_t>(grid)]) return;  // a later part of a joined table
  grids_done_[static_cast<std::size_t>(grid)] = true;
  std::vector<int>& of_cell = result_.of_cell[static_cast<std::size_t>(grid)];
  auto found = grid_figures(scanner_, tables_.grids[static_cast<std::size_t>(grid)], grid);
  for (auto& [cell, figure] : found)
    of_cell[static_cast<std::size_t>(cell)] = add(std::move(figure));
}

void Finder::read_block(int number) {
  const auto at = static_cast<std::size_t>(number);
  const Block& block = flow_.blocks[at];
  const std::size_t owners_begin = next_owner_;
  while (next_owner_ < outline_.owners.size() && outline_.owners[next_owner_].block <= number)
    ++next_owner_;
  switch (block.kind) {
    case BlockKind::table:
      read_table(block.region);
      return;
    case BlockKind::chart:
      read_chart(block.text);
      return;
    case BlockKind::contents:
    case BlockKind::furniture:
      return;
    case BlockKind::paragraph:
    case BlockKind::note:
      break;
  }
  if (at < tables_.roles.size() && tables_.roles[at] != TableRole::none) return;
  bool owned = false;
  for (std::size_t i = owners_begin; i < next_owner_; ++i) {
    if (outline_.owners[i].block != number) continue;
    owned = true;
    read_prose(block.text, outline_.owners[i]);
  }
  if (owned) return;
  Owner nobody;
  nobody.block = number;
  nobody.end = static_cast<std::uint32_t>(block.text.size());
  read_prose(block.text, nobody);
}

Figures Finder::find() {
  result_.of_item.resize(outline_.items.size());
  grids_done_.resize(tables_.grids.size());
  title_year_ = find_title_year();
  heading_years_.resize(outline_.sections.size());
  result_.of_cell.reserve(tables_.grids.size());
  for (const Grid& grid : tables_.grids) result_.of_cell.emplace_back(grid.cells.size(), -1);
  for (std::size_t i = 0; i < flow_.blocks.size(); ++i) read_block(static_cast<int>(i));
  return std::move(result_);
}

}  // namespace

Figures find_figures(const Flow& flow, const Tables& tables, const Outline& outline,
                     const PatternSet& patterns, const FigureScanner& scanner) {
  static_cast<void>(patterns);  // the scanner holds what is needed, compiled
  return Finder(flow, tables, outline, scanner).find();
}

}  // namespace gouji
