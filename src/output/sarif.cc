// SPDX-License-Identifier: GPL-3.0-or-later
// SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/: what code-scanning services and
// editors read.
#include "base/version.h"
#include "output/check_json.h"
#include "output/fields.h"
#include "output/names.h"

namespace gouji {

namespace {

constexpr auto kInline = JsonWriter::Layout::inline_;
constexpr std::string_view kSarifSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr std::string_view kFingerprintName = "gouji/v1";

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      return "note";
  }
  return "warning";
}

/// A path as a relative or file URI: everything but unreserved characters and "/" is escaped (RFC
/// 3986).
std::string uri_of(const std::string& path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                       (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' || byte == '_' ||
                       byte == '~' || byte == '/';
    if (plain) {
      out += c;
    } else {
      out += '%';
      out += kHex[byte >> 4U];
      out += kHex[byte & 15U];
    }
  }
  return out;
}

class Sarif : public FindingsWriter {
 public:
  Sarif(Sink& out, const PatternSet& patterns, const CheckWords& words)
      : json_(out, JsonForm::indented), words_(words) {
    FieldWriter fields(json_, false);
    json_.begin_object();
    fields.field("$schema", kSarifSchema);
    fields.field("version", "2.1.0");
    json_.key("runs");
    json_.begin_array();
    json_.begin_object();
    json_.key("tool");
    json_.begin_object();
    json_.key("driver");
    json_.begin_object();
    fields.field("name", "gouji");
    fields.field("version", version());
    write_rules(fields, patterns);
    json_.end_object();
    json_.end_object();
    fields.field("columnKind", "unicodeCodePoints");
    json_.key("results");
    json_.begin_array();
  }

  void add(const Report& report, const Findings& findings) override {
    for (const Finding& finding : findings.told) write_result(report, finding);
  }

  void finish() override {
    json_.end_array();
    json_.end_object();
    json_.end_array();
    json_.end_object();
    json_.finish();
  }

 private:
  void text(FieldWriter& out, std::string_view key, std::string_view value) {
    json_.key(key);
    json_.begin_object(kInline);
    out.field("text", value);
    json_.end_object();
  }

  /// One rule a name; a rule with several wordings stands with its first.
  void write_rules(FieldWriter& out, const PatternSet& patterns) {
    json_.key("rules");
    json_.begin_array();
    const bool zh = words_.language() == Language::zh;
    for (const Definition* rule : rules_once(patterns)) {
      json_.begin_object();
      out.field("id", rule->text("rule"));
      text(out, "fullDescription", rule->text(zh ? "explain_zh" : "explain_en"));
      json_.end_object();
    }
    json_.end_array();
  }

  void write_result(const Report& report, const Finding& finding) {
    const Check& check = *finding.check;
    FieldWriter out(json_, report.source.format == "pdf");
    json_.begin_object();
    out.field("ruleId", check.rule);
    out.field("kind", check.status == CheckStatus::fail   ? "fail"
                      : check.status == CheckStatus::pass ? "pass"
                                                          : "open");
    out.field("level", check.status == CheckStatus::fail
                           ? level_of(check.severity.value_or(Severity::warning))
                           : "none");
    std::string message = words_.of(check.message);
    if (!check.formula.empty() && message.find(check.formula) == std::string::npos)
      message += " " + check.formula;
    text(out, "message", message);
    write_locations(out, report, finding);
    if (!finding.fingerprint.empty()) {
      json_.key("partialFingerprints");
      json_.begin_object(kInline);
      out.field(kFingerprintName, finding.fingerprint);
      json_.end_object();
    }
    if (!finding.accepted.empty()) {
      json_.key("suppressions");
      json_.begin_array();
      json_.begin_object(kInline);
      out.field("kind", "external");
      out.field("justification", finding.accepted);
      json_.end_object();
      json_.end_array();
    }
    write_properties(out, report, check);
    json_.end_object();
  }

  /// A location, open for more of it.
  void write_location(FieldWriter& out, const Report& report, const Check& check) {
    json_.begin_object();
    json_.key("physicalLocation");
    json_.begin_object();
    json_.key("artifactLocation");
    json_.begin_object(kInline);
    out.field("uri", uri_of(report.source.path));
    json_.end_object();
    if (check.at.known() && report.source.format != "pdf") {
      json_.key("region");
      json_.begin_object();
      out.field("startLine", check.at.unit);
      out.field("charOffset", check.at.begin);
      out.field("charLength", check.at.end - check.at.begin);
      text(out, "snippet", check.quote);
      json_.end_object();
    }
    json_.end_object();
  }

  void write_locations(FieldWriter& out, const Report& report, const Finding& finding) {
    json_.key("locations");
    json_.begin_array();
    write_location(out, report, *finding.check);
    json_.end_object();
    json_.end_array();
    if (finding.same_cause.empty()) return;
    json_.key("relatedLocations");
    json_.begin_array();
    for (const Check* other : finding.same_cause) {
      write_location(out, report, *other);
      text(out, "message", words_.of(other->message));
      json_.end_object();
    }
    json_.end_array();
  }

  void write_properties(FieldWriter& out, const Report& report, const Check& check) {
    json_.key("properties");
    json_.begin_object();
    if (report.source.format == "pdf") out.field("at", check.at);
    out.field("quote", check.quote);
    out.field("stated", check.stated);
    out.field("computed", check.computed);
    out.field("unit", check.unit);
    json_.end_object();
  }

  JsonWriter json_;
  const CheckWords& words_;
};

}  // namespace

std::unique_ptr<FindingsWriter> sarif_findings(Sink& out, const PatternSet& patterns,
                                               const CheckWords& words) {
  return std::make_unique<Sarif>(out, patterns, words);
}

}  // namespace gouji
