// SPDX-License-Identifier: GPL-3.0-or-later
// Lists are aligned first, so that one missing section is one difference and not a hundred; then
// each pair is compared field by field.
#include "golden/compare.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "golden/align.h"
#include "golden/subject.h"

namespace gouji::golden {
namespace {

/// Share of common cell texts from which two tables are taken for the same.
constexpr double kSameTable = 0.3;
/// Characters at the start of an entry that tell it from others.
constexpr std::size_t kHead = 12;

bool is_blank(char32_t c) {
  return c <= U' ' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B);
}

std::string bare(const std::string& text) {
  std::u32string chars = from_utf8(text);
  chars.erase(std::remove_if(chars.begin(), chars.end(), is_blank), chars.end());
  return to_utf8(chars);
}

std::string head_of(const std::string& text) {
  return to_utf8(from_utf8(bare(text)).substr(0, kHead));
}

Json bare(const Json& value) {
  return value.is_string() ? Json(bare(value.get<std::string>())) : value;
}

double common_share(const std::string& a, const std::string& b) {
  std::u32string x = from_utf8(bare(a)), y = from_utf8(bare(b));
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  std::u32string both;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
  const std::size_t all = x.size() + y.size();
  return all == 0 ? 1 : 2.0 * static_cast<double>(both.size()) / static_cast<double>(all);
}

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() || !found->is_string() ? "" : found->get<std::string>();
}

class Comparison {
 public:
  Comparison(const Json& expected, const Json& report, const CompareOptions& options)
      : expected_(expected), report_(report), options_(options) {}

  std::vector<Difference> run() {
    fields("document", expected_.at("document"), report_.at("document"), {"cites"});
    cites();
    sections();
    tables();
    items();
    figures();
    records();
    return std::move(differences_);
  }

 private:
  using Likeness = std::function<double(const Json&, const Json&)>;

  void differ(const std::string& path, const std::string& what) {
    differences_.push_back({path, what});
  }

  void same(const std::string& path, const Json& expected, const Json& found) {
    if (bare(expected) != bare(found))
      differ(path, "expected " + expected.dump() + ", found " + found.dump());
  }

  /// Every field of `expected`, objects and lists of plain values included.
  void fields(const std::string& path, const Json& expected, const Json& found,
              const std::set<std::string>& apart) {
    for (const auto& [key, value] : expected.items()) {
      if (apart.count(key) > 0 || key == "optional") continue;
      const auto other = found.find(key);
      const std::string at = path + "." + key;
      if (other == found.end())
        differ(at, "is not in the report");
      else if (value.is_object() && other->is_object())
        fields(at, value, *other, {});
      else
        same(at, value, *other);
    }
  }

  /// Pairs two lists and tells what has no partner. `name` is what extras are called by.
  std::vector<int> pair(const std::string& path, const Json& expected,
                        const std::vector<Json>& found, const std::string& name,
                        const Likeness& likeness) {
    const auto count = static_cast<int>(expected.size());
    const std::vector<int> partner =
        align(count, static_cast<int>(found.size()), [&](int e, int f) {
          return likeness(expected[static_cast<std::size_t>(e)],
                          found[static_cast<std::size_t>(f)]);
        });
    for (std::size_t e = 0; e < partner.size(); ++e)
      if (partner[e] < 0 && !expected[e].value("optional", false))
        differ(path + "[" + std::to_string(e) + "]",
               "is missing: " + text_of(expected[e], name.c_str()));
    const std::set<int> used(partner.begin(), partner.end());
    for (std::size_t f = 0; f < found.size(); ++f) {
      if (used.count(static_cast<int>(f)) > 0) continue;
      const std::string base = path + ".extra[" + head_of(text_of(found[f], name.c_str())) + "]";
      const int number = ++extras_[base];
      differ(number == 1 ? base : base + "#" + std::to_string(number),
             "should not be there: " + found[f].dump().substr(0, 200));
    }
    return partner;
  }

