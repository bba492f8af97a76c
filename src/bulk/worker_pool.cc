// SPDX-License-Identifier: GPL-3.0-or-later
// Each worker has up to two tasks, so that it need not wait for the next one while this process is
// busy storing. When a worker ends, the first of its tasks was in work: it is to blame, or its
// victim; the other goes to somebody else.
#include "bulk/worker_pool.h"

#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <optional>

namespace gouji {
namespace {

constexpr std::size_t kTasksAWorker = 2;
/// A document that brings down a worker which had read others before gets a second chance in a
/// fresh one: what the others left behind may have been the reason.
constexpr int kMaxCrashes = 2;
/// Somebody who kills workers from outside is not the document's fault, up to so many times.
constexpr int kMaxKills = 5;

/// Descriptors that stay for all but the workers: the store, the list, a file on its way.
constexpr rlim_t kOtherDescriptors = 16;

/// Each worker takes a descriptor here.
int affordable(int workers) {
  rlimit files = {};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur == RLIM_INFINITY) return workers;
  const rlim_t room = files.rlim_cur - std::min(files.rlim_cur, kOtherDescriptors);
  return static_cast<int>(std::clamp<rlim_t>(room, 1, static_cast<rlim_t>(std::max(1, workers))));
}

long peak_of(const rusage& used) {
  return used.ru_maxrss / 1024;
}

}  // namespace

WorkerPool::WorkerPool(const PoolOptions& options, const Extractor& extractor)
    : options_(options), extractor_(extractor) {
  workers_.resize(static_cast<std::size_t>(affordable(options.workers)));
  for (Worker& worker : workers_) start(worker);
}

