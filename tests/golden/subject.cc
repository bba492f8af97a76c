// SPDX-License-Identifier: GPL-3.0-or-later
// A subject is taken apart into a name and what of it is measured (its share, its growth …); the
// latter must agree, the former is compared by its characters.
#include "golden/subject.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "text/charclass.h"

namespace gouji::golden {
namespace {

using Json = nlohmann::ordered_json;

/// Names that have this likeness at least are the same.
constexpr double kSame = 0.375;
/// A name that leaves out a part of the expected one.
constexpr double kShorter = 0.75;
/// A name that says more than the expected one.
constexpr double kLonger = 0.5;
/// Figures on either side whose names are compared too.
constexpr std::size_t kNearby = 4;

enum class Aspect { plain, share, up, down, completion };

struct Subject {
  std::u32string name;
  Aspect aspect = Aspect::plain;
};

bool ends_with(const std::u32string& text, std::u32string_view end) {
  return text.size() >= end.size() && std::u32string_view(text).ends_with(end);
}

void cut_end(std::u32string& text, std::initializer_list<std::u32string_view> ends) {
  for (const std::u32string_view end : ends)
    if (ends_with(text, end)) return text.resize(text.size() - end.size());
}

void remove_all(std::u32string& text, std::u32string_view part) {
  for (auto at = text.find(part); at != std::u32string::npos; at = text.find(part, at))
    text.erase(at, part.size());
}

/// Without blanks, footnote marks, levels of the budget, quotation marks and brackets.
std::u32string bare(const std::string& subject) {
  std::u32string text;
  bool mark = false;
  for (const char32_t c : from_utf8(subject)) {
    if (c == U'[') mark = true;
    if (!mark && !is_blank(c)) text += c;
    if (c == U']') mark = false;
  }
  for (const auto* level : {U"（类）", U"（款）", U"（项）", U"“", U"”", U"（", U"）", U"(", U")"})
    remove_all(text, level);
  return text;
}

bool take_change(Subject& subject, std::initializer_list<std::u32string_view> words,
                 Aspect aspect) {
  std::u32string name = subject.name;
  cut_end(name, {U"率", U"额"});
  for (const std::u32string_view word : words) {
    if (!ends_with(name, word)) continue;
    name.resize(name.size() - word.size());
    cut_end(name, {U"比上年末", U"比上年", U"较上年"});
    subject = {name, aspect};
    return true;
  }
  return false;
}

Subject parse(const std::string& text) {
  Subject subject{bare(text), Aspect::plain};
  if (take_change(subject,
                  {U"增加", U"增长", U"提高", U"上升", U"上涨", U"扩大", U"净增", U"增幅", U"增减"},
                  Aspect::up) ||
      take_change(subject, {U"减少", U"下降", U"降低", U"缩小", U"回落", U"下调"}, Aspect::down))
    return subject;
  const auto share = subject.name.find(U'占');
  if (share != std::u32string::npos && subject.name.substr(share, 2) != U"占用") {
    subject = {subject.name.substr(0, share), Aspect::share};
    cut_end(subject.name, {U"约"});
    return subject;
  }
  const auto done = subject.name.find(U"完成");
  if (done != std::u32string::npos && subject.name.find(U"预算", done) != std::u32string::npos)
    return {subject.name.substr(0, done), Aspect::completion};
  return subject;
}

double common_share(std::u32string a, std::u32string b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  std::u32string both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return 2.0 * static_cast<double>(both.size()) / static_cast<double>(a.size() + b.size());
}

double best_likeness(const Json& figure, const std::string& found) {
  double best = subject_likeness(figure.value("subject", ""), found);
  for (const Json& name : figure.value("subject_accept", Json::array()))
    best = std::max(best, subject_likeness(name.get<std::string>(), found));
  return best;
}

}  // namespace

double subject_likeness(const std::string& expected, const std::string& found) {
  const Subject a = parse(expected), b = parse(found);
  if (a.aspect != b.aspect) return 0;
  if (a.name == b.name) return 1;
  if (a.name.empty() || b.name.empty()) return 0;
  if (a.name.find(b.name) != std::u32string::npos) return kShorter;
  const double common = kShorter * common_share(a.name, b.name);
  return b.name.find(a.name) != std::u32string::npos ? std::max(common, kLonger) : common;
}

bool is_right_subject(const Json& figures, std::size_t at, const std::string& found) {
  const Json& own = figures[at];
  const double likeness = best_likeness(own, found);
  if (likeness < kSame) return false;
  const std::size_t end = std::min(figures.size(), at + kNearby + 1);
  for (std::size_t i = at > kNearby ? at - kNearby : 0; i < end; ++i) {
    const Json& other = figures[i];
    if (!other.contains("subject") || other["subject"] == own["subject"]) continue;
    if (best_likeness(other, found) > likeness) return false;
  }
  return true;
}

}  // namespace gouji::golden