  void cites() {
    if (!expected_["document"].contains("cites")) return;
    const std::vector<Json> found = report_["document"]["cites"];
    const Json& expected = expected_["document"]["cites"];
    const auto partner = pair("document.cites", expected, found, "title", [](auto& e, auto& f) {
      const bool number = !e["number"].is_null() && bare(e["number"]) == bare(f["number"]);
      const bool title = !e["title"].is_null() && bare(e["title"]) == bare(f["title"]);
      return number + title;
    });
    each(partner, [&](std::size_t e, std::size_t f) {
      fields("document.cites[" + std::to_string(e) + "]", expected[e], found[f], {});
    });
  }

  static void each(const std::vector<int>& partner,
                   const std::function<void(std::size_t, std::size_t)>& work) {
    for (std::size_t e = 0; e < partner.size(); ++e)
      if (partner[e] >= 0) work(e, static_cast<std::size_t>(partner[e]));
  }

  /// From ids of the report to indexes of the expectation.
  static std::map<std::string, int> index_of_ids(const std::vector<int>& partner,
                                                 const std::vector<Json>& found) {
    std::map<std::string, int> index;
    for (std::size_t e = 0; e < partner.size(); ++e)
      if (partner[e] >= 0)
        index[found[static_cast<std::size_t>(partner[e])]["id"]] = static_cast<int>(e);
    return index;
  }

  /// A reference of the report, as the expectation writes it.
  static Json reference(const Json& id, const std::map<std::string, int>& index) {
    if (id.is_null()) return nullptr;
    const auto found = index.find(id.get<std::string>());
    return found == index.end() ? Json(id.get<std::string>() + " (not expected)")
                                : Json(found->second);
  }

  void sections() {
    const std::vector<Json> found = report_["sections"];
    const Json& expected = expected_["sections"];
    const auto partner = pair("sections", expected, found, "title", [](auto& e, auto& f) {
      const bool title = bare(e["title"]) == bare(f["title"]);
      const bool marker = !e["marker"].is_null() && bare(e["marker"]) == bare(f["marker"]);
      return title ? 2 + marker : marker && common_share(e["title"], f["title"]) > 0.7 ? 1 : 0;
    });
    each(partner, [&](std::size_t e, std::size_t f) {
      fields("sections[" + std::to_string(e) + "]", expected[e], found[f], {});
    });
    section_index_ = index_of_ids(partner, found);
  }

  void items() {
    const std::vector<Json> found = report_["items"];
    const Json& expected = expected_["items"];
    const auto partner = pair("items", expected, found, "text", [](auto& e, auto& f) {
      if (head_of(e["text"]) != head_of(f["text"])) return 0;
      return 2 + (bare(e["marker"]) == bare(f["marker"])) + (bare(e["text"]) == bare(f["text"]));
    });
    const auto index = index_of_ids(partner, found);
    each(partner, [&](std::size_t e, std::size_t f) {
      const std::string path = "items[" + std::to_string(e) + "]";
      fields(path, expected[e], found[f], {"section", "parent"});
      same(path + ".section", expected[e]["section"],
           reference(found[f]["section"], section_index_));
      same(path + ".parent", expected[e]["parent"], reference(found[f]["parent"], index));
    });
  }

  void figures() {
    std::vector<Json> found;
    for (const Json& figure : report_["figures"]) {
      const std::string in = text_of(figure, "in");
      if (in != "chart" && in.substr(0, 1) != "t") found.push_back(figure);
    }
    const Json& expected = expected_["figures"];
    const auto partner = pair("figures", expected, found, "text", [](auto& e, auto& f) {
      if (bare(e["text"]) != bare(f["text"])) return 0;
      return 2 + (e["value"] == f["value"]);
    });
    const auto index = index_of_ids(partner, found);
    each(partner, [&](std::size_t e, std::size_t f) {
      const std::string path = "figures[" + std::to_string(e) + "]";
      fields(path, expected[e], found[f], {"range", "subject", "subject_accept"});
      same(path + ".range", expected[e]["range"], reference(found[f]["range"], index));
      const std::string subject = text_of(expected[e], "subject");
      if (!subject.empty() && !is_right_subject(expected, e, text_of(found[f], "subject")))
        differ(path + ".subject", "expected " + subject + ", found " + found[f]["subject"].dump());
    });
  }

