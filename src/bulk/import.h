// SPDX-License-Identifier: GPL-3.0-or-later
// Many documents into a store, whatever happens on the way.
#pragma once

#include <atomic>
#include <map>
#include <string>
#include <vector>

#include "bulk/work_list.h"
#include "bulk/worker_pool.h"
#include "gouji/extract.h"
#include "store/store.h"

namespace gouji {

struct ImportOptions {
  PoolOptions pool;
  bool redo = false;          ///< read again what is done
  bool retry_failed = false;  ///< read again what could not be read
  std::int64_t limit = 0;     ///< read at most so many documents; 0 = all
};

/// A document of the top lists.
struct TopDocument {
  std::string path;
  double seconds = 0;  ///< CPU time
  int pages = 0;
  std::int64_t bytes = 0;
};

/// What an import did, and how it stands.
struct ImportSummary {
  std::int64_t known = 0;  ///< files seen so far
  bool all_known = false;
  std::int64_t read = 0;    ///< documents read and stored
  std::int64_t failed = 0;  ///< documents that could not be read, and are stored with the reason
  std::int64_t unread = 0;  ///< files that could not be opened
  std::int64_t done_before = 0;    ///< files whose document was in the store
  std::int64_t failed_before = 0;  ///< … with the reason why it cannot be read
  std::int64_t same = 0;           ///< files with the same bytes as another one of this run
  std::int64_t replaced = 0;       ///< documents gone because their files hold others now
  std::int64_t pages = 0;
  std::int64_t bytes = 0;
  std::int64_t errors = 0;  ///< findings of severity error
  std::int64_t warnings = 0;
  double seconds = 0;                               ///< wall time
  double reading = 0;                               ///< CPU time of the workers
  std::map<std::string, std::int64_t> passed_over;  ///< files of folders, by their ending
  std::map<std::string, std::int64_t> kinds;        ///< of documents
  std::map<std::string, std::int64_t> problems;     ///< by code
  std::map<std::string, std::int64_t> failures;     ///< by code
  std::vector<TopDocument> slowest, largest;
  int workers_started = 0;
  long worker_peak_mb = 0, parent_peak_mb = 0;
  Confinement confinement;
  bool stopped = false;  ///< by somebody, or at the limit
  Maybe<Error> error;    ///< why the work ended before its end

  std::int64_t finished() const {
    return read + failed + unread + done_before + failed_before + same;
  }
};

/// Is told what happens.
class ImportObserver {
 public:
  virtual ~ImportObserver() = default;
  /// Several times a second.
  virtual void progress(const ImportSummary& summary) = 0;
  /// A document or a file could not be read.
  virtual void failed(const std::string& message) = 0;
};

/// Reads the files of `work` with worker processes and puts them into the store. A document is
/// known by its bytes and the version and patterns it was read with: what is done is not done
/// again. `stop`: set by a signal handler to end after the documents in hand.
ImportSummary import_documents(WorkList& work, Store& store, const Extractor& extractor,
                               const ImportOptions& options, const std::atomic<bool>& stop,
                               ImportObserver& observer);

}  // namespace gouji