WorkerPool::~WorkerPool() {
  for (Worker& worker : workers_) {
    if (worker.pid <= 0) continue;
    ::kill(worker.pid, SIGKILL);
    while (::waitpid(worker.pid, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
}

bool WorkerPool::start(Worker& worker) {
  worker = Worker();
  Channel theirs;
  Channel::pair(worker.channel, theirs);
  if (theirs.descriptor() < 0) return false;
  worker.pid = ::fork();
  if (worker.pid == 0) {
    worker.channel.release();  // confine() closes it
    run_worker(std::move(theirs), options_.limits, extractor_);
  }
  if (worker.pid > 0) ++started_;
  return worker.pid > 0;
}

bool WorkerPool::has_room() const {
  std::size_t room = 0;
  for (const Worker& worker : workers_) room += kTasksAWorker - worker.tasks.size();
  return room > waiting_.size();
}

void WorkerPool::give(Task task) {
  waiting_.push_back(std::move(task));
  dispatch();
}

void WorkerPool::dispatch() {
  while (!waiting_.empty()) {
    Worker* least = nullptr;
    for (Worker& worker : workers_) {
      if (worker.pid <= 0 && !start(worker)) continue;
      if (least == nullptr || worker.tasks.size() < least->tasks.size()) least = &worker;
    }
    if (least == nullptr || least->tasks.size() >= kTasksAWorker) return;
    // A worker that has just ended is met when its channel is read.
    (void)least->channel.send(pack(waiting_.front()));
    if (least->tasks.empty()) least->since = Clock::now();
    least->tasks.push_back(std::move(waiting_.front()));
    waiting_.pop_front();
  }
}

bool WorkerPool::broken() const {
  return std::none_of(workers_.begin(), workers_.end(),
                      [](const Worker& worker) { return worker.pid > 0; });
}

std::size_t WorkerPool::pending() const {
  std::size_t count = waiting_.size();
  for (const Worker& worker : workers_) count += worker.tasks.size();
  return count;
}

std::vector<Task> WorkerPool::take_back() {
  std::vector<Task> tasks(waiting_.begin(), waiting_.end());
  waiting_.clear();
  return tasks;
}

void WorkerPool::receive(Worker& worker, const OnOutcome& on_outcome) {
  std::string packet;
  while (worker.pid > 0) {
    const Channel::Received received = worker.channel.receive(packet, false);
    if (received == Channel::Received::nothing) return;
    if (received == Channel::Received::closed) return bury(worker, on_outcome);
    if (!worker.greeted) {
      Confinement held;
      worker.greeted = unpack(packet, held);
      confinement_.system_calls = confinement_.system_calls && held.system_calls;
      confinement_.memory = confinement_.memory && held.memory;
      continue;
    }
    Outcome outcome;
    if (worker.tasks.empty() || !unpack(std::move(packet), outcome) ||
        outcome.task.number != worker.tasks.front().number) {
      ::kill(worker.pid, SIGSEGV);  // it speaks nonsense: as good as crashed
      return bury(worker, on_outcome);
    }
    outcome.task = std::move(worker.tasks.front());
    worker.tasks.pop_front();
    worker.since = Clock::now();
    worker.over_time = false;
    ++worker.answered;
    on_outcome(std::move(outcome));
  }
}

bool WorkerPool::judge(Worker& worker, int status, Task& task, Outcome& outcome) const {
  const int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  outcome.signal = signal;
  if (worker.over_time || signal == SIGXCPU) {
    outcome.kind = OutcomeKind::timed_out;
    return true;
  }
  const bool outside = signal == SIGKILL || signal == SIGTERM;
  if (outside) {
    outcome.kind = OutcomeKind::killed;
    return ++task.kills >= kMaxKills;
  }
  const bool memory = WIFEXITED(status) && WEXITSTATUS(status) == kWorkerOutOfMemory;
  outcome.kind = memory ? OutcomeKind::out_of_memory : OutcomeKind::crashed;
  return ++task.crashes >= kMaxCrashes || worker.answered == 0;
}

void WorkerPool::bury(Worker& worker, const OnOutcome& on_outcome) {
  worker.channel.close();
  int status = 0;
  rusage used = {};
  while (::wait4(worker.pid, &status, 0, &used) < 0 && errno == EINTR) {
  }
  peak_mb_ = std::max(peak_mb_, peak_of(used));
  Worker ended = std::move(worker);
  worker = Worker();
  const bool renewed = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  std::optional<Outcome> outcome;
  if (!ended.tasks.empty() && !renewed) {
    outcome.emplace();
    Task& first = ended.tasks.front();
    if (judge(ended, status, first, *outcome)) {
      outcome->task = std::move(first);
      ended.tasks.pop_front();
    } else {
      outcome.reset();
    }
  }
  for (auto task = ended.tasks.rbegin(); task != ended.tasks.rend(); ++task)
    waiting_.push_front(std::move(*task));
  start(worker);
  if (outcome) on_outcome(std::move(*outcome));
}

void WorkerPool::wait(int milliseconds, int descriptor, const OnOutcome& on_outcome) {
  dispatch();
  std::vector<pollfd> polled;
  for (const Worker& worker : workers_) polled.push_back({worker.channel.descriptor(), POLLIN, 0});
  if (descriptor >= 0) polled.push_back({descriptor, POLLIN, 0});
  ::poll(polled.data(), polled.size(), milliseconds);
  for (std::size_t i = 0; i < workers_.size(); ++i)
    if (workers_[i].pid > 0 && polled[i].revents != 0) receive(workers_[i], on_outcome);
  const auto limit = std::chrono::seconds(options_.limits.seconds);
  for (Worker& worker : workers_) {
    if (worker.pid <= 0 || worker.tasks.empty() || Clock::now() - worker.since < limit) continue;
    receive(worker, on_outcome);  // an answer may lie there while this process was busy
    if (worker.pid <= 0 || worker.tasks.empty() || Clock::now() - worker.since < limit) continue;
    worker.over_time = true;
    ::kill(worker.pid, SIGKILL);
  }
  dispatch();
}

void WorkerPool::end_idle() {
  for (Worker& worker : workers_) {
    if (worker.pid <= 0 || !worker.tasks.empty()) continue;
    worker.channel.close();
    rusage used = {};
    while (::wait4(worker.pid, nullptr, 0, &used) < 0 && errno == EINTR) {
    }
    peak_mb_ = std::max(peak_mb_, peak_of(used));
    worker.pid = -1;
  }
}

}  // namespace gouji
