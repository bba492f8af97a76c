// SPDX-License-Identifier: GPL-3.0-or-later
// Method: every question is a pattern of patterns/record/ that must match the whole text; the first
// one that does decides.
#include "record/vocabulary.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/decimal.h"

namespace gouji {
namespace {

constexpr std::pair<std::string_view, ColumnRole> kColumnNames[] = {
    {"section", ColumnRole::section}, {"level1", ColumnRole::level1},
    {"level2", ColumnRole::level2},   {"level3", ColumnRole::level3},
    {"operator", ColumnRole::op},     {"value", ColumnRole::value},
    {"unit", ColumnRole::unit},       {"deadline", ColumnRole::deadline},
    {"actual", ColumnRole::actual},   {"weight", ColumnRole::weight},
    {"score", ColumnRole::score},     {"reason", ColumnRole::reason},
    {"project", ColumnRole::project}, {"goal", ColumnRole::goal},
    {"budget", ColumnRole::budget},   {"explanation", ColumnRole::explanation},
    {"other", ColumnRole::other},
};

constexpr std::pair<std::string_view, LabelRole> kLabelNames[] = {
    {"project", LabelRole::project},
    {"whole_department", LabelRole::whole_department},
    {"budget", LabelRole::budget},
    {"budgeted", LabelRole::budgeted},
    {"adjusted", LabelRole::adjusted},
    {"executed", LabelRole::executed},
    {"execution_rate", LabelRole::execution_rate},
    {"total_money", LabelRole::total_money},
    {"part", LabelRole::part},
    {"goal", LabelRole::goal},
    {"goal_actual", LabelRole::goal_actual},
    {"grand_total", LabelRole::grand_total},
    {"field", LabelRole::field},
};

/// In the order of RecordVocabulary::CellPattern.
constexpr std::string_view kCellNames[] = {
    "level1",    "level2",        "deadline",         "number",      "quantity",      "measure",
    "mark",      "signed_target", "number_with_unit", "amount",      "labelled_unit", "year",
    "year_line", "title",         "project_title",    "project_code"};

/// Headers and labels are short; longer cells are text. Code points in UTF-8 take at most 4 bytes.
constexpr std::size_t kLongestLabelBytes = 4 * 30;

template <class Role, std::size_t N>
Role role_named(std::string_view name, const std::pair<std::string_view, Role> (&names)[N]) {
  for (const auto& [text, role] : names)
    if (text == name) return role;
  return Role::none;
}

template <class Role>
Role first_role(std::string_view text, const std::vector<const Pattern*>& patterns,
                const std::vector<Role>& roles) {
  if (text.empty() || text.size() > kLongestLabelBytes) return Role::none;
  for (std::size_t i = 0; i < patterns.size(); ++i)
    if (patterns[i]->match_whole(text)) return roles[i];
  return Role::none;
}

/// A label without the number in front ("1.") and without the colon behind it.
std::string_view bare_label(std::string_view text) {
  if (!text.empty() && text.back() == ':') text.remove_suffix(1);
  const std::size_t digits = text.find_first_not_of("0123456789");
  if (digits > 0 && digits < text.size() && text[digits] == '.') text.remove_prefix(digits + 1);
  return text;
}

int length_of(std::string_view text) {
  return static_cast<int>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) >> 6) != 2; }));
}

bool holds(const std::vector<ColumnRole>& columns, std::string_view name) {
  const ColumnRole role = role_named(name, kColumnNames);
  return std::find(columns.begin(), columns.end(), role) != columns.end();
}

}  // namespace

RecordVocabulary::RecordVocabulary(const PatternSet& patterns)
    : patterns_(patterns),
      columns_(patterns.patterns("record/column/")),
      labels_(patterns.patterns("record/label/")),
      operators_(patterns.words("record/cell/operator")),
      money_units_(patterns.words("record/cell/money_unit")) {
  for (std::size_t i = 0; i < kCellPatterns; ++i)
    cells_[i] = &patterns.pattern("record/cell/" + std::string(kCellNames[i]));
  for (const Pattern* pattern : columns_)
    column_roles_.push_back(role_named(pattern->attribute("role"), kColumnNames));
  for (const Pattern* pattern : labels_)
    label_roles_.push_back(role_named(pattern->attribute("role"), kLabelNames));
}

ColumnRole RecordVocabulary::column(std::string_view text) const {
  return first_role(text, columns_, column_roles_);
}

bool RecordVocabulary::is_column(std::string_view text, ColumnRole role) const {
  if (text.empty() || text.size() > kLongestLabelBytes) return false;
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (column_roles_[i] == role && columns_[i]->match_whole(text)) return column(text) == role;
  return false;
}

LabelRole RecordVocabulary::label(std::string_view text) const {
  return first_role(bare_label(text), labels_, label_roles_);
}

