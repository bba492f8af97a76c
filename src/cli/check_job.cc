// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/check_job.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "base/file.h"
#include "check/years.h"
#include "cli/console.h"
#include "cli/exit_status.h"
#include "gouji/extract.h"
#include "output/check_json.h"
#include "output/check_text.h"
#include "pipeline/stages.h"

namespace gouji {
namespace {

/// Findings for people, as a writer beside those for programs.
class TextFindings : public FindingsWriter {
 public:
  TextFindings(Sink& out, const CheckWords& words, bool colour)
      : out_(out), words_(words), colour_(colour) {}

  void add(const Report& report, const Findings& findings) override {
    print_findings(report, findings, words_, colour_, out_);
    counts_ += findings.counts;
  }
  void finish() override { print_summary(counts_, words_, out_); }

 private:
  Sink& out_;
  const CheckWords& words_;
  bool colour_;
  FindingCounts counts_;
};

class Job {
 public:
  Job(const CheckRequest& request, const Extractor& extractor)
      : request_(request),
        extractor_(extractor),
        words_(extractor.parts().patterns, request.language),
        progress_(!request.quiet) {}

  int run() {
    if (!read_accepted() || !rules_exist() || !open()) return status_;
    for (index_ = 0; index_ < request_.inputs.size() && !output_->failed(); ++index_)
      work(request_.inputs[index_]);
    compare_years();
    progress_.clear();
    writer_->finish();
    const Result<Done> done = output_->commit();
    if (!done) fail(done.error());
    tell_unused();
    return status_;
  }

 private:
  /// Where only some rules were asked for, a finding of another one may be there all the same.
  void tell_unused() {
    if (!request_.choice.rules.empty()) return;
    for (const auto& [mark, reason] : accepted_.unused())
      say(
          fmt::format("{}: {} ({}) was not found in what was checked; if its report is among it, "
                      "take the line out",
                      request_.accepted, mark, reason));
  }

  bool fail(const Error& error) {
    progress_.clear();
    status_ = std::max(status_, complain(error));
    return false;
  }

  bool read_accepted() {
    if (request_.accepted.empty()) return true;
    const Result<std::string> text = read_file(request_.accepted);
    if (!text) return text.error().code == ErrorCode::empty || fail(text.error());
    Result<AcceptedFindings> accepted = AcceptedFindings::parse(*text, request_.accepted);
    if (!accepted) return fail(accepted.error());
    accepted_ = std::move(*accepted);
    return true;
  }

  /// A misspelt rule would check nothing and say that all is well.
  bool rules_exist() {
    const auto rules = extractor_.parts().patterns.definitions("check/rule/");
    for (const std::string& wanted : request_.choice.rules) {
      const FindingChoice one{Severity::info, {wanted}, false, false};
      if (std::none_of(rules.begin(), rules.end(), [&](const Definition* rule) {
            return chosen(one, std::string(rule->text("rule")));
          }))
        return fail({ErrorCode::usage, "--rules " + wanted + ": there is no such rule",
                     "gouji check --explain lists them"});
    }
    return true;
  }

  bool open() {
    const bool standard = request_.output.empty() || request_.output == kStandardStream;
    Result<OutputFile> file =
        OutputFile::create(standard ? std::string(kStandardStream) : request_.output);
    if (!file) return fail(file.error());
    output_.emplace(std::move(*file));
    const PatternSet& patterns = extractor_.parts().patterns;
    switch (request_.format) {
      case FindingsFormat::text:
        writer_ = std::make_unique<TextFindings>(*output_, words_,
                                                 standard && ::isatty(STDOUT_FILENO) == 1);
        break;
      case FindingsFormat::json:
        writer_ = json_findings(*output_, JsonForm::indented, patterns);
        break;
      case FindingsFormat::jsonl:
        writer_ = json_line_findings(*output_);
        break;
      case FindingsFormat::sarif:
        writer_ = sarif_findings(*output_, patterns, words_);
        break;
    }
    return true;
  }

