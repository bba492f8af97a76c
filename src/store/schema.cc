// SPDX-License-Identifier: GPL-3.0-or-later
// The columns are listed by the functions of report_columns.h; keys and indexes are added here.
#include "store/schema.h"

#include <fmt/format.h>

#include "store/report_parts.h"

namespace gouji {
namespace {

/// The visitor that lists columns.
class ColumnLister {
 public:
  explicit ColumnLister(TableSchema& table) : table_(table) {}

  void add(std::string name, ColumnType type, bool nullable) {
    table_.columns.push_back({std::move(name), type, nullable});
  }
  void text(const char* name, const std::string& /*value*/) { add(name, ColumnType::text, false); }
  void text(const char* name, const Maybe<std::string>& /*value*/) {
    add(name, ColumnType::text, true);
  }
  void version(const char* name, const std::string& /*value*/) {
    add(name, ColumnType::text, false);
  }
  template <class I>
  void integer(const char* name, const I& /*value*/) {
    add(name, ColumnType::integer, false);
  }
  template <class I>
  void integer(const char* name, const Maybe<I>& /*value*/) {
    add(name, ColumnType::integer, true);
  }
  void flag(const char* name, bool /*value*/) { add(name, ColumnType::boolean, false); }
  template <class E>
  void choice(const char* name, const E& /*value*/) {
    add(name, ColumnType::text, false);
  }
  template <class E>
  void choice(const char* name, const Maybe<E>& /*value*/) {
    add(name, ColumnType::text, true);
  }
  template <class E>
  void choice_or_null(const char* name, const E& /*value*/) {
    add(name, ColumnType::text, true);
  }
  template <class T>
  void first(const char* name, const std::vector<T>& /*values*/) {
    add(name, ColumnType::integer, true);
  }
  template <class T>
  void joined(const char* name, const std::vector<T>& /*values*/) {
    add(name, ColumnType::text, false);
  }
  void pair(const char* first, const char* second, const Maybe<std::pair<int, int>>& /*value*/) {
    add(first, ColumnType::integer, true);
    add(second, ColumnType::integer, true);
  }
  void yuan(const char* name, const Quantity& /*value*/) { add(name, ColumnType::yuan, true); }
  void amount(const std::string& name, const Maybe<RecordAmount>& /*value*/) {
    add(name, ColumnType::text, true);
    add(name + "_unit", ColumnType::text, true);
    add(name + "_normalized_value", ColumnType::text, true);
    add(name + "_normalized_unit", ColumnType::text, true);
    add(name + "_yuan", ColumnType::yuan, true);
  }
  void quantity(const std::string& name, const Maybe<Quantity>& /*value*/) {
    add(name + "_value", ColumnType::text, true);
    add(name + "_unit", ColumnType::text, true);
    add("yuan", ColumnType::yuan, true);
  }
  void message(const std::string& name, const Message& /*value*/) {
    add(name + "_zh", ColumnType::text, false);
    add(name + "_en", ColumnType::text, false);
  }
  void place(const At& /*value*/) {
    for (const char* name : {"page", "line", "chars_start", "chars_end"})
      add(name, ColumnType::integer, true);
    add("boxes", ColumnType::text, true);
  }

 private:
  TableSchema& table_;
};

/// The visitor that lists tables.
class TableLister {
 public:
  explicit TableLister(std::vector<TableSchema>& tables) : tables_(tables) {}

  template <class Part>
  void list(const char* name, const std::vector<Part>& /*parts*/) {
    begin(name, {"n"});
    end<Part>(1);
  }
  template <class Parent, class Of>
  void nested(const char* name, const char* parent_key, const std::vector<Parent>& /*parents*/,
              Of /*of*/) {
    begin(name, {parent_key, "n"});
    end<PartOf<Parent, Of>>(2);
  }
  template <class Parent, class Of>
  void grid(const char* name, const char* parent_key, const std::vector<Parent>& /*parents*/,
            Of /*of*/) {
    begin(name, {parent_key});
    end<PartOf<Parent, Of>>(3);
  }
  template <class Parent, class Of, class Of2>
  void deep(const char* name, const char* parent_key, const char* middle_key,
            const std::vector<Parent>& /*parents*/, Of /*of*/, Of2 /*of2*/) {
    begin(name, {parent_key, middle_key, "n"});
    end<PartOf<PartOf<Parent, Of>, Of2>>(3);
  }

 private:
  template <class Parent, class Of>
  using PartOf = std::remove_cvref_t<decltype(std::declval<Of>()(std::declval<Parent&>())[0])>;

  void begin(const char* name, std::initializer_list<const char*> keys) {
    tables_.push_back({.name = name, .columns = {}, .key_columns = 0, .indexes = {}});
    for (const char* key : keys)
      tables_.back().columns.push_back({key, ColumnType::integer, false});
  }
  template <class Part>
  void end(int key_columns) {
    Part part;
    ColumnLister lister(tables_.back());
    columns(lister, part);
    tables_.back().key_columns = key_columns;
  }

