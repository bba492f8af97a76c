// SPDX-License-Identifier: GPL-3.0-or-later
// Files are looked at in the order of the list: first their hash is taken (by the workers, ahead of
// need), then it is decided, strictly in that order, whether the document is new, known, or the
// same as one in work. So the file under which a document is read does not hang on how fast the
// workers are, and two runs give the same rows.
#include "bulk/import.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <deque>
#include <fstream>
#include <unordered_map>
#include <unordered_set>

#include "base/version.h"
#include "pipeline/stages.h"
#include "store/report_rows.h"

namespace gouji {
namespace {

/// Documents kept ready for each worker, and files hashed ahead for each.
constexpr std::size_t kReadyAWorker = 3;
constexpr std::size_t kAheadAWorker = 16;
/// Between two looks at the clock, milliseconds.
constexpr int kTickMs = 100;
constexpr std::size_t kTop = 10;
/// The failure of a document whose workers were killed by somebody else: tried again next time.
constexpr std::string_view kKilled = "killed";

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// 64 bits of a hash: enough to know the documents of one run by.
std::uint64_t short_hash(std::string_view sha256) {
  std::uint64_t hash = 0;
  std::from_chars(sha256.data(), sha256.data() + std::min<std::size_t>(16, sha256.size()), hash,
                  16);
  return hash;
}

/// Largest memory of this process, MB. Not ru_maxrss: that is at least what the program had that
/// started this one.
long peak_memory_mb() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::atol(line.c_str() + 6) / 1024;
  return 0;
}

class Import {
 public:
  Import(WorkList& work, Store& store, const Extractor& extractor, const ImportOptions& options,
         ImportObserver& observer)
      : work_(work),
        store_(store),
        extractor_(extractor),
        options_(options),
        observer_(observer),
        pool_(options.pool, extractor),
        ready_wanted_(kReadyAWorker * static_cast<std::size_t>(std::max(1, options.pool.workers))),
        ahead_(kAheadAWorker * static_cast<std::size_t>(std::max(1, options.pool.workers))) {}

  ImportSummary run(const std::atomic<bool>& stop) {
    const double start = now();
    while (!summary_.error) {
      if (stop) stopping_ = true;
      feed();
      if (nothing_left()) break;
      pool_.wait(kTickMs, waiting_descriptor(), [&](Outcome outcome) { take(std::move(outcome)); });
      if (pool_.broken())
        summary_.error = Error{ErrorCode::output, "no worker process can be started",
                               "raise the limit of processes, or use fewer --jobs"};
      summary_.seconds = now() - start;
      summary_.known = work_.known();
      summary_.all_known = work_.at_end();
      observer_.progress(summary_);
    }
    // Indexes slow down what is still to come: they are made when all is done.
    if (!summary_.error && !summary_.stopped) keep(store_.finish());
    finish_summary(start);
    return std::move(summary_);
  }

 private:
  /// A file between the list and the decision about it.
  struct Entry {
    std::string path;
    bool hashed = false;
    Outcome outcome;  ///< once it is hashed
  };
  /// A document that is being read.
  struct Reading {
    std::vector<std::string> paths;  ///< the first is the one that is read
    std::int64_t bytes = 0;
  };

  bool keep(const Result<Done>& done) {
    if (!done && !summary_.error) summary_.error = done.error();
    return done.has_value();
  }
  bool keep(const Result<int>& gone) {
    if (gone)
      summary_.replaced += *gone;
    else if (!summary_.error)
      summary_.error = gone.error();
    return gone.has_value();
  }

  int waiting_descriptor() const {
    return !stopping_ && !limited_ && entries_.size() < ahead_ ? work_.descriptor() : -1;
  }
  bool nothing_left() const {
    if (pool_.pending() > 0 || !ready_.empty()) return false;
    return stopping_ || limited_ || (work_.at_end() && entries_.empty());
  }

  /// Gives the workers as much as they can take.
  void feed() {
    if (stopping_) return drop_what_waits();
    std::string path;
    while (!limited_ && entries_.size() < ahead_ && work_.next(path)) {
      Entry& entry = entries_.emplace_back();
      entry.path = path;
    }
    while (pool_.has_room()) {
      const bool enough = ready_.size() >= ready_wanted_;
      if (!enough && !limited_ && next_to_hash_ < first_entry_ + entries_.size()) {
        Task task;
        task.number = next_to_hash_++;
        task.path = entries_[task.number - first_entry_].path;
        pool_.give(std::move(task));
      } else if (!ready_.empty()) {
        pool_.give(std::move(ready_.front()));
        ready_.pop_front();
      } else {
        break;
      }
    }
  }