  static std::multiset<std::string> texts_of_grid(const Json& grid) {
    std::multiset<std::string> texts;
    for (const Json& row : grid)
      for (const Json& cell : row)
        if (const std::string text = bare(cell.get<std::string>()); !text.empty())
          texts.insert(text);
    return texts;
  }

  static double likeness_of_grids(const Json& a, const Json& b) {
    const auto x = texts_of_grid(a), y = texts_of_grid(b);
    std::vector<std::string> both;
    std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
    const double all = static_cast<double>(x.size() + y.size());
    const double share = all == 0 ? 1 : 2 * static_cast<double>(both.size()) / all;
    return share < kSameTable ? 0 : share;
  }

  /// The table of a report with its cells as a grid and its merged cells as spans.
  static Json with_grid(const Json& table) {
    Json result = table;
    Json grid = Json::array(), spans = Json::array();
    for (int row = 0; row < table["rows"].get<int>(); ++row)
      grid.push_back(Json(std::vector<std::string>(table["columns"].get<std::size_t>())));
    for (const Json& cell : table["cells"]) {
      grid.at(cell["row"].get<std::size_t>()).at(cell["column"].get<std::size_t>()) = cell["text"];
      if (cell["row_span"] != 1 || cell["column_span"] != 1)
        spans.push_back({cell["row"], cell["column"], cell["row_span"], cell["column_span"]});
    }
    result["grid"] = grid;
    result["spans"] = spans;
    return result;
  }

  void tables() {
    std::vector<Json> found;
    for (const Json& table : report_["tables"]) found.push_back(with_grid(table));
    const Json& expected = expected_["tables"];
    const auto partner = pair("tables", expected, found, "caption", [](auto& e, auto& f) {
      return likeness_of_grids(e["grid"], f["grid"]);
    });
    each(partner, [&](std::size_t e, std::size_t f) {
      table("tables[" + std::to_string(e) + "]", expected[e], found[f]);
    });
    table_index_ = index_of_ids(partner, found);
  }

  void table(const std::string& path, const Json& expected, const Json& found) {
    std::set<std::string> apart = {"grid", "spans", "header_rows_accept", "notes"};
    if (expected["kind"].is_null()) apart.insert("kind");
    if (options_.dump) apart.insert({"rows", "columns"});
    const Json accept = expected.value("header_rows_accept", Json::array());
    if (std::find(accept.begin(), accept.end(), found["header_rows"]) != accept.end())
      apart.insert("header_rows");
    fields(path, expected, found, apart);
    const Json notes = expected["notes"];
    if (notes.size() != found["notes"].size()) {
      differ(path + ".notes", "expected " + notes.dump() + ", found " + found["notes"].dump());
    } else {
      for (std::size_t i = 0; i < notes.size(); ++i)
        same(path + ".notes[" + std::to_string(i) + "]", notes[i], found["notes"][i]);
    }
    if (options_.spans) same(path + ".spans", expected["spans"], found["spans"]);
    if (options_.dump)
      rows(path, expected["grid"], found["grid"]);
    else
      cells(path, expected["grid"], found["grid"]);
  }

  void cells(const std::string& path, const Json& expected, const Json& found) {
    for (std::size_t row = 0; row < expected.size(); ++row) {
      for (std::size_t column = 0; column < expected[row].size(); ++column) {
        const std::string at =
            path + ".grid[" + std::to_string(row) + "][" + std::to_string(column) + "]";
        if (row >= found.size() || column >= found[row].size())
          differ(at, "is missing");
        else
          same(at, expected[row][column], found[row][column]);
      }
    }
  }

  static Json filled(const Json& row) {
    Json texts = Json::array();
    for (const Json& cell : row)
      if (const std::string text = bare(cell.get<std::string>()); !text.empty())
        texts.push_back(text);
    return texts;
  }

  void rows(const std::string& path, const Json& expected, const Json& found) {
    std::vector<Json> wanted, there;
    for (const Json& row : expected)
      if (Json texts = filled(row); !texts.empty()) wanted.push_back(texts);
    for (const Json& row : found)
      if (Json texts = filled(row); !texts.empty()) there.push_back(texts);
    if (wanted.size() != there.size())
      differ(path + ".rows", "expected " + std::to_string(wanted.size()) +
                                 " rows with text, found " + std::to_string(there.size()));
    for (std::size_t row = 0; row < std::min(wanted.size(), there.size()); ++row)
      same(path + ".grid[" + std::to_string(row) + "]", wanted[row], there[row]);
  }

