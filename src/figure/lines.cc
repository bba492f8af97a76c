// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/lines.h"

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "figure/names.h"

namespace gouji {

namespace {

using Json = nlohmann::ordered_json;

Json or_null(const Maybe<std::string>& text) {
  return text ? Json(*text) : Json(nullptr);
}

Json entry_of(const FigureSpan& span) {
  const Figure& figure = span.figure;
  Json entry;
  entry["text"] = figure.text;
  entry["start"] = span.start;
  entry["end"] = span.end;
  entry["value"] = figure.value;
  entry["unit"] = or_null(figure.unit);
  entry["kind"] = name_of(figure.kind);
  entry["normalized"] = {{"value", figure.normalized.value},
                         {"unit", or_null(figure.normalized.unit)}};
  entry["bound"] = figure.bound == Bound::none ? Json(nullptr) : Json(name_of(figure.bound));
  entry["approximate"] = figure.approximate;
  entry["range"] = span.range_with < 0 ? Json(nullptr) : Json(span.range_with);
  return entry;
}

/// Two ends as one entry: limits in the normalised unit, no value of its own.
Json entry_of_range(std::u32string_view line, const FigureSpan& a, const FigureSpan& b) {
  const bool rising = a.figure.bound == Bound::at_least || a.figure.bound == Bound::more_than;
  const FigureSpan& low = rising ? a : b;
  const FigureSpan& high = rising ? b : a;
  Json entry = entry_of(b);
  entry["text"] = to_utf8(line.substr(a.start, b.end - a.start));
  entry["start"] = a.start;
  entry["value"] = nullptr;
  entry["normalized"]["value"] = nullptr;
  entry["bound"] = nullptr;
  entry["range"] = nullptr;
  entry["low"] = low.figure.normalized.value;
  entry["high"] = high.figure.normalized.value;
  return entry;
}

}  // namespace

std::string figures_json_line(const FigureScanner& scanner, std::string_view line,
                              NumeralScope scope, RangeForm form) {
  Json array = Json::array();
  const std::u32string text = from_utf8(line);
  const std::vector<FigureSpan> spans = scanner.in_prose(text, scope);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const bool pair = form == RangeForm::one && spans[i].range_with == static_cast<int>(i) + 1;
    if (pair) {
      array.push_back(entry_of_range(text, spans[i], spans[i + 1]));
      ++i;
    } else {
      array.push_back(entry_of(spans[i]));
    }
  }
  return array.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace gouji
