// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/read_report.h"

#include "output/json.h"
#include "output/json_cursor.h"

namespace gouji {

void Cursor::get(At& out) const {
  if (is_null()) return;
  const bool paged = has("page");
  (*this)[paged ? "page" : "line"].get(out.unit);
  if (paged) {
    (*this)["boxes"].each([&](const Cursor& one) {
      std::vector<float> edges;
      one.get(edges);
      if (edges.size() != 4) return one.complain(one.place(), "is no box of four numbers");
      out.boxes.push_back({edges[0], edges[1], edges[2], edges[3]});
    });
    return;
  }
  std::vector<std::int64_t> range;
  (*this)["chars"].get(range);
  if (range.size() != 2) return complain(place_ + "/chars", "is no range of two numbers");
  out.begin = range[0];
  out.end = range[1];
}

void read(const Cursor& in, SourceInfo& out) {
  in["path"].get(out.path);
  in["sha256"].get_or_empty(out.sha256);
  in["bytes"].get(out.bytes);
  in["format"].get_or_empty(out.format);
  in["encoding"].get(out.encoding);
  in["pages"].get(out.pages);
  in["producer"].get(out.producer);
  in["text_layer"].get(out.text_layer);
}

void read(const Cursor& in, Cite& out) {
  in["number"].get(out.number);
  in["title"].get(out.title);
  in["at"].get(out.at);
}

void read(const Cursor& in, DocumentInfo& out) {
  in["title"].get(out.title);
  in["kind"].get(out.kind);
  in["issuer"].get(out.issuer);
  in["fiscal_years"].get(out.fiscal_years);
  in["issued_on"].get(out.issued_on);
  in["signed_by"].get(out.signed_by);
  read_list(in["cites"], out.cites);
}

void read(const Cursor& in, Section& out) {
  in["id"].get(out.id);
  in["parent"].get(out.parent);
  in["level"].get(out.level);
  in["marker"].get(out.marker);
  in["ordinal"].get(out.ordinal);
  in["title"].get(out.title);
  in["anomaly"].get(out.anomaly);
  in["at"].get(out.at);
}

void read(const Cursor& in, Item& out) {
  in["id"].get(out.id);
  in["section"].get(out.section);
  in["parent"].get(out.parent);
  in["marker"].get(out.marker);
  in["ordinal"].get(out.ordinal);
  in["text"].get(out.text);
  in["figures"].get(out.figures);
  in["anomaly"].get(out.anomaly);
  in["at"].get(out.at);
}

void read(const Cursor& in, TableCell& out) {
  in["row"].get(out.row);
  in["column"].get(out.column);
  in["row_span"].get(out.row_span);
  in["column_span"].get(out.column_span);
  in["text"].get(out.text);
  in["figure"].get(out.figure);
  in["at"].get(out.at);
}

void read(const Cursor& in, Table& out) {
  in["id"].get(out.id);
  in["section"].get(out.section);
  in["caption"].get(out.caption);
  in["kind"].get(out.kind);
  in["unit"].get(out.unit);
  if (!in["pages"].is_null()) {
    std::vector<int> pages;
    in["pages"].get(pages);
    if (pages.size() == 2)
      out.pages = {pages[0], pages[1]};
    else
      in.complain(in.place() + "/pages", "is no range of two pages");
  }
  in["rows"].get(out.rows);
  in["columns"].get(out.columns);
  in["header_rows"].get(out.header_rows);
  read_list(in["cells"], out.cells);
  in["notes"].get(out.notes);
  in["at"].get(out.at);
}

void read(const Cursor& in, Figure& out) {
  in["id"].get(out.id);
  in["text"].get(out.text);
  in["value"].get(out.value);
  in["unit"].get(out.unit);
  in["kind"].get_name(out.kind);
  in["normalized"].get(out.normalized);
  if (!in["bound"].is_null()) in["bound"].get_name(out.bound);
  in["approximate"].get(out.approximate);
  in["range"].get(out.range);
  in["subject"].get(out.subject);
  in["year"].get(out.year);
  in["in"].get(out.in);
  in["at"].get(out.at);
}

void read(const Cursor& in, Problem& out) {
  in["id"].get(out.id);
  in["code"].get(out.code);
  in["severity"].get_name(out.severity);
  in["message"].get(out.message);
  in["at"].get(out.at);
}

void read(const Cursor& in, Report& out) {
  std::string schema;
  in["schema"].get(schema);
  if (schema != kReportSchema) return in.complain("schema", "is not that of this version");
  in["generator"]["version"].get(out.tool_version);
  in["generator"]["patterns"].get(out.patterns_hash);
  read(in["source"], out.source);
  read(in["document"], out.document);
  read_list(in["sections"], out.sections);
  read_list(in["items"], out.items);
  read_list(in["tables"], out.tables);
  read_list(in["figures"], out.figures);
  read_list(in["records"], out.records);
  read_list(in["checks"], out.checks);
  read_list(in["problems"], out.problems);
}

namespace {

Error refusal(const std::string& what) {
  return {ErrorCode::unreadable, what, "give a report that gouji extract wrote"};
}

}  // namespace

Result<Report> read_report(std::string_view json, const std::string& name) {
  const Json parsed = Json::parse(json.begin(), json.end(), nullptr, false);
  if (parsed.is_discarded()) return refusal(name + ": is no JSON");
  if (!parsed.is_object() || !parsed.contains("schema"))
    return refusal(name + ": is no report (it has no field schema)");
  Report report;
  Fault fault;
  read(Cursor(parsed, "", fault), report);
  if (!fault.what.empty()) return refusal(name + ": " + fault.place + " " + fault.what);
  return report;
}

}  // namespace gouji