CellTraits RecordVocabulary::traits(std::string_view text) const {
  CellTraits traits;
  traits.length = length_of(text);
  if (text.empty() || text.size() > kLongestLabelBytes) return traits;
  traits.op = sign(text).has_value();
  if (traits.op) return traits;
  traits.level1 = cell(kLevel1).match_whole(text);
  traits.level2 = cell(kLevel2).match_whole(text);
  traits.section = column(text) == ColumnRole::section;
  if (traits.level() || traits.section) return traits;
  traits.number = cell(kNumber).match_whole(text);
  traits.deadline = !traits.number && cell(kDeadline).match_whole(text);
  traits.quantity = traits.number || cell(kQuantity).match_whole(text);
  traits.measure = cell(kMeasure).match_whole(text);
  traits.mark = cell(kMark).match_whole(text);
  return traits;
}

bool RecordVocabulary::title(std::string_view text, std::string_view* title,
                             std::string_view* unit) const {
  Match match;
  if (!cell(kTitle).match_whole(text, &match)) return false;
  if (title) *title = match.group("title").in(text);
  if (unit) *unit = match.group("unit").in(text);
  return true;
}

std::optional<std::string> RecordVocabulary::sign(std::string_view text) const {
  for (const Word& word : operators_.words)
    if (word.text == text) return std::string(word.attribute("sign"));
  return std::nullopt;
}

std::optional<SplitTarget> RecordVocabulary::split_target(std::string_view text) const {
  Match match;
  if (!cell(kSignedTarget).match_whole(text, &match)) return std::nullopt;
  return split_measure(sign(match.group("operator").in(text)).value_or(""),
                       match.group("value").in(text));
}

SplitTarget RecordVocabulary::split_measure(std::string op, std::string_view text) const {
  SplitTarget target{std::move(op), text, {}};
  Match number;
  if (cell(kNumberWithUnit).match_whole(text, &number)) {
    target.value = number.group("value").in(text);
    target.unit = number.group("unit").in(text);
  }
  return target;
}

const Word* RecordVocabulary::money_unit_with_power(std::string_view power) const {
  for (const Word& word : money_units_.words)
    if (word.attribute("power") == power) return &word;
  return nullptr;
}

std::optional<RecordAmount> RecordVocabulary::amount(std::string_view text,
                                                     std::string_view unit) const {
  Match match;
  if (!cell(kAmount).match_whole(text, &match)) return std::nullopt;
  RecordAmount amount;
  amount.value = match.group("value").in(text);
  const std::string_view printed = match.group("unit").in(text);
  const std::string_view known = printed.empty() ? unit : printed;
  if (known.empty()) return amount;
  amount.unit = std::string(known);
  const Word* base = money_unit_with_power("0");
  for (const Word& word : money_units_.words) {
    if (word.text != known || !base) continue;
    std::string digits = amount.value;
    digits.erase(std::remove(digits.begin(), digits.end(), ','), digits.end());
    const int power = word.attribute("power").empty() ? 0 : word.attribute("power").front() - '0';
    amount.normalized = Quantity{shift_point(digits, power), base->text};
  }
  return amount;
}

std::string_view RecordVocabulary::labelled_unit(std::string_view text) const {
  Match match;
  if (text.size() > kLongestLabelBytes || !cell(kLabelledUnit).match_whole(text, &match)) return {};
  return match.group("unit").in(text);
}

std::string_view RecordVocabulary::year(std::string_view title) const {
  Match match;
  return cell(kYear).match_whole(title, &match) ? match.group("year").in(title)
                                                : std::string_view();
}

std::string_view RecordVocabulary::year_line(std::string_view line) const {
  Match match;
  return cell(kYearLine).match_whole(line, &match) ? match.group("year").in(line)
                                                   : std::string_view();
}

std::string_view RecordVocabulary::project_of_title(std::string_view title) const {
  Match match;
  if (!cell(kProjectTitle).match_whole(title, &match)) return {};
  return match.group("project").in(title);
}

std::string_view RecordVocabulary::without_code(std::string_view project) const {
  Match match;
  if (!cell(kProjectCode).match_whole(project, &match)) return project;
  return match.group("project").in(project);
}

std::string RecordVocabulary::type(const std::vector<ColumnRole>& columns,
                                   std::string_view title) const {
  const auto has = [&](const std::string& name) { return holds(columns, name); };
  for (const Definition* type : patterns_.definitions("record/type/")) {
    const auto& all = type->texts("columns");
    const auto& any = type->texts("or_columns");
    const auto& none = type->texts("without");
    if (!std::all_of(all.begin(), all.end(), has)) continue;
    if (std::any_of(none.begin(), none.end(), has)) continue;
    const auto& titles = type->expressions("title");
    if (std::any_of(any.begin(), any.end(), has) ||
        std::any_of(titles.begin(), titles.end(),
                    [&](const Pattern& pattern) { return pattern.find(title, 0); }))
      return type->id.substr(type->id.rfind('/') + 1);
  }
  return {};
}

}  // namespace gouji
