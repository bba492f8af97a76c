// SPDX-License-Identifier: GPL-3.0-or-later
// Consistent reports raise nothing; errors planted into them are found, and the wrong number is
// among the first suspects.
//
// GOUJI_PROPERTY_REPORTS says how many reports are made (default below), GOUJI_PROPERTY_SEED from
// what chance (default below), GOUJI_PROPERTY_VERBOSE=1
// prints what is missed, GOUJI_PROPERTY_DIR names a folder for the texts of what is missed.
#include <gouji/extract.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <string>

#include "planting.h"

namespace gouji::property {
namespace {

constexpr int kReports = 40;
constexpr int kSeed = 20240601;

int asked(const char* name, int usual) {
  const char* said = std::getenv(name);
  return said != nullptr ? std::max(1, std::atoi(said)) : usual;
}

int reports() {
  return asked("GOUJI_PROPERTY_REPORTS", kReports);
}

std::uint32_t seed() {
  return static_cast<std::uint32_t>(asked("GOUJI_PROPERTY_SEED", kSeed));
}

bool verbose() {
  return std::getenv("GOUJI_PROPERTY_VERBOSE") != nullptr;
}

Report read(const Rendered& rendered) {
  static const Extractor extractor = std::move(*Extractor::create());
  Result<Report> report = extractor.extract_bytes(rendered.text, "made.txt");
  return report ? std::move(*report) : Report();
}

bool is_loud(const Check& check) {
  return check.status == CheckStatus::fail && check.severity != Severity::info;
}

/// The place of what a reference names.
const At* place_of(const Report& report, const std::string& ref) {
  for (const Figure& figure : report.figures)
    if (figure.id == ref || (figure.in && *figure.in == ref)) return &figure.at;
  return nullptr;
}

bool stands_at(const Report& report, const std::string& ref, const Rendered::Place& place) {
  const At* at = place_of(report, ref);
  return at != nullptr && at->begin < place.end && place.begin < at->end;
}

/// What must be found and named of each kind, in hundredths. Wrong words have no number to name.
struct Bar {
  const char* kind;
  int found, named;
};
constexpr Bar kBars[] = {
    {"digit", 97, 90},       {"transposition", 97, 90}, {"decimal_point", 97, 90},
    {"unit", 97, 90},        {"sign", 97, 90},          {"missing_row", 97, 90},
    {"wrong_share", 97, 90}, {"growth", 97, 90},        {"completion", 97, 90},
    {"count", 97, 90},       {"direction", 97, 0},      {"year", 97, 0},
};

struct Score {
  int planted = 0, found = 0, diagnosed = 0, named = 0;
};

/// Is the wrong number among the first two suspects of the check that stands for the cause? A lost
/// row has no number left: there the kind of the slip counts.
bool is_named(const Report& report, const Planted& planted, const Rendered& rendered) {
  for (const Check& check : report.checks) {
    if (!is_loud(check) || check.root != check.id || check.suspects.empty()) continue;
    const std::size_t shown = std::min<std::size_t>(2, check.suspects.size());
    return std::any_of(check.suspects.begin(),
                       check.suspects.begin() + static_cast<std::ptrdiff_t>(shown),
                       [&](const Suspect& suspect) {
                         if (planted.kind == "missing_row") return suspect.edit == "missing_part";
                         const auto slot = static_cast<std::size_t>(planted.slot);
                         return stands_at(report, suspect.ref, rendered.places[slot]);
                       });
  }
  return false;
}

void print_fails(const Report& report) {
  for (const Check& check : report.checks) {
    if (check.status != CheckStatus::fail) continue;
    std::cout << "      " << check.rule << " " << check.formula << " | " << check.message.zh
              << " root " << check.root.value_or("") << "\n";
    for (const Suspect& one : check.suspects)
      std::cout << "        " << one.ref << " " << one.printed << " → " << one.suggested << " "
                << one.edit << " " << one.explains.size() << "\n";
  }
}

/// KIND-NUMBER.txt, to be looked at with gouji check.
void keep_text(const Planted& planted, const Rendered& rendered, int number) {
  const char* folder = std::getenv("GOUJI_PROPERTY_DIR");
  if (folder == nullptr) return;
  const std::string name = planted.kind + "-" + std::to_string(number) + ".txt";
  std::ofstream(std::string(folder) + "/" + name) << rendered.text;
}

void measure(const MadeReport& made, const std::string& kind, std::mt19937& random, Score& score) {
  const auto planted = plant(made, kind, random);
  if (!planted) return;
  ++score.planted;
  const Rendered rendered = render(planted->report);
  const Report report = read(rendered);
  const bool found = std::any_of(report.checks.begin(), report.checks.end(), is_loud);
  const bool has_operand = planted->slot >= 0 || kind == "missing_row";
  const bool named = found && has_operand && is_named(report, *planted, rendered);
  score.found += found ? 1 : 0;
  score.diagnosed += found && has_operand ? 1 : 0;
  score.named += named ? 1 : 0;
  if (!verbose() || (found && (named || !has_operand))) return;
  const std::string rule =
      planted->relation >= 0
          ? planted->report.relations[static_cast<std::size_t>(planted->relation)].rule
          : "-";
  std::cout << (found ? "  not named: " : "  missed: ") << kind << " " << planted->what << " ("
            << rule << ") " << score.planted << "\n";
  keep_text(*planted, rendered, score.planted);
  print_fails(report);
}

TEST(Property, ConsistentReportsRaiseNothing) {
  std::size_t passes = 0, stated = 0;
  for (int i = 0; i < reports(); ++i) {
    const MadeReport made = make_report(seed() + static_cast<std::uint32_t>(i));
    const Rendered rendered = render(made);
    const Report report = read(rendered);
    stated += made.relations.size();
    for (const Check& check : report.checks) {
      passes += check.status == CheckStatus::pass ? 1 : 0;
      EXPECT_FALSE(is_loud(check)) << "report " << i << ": " << check.rule << " " << check.formula
                                   << " " << check.message.zh;
    }
    if (HasFailure() && verbose()) std::cout << rendered.text;
    if (HasFailure()) return;
  }
  std::cout << "relations stated " << stated << ", passed " << passes << "\n";
}

TEST(Property, PlantedErrorsAreFound) {
  std::map<std::string, Score> scores;
  Score all;
  std::mt19937 random(seed());
  for (int i = 0; i < reports(); ++i) {
    const MadeReport made = make_report(seed() + static_cast<std::uint32_t>(i));
    for (const char* kind : kKinds) measure(made, kind, random, scores[kind]);
  }
  for (const auto& [kind, score] : scores) {
    std::cout << kind << ": found " << score.found << "/" << score.planted << ", named "
              << score.named << "/" << score.diagnosed << "\n";
    all.planted += score.planted;
    all.found += score.found;
    all.diagnosed += score.diagnosed;
    all.named += score.named;
  }
  std::cout << "all: found " << all.found << "/" << all.planted << ", named " << all.named << "/"
            << all.diagnosed << "\n";
  for (const Bar& bar : kBars) {
    EXPECT_GE(scores[bar.kind].found * 100, scores[bar.kind].planted * bar.found) << bar.kind;
    EXPECT_GE(scores[bar.kind].named * 100, scores[bar.kind].diagnosed * bar.named) << bar.kind;
  }
}

}  // namespace
}  // namespace gouji::property