  /// What has not been begun stays for the next run.
  void drop_what_waits() {
    summary_.stopped = true;
    entries_.clear();
    ready_.clear();
    for (const Task& task : pool_.take_back()) reading_.erase(task.sha256);
  }

  void take(Outcome outcome) {
    if (summary_.error) return;
    if (outcome.task.kind == TaskKind::hash) {
      if (stopping_ || limited_) return;
      Entry& entry = entries_[outcome.task.number - first_entry_];
      entry.hashed = true;
      entry.outcome = std::move(outcome);
      decide_in_order();
      return;
    }
    if (outcome.kind == OutcomeKind::changed || outcome.kind == OutcomeKind::unread) {
      // The file was replaced or taken away while it waited; its other paths may hold it still.
      const auto found = reading_.find(outcome.task.sha256);
      const std::vector<std::string> paths = std::move(found->second.paths);
      reading_.erase(found);
      decide(paths.front(), outcome);
      for (std::size_t i = 1; i < paths.size(); ++i) {
        outcome.kind = OutcomeKind::hashed;
        outcome.sha256 = outcome.task.sha256;
        decide(paths[i], outcome);
      }
      return;
    }
    put(std::move(outcome));
  }

  void decide_in_order() {
    while (!entries_.empty() && entries_.front().hashed && !summary_.error) {
      const Entry entry = std::move(entries_.front());
      entries_.pop_front();
      ++first_entry_;
      decide(entry.path, entry.outcome);
    }
  }

  /// What becomes of a file of which `outcome` is known.
  void decide(const std::string& file, const Outcome& outcome) {
    if (outcome.kind != OutcomeKind::hashed && outcome.kind != OutcomeKind::changed)
      return unread(file, outcome);
    const std::string path = path_text(file);
    const auto same = reading_.find(outcome.sha256);
    if (same != reading_.end()) {
      same->second.paths.push_back(file);
      ++summary_.same;
      return;
    }
    const Result<Maybe<StoredDocument>> known = store_.find(outcome.sha256);
    if (!known) return void(keep(Result<Done>(known.error())));
    if (known->has_value() && is_done(**known, outcome.sha256)) {
      if (read_now_.count(short_hash(outcome.sha256)) > 0)
        ++summary_.same;
      else
        ++((*known)->failure.empty() ? summary_.done_before : summary_.failed_before);
      keep(store_.link(outcome.sha256, {path}));
      return;
    }
    if (options_.limit > 0 && begun_ >= options_.limit) {
      limited_ = summary_.stopped = true;
      entries_.clear();
      return;
    }
    ++begun_;
    reading_[outcome.sha256] = {{file}, outcome.bytes};
    Task task;
    task.kind = TaskKind::read;
    task.number = ++last_read_;
    task.path = file;
    task.sha256 = outcome.sha256;
    ready_.push_back(std::move(task));
  }

  bool is_done(const StoredDocument& known, const std::string& sha256) const {
    if (read_now_.count(short_hash(sha256)) > 0) return true;
    if (options_.redo || known.failure == kKilled) return false;
    if (options_.retry_failed && !known.failure.empty()) return false;
    return known.tool_version == version() && known.patterns == extractor_.parts().patterns.hash();
  }

  void unread(const std::string& file, const Outcome& outcome) {
    Outcome told = outcome;
    if (outcome.kind != OutcomeKind::unread) told = explained(file, outcome);
    ++summary_.unread;
    ++summary_.failures[told.failure];
    observer_.failed(told.message);
    keep(store_.put_unread(path_text(file), told.failure, path_text(told.message)));
  }

  /// The failure of a document over which a worker ended, with its reason in words.
  Outcome explained(const std::string& file, const Outcome& outcome) const {
    Error error;
    switch (outcome.kind) {
      case OutcomeKind::timed_out:
        error = {ErrorCode::timeout,
                 fmt::format("{}: not read within {} s", file, options_.pool.limits.seconds),
                 "allow more with --timeout and --retry-failed"};
        break;
      case OutcomeKind::out_of_memory:
        error = {ErrorCode::out_of_memory,
                 fmt::format("{}: takes more than {} MB of memory to read", file,
                             options_.pool.limits.memory_mb),
                 "allow more with --memory and --retry-failed"};
        break;
      case OutcomeKind::killed:
        error = {ErrorCode::killed,
                 fmt::format("{}: the process that read it was killed again and again", file),
                 "run the same command again"};
        break;
      default:
        error = {ErrorCode::crashed, fmt::format("{}: the process that read it crashed", file),
                 "report it with the file; it is left out"};
    }
    Report failed = failed_report(file, error, extractor_.parts().patterns);
    failed.source.path = path_text(file);
    failed.source.sha256 = outcome.task.sha256;
    const auto reading = reading_.find(outcome.task.sha256);
    if (reading != reading_.end()) failed.source.bytes = reading->second.bytes;
    Outcome told = outcome;
    told.failure = failed.problems.front().code;
    told.message = error.message;
    told.sha256 = outcome.task.sha256;
    told.bytes = failed.source.bytes;
    told.document_kind = failed.document.kind;
    told.problems = {{told.failure, 1}};
    told.rows = rows_of(failed, told.failure);
    return told;
  }

