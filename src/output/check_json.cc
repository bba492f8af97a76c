// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/check_json.h"

#include "base/version.h"
#include "output/fields.h"

namespace gouji {

namespace {

constexpr std::string_view kFindingsSchema = "gouji/findings/1";

void write_finding(FieldWriter& out, const Finding& finding) {
  if (finding.fingerprint.empty())
    out.null("fingerprint");
  else
    out.field("fingerprint", finding.fingerprint);
  if (finding.accepted.empty())
    out.null("accepted");
  else
    out.field("accepted", finding.accepted);
  out.json().key("same_cause");
  out.json().begin_array();
  for (const Check* other : finding.same_cause) {
    out.json().begin_object(JsonWriter::Layout::inline_);
    out.field("id", other->id);
    out.field("rule", other->rule);
    out.field("quote", other->quote);
    out.field("at", other->at);
    out.json().end_object();
  }
  out.json().end_array();
}

void write_counts(FieldWriter& out, const FindingCounts& counts) {
  out.json().key("counts");
  out.json().begin_object(JsonWriter::Layout::inline_);
  out.field("errors", counts.errors);
  out.field("warnings", counts.warnings);
  out.field("infos", counts.infos);
  out.field("accepted", counts.accepted);
  out.field("passes", counts.passes);
  out.field("not_checked", counts.not_checked);
  out.json().end_object();
}

class JsonFindings : public FindingsWriter {
 public:
  JsonFindings(Sink& out, JsonForm form, const PatternSet& patterns) : json_(out, form) {
    FieldWriter fields(json_, false);
    json_.begin_object();
    fields.field("schema", kFindingsSchema);
    json_.key("generator");
    json_.begin_object();
    fields.field("name", "gouji");
    fields.field("version", version());
    fields.field("patterns", patterns.hash());
    json_.end_object();
    json_.key("documents");
    json_.begin_array();
  }

  void add(const Report& report, const Findings& findings) override {
    FieldWriter out(json_, report.source.format == "pdf");
    json_.begin_object();
    out.field("path", report.source.path);
    out.field("sha256", report.source.sha256);
    out.field("title", report.document.title);
    out.field("issuer", report.document.issuer);
    write_counts(out, findings.counts);
    json_.key("checks");
    json_.begin_array();
    for (const Finding& finding : findings.told) {
      json_.begin_object();
      write_finding(out, finding);
      write_check_fields(out, *finding.check);
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
  }

  void finish() override {
    json_.end_array();
    json_.end_object();
    json_.finish();
  }

 private:
  JsonWriter json_;
};

class JsonLineFindings : public FindingsWriter {
 public:
  explicit JsonLineFindings(Sink& out) : out_(out) {}

  void add(const Report& report, const Findings& findings) override {
    for (const Finding& finding : findings.told) {
      JsonWriter json(out_, JsonForm::compact);
      FieldWriter fields(json, report.source.format == "pdf");
      json.begin_object();
      fields.field("path", report.source.path);
      fields.field("sha256", report.source.sha256);
      write_finding(fields, finding);
      write_check_fields(fields, *finding.check);
      json.end_object();
      json.finish();
    }
  }

  void finish() override {}

 private:
  Sink& out_;
};

}  // namespace

std::unique_ptr<FindingsWriter> json_findings(Sink& out, JsonForm form,
                                              const PatternSet& patterns) {
  return std::make_unique<JsonFindings>(out, form, patterns);
}

std::unique_ptr<FindingsWriter> json_line_findings(Sink& out) {
  return std::make_unique<JsonLineFindings>(out);
}

}  // namespace gouji
