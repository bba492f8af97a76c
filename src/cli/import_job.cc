// SPDX-License-Identifier: GPL-3.0-or-later
// On a terminal one line is kept up to date; elsewhere a line is written now and then.
#include "cli/import_job.h"

#include <fmt/format.h>
#include <unistd.h>

#include <csignal>
#include <utility>

#include "base/file.h"
#include "cli/console.h"
#include "cli/exit_status.h"

namespace gouji {
namespace {

/// Between two lines of a log, seconds.
constexpr double kLogEvery = 30;
/// Work shorter than this leaves no time to tell how long the rest takes, seconds.
constexpr double kForecastAfter = 2;

std::atomic<bool> stop_wanted{false};

/// The first time, the documents in hand are finished; the second time ends at once, which the
/// store takes as well.
extern "C" void on_stop(int number) {
  if (stop_wanted.exchange(true)) {
    std::signal(number, SIG_DFL);
    std::raise(number);
  }
}

std::string duration(double seconds) {
  const auto whole = static_cast<long>(seconds);
  if (whole < 100) return fmt::format("{} s", whole);
  if (whole < 100 * 60) return fmt::format("{} min", (whole + 30) / 60);
  return fmt::format("{:.1f} h", seconds / 3600);
}

double pages_a_second(const ImportSummary& summary) {
  return summary.seconds > 0 ? static_cast<double>(summary.pages) / summary.seconds : 0;
}

std::string state_of(const ImportSummary& summary) {
  std::string text = fmt::format("{} of {}{} files", summary.finished(), summary.known,
                                 summary.all_known ? "" : "+");
  const std::int64_t failed = summary.failed + summary.unread;
  if (failed > 0) text += fmt::format(", {} failed", failed);
  text += fmt::format(", {:.1f} pages/s", pages_a_second(summary));
  const std::int64_t finished = summary.finished();
  if (finished > 0 && summary.seconds > kForecastAfter && summary.all_known)
    text += ", " +
            duration(summary.seconds * static_cast<double>(summary.known - finished) /
                     static_cast<double>(finished)) +
            " left";
  return text;
}

class ConsoleObserver : public ImportObserver {
 public:
  explicit ConsoleObserver(bool quiet)
      : quiet_(quiet), terminal_(::isatty(STDERR_FILENO) == 1), line_(!quiet) {}

  void progress(const ImportSummary& summary) override {
    if (quiet_) return;
    if (terminal_) return line_.show(state_of(summary));
    if (summary.seconds - last_ < kLogEvery) return;
    last_ = summary.seconds;
    say(state_of(summary));
  }
  void failed(const std::string& message) override {
    line_.clear();
    say(message);
  }
  void clear() { line_.clear(); }

 private:
  bool quiet_;
  bool terminal_;
  ProgressLine line_;
  double last_ = 0;
};

std::string total(const ImportSummary& summary, const std::string& store) {
  std::string text = fmt::format("{} read ({} pages, {:.1f} pages/s)", summary.read, summary.pages,
                                 pages_a_second(summary));
  const auto add = [&](std::int64_t count, const char* what) {
    if (count > 0) text += fmt::format(", {} {}", count, what);
  };
  add(summary.done_before, "done before");
  add(summary.same, "the same as another");
  add(summary.failed + summary.unread, "failed");
  add(summary.failed_before, "failed before (--retry-failed tries again)");
  add(summary.replaced, "replaced");
  add(summary.errors, "errors found in figures");
  return text + ": " + store;
}

int status_of(const ImportSummary& summary) {
  if (summary.error) return exit_status(summary.error->code);
  const bool all = summary.failed + summary.unread + summary.failed_before == 0;
  return all ? kExitOk : kExitUnreadable;
}

int finish(const ImportRequest& request, const ImportSummary& summary, bool unread) {
  int status = status_of(summary);
  if (unread) status = std::max(status, kExitUnreadable);
  if (stop_wanted) status = std::max(status, kExitUnreadable);
  if (!request.summary.empty()) {
    StringSink json;
    write_summary(summary, store_name(request.store), json);
    const Result<Done> written = write_file(request.summary, json.text());
    if (!written) status = std::max(status, complain(written.error()));
  }
  if (!request.quiet && !summary.passed_over.empty()) {
    std::string endings;
    for (const auto& [ending, count] : summary.passed_over)
      endings += fmt::format("{}{} {}", endings.empty() ? "" : ", ",
                             ending.empty() ? "without ending" : ending, count);
    say("passed over files that are neither .pdf nor .txt nor begin like a PDF: " + endings);
  }
  if (!request.quiet) say(total(summary, store_name(request.store)));
  if (summary.error) complain(*summary.error);
  const bool again = request.options.redo || request.options.retry_failed;
  if (summary.stopped)
    say(again ? "stopped; not all were read again"
              : "stopped; run the same command again to go on");
  return status;
}

}  // namespace

int import_reports(const ImportRequest& request) {
  const Result<Extractor> extractor = Extractor::create(request.pattern_folders);
  if (!extractor) return complain(extractor.error());
  Result<WorkList> work = WorkList::open(request.sources);
  if (!work) return complain(work.error());
  Result<Store> store = open_store(request.store, true);
  if (!store) return complain(store.error());
  const Result<Done> prepared = store->prepare();
  if (!prepared) return complain(prepared.error());
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) std::signal(number, on_stop);
  std::signal(SIGXFSZ,
              SIG_IGN);  // a file that may not grow is an error of writing, like a full disk
  ConsoleObserver observer(request.quiet);
  const ImportSummary summary =
      import_documents(*work, *store, *extractor, request.options, stop_wanted, observer);
  observer.clear();
  for (const std::string& folder : work->unread()) say(folder);
  return finish(request, summary, !work->unread().empty());
}

}  // namespace gouji