  void records() {
    std::vector<Json> found;
    for (const Json& record : report_["records"])
      if (!record.contains("rows")) found.push_back(record);
    Json expected = Json::array();
    std::size_t position = 0;
    for (const Json& record : expected_["records"]) {
      if (record.contains("lines"))
        fiscal("records[" + std::to_string(position) + "]", record);
      else
        expected.push_back(record);
      ++position;
    }
    const auto partner = pair("records", expected, found, "project", [](auto& e, auto& f) {
      if (e["type"] != f["type"]) return 0;
      return 1 + 2 * (bare(e["project"]) == bare(f["project"]));
    });
    each(partner, [&](std::size_t e, std::size_t f) {
      const std::string path = "records[" + std::to_string(e) + "]";
      fields(path, expected[e], found[f], {"table", "indicators"});
      same(path + ".table", expected[e]["table"], reference(found[f]["table"], table_index_));
      indicators(path + ".indicators", expected[e]["indicators"], found[f]["indicators"]);
    });
  }

  /// A fiscal table, its columns and rows one text each. The key has those that an author wrote
  /// down; the columns of a dump cannot be told.
  void fiscal(const std::string& path, const Json& expected) {
    if (options_.dump) return;
    for (const Json& found : report_["records"]) {
      if (!found.contains("rows") || expected["table"] != reference(found["table"], table_index_))
        continue;
      fields(path, expected, found, {"table", "columns", "lines"});
      Json columns = Json::array(), lines = Json::array();
      for (const Json& column : found["columns"])
        columns.push_back(joined(column, {"role", "concept", "basis", "fund", "side"}));
      for (const Json& row : found["rows"]) {
        std::string line =
            joined(row, {"level", "marker", "label", "code", "kind", "concept", "parent"});
        for (const Json& value : row["values"])
          line += "|" + std::to_string(value["column"].get<int>()) + "=" +
                  value["value"].get<std::string>();
        lines.push_back(line);
      }
      texts(path + ".columns", expected["columns"], columns);
      texts(path + ".lines", expected["lines"], lines);
      return;
    }
    differ(path, "there is no record of that table");
  }

  static std::string joined(const Json& object, std::initializer_list<const char*> keys) {
    std::string out;
    for (const char* key : keys) {
      if (key != *keys.begin()) out += "|";
      const Json& value = object[key];
      if (!value.is_null()) out += value.is_string() ? value.get<std::string>() : value.dump();
    }
    return out;
  }

  void texts(const std::string& path, const Json& expected, const Json& found) {
    if (expected.size() != found.size())
      differ(path, "expected " + std::to_string(expected.size()) + ", found " +
                       std::to_string(found.size()));
    for (std::size_t i = 0; i < std::min(expected.size(), found.size()); ++i)
      same(path + "[" + std::to_string(i) + "]", expected[i], found[i]);
  }

  void indicators(const std::string& path, const Json& expected, const Json& found_list) {
    const std::vector<Json> found = found_list;
    const auto partner = pair(path, expected, found, "level3", [](auto& e, auto& f) {
      return bare(e["level3"]) == bare(f["level3"]) ? 2 : e["row"] == f["row"] ? 1 : 0;
    });
    std::set<std::string> apart;
    if (options_.dump) apart.insert("row");
    each(partner, [&](std::size_t e, std::size_t f) {
      fields(path + "[" + std::to_string(e) + "]", expected[e], found[f], apart);
    });
  }

  const Json& expected_;
  const Json& report_;
  const CompareOptions& options_;
  std::vector<Difference> differences_;
  std::map<std::string, int> extras_;
  std::map<std::string, int> section_index_, table_index_;
};

}  // namespace

std::vector<Difference> compare(const Json& expected, const Json& report,
                                const CompareOptions& options) {
  return Comparison(expected, report, options).run();
}

}  // namespace gouji::golden
