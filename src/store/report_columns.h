// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns a part of a report has: one function a part, run by three visitors. One lists the
// columns (schema.cc), one writes their values, one reads them back (report_rows.cc), so that
// they cannot differ. `S` is the part, const when it is written.
#pragma once

#include "store/record_columns.h"

namespace gouji {

/// The row of the document itself. `failure`: why it could not be read, a code of problems.
template <class Row, Is<Report> S, Is<Maybe<std::string>> F>
void document_columns(Row& row, S& report, F& failure) {
  auto& source = report.source;
  auto& document = report.document;
  row.text("sha256", source.sha256);
  row.text("path", source.path);
  row.integer("bytes", source.bytes);
  row.text("format", source.format);
  row.text("encoding", source.encoding);
  row.integer("pages", source.pages);
  row.text("producer", source.producer);
  row.text("text_layer", source.text_layer);
  row.text("title", document.title);
  row.text("kind", document.kind);
  row.text("issuer", document.issuer);
  row.first("year", document.fiscal_years);
  row.joined("fiscal_years", document.fiscal_years);
  row.text("issued_on", document.issued_on);
  row.text("signed_by", document.signed_by);
  row.version("tool_version", report.tool_version);
  row.text("patterns", report.patterns_hash);
  row.text("failure", failure);
}

template <class Row, Is<Cite> S>
void columns(Row& row, S& cite) {
  row.text("number", cite.number);
  row.text("title", cite.title);
  row.place(cite.at);
}

template <class Row, Is<Section> S>
void columns(Row& row, S& section) {
  row.text("id", section.id);
  row.text("parent", section.parent);
  row.integer("level", section.level);
  row.text("marker", section.marker);
  row.integer("ordinal", section.ordinal);
  row.text("title", section.title);
  row.text("anomaly", section.anomaly);
  row.place(section.at);
}

template <class Row, Is<Item> S>
void columns(Row& row, S& item) {
  row.text("id", item.id);
  row.text("section", item.section);
  row.text("parent", item.parent);
  row.text("marker", item.marker);
  row.integer("ordinal", item.ordinal);
  row.text("text", item.text);
  row.joined("figures", item.figures);
  row.text("anomaly", item.anomaly);
  row.place(item.at);
}

template <class Row, Is<Table> S>
void columns(Row& row, S& table) {
  row.text("id", table.id);
  row.text("section", table.section);
  row.text("caption", table.caption);
  row.text("kind", table.kind);
  row.text("unit", table.unit);
  row.pair("first_page", "last_page", table.pages);
  row.integer("row_count", table.rows);
  row.integer("column_count", table.columns);
  row.integer("header_rows", table.header_rows);
  row.place(table.at);
}

/// A note of a table, a label of a record and the like: bare text.
template <class Row, Is<std::string> S>
void columns(Row& row, S& text) {
  row.text("text", text);
}

template <class Row, Is<TableCell> S>
void columns(Row& row, S& cell) {
  row.integer("row_index", cell.row);
  row.integer("column_index", cell.column);
  row.integer("row_span", cell.row_span);
  row.integer("column_span", cell.column_span);
  row.text("text", cell.text);
  row.text("figure", cell.figure);
  row.place(cell.at);
}

template <class Row, Is<Figure> S>
void columns(Row& row, S& figure) {
  row.text("id", figure.id);
  row.text("text", figure.text);
  row.text("value", figure.value);
  row.text("unit", figure.unit);
  row.choice("kind", figure.kind);
  row.text("normalized_value", figure.normalized.value);
  row.text("normalized_unit", figure.normalized.unit);
  row.yuan("yuan", figure.normalized);
  row.choice_or_null("bound", figure.bound);
  row.flag("approximate", figure.approximate);
  row.text("range_end", figure.range);
  row.text("subject", figure.subject);
  row.integer("year", figure.year);
  row.text("stands_in", figure.in);
  row.place(figure.at);
}

template <class Row, Is<Problem> S>
void columns(Row& row, S& problem) {
  row.text("id", problem.id);
  row.text("code", problem.code);
  row.choice("severity", problem.severity);
  row.message("message", problem.message);
  row.place(problem.at);
}

}  // namespace gouji