  static void on_page(int done, int total, void* self) {
    Job& job = *static_cast<Job*>(self);
    job.progress_.show(fmt::format("{}/{} {}: page {} of {}", job.index_ + 1,
                                   job.request_.inputs.size(), job.request_.inputs[job.index_],
                                   done, total));
  }

  void work(const std::string& input) {
    const std::string name = input == kStandardStream ? std::string(kStandardInputName) : input;
    const Result<std::string> bytes = read_file(input);
    if (!bytes) return void(fail(bytes.error()));
    ExtractOptions options;
    options.encoding = request_.encoding;
    options.password = request_.password;
    options.progress = &Job::on_page;
    options.progress_context = this;
    const Result<Report> report = extractor_.extract_bytes(*bytes, name, options);
    if (!report) return void(fail(report.error()));
    progress_.clear();
    tell_unread(*report);
    add(*report);
    if (request_.inputs.size() > 1) years_.push_back(year_facts(*report));
  }

  /// Reports of one body, one year apart: what the later says of the earlier one's year.
  void compare_years() {
    std::map<std::size_t, Report> later;
    for (YearCheck& one : check_years(years_, extractor_.parts().patterns)) {
      Report& report = later[one.document];
      report.source = years_[one.document].source;
      report.document = years_[one.document].document;
      report.checks.push_back(std::move(one.check));
    }
    for (const auto& [document, report] : later) add(report);
  }

  void add(const Report& report) {
    const Findings findings = choose_findings(report, request_.choice, accepted_);
    if (findings.counts.errors > 0) status_ = std::max(status_, kExitFindings);
    writer_->add(report, findings);
    if (request_.format == FindingsFormat::text) output_->flush();
  }

  /// A document that was read in part only is no clean one: silence would be taken for consent.
  void tell_unread(const Report& report) {
    for (const Problem& problem : report.problems)
      if (problem.severity == Severity::error)
        say(report.source.path + ": " + words_.of(problem.message));
  }

  const CheckRequest& request_;
  const Extractor& extractor_;
  CheckWords words_;
  ProgressLine progress_;
  AcceptedFindings accepted_;
  std::optional<OutputFile> output_;
  std::unique_ptr<FindingsWriter> writer_;
  std::vector<YearFacts> years_;  // one a document, where there are several
  std::size_t index_ = 0;
  int status_ = kExitOk;
};

std::string explanation(const Definition& rule, const CheckWords& words) {
  const bool zh = words.language() == Language::zh;
  const std::string severity(rule.text("severity"));
  std::string out = fmt::format("{} ({})\n  {}\n", rule.text("rule"), words(severity),
                                rule.text(zh ? "explain_zh" : "explain_en"));
  out += fmt::format("  {}: {}\n", words("explain_formula"), rule.text("formula"));
  out += fmt::format("  {}: {}\n", words("explain_source"), rule.text("source"));
  for (const std::string& trap : rule.texts("traps"))
    out += fmt::format("  {}: {}\n", words("explain_traps"), trap);
  return out;
}

}  // namespace

int check(const CheckRequest& request) {
  const Result<Extractor> extractor = Extractor::create(request.pattern_folders);
  if (!extractor) return complain(extractor.error());
  return Job(request, *extractor).run();
}

int explain_rule(const std::string& rule, const std::vector<std::string>& pattern_folders,
                 Language language) {
  const Result<PatternSet> patterns = PatternSet::load(pattern_folders);
  if (!patterns) return complain(patterns.error());
  const CheckWords words(*patterns, language);
  std::string out;
  for (const Definition* one : rules_once(*patterns)) {
    const std::string name(one->text("rule"));
    if (rule.empty())
      out += name + "\n";
    else if (name == rule)
      out += explanation(*one, words);
  }
  if (out.empty())
    return complain({ErrorCode::usage, "--explain " + rule + ": there is no such rule",
                     "gouji check --explain lists them"});
  Result<OutputFile> file = OutputFile::create(std::string(kStandardStream));
  if (!file) return complain(file.error());
  file->write(out);
  const Result<Done> done = file->commit();
  return done ? kExitOk : complain(done.error());
}

}  // namespace gouji
