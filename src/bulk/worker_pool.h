// SPDX-License-Identifier: GPL-3.0-or-later
// Worker processes, kept at their number whatever happens to them.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <deque>
#include <functional>
#include <vector>

#include "bulk/worker.h"

namespace gouji {

struct PoolOptions {
  int workers = 1;
  WorkerLimits limits;
};

/// Not thread-safe; the process must have no threads (it forks).
class WorkerPool {
 public:
  using OnOutcome = std::function<void(Outcome)>;

  WorkerPool(const PoolOptions& options, const Extractor& extractor);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// Is there a worker that can take one more task?
  bool has_room() const;
  void give(Task task);
  /// Hands over what has come, waiting up to so many milliseconds for it, or until `descriptor` (if
  /// not -1) can be read. Replaces workers that ended and ends those that are over their time.
  void wait(int milliseconds, int descriptor, const OnOutcome& on_outcome);
  /// Could no worker be started (no more processes, no memory)?
  bool broken() const;
  /// Tasks given and not yet answered.
  std::size_t pending() const;
  /// Takes back what no worker has begun.
  std::vector<Task> take_back();

  /// Of the workers: the least that held of all.
  const Confinement& confinement() const { return confinement_; }
  int workers_started() const { return started_; }
  /// Largest memory of a worker that has ended, MB.
  long peak_mb() const { return peak_mb_; }
  /// Ends the workers that have nothing to do; for the last figures.
  void end_idle();

 private:
  using Clock = std::chrono::steady_clock;
  struct Worker {
    pid_t pid = -1;
    Channel channel;
    std::deque<Task> tasks;   ///< the first is in work
    Clock::time_point since;  ///< when the first one was begun, as far as known
    int answered = 0;
    bool greeted = false;
    bool over_time = false;
  };

  bool start(Worker& worker);
  void dispatch();
  void receive(Worker& worker, const OnOutcome& on_outcome);
  /// Takes leave of a worker whose channel has closed, and starts another.
  void bury(Worker& worker, const OnOutcome& on_outcome);
  /// What the end of a worker means for the task it had in work; false: it is tried again.
  bool judge(Worker& worker, int status, Task& task, Outcome& outcome) const;

  const PoolOptions options_;
  const Extractor& extractor_;
  std::vector<Worker> workers_;
  std::deque<Task> waiting_;  ///< given back by workers that ended
  Confinement confinement_ = {true, true};
  int started_ = 0;
  long peak_mb_ = 0;
};

}  // namespace gouji
