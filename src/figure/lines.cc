// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/lines.h"

#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace gouji {

namespace {

using Json = nlohmann::ordered_json;

const char* name_of(FigureKind kind) {
  switch (kind) {
    case FigureKind::money:
      return "money";
    case FigureKind::percent:
      return "percent";
    case FigureKind::count:
      return "count";
    case FigureKind::measure:
      return "measure";
    case FigureKind::score:
      return "score";
    case FigureKind::ratio:
      return "ratio";
    case FigureKind::number:
      return "number";
  }
  return "number";
}

Json name_of(Bound bound) {
  switch (bound) {
    case Bound::none:
      return nullptr;
    case Bound::at_least:
      return "at_least";
    case Bound::at_most:
      return "at_most";
    case Bound::more_than:
      return "more_than";
    case Bound::less_than:
      return "less_than";
  }
  return nullptr;
}

Json or_null(const Maybe<std::string>& text) {
  return text ? Json(*text) : Json(nullptr);
}

}  // namespace

std::string figures_json_line(const FigureScanner& scanner, std::string_view line,
                              NumeralScope scope) {
  Json array = Json::array();
  for (const FigureSpan& span : scanner.in_prose(from_utf8(line), scope)) {
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
    entry["bound"] = name_of(figure.bound);
    entry["approximate"] = figure.approximate;
    entry["range"] = span.range_with < 0 ? Json(nullptr) : Json(span.range_with);
    array.push_back(std::move(entry));
  }
  return array.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace gouji
