// SPDX-License-Identifier: GPL-3.0-or-later
// One function for each part of the contract, fields in the order of docs/report.md.
#include "output/json.h"

#include "base/version.h"
#include "output/fields.h"
#include "output/names.h"

namespace gouji {
namespace {

constexpr auto kInline = JsonWriter::Layout::inline_;

void write_generator(FieldWriter& out, const Report& report) {
  out.json().key("generator");
  out.json().begin_object();
  out.field("name", "gouji");
  out.field("version", report.tool_version.empty() ? version() : report.tool_version);
  out.field("patterns", report.patterns_hash);
  out.json().end_object();
}

void write_source(FieldWriter& out, const SourceInfo& source) {
  out.json().key("source");
  out.json().begin_object();
  out.field("path", source.path);
  if (source.sha256.empty())
    out.null("sha256");
  else
    out.field("sha256", source.sha256);
  out.field("bytes", source.bytes);
  if (source.format.empty())
    out.null("format");
  else
    out.field("format", source.format);
  out.field("encoding", source.encoding);
  out.field("pages", source.pages);
  out.field("producer", source.producer);
  out.field("text_layer", source.text_layer);
  out.json().end_object();
}

void write_document(FieldWriter& out, const DocumentInfo& document) {
  out.json().key("document");
  out.json().begin_object();
  out.field("title", document.title);
  out.field("kind", document.kind);
  out.field("issuer", document.issuer);
  out.json().key("fiscal_years");
  out.json().begin_array(kInline);
  for (const int year : document.fiscal_years) out.json().number(year);
  out.json().end_array();
  out.field("issued_on", document.issued_on);
  out.field("signed_by", document.signed_by);
  out.json().key("cites");
  out.json().begin_array();
  for (const Cite& cite : document.cites) {
    out.json().begin_object();
    out.field("number", cite.number);
    out.field("title", cite.title);
    out.field("at", cite.at);
    out.json().end_object();
  }
  out.json().end_array();
  out.json().end_object();
}

void write(FieldWriter& out, const Section& section) {
  out.json().begin_object();
  out.field("id", section.id);
  out.field("parent", section.parent);
  out.field("level", section.level);
  out.field("marker", section.marker);
  out.field("ordinal", section.ordinal);
  out.field("title", section.title);
  out.field("anomaly", section.anomaly);
  out.field("at", section.at);
  out.json().end_object();
}

void write(FieldWriter& out, const Item& item) {
  out.json().begin_object();
  out.field("id", item.id);
  out.field("section", item.section);
  out.field("parent", item.parent);
  out.field("marker", item.marker);
  out.field("ordinal", item.ordinal);
  out.field("text", item.text);
  out.field("figures", item.figures);
  out.field("anomaly", item.anomaly);
  out.field("at", item.at);
  out.json().end_object();
}

void write_cell(FieldWriter& out, const TableCell& cell) {
  out.json().begin_object(kInline);
  out.field("row", cell.row);
  out.field("column", cell.column);
  out.field("row_span", cell.row_span);
  out.field("column_span", cell.column_span);
  out.field("text", cell.text);
  out.field("figure", cell.figure);
  out.field("at", cell.at);
  out.json().end_object();
}

void write(FieldWriter& out, const Table& table) {
  out.json().begin_object();
  out.field("id", table.id);
  out.field("section", table.section);
  out.field("caption", table.caption);
  out.field("kind", table.kind);
  out.field("unit", table.unit);
  if (table.pages.has_value()) {
    out.json().key("pages");
    out.json().begin_array(kInline);
    out.json().number(table.pages->first);
    out.json().number(table.pages->second);
    out.json().end_array();
  } else {
    out.null("pages");
  }
  out.field("rows", table.rows);
  out.field("columns", table.columns);
  out.field("header_rows", table.header_rows);
  out.json().key("cells");
  out.json().begin_array();
  for (const TableCell& cell : table.cells) write_cell(out, cell);
  out.json().end_array();
  out.field("notes", table.notes);
  out.field("at", table.at);
  out.json().end_object();
}

void write(FieldWriter& out, const Figure& figure) {
  out.json().begin_object();
  out.field("id", figure.id);
  out.field("text", figure.text);
  out.field("value", figure.value);
  out.field("unit", figure.unit);
  out.field("kind", name_of(figure.kind));
  out.field("normalized", figure.normalized);
  if (figure.bound == Bound::none)
    out.null("bound");
  else
    out.field("bound", name_of(figure.bound));
  out.flag("approximate", figure.approximate);
  out.field("range", figure.range);
  out.field("subject", figure.subject);
  out.field("year", figure.year);
  out.field("in", figure.in);
  out.field("at", figure.at);
  out.json().end_object();
}

void write(FieldWriter& out, const Record& record) {
  write_record(out, record);
}

void write(FieldWriter& out, const Check& check) {
  write_check(out, check);
}

void write(FieldWriter& out, const Problem& problem) {
  out.json().begin_object();
  out.field("id", problem.id);
  out.field("code", problem.code);
  out.field("severity", name_of(problem.severity));
  out.field("message", problem.message);
  out.field("at", problem.at);
  out.json().end_object();
}

template <class T>
void write_list(FieldWriter& out, std::string_view key, const std::vector<T>& list) {
  out.json().key(key);
  out.json().begin_array();
  for (const T& one : list) write(out, one);
  out.json().end_array();
}

}  // namespace

void write_report(const Report& report, JsonForm form, Sink& sink) {
  JsonWriter json(sink, form);
  FieldWriter out(json, report.source.format == "pdf");
  json.begin_object();
  out.field("schema", kReportSchema);
  write_generator(out, report);
  write_source(out, report.source);
  write_document(out, report.document);
  write_list(out, "sections", report.sections);
  write_list(out, "items", report.items);
  write_list(out, "tables", report.tables);
  write_list(out, "figures", report.figures);
  write_list(out, "records", report.records);
  write_list(out, "checks", report.checks);
  write_list(out, "problems", report.problems);
  json.end_object();
  json.finish();
}

}  // namespace gouji
