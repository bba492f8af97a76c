// SPDX-License-Identifier: GPL-3.0-or-later
// An input that cannot be read is told on standard error and gets a report all the same, with the
// reason as its problem; the others go on. An output that cannot be written ends the work.
#include "cli/extract_job.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "base/sha256.h"
#include "cli/console.h"
#include "cli/exit_status.h"
#include "cli/output_names.h"
#include "gouji/extract.h"
#include "output/json.h"
#include "output/overlay.h"
#include "output/stages.h"

namespace gouji {
namespace {

/// Resolution of overlays: small print of dense tables can be read, a page has about 1 MB.
constexpr int kOverlayDpi = 110;

class Job {
 public:
  Job(const ExtractRequest& request, const Extractor& extractor)
      : request_(request), extractor_(extractor), progress_(!request.quiet) {}

  int run() {
    if (request_.output_is_folder && !make_folder()) return status_;
    if (request_.format != ReportFormat::json) return run_tables();
    const std::vector<std::string> names =
        request_.output_is_folder
            ? output_names(request_.inputs, request_.stop_after ? ".txt" : ".json")
            : std::vector<std::string>();
    if (!request_.output_is_folder && !open_output(common_output())) return status_;
    for (index_ = 0; index_ < request_.inputs.size(); ++index_) {
      const std::string& input = request_.inputs[index_];
      if (request_.output_is_folder) {
        const std::string target =
            (std::filesystem::path(request_.output) / names[index_]).string();
        if (overwrites_input(target, input) || !open_output(target)) return status_;
      }
      work(input);
      if (request_.output_is_folder && !close_output()) return status_;
      if (output_.has_value() && output_->failed()) break;
    }
    if (!request_.output_is_folder) close_output();
    progress_.clear();
    return status_;
  }

 private:
  /// Every input gives its files by itself: nothing stays open between them.
  int run_tables() {
    names_ = output_names(request_.inputs, "");
    for (index_ = 0; index_ < request_.inputs.size() && !stopped_; ++index_)
      work(request_.inputs[index_]);
    progress_.clear();
    return status_;
  }

  std::string common_output() const {
    return request_.output.empty() ? std::string(kStandardStream) : request_.output;
  }

  bool fail(const Error& error) {
    progress_.clear();
    status_ = std::max(status_, complain(error));
    return false;
  }

  bool make_folder() {
    std::error_code error;
    std::filesystem::create_directories(request_.output, error);
    if (!error) return true;
    return fail({ErrorCode::output,
                 fmt::format("{}: cannot be made a folder: {}", request_.output, error.message()),
                 "name a folder that exists or can be created"});
  }

  bool overwrites_input(const std::string& target, const std::string& input) {
    std::error_code ignored;
    if (!std::filesystem::equivalent(target, input, ignored)) return false;
    return !fail({ErrorCode::usage, target + ": the report would replace its own input",
                  "write to another folder with -o"});
  }

  bool open_output(const std::string& path) {
    Result<OutputFile> file = OutputFile::create(path);
    if (!file) return fail(file.error());
    output_.emplace(std::move(*file));
    return true;
  }

  bool close_output() {
    const Result<Done> done = output_->commit();
    return done ? true : fail(done.error());
  }

  static void on_page(int done, int total, void* self) {
    Job& job = *static_cast<Job*>(self);
    const std::string& input = job.request_.inputs[job.index_];
    const std::string files =
        job.request_.inputs.size() > 1
            ? fmt::format("{}/{} ", job.index_ + 1, job.request_.inputs.size())
            : std::string();
    job.progress_.show(fmt::format("{}{}: page {} of {}", files, input, done, total));
  }

  ExtractOptions options() {
    ExtractOptions options;
    options.encoding = request_.encoding;
    options.password = request_.password;
    options.checks = request_.checks;
    options.progress = &Job::on_page;
    options.progress_context = this;
    return options;
  }

  void work(const std::string& input) {
    const std::string name = input == kStandardStream ? std::string(kStandardInputName) : input;
    const Result<std::string> bytes = read_file(input);
    if (!bytes) {
      unread(input, name, bytes.error(), nullptr);
    } else if (request_.stop_after.has_value()) {
      const Result<Stages> stages =
          run_stages(extractor_.parts(), *bytes, name, options(), *request_.stop_after);
      if (!stages) return void(fail(stages.error()));
      print_stage(*stages);
    } else {
      Result<Report> report = extractor_.extract_bytes(*bytes, name, options());
      if (!report) return unread(input, name, report.error(), &*bytes);
      report->source.path = input;
      deliver(*report);
      if (!request_.overlay_folder.empty()) draw(*report, *bytes, input);
    }
  }

  void draw(const Report& report, std::string_view bytes, const std::string& input) {
    if (report.source.format != "pdf") {
      progress_.clear();
      say(input + ": has no pages to draw on; --overlay is for PDFs");
      return;
    }
    std::filesystem::path folder = request_.overlay_folder;
    if (request_.inputs.size() > 1) folder /= output_names(request_.inputs, "")[index_];
    const Result<Done> drawn =
        write_overlays(report, bytes, folder.string(), kOverlayDpi, request_.password);
    if (!drawn) fail(drawn.error());
  }

  /// The reason on standard error, and a report that holds nothing but the reason.
  void unread(const std::string& input, const std::string& name, const Error& error,
              const std::string* bytes) {
    fail(error);
    if (error.code == ErrorCode::usage || request_.stop_after.has_value()) return;
    Report report = failed_report(name, error, extractor_.parts().patterns);
    report.source.path = input;
    if (bytes != nullptr) {
      report.source.sha256 = sha256_hex(*bytes);
      report.source.bytes = static_cast<std::int64_t>(bytes->size());
    }
    deliver(report);
  }

  void deliver(const Report& report) {
    if (request_.format == ReportFormat::json) return write_report(report, request_.form, *output_);
    const bool folder = request_.output_is_folder;
    const bool one_csv = request_.format == ReportFormat::csv && !folder;
    if (one_csv && status_ != kExitOk) return;  // not read, and no place to say so
    const TableTarget target{request_.format, folder ? request_.output : std::string(),
                             folder ? names_[index_] : common_output(), request_.byte_order_mark};
    const Result<Done> done = write_tables(report, target, extractor_.parts().patterns);
    if (!done) stopped_ = !fail(done.error());
  }

  void print_stage(const Stages& stages) {
    switch (*request_.stop_after) {
      case Stage::source:
        print_pages(stages.pages, *output_);
        print_lines(stages.text_lines, *output_);
        break;
      case Stage::layout:
        print_flow(stages.flow, *output_);
        break;
      case Stage::table:
        print_tables(stages.tables, *output_);
        break;
      case Stage::outline:
        print_outline(stages.outline, *output_);
        break;
      case Stage::figure:
        print_figures(stages.figures.figures, *output_);
        break;
      case Stage::record:
        print_records(stages.records, *output_);
        break;
      case Stage::check:
        print_checks(stages.checks, *output_);
        break;
    }
  }

  const ExtractRequest& request_;
  const Extractor& extractor_;
  ProgressLine progress_;
  std::optional<OutputFile> output_;
  std::vector<std::string> names_;  ///< of the tables of each input
  std::size_t index_ = 0;
  bool stopped_ = false;
  int status_ = kExitOk;
};

}  // namespace

int extract(const ExtractRequest& request) {
  const Result<Extractor> extractor = Extractor::create(request.pattern_folders);
  if (!extractor) return complain(extractor.error());
  return Job(request, *extractor).run();
}

}  // namespace gouji
