// SPDX-License-Identifier: GPL-3.0-or-later
// The report of one document: plain data, the in-memory form of the contract `gouji/report/1`.
//
// Strings are UTF-8. An absent value of the contract (`null`) is an empty optional; an empty string
// is an empty string. Amounts are decimal strings with exactly the digits that were printed. Ids
// are unique, dense, in reading order ("s1", "i1", "t1", "f1", "c1", "p1", "r1" …). docs/report.md
// explains every field for users.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "gouji/check.h"
#include "gouji/fiscal.h"
#include "gouji/message.h"
#include "gouji/place.h"
#include "gouji/quantity.h"

namespace gouji {

/// The input as bytes.
struct SourceInfo {
  std::string path;
  std::string sha256;  ///< lower-case hexadecimal, 64 digits
  std::int64_t bytes = 0;
  std::string format;               ///< "pdf" or "text"
  Maybe<std::string> encoding;      ///< text only: "UTF-8", "GB18030" …
  Maybe<int> pages;                 ///< PDF only
  Maybe<std::string> producer;      ///< PDF only
  std::string text_layer = "full";  ///< "full", "partial", "none"
};

/// A document cited in prose; either field may be unknown.
struct Cite {
  Maybe<std::string> number;  ///< 国发〔2021〕5号
  Maybe<std::string> title;   ///< without 《》
  At at;
};

struct DocumentInfo {
  Maybe<std::string> title;
  std::string kind = "other";
  Maybe<std::string> issuer;
  std::vector<int> fiscal_years;  ///< the main one first
  Maybe<std::string> issued_on;   ///< ISO date
  Maybe<std::string> signed_by;
  std::vector<Cite> cites;
};

/// A heading.
struct Section {
  std::string id;
  Maybe<std::string> parent;
  int level = 1;  ///< 1 = outermost
  Maybe<std::string> marker;
  Maybe<int> ordinal;
  std::string title;
  Maybe<std::string> anomaly;  ///< "duplicate", "gap", "out_of_order"
  At at;
};

/// A numbered entry.
struct Item {
  std::string id;
  Maybe<std::string> section;
  Maybe<std::string> parent;  ///< an item
  std::string marker;
  Maybe<int> ordinal;
  std::string text;
  std::vector<std::string> figures;
  Maybe<std::string> anomaly;
  At at;
};

struct TableCell {
  int row = 0, column = 0;  ///< from 0
  int row_span = 1, column_span = 1;
  std::string text;
  Maybe<std::string> figure;
  At at;
};

struct Table {
  std::string id;
  Maybe<std::string> section;
  Maybe<std::string> caption;
  std::string kind = "generic";
  Maybe<std::string> unit;
  Maybe<std::pair<int, int>> pages;  ///< first and last, from 1; PDF only
  int rows = 0, columns = 0, header_rows = 0;
  std::vector<TableCell>
      cells;  ///< row-major; a merged cell once, at its top left; empty cells present
  std::vector<std::string> notes;
  At at;
};

enum class FigureKind { money, percent, count, measure, score, ratio, number };
enum class Bound { none, at_least, at_most, more_than, less_than };

struct Figure {
  std::string id;
  std::string text;
  std::string value;
  Maybe<std::string> unit;
  FigureKind kind = FigureKind::number;
  Quantity normalized;
  Bound bound = Bound::none;
  bool approximate = false;
  Maybe<std::string> range;  ///< id of the other end
  Maybe<std::string> subject;
  Maybe<int> year;
  Maybe<std::string> in;  ///< "i3", "s2", "t3/r5c2", "chart"
  At at;
};

/// An amount of a record: as printed, its unit, and in 元.
struct RecordAmount {
  std::string value;
  Maybe<std::string> unit;
  Maybe<Quantity> normalized;
};

/// One indicator row of a performance record. What a type does not have stays empty and is not
/// written.
struct Indicator {
  std::string level1, level2, level3;
  Maybe<std::string> op;  ///< ">=", "<=", "=", ">", "<"
  std::string value, unit, deadline;
  std::string actual, weight, score, reason;
  int row = 0;  ///< row of the table, from 0
};

/// A table understood. `type` decides which fields are written (docs/report.md).
struct Record {
  std::string id;
  std::string type;  ///< "performance_target", "self_evaluation", "scorecard", "fiscal_table",
                     ///< "debt_table", "disclosure_table" …
  std::string table;
  Maybe<std::string> title, year, unit, project;
  std::vector<std::pair<std::string, std::string>> fields;  ///< label → value, as printed, in order
  Maybe<RecordAmount> budget, budgeted, adjusted, executed;
  Maybe<std::string> execution_rate, goal, goal_actual, total_score;
  std::vector<Indicator> indicators;
  std::string kind;                   ///< fiscal tables: the kind of the table
  std::vector<FiscalColumn> columns;  ///< fiscal tables
  std::vector<FiscalRow> rows;        ///< fiscal tables; rows that carry nothing are left out
  At at;
};

/// What was odd while reading. `code` is stable and machine-readable ("page_without_text"). The
/// stages set everything but `id` and `message`; the message is composed from
/// patterns/message/problem.toml when the report is made.
struct Problem {
  std::string id = {};
  std::string code = {};
  Severity severity = Severity::warning;
  Message message = {};
  At at = {};
  std::string wording = {};  ///< which of several sentences of the code; "" = its only one
  std::vector<std::pair<std::string, std::string>> arguments =
      {};  ///< name → value, for the message
};

struct Report {
  SourceInfo source;
  DocumentInfo document;
  std::vector<Section> sections;
  std::vector<Item> items;
  std::vector<Table> tables;
  std::vector<Figure> figures;
  std::vector<Record> records;
  std::vector<Check> checks;
  std::vector<Problem> problems;
  std::string tool_version = {};  ///< the version of gouji that made it, "" = this one
  std::string patterns_hash;      ///< "sha256:…" of the pattern files in force
};

}  // namespace gouji
