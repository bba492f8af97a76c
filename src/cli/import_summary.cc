// SPDX-License-Identifier: GPL-3.0-or-later
// The file of --report (docs/import.md, "The summary").
#include <cmath>

#include "base/version.h"
#include "cli/import_job.h"
#include "output/fields.h"

namespace gouji {
namespace {

std::int64_t milliseconds(double seconds) {
  return std::llround(seconds * 1000);
}

void write_counts(FieldWriter& out, const char* key,
                  const std::map<std::string, std::int64_t>& counts) {
  out.json().key(key);
  out.json().begin_object();
  for (const auto& [name, count] : counts) out.field(name, count);
  out.json().end_object();
}

void write_top(FieldWriter& out, const char* key, const std::vector<TopDocument>& top) {
  out.json().key(key);
  out.json().begin_array();
  for (const TopDocument& document : top) {
    out.json().begin_object(JsonWriter::Layout::inline_);
    out.field("path", document.path);
    out.field("cpu_ms", milliseconds(document.seconds));
    out.field("pages", document.pages);
    out.field("bytes", document.bytes);
    out.json().end_object();
  }
  out.json().end_array();
}

}  // namespace

void write_summary(const ImportSummary& summary, const std::string& store, Sink& sink) {
  JsonWriter json(sink, JsonForm::indented);
  FieldWriter out(json, false);
  json.begin_object();
  out.field("version", version());
  out.field("store", store);
  out.flag("complete", !summary.stopped && !summary.error && summary.all_known);
  if (summary.error)
    out.field("error", summary.error->message);
  else
    out.null("error");
  json.key("files");
  json.begin_object();
  out.field("known", summary.known);
  out.field("read", summary.read);
  out.field("failed", summary.failed);
  out.field("unread", summary.unread);
  out.field("done_before", summary.done_before);
  out.field("failed_before", summary.failed_before);
  out.field("same", summary.same);
  json.end_object();
  out.field("replaced", summary.replaced);
  out.field("pages", summary.pages);
  out.field("bytes", summary.bytes);
  json.key("findings");
  json.begin_object();
  out.field("error", summary.errors);
  out.field("warning", summary.warnings);
  json.end_object();
  out.field("wall_ms", milliseconds(summary.seconds));
  out.field("reading_cpu_ms", milliseconds(summary.reading));
  out.field("workers_started", summary.workers_started);
  out.field("worker_peak_mb", std::int64_t{summary.worker_peak_mb});
  out.field("parent_peak_mb", std::int64_t{summary.parent_peak_mb});
  json.key("confinement");
  json.begin_object();
  out.flag("system_calls", summary.confinement.system_calls);
  out.flag("memory", summary.confinement.memory);
  json.end_object();
  write_counts(out, "passed_over", summary.passed_over);
  write_counts(out, "by_kind", summary.kinds);
  write_counts(out, "by_problem", summary.problems);
  write_counts(out, "by_failure", summary.failures);
  write_top(out, "slowest", summary.slowest);
  write_top(out, "largest", summary.largest);
  json.end_object();
  json.finish();
}

}  // namespace gouji
