// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/table_output.h"

#include <fmt/format.h>

#include <filesystem>
#include <functional>

#include "base/file.h"
#include "output/csv.h"
#include "output/table_sheet.h"
#include "output/xlsx.h"

namespace gouji {

namespace {

class Writer {
 public:
  Writer(const Report& report, const TableTarget& target) : report_(report), target_(target) {}

  Result<Done> workbook(const PatternSet& patterns) {
    return write(target_.folder.empty() ? target_.name : in_folder(target_.name + ".xlsx"),
                 [&](Sink& sink) { return write_xlsx(report_, sheet_words(patterns), sink); });
  }

  Result<Done> csv_folder() {
    std::vector<std::string> files;
    for (const Table& table : report_.tables)
      files.push_back(fmt::format("{}.{}.csv", target_.name, table.id));
    for (std::size_t i = 0; i < files.size(); ++i) {
      const Result<Done> done =
          csv(in_folder(files[i]), [&](Sink& sink) { write_csv_table(report_.tables[i], sink); });
      if (!done) return done;
    }
    if (!report_.problems.empty()) {
      const Result<Done> done = csv(in_folder(target_.name + ".problems.csv"),
                                    [&](Sink& sink) { write_csv_problems(report_, sink); });
      if (!done) return done;
    }
    return csv(in_folder(target_.name + ".tables.csv"),
               [&](Sink& sink) { write_csv_list(report_, files, sink); });
  }

  Result<Done> csv_file() {
    if (report_.tables.size() != 1)
      return Error{ErrorCode::usage,
                   fmt::format("{}: has {} tables, and a CSV file holds one", report_.source.path,
                               report_.tables.size()),
                   "add -o DIR/ for a file each"};
    return csv(target_.name, [&](Sink& sink) { write_csv_table(report_.tables.front(), sink); });
  }

 private:
  std::string in_folder(const std::string& name) const {
    return (std::filesystem::path(target_.folder) / name).string();
  }

  Result<Done> csv(const std::string& path, const std::function<void(Sink&)>& fill) {
    return write(path, [&](Sink& sink) -> Result<Done> {
      if (target_.byte_order_mark) sink.write(kByteOrderMark);
      fill(sink);
      return Done{};
    });
  }

  Result<Done> write(const std::string& path, const std::function<Result<Done>(Sink&)>& fill) {
    std::error_code ignored;
    if (std::filesystem::equivalent(path, report_.source.path, ignored))
      return Error{ErrorCode::usage, path + ": the tables would replace their own input",
                   "write to another place with -o"};
    Result<OutputFile> file = OutputFile::create(path);
    if (!file) return file.error();
    const Result<Done> filled = fill(*file);
    return filled ? file->commit() : filled;
  }

  const Report& report_;
  const TableTarget& target_;
};

}  // namespace

Result<Done> write_tables(const Report& report, const TableTarget& target,
                          const PatternSet& patterns) {
  Writer writer(report, target);
  if (target.format == ReportFormat::xlsx) return writer.workbook(patterns);
  return target.folder.empty() ? writer.csv_file() : writer.csv_folder();
}

}  // namespace gouji
