// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/sample.h"

namespace gouji::testing_support {
namespace {

At place(bool pdf) {
  if (pdf) return {.unit = 1, .boxes = {{10.5F, 20.25F, 30.0F, -0.126F}}};
  return {.unit = 3, .begin = 17, .end = 27, .boxes = {}};
}

Indicator indicator() {
  Indicator one;
  one.level1 = "产出指标";
  one.level2 = "数量指标";
  one.level3 = "培训人次";
  one.op = ">=";
  one.value = "200";
  one.unit = "人次";
  one.weight = "10";
  one.row = 7;
  return one;
}

Figure figure(bool pdf) {
  Figure one;
  one.id = "f1";
  one.text = "1,007.40万元";
  one.value = "1007.40";
  one.unit = "万元";
  one.kind = FigureKind::money;
  one.normalized = {"10074000", "元"};
  one.bound = Bound::at_least;
  one.approximate = true;
  one.subject = "本年收入合计";
  one.year = 2023;
  one.in = "t1/r0c0";
  one.at = place(pdf);
  return one;
}

Record fiscal_table(bool pdf) {
  Record table;
  table.id = "r5";
  table.type = "fiscal_table";
  table.kind = "summary_income_expenditure";
  table.table = "t1";
  table.year = "2023";
  table.unit = "万元";
  table.columns = {{0, "收入/项目", "label", {}, {}, {}, {}, {}, "income"},
                   {1, "收入/决算数", "amount", "total", 2023, "final_accounts",
                    "general_public_budget", "万元", "income"}};
  FiscalRow row;
  row.label = "本年收入合计";
  row.marker = "一、";
  row.code = "2010301";
  row.concept_id = "income_of_year";
  row.kind = "total";
  row.parent = 0;
  row.values = {{1, "3.50", Quantity{"35000", "元"}, "t1/r1c1"}, {2, "—", {}, "t1/r1c2"}};
  table.rows = {row};
  table.at = place(pdf);
  return table;
}

std::vector<Record> records(bool pdf) {
  Record target;
  target.id = "r1";
  target.type = "performance_target";
  target.table = "t1";
  target.project = "某项目";
  target.fields = {{"主管部门", "某局"}, {"主管部门", "某办"}};
  target.budget = RecordAmount{"20", "万元", Quantity{"200000", "元"}};
  target.indicators = {indicator()};
  target.at = place(pdf);
  Record evaluation = target;
  evaluation.id = "r2";
  evaluation.type = "self_evaluation";
  evaluation.execution_rate = "99.5%";
  Record scorecard = target;
  scorecard.id = "r3";
  scorecard.type = "scorecard";
  Record other = target;
  other.id = "r4";
  other.type = "income_table";
  return {target, evaluation, scorecard, other, fiscal_table(pdf)};
}

}  // namespace

Report sample_report(bool pdf) {
  Report report;
  report.source = {"dir/\"a\"\\b\xFF.pdf",
                   std::string(64, 'a'),
                   12,
                   pdf ? "pdf" : "text",
                   {},
                   {},
                   {},
                   "partial"};
  (pdf ? report.source.producer : report.source.encoding) = pdf ? "Writer" : "UTF-8";
  if (pdf) report.source.pages = 2;
  report.patterns_hash = "sha256:" + std::string(64, '0');
  report.document.title = "某局\n2023年度部门决算\x01";
  report.document.kind = "final_accounts";
  report.document.fiscal_years = {2023, 2022};
  report.document.issued_on = "2024-08-30";
  report.document.cites = {{"国发〔2021〕5号", {}, place(pdf)}, {{}, "某办法", place(pdf)}};
  report.sections = {{"s1", {}, 1, "一、", 1, "收入", {}, place(pdf)},
                     {"s2", "s1", 2, {}, {}, "其他", "duplicate", place(pdf)}};
  report.items = {{"i1", "s1", {}, "1.", 1, "一项工作", {"f1"}, "gap", place(pdf)}};
  Table table;
  table.id = "t1";
  table.section = "s1";
  table.caption = "收入决算表";
  table.unit = "万元";
  if (pdf) table.pages = {1, 2};
  table.rows = table.columns = table.header_rows = 1;
  table.cells = {{0, 0, 1, 1, "1,007.40", "f1", place(pdf)}};
  table.notes = {"注：本表反映收入。"};
  table.at = place(pdf);
  report.tables = {table};
  report.figures = {figure(pdf)};
  report.records = records(pdf);
  report.problems = {{"p1", "page_without_text", Severity::warning, {"无文字", "no text"}, {}, {}}};
  return report;
}

}  // namespace gouji::testing_support