  std::vector<TableSchema>& tables_;
};

/// What is often asked for. Late ones: tables with hundreds of rows a document. Of 1,000 checks,
/// four fail, and it is those that are looked for.
void add_indexes(std::vector<TableSchema>& tables) {
  const auto add = [&](std::string_view name, Index index) {
    for (TableSchema& table : tables)
      if (table.name == name) table.indexes.push_back(std::move(index));
  };
  add("documents", {{"issuer", "year"}});
  add("documents", {{"kind", "year"}});
  add("documents", {{"failure"}});
  add("sections", {{"title"}, true});
  add("tables", {{"kind"}});
  add("figures", {{"subject", "year"}, true, "subject IS NOT NULL"});
  add("records", {{"type"}});
  add("fiscal_rows", {{"concept"}, true, "concept IS NOT NULL"});
  add("checks", {{"rule"}, true, "status = 'fail'"});
  add("problems", {{"code"}});
}

std::vector<TableSchema> make_tables() {
  std::vector<TableSchema> tables;
  tables.push_back({.name = "documents", .columns = {}, .key_columns = 0, .indexes = {}});
  Report report;
  Maybe<std::string> failure;
  ColumnLister lister(tables.back());
  document_columns(lister, report, failure);
  TableLister list(tables);
  visit_parts(list, report);
  add_indexes(tables);
  return tables;
}

constexpr View kViews[] = {
    {"v_indicators",
     "SELECT d.id AS document, d.path, d.issuer, d.year AS document_year, d.title AS "
     "document_title, r.id AS record, r.type, r.project, r.title, i.level1, i.level2, i.level3, "
     "i.operator, i.value, i.unit, i.deadline, i.actual, i.weight, i.score, i.reason, r.page, "
     "r.line, r.table_id, i.row_index "
     "FROM indicators i JOIN records r ON r.document = i.document AND r.n = i.record_n "
     "JOIN documents d ON d.id = i.document"},
    {"v_findings",
     "SELECT d.id AS document, d.path, d.issuer, d.year AS document_year, d.title AS "
     "document_title, c.id AS \"check\", c.rule, c.severity, c.message_zh, c.message_en, "
     "c.formula, c.stated, c.computed, c.difference, c.unit, c.quote, c.page, c.line, "
     "s.ref AS suspect, s.printed, s.suggested, s.edit, c.root "
     "FROM checks c JOIN documents d ON d.id = c.document "
     "LEFT JOIN check_suspects s ON s.document = c.document AND s.check_n = c.n AND s.n = 1 "
     "WHERE c.status = 'fail' AND (c.root IS NULL OR c.root = c.id)"},
    {"v_fiscal_values",
     "SELECT d.id AS document, d.path, d.issuer, d.kind AS document_kind, r.id AS record, "
     "r.kind AS table_kind, l.row_index, l.label, l.code, l.kind AS row_kind, "
     "CASE WHEN l.concept IN ('total', 'grand_total', 'subtotal') "
     "THEN coalesce(c.concept, l.concept) ELSE coalesce(l.concept, c.concept) END AS concept, "
     "coalesce(l.year, c.year, d.year) AS year, "
     "CASE WHEN c.basis IN ('change', 'ratio', 'prior_year') THEN c.basis "
     "ELSE coalesce(l.basis, c.basis) END AS basis, coalesce(l.fund, c.fund) AS fund, "
     "c.label AS column_label, c.role AS column_role, v.value, c.unit, v.normalized_value, "
     "v.normalized_unit, v.yuan, v.cell, r.page, r.line "
     "FROM fiscal_values v "
     "JOIN fiscal_rows l ON l.document = v.document AND l.record_n = v.record_n AND l.n = v.row_n "
     "JOIN fiscal_columns c ON c.document = v.document AND c.record_n = v.record_n "
     "AND c.column_index = v.column_index "
     "JOIN records r ON r.document = v.document AND r.n = v.record_n "
     "JOIN documents d ON d.id = v.document"},
    {"v_figures_by_year",
     "SELECT coalesce(f.year, d.year) AS year, d.issuer, d.kind AS document_kind, f.subject, "
     "f.value, f.unit, f.kind, f.normalized_value, f.normalized_unit, f.yuan, f.bound, "
     "f.approximate, f.text, f.stands_in, f.page, f.line, f.id AS figure, d.id AS document, "
     "d.path, f.year IS NULL AS year_is_that_of_the_document "
     "FROM figures f JOIN documents d ON d.id = f.document"},
};

}  // namespace

const std::vector<TableSchema>& report_tables() {
  static const std::vector<TableSchema> tables = make_tables();
  return tables;
}

const std::vector<View>& views() {
  static const std::vector<View> all(std::begin(kViews), std::end(kViews));
  return all;
}

}  // namespace gouji