  void put(Outcome outcome) {
    if (outcome.kind != OutcomeKind::read) outcome = explained(outcome.task.path, outcome);
    const auto reading = reading_.find(outcome.task.sha256);
    std::vector<std::string> paths;
    for (const std::string& path : reading->second.paths) paths.push_back(path_text(path));
    Result<int> stored = store_.put(outcome.task.sha256, outcome.rows, paths);
    if (!stored && stored.error().code == ErrorCode::unreadable) {
      // The rows themselves are at fault: the worker that made them had gone wrong.
      outcome.kind = OutcomeKind::crashed;
      outcome = explained(outcome.task.path, outcome);
      stored = store_.put(outcome.task.sha256, outcome.rows, paths);
    }
    reading_.erase(reading);
    if (!keep(stored)) return;
    read_now_.insert(short_hash(outcome.task.sha256));
    count(outcome);
  }

  void count(const Outcome& outcome) {
    outcome.failure.empty() ? ++summary_.read : ++summary_.failed;
    if (!outcome.failure.empty()) {
      ++summary_.failures[outcome.failure];
      observer_.failed(outcome.message);
    } else {
      ++summary_.kinds[outcome.document_kind];
    }
    summary_.pages += outcome.pages;
    summary_.bytes += outcome.bytes;
    summary_.errors += outcome.errors;
    summary_.warnings += outcome.warnings;
    summary_.reading += outcome.seconds;
    for (const auto& [code, number] : outcome.problems) summary_.problems[code] += number;
    const TopDocument document = {outcome.task.path, outcome.seconds, outcome.pages, outcome.bytes};
    add_to_top(summary_.slowest, document,
               [](const auto& a, const auto& b) { return a.seconds > b.seconds; });
    add_to_top(summary_.largest, document,
               [](const auto& a, const auto& b) { return a.bytes > b.bytes; });
  }

  template <class Before>
  static void add_to_top(std::vector<TopDocument>& top, const TopDocument& document,
                         Before before) {
    if (top.size() == kTop && !before(document, top.back())) return;
    top.insert(std::upper_bound(top.begin(), top.end(), document, before), document);
    if (top.size() > kTop) top.pop_back();
  }

  void finish_summary(double start) {
    pool_.end_idle();
    summary_.known = work_.known();
    summary_.all_known = work_.at_end();
    summary_.passed_over = work_.passed_over();
    summary_.seconds = now() - start;
    summary_.workers_started = pool_.workers_started();
    summary_.worker_peak_mb = pool_.peak_mb();
    summary_.confinement = pool_.confinement();
    summary_.parent_peak_mb = peak_memory_mb();
  }

  WorkList& work_;
  Store& store_;
  const Extractor& extractor_;
  const ImportOptions options_;
  ImportObserver& observer_;
  WorkerPool pool_;
  const std::size_t ready_wanted_;
  const std::size_t ahead_;
  std::deque<Entry> entries_;
  std::uint64_t first_entry_ = 0;   ///< number of entries_.front()
  std::uint64_t next_to_hash_ = 0;  ///< number of the first entry that no worker has
  std::deque<Task> ready_;
  std::unordered_map<std::string, Reading> reading_;  ///< by hash
  std::unordered_set<std::uint64_t> read_now_;        ///< short hashes of what this run has stored
  std::uint64_t last_read_ = 0;
  std::int64_t begun_ = 0;
  bool stopping_ = false;
  bool limited_ = false;
  ImportSummary summary_;
};

}  // namespace

ImportSummary import_documents(WorkList& work, Store& store, const Extractor& extractor,
                               const ImportOptions& options, const std::atomic<bool>& stop,
                               ImportObserver& observer) {
  return Import(work, store, extractor, options, observer).run(stop);
}

}  // namespace gouji
