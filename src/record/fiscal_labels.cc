// SPDX-License-Identifier: GPL-3.0-or-later
// Method: markers and a code are taken off the front of a label; what is left is looked up among
// the concepts, its end among the words of sums. Where it is printed tells how it is indented.
#include <algorithm>

#include "record/fiscal_parts.h"
#include "text/charclass.h"

namespace gouji {
namespace {

/// The label of a row that numbers the columns is a short word; bytes of UTF-8.
constexpr std::size_t kNumberingBytes = 3 * 4;

/// 其中：1、 has two markers; more are not met.
constexpr int kMostMarkers = 2;

/// Digits of the code of a class (类); a code with as many as those of an item (项) is no number in
/// a name.
constexpr std::size_t kClassDigits = 3;
constexpr std::size_t kSureCode = 7;

/// The width of a character when the first one is not a wide one, 1/100 pt.
constexpr float kUsualEm = 1000;

/// Labels that begin left of the label column, across the column of numbers, stand above the others
/// wherever they are set in their wide cell: the others begin so many em farther right.
constexpr float kColumnStep = 1000;

/// What stands in front of the label, as printed, without the code in it.
Maybe<std::string> marker_of(const GridCell& cell, const std::string& text, std::string_view label,
                             const std::string& code) {
  std::string_view front(text.data(), static_cast<std::size_t>(label.data() - text.data()));
  const std::size_t at = code.empty() ? std::string_view::npos : front.find(code);
  if (at != std::string_view::npos)
    front = front.substr(0, at > 0 && front[at - 1] == '[' ? at - 1 : at);
  if (front.empty()) return std::nullopt;
  return printed_part(cell.text.chars, text, front);
}

void read_indent(const TableView& table, const FiscalSegment& segment, const GridCell& cell,
                 const std::string& text, std::string_view label, FiscalLine& line) {
  if (cell.at.boxes.empty() || cell.text.places.empty()) return;
  const auto before = static_cast<std::size_t>(std::count_if(
      text.data(), label.data(), [](char c) { return (static_cast<unsigned char>(c) >> 6) != 2; }));
  std::size_t body = 0, passed = 0;
  while (body + 1 < cell.text.chars.size() && (passed < before || is_blank(cell.text.chars[body])))
    passed += is_blank(cell.text.chars[body++]) ? 0U : 1U;
  const std::vector<CharPlace>& places = cell.text.places;
  const float em = is_wide(cell.text.chars.front()) && places.front().to > places.front().from
                       ? static_cast<float>(places.front().to - places.front().from)
                       : kUsualEm;
  const float edge = table.grid().edges_drawn ? cell.at.boxes.front().x0 * 100 : 0;
  const bool across = !segment.labels.empty() && cell.column < segment.labels.front();
  const float column = across ? 0 : kColumnStep;
  const auto em_of = [&](std::int32_t x) {
    return std::max(0.0F, (static_cast<float>(x) - edge) / em) + column;
  };
  std::size_t last = 0;
  while (last + 1 < places.size() && places[last + 1].line == places.front().line) ++last;
  line.indent = em_of(places.front().from);
  line.body_indent = em_of(places[body].from);
  line.centre = (line.indent + em_of(places[last].to)) / 2;
  if (table.grid().edges_drawn) {
    const Box& box = cell.at.boxes.front();
    line.room = line.indent - column;
    line.middle = (box.x1 - box.x0) * 100 / em / 2 + column;
  }
  if (across) line.indent = line.body_indent = 0;
}

}  // namespace

FiscalLabels::FiscalLabels(const ConceptVocabulary& concepts, const PatternSet& patterns)
    : concepts_(concepts),
      opening_(patterns.pattern("record/fiscal_row/opening")),
      code_(patterns.pattern("record/fiscal_row/code_in_label")),
      dated_(patterns.pattern("record/fiscal_row/dated")),
      numbering_(patterns.pattern("record/fiscal_row/numbering")),
      sums_(patterns.words("record/fiscal_row/sum")) {
  for (const Pattern* rule : patterns.patterns("record/fiscal_row/")) {
    if (rule->attribute("role") == "marker") markers_.push_back(rule);
    if (rule->attribute("role") == "kind") kinds_.push_back(rule);
  }
}

bool FiscalLabels::read(const TableView& table, const FiscalSegment& segment, const GridCell& cell,
                        FiscalLine& line) const {
  const std::string& text = table.text(cell);
  std::string_view label = text;
  if (opening_.match_start(label)) {
    read_markers(label, line);
    read_code(label, line);
  }
  if (label.size() <= kNumberingBytes && numbering_.match_whole(label)) return false;
  if (label.data() != text.data())
    line.row.marker = marker_of(cell, text, label, line.row.code.value_or(""));
  line.row.label = printed_part(cell.text.chars, text, label);
  if (line.row.kind.empty()) line.row.kind = kind_of(label);
  if (line.depth == "of_which" && line.row.kind == "item") line.row.kind = "of_which";
  const Meaning meaning = concepts_.meaning_of(label);
  line.row.concept_id = meaning.concept_id;
  // 区县合计 is the sum of some.
  if (line.row.kind == "subtotal" && line.row.concept_id == "total")
    line.row.concept_id = "subtotal";
  if (meaning.concept_id || meaning.basis || meaning.bare || dated_.match_whole(label))
    line.row.year = meaning.year;
  line.row.basis = meaning.basis;
  line.row.fund = meaning.fund;
  line.bare_fund = meaning.bare && meaning.fund;
  const Concept* known = meaning.concept_id ? concepts_.find(*meaning.concept_id) : nullptr;
  line.balance = known && known->balance;
  read_indent(table, segment, cell, text, label, line);
  return true;
}

std::string_view FiscalLabels::without_markers(std::string_view label) const {
  FiscalLine line;
  if (opening_.match_start(label)) read_markers(label, line);
  return label;
}

void FiscalLabels::read_markers(std::string_view& label, FiscalLine& line) const {
  for (int i = 0; i < kMostMarkers; ++i) {
    bool found = false;
    for (const Pattern* rule : markers_) {
      Match match;
      if (!rule->match_whole(label, &match)) continue;
      label = match.group("label").in(label);
      // 其中：1、 begins parts, whatever their numbers.
      if (line.depth.empty()) line.depth = std::string(rule->attribute("depth"));
      found = true;
      break;
    }
    if (!found) return;
  }
}

void FiscalLabels::read_code(std::string_view& label, FiscalLine& line) const {
  Match match;
  if (!code_.match_whole(label, &match)) return;
  if (doubts_codes_ && !is_sure_code(match.group("code").in(label), match.group("label").in(label)))
    return;
  line.row.code = std::string(match.group("code").in(label));
  label = match.group("label").in(label);
}

bool FiscalLabels::is_sure_code(std::string_view code, std::string_view label) const {
  if (code.size() >= kSureCode) return true;
  const Concept* known = concepts_.of_code(code.substr(0, kClassDigits));
  return known &&
         (code.size() > kClassDigits || concepts_.meaning_of(label).concept_id == known->name);
}

bool FiscalLabels::opens_with_code(std::string_view label) const {
  if (!opening_.match_start(label)) return false;
  FiscalLine line;
  read_markers(label, line);
  return code_.match_whole(label);
}

std::string FiscalLabels::kind_of(std::string_view label) const {
  const bool may_be_sum =
      std::any_of(sums_.words.begin(), sums_.words.end(), [&](const Word& word) {
        return label.size() >= word.text.size() &&
               label.compare(label.size() - word.text.size(), word.text.size(), word.text) == 0;
      });
  if (!may_be_sum) return "item";
  for (const Pattern* rule : kinds_)
    if (rule->match_whole(label)) return std::string(rule->attribute("kind"));
  return "item";
}

}  // namespace gouji
