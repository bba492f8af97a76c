// SPDX-License-Identifier: GPL-3.0-or-later
// The files of an import, in the order in which they are looked at.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "gouji/result.h"

namespace gouji {

/// A part of the work, for several machines: the files whose path falls to `index` of `count`.
struct Shard {
  int index = 1;  ///< from 1
  int count = 1;

  bool has(const std::string& path) const;
};

/// Where the files come from.
struct WorkSources {
  std::vector<std::string> paths;  ///< files and folders
  std::string list;                ///< a file with a path a line, "-" = standard input, "" = none
  Shard shard;
};

/// Files in the order given; those of a folder, with its subfolders, sorted by name. Of a folder,
/// files named .pdf or .txt are taken, and those of any name that begin like a PDF; others are
/// counted. Hidden files and folders, and what is no file (pipes, devices), are left out. A path of
/// a list is a file or a folder too. A list on standard input is read while the work goes on.
class WorkList {
 public:
  /// Errors: not_found (a path or a list that is not there), unreadable.
  static Result<WorkList> open(const WorkSources& sources);
  ~WorkList();
  WorkList(WorkList&& other) noexcept;
  WorkList& operator=(WorkList&&) = delete;

  /// Takes the next file. False: there is none, at the moment.
  bool next(std::string& path);
  /// Will there never be another one?
  bool at_end() const { return queue_.empty() && descriptor_ < 0; }
  /// A descriptor to wait for while there is nothing, or -1.
  int descriptor() const { return queue_.empty() ? descriptor_ : -1; }
  /// Files known so far, those taken included.
  std::int64_t known() const { return known_; }
  /// Files of folders that are no reports by their look: how many, by the ending of their names.
  const std::map<std::string, std::int64_t>& passed_over() const { return passed_over_; }
  /// What of the list or of folders could not be read, and why; each a sentence.
  const std::vector<std::string>& unread() const { return unread_; }

 private:
  WorkList() = default;
  void add(const std::string& path);
  void add_file(const std::string& path);
  void add_folder(const std::string& path);
  void read_list();

  std::deque<std::string> queue_;
  std::vector<std::string> unread_;
  std::map<std::string, std::int64_t> passed_over_;
  std::string line_;  ///< of the list, as far as it has come
  bool first_line_ = true;
  int descriptor_ = -1;  ///< of the list
  std::int64_t known_ = 0;
  Shard shard_;
};

}  // namespace gouji
