// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/doubt.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <string_view>

namespace gouji {

namespace {

/// The number behind `text[at]`, and where it ends; 0 if there is none.
int number_at(std::string_view text, std::size_t& at) {
  int number = 0;
  const auto read = std::from_chars(text.data() + at, text.data() + text.size(), number);
  if (read.ec != std::errc()) return 0;
  at = static_cast<std::size_t>(read.ptr - text.data());
  return number;
}

/// "3-5,9" as numbers.
std::vector<int> listed(std::string_view text) {
  std::vector<int> numbers;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int first = number_at(text, at);
    int last = first;
    if (at < text.size() && text[at] == '-') last = number_at(text, ++at);
    for (int number = first; number <= last; ++number) numbers.push_back(number);
  }
  return numbers;
}

std::string_view argument(const Problem& problem, std::string_view name) {
  for (const auto& [key, value] : problem.arguments)
    if (key == name) return value;
  return {};
}

const GridCell* cell_at(const Grid& grid, int row, int column) {
  const std::pair<int, int> wanted = {row, column};
  const auto at = std::lower_bound(grid.cells.begin(), grid.cells.end(), wanted,
                                   [](const GridCell& cell, const std::pair<int, int>& place) {
                                     return std::pair(cell.row, cell.column) < place;
                                   });
  const bool found = at != grid.cells.end() && std::pair(at->row, at->column) == wanted;
  return found ? &*at : nullptr;
}

/// Characters of one page that were lost, from which on its numbers may be hurt; fewer are mostly
/// bullets and marks of fonts of their own.
constexpr int kManyGlyphs = 20;

constexpr const char* kUnread = "\xEF\xBF\xBD";  // U+FFFD
constexpr const char* kPage = "doubtful_page";
constexpr const char* kTable = "doubtful_table";

}  // namespace

DoubtfulPlaces::DoubtfulPlaces(const std::vector<Problem>& problems, const PatternSet& patterns,
                               const Tables& tables, const Figures& figures)
    : tables_(tables), figures_(figures) {
  if (problems.empty()) return;
  std::map<std::string_view, std::string_view> doubts;
  for (const Definition* one : patterns.definitions("message/problem/"))
    if (!one->text("doubt").empty())
      doubts[std::string_view(one->id).substr(one->id.rfind('/') + 1)] = one->text("doubt");
  for (const Problem& problem : problems) {
    const std::string name =
        problem.wording.empty() ? problem.code : problem.code + "_" + problem.wording;
    const auto at = doubts.find(name);
    if (at != doubts.end()) add(problem, at->second);
  }
}

void DoubtfulPlaces::add(const Problem& problem, std::string_view doubt) {
  if (doubt == "glyphs") {
    std::size_t at = 0;
    if (number_at(argument(problem, "count"), at) >= kManyGlyphs) pages_.insert(problem.at.unit);
  } else if (doubt == "page") {
    if (problem.at.known())
      pages_.insert(problem.at.unit);
    else
      document_ = true;
  } else if (doubt == "pages") {
    for (const int page : listed(argument(problem, "scanned"))) pages_.insert(page);
  } else if (doubt == "table") {
    for (std::size_t i = 0; i < tables_.grids.size(); ++i)
      if (tables_.grids[i].at == problem.at) grids_.insert(static_cast<int>(i));
  }
}

std::string DoubtfulPlaces::reason_of_ref(const std::string& ref) const {
  if (ref.empty()) return {};
  std::size_t at = 1;
  const int number = number_at(ref, at);
  const auto index = static_cast<std::size_t>(number - 1);
  if (ref[0] == 'f' && number > 0 && index < figures_.figures.size())
    return pages_.contains(figures_.figures[index].at.unit) ? kPage : "";
  if (ref[0] != 't' || number <= 0 || index >= tables_.grids.size()) return {};
  if (grids_.contains(number - 1)) return kTable;
  if (!ref.substr(at).starts_with("/r")) return {};
  at += 2;
  const int row = number_at(ref, at);
  ++at;
  const int column = at < ref.size() ? number_at(ref, at) : 0;
  const GridCell* cell = cell_at(tables_.grids[index], row, column);
  return cell != nullptr && pages_.contains(cell->at.unit) ? kPage : "";
}

std::string DoubtfulPlaces::reason(const Relation& relation) const {
  if (document_ || pages_.contains(relation.at.unit)) return kPage;
  if (relation.quote.find(kUnread) != std::string::npos) return kPage;
  if (pages_.empty() && grids_.empty()) return {};
  for (const Operand& operand : relation.operands) {
    std::string reason = reason_of_ref(operand.ref);
    if (!reason.empty()) return reason;
  }
  return {};
}

void silence_doubt(const std::vector<Relation>& relations, const DoubtfulPlaces& doubtful,
                   std::vector<Verdict>& verdicts) {
  for (std::size_t i = 0; i < relations.size(); ++i) {
    if (verdicts[i].status != CheckStatus::fail) continue;
    std::string reason = doubtful.reason(relations[i]);
    if (reason.empty()) continue;
    verdicts[i].status = CheckStatus::not_checked;
    verdicts[i].reason = std::move(reason);
  }
}

}  // namespace gouji
