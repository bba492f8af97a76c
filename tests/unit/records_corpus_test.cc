// SPDX-License-Identifier: GPL-3.0-or-later
// Records of the real texts, where they are at hand: how many, and the rows that are hard to read.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "layout/page_flow.h"
#include "record/records.h"
#include "source/text_source.h"
#include "table/read_tables.h"

namespace fs = std::filesystem;

namespace gouji {
namespace {

const fs::path kTexts = fs::path(GOUJI_SOURCE_DIR) / ".." / "shared" / "corpus" / "text";

struct Document {
  Tables tables;
  Records records;
};

Document read(const std::string& name) {
  std::ifstream in(kTexts / name, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  const auto patterns = PatternSet::load();
  TextFlow text = layout_text(*read_text(bytes.str(), name), *patterns);
  std::vector<Grid> grids;
  for (const TableRegion& region : text.regions)
    grids.push_back(read_region(region, text.flow.lines, *patterns));
  Document document;
  document.tables = assemble_tables(std::move(grids), text.flow, *patterns);
  document.records = read_records(document.tables, text.flow, *patterns);
  return document;
}

std::string show(const Indicator& i) {
  return i.level1 + "|" + i.level2 + "|" + i.op.value_or("") + "|" + i.value + "|" + i.unit + "|" +
         i.deadline + "|" + i.actual + "|" + i.weight + "|" + i.score;
}

/// The indicators by the line of the first cell of their row.
std::map<int, std::string> by_line(const Document& document) {
  std::map<int, std::string> shown;
  for (const Record& record : document.records.records) {
    const Grid& grid =
        document.tables.grids[static_cast<std::size_t>(std::stoi(record.table.substr(1)) - 1)];
    std::map<int, int> lines;
    for (const GridCell& cell : grid.cells) lines.try_emplace(cell.row, cell.at.unit);
    for (const Indicator& indicator : record.indicators)
      shown[lines[indicator.row]] = show(indicator);
  }
  return shown;
}

TEST(RecordsOfRealTexts, AreAllThere) {
  if (!fs::exists(kTexts)) GTEST_SKIP() << "no corpus at " << kTexts;
  struct Expected {
    const char* file;
    std::vector<std::size_t> indicators;  ///< of each record
  };
  // Counted in the files.
  const Expected files[] = {
      {"000.txt", {10, 10, 7, 9, 7}},
      {"001.txt", {8, 9, 7, 7, 5, 8, 13, 6, 8, 9, 6, 10, 9, 9, 9, 6}},
      {"002.txt", {}},
      {"003.txt", {13, 7, 8, 7, 7, 7, 9, 7, 7, 7}},
      {"004.txt", {13}},
  };
  for (const Expected& expected : files) {
    const Document document = read(expected.file);
    std::vector<std::size_t> counts;
    for (const Record& record : document.records.records) {
      counts.push_back(record.indicators.size());
      for (const Indicator& indicator : record.indicators)
        EXPECT_FALSE(indicator.level1.empty() || indicator.level2.empty() ||
                     indicator.level3.empty())
            << expected.file << " " << record.id << " row " << indicator.row;
    }
    EXPECT_EQ(counts, expected.indicators) << expected.file;
    for (const Problem& problem : document.records.problems)
      EXPECT_EQ(problem.code, "record_rows_shifted") << expected.file;
  }
}

TEST(RecordsOfRealTexts, HardRowsAreRight) {
  if (!fs::exists(kTexts)) GTEST_SKIP() << "no corpus at " << kTexts;
  struct Hard {
    const char* why;
    const char* file;
    int line;
    const char* row;
  };
  const Hard rows[] = {
      {"one column too many", "000.txt", 44, "产出指标|数量指标|>=|90|%|2024年12月|||"},
      {"two columns to the left", "000.txt", 50, "产出指标|时效指标|>=|90|%|2024年12月|||"},
      {"two to the right, date lost", "000.txt", 71, "效益指标|可持续影响指标||是|||||"},
      {"words two to the left", "000.txt", 73, "效益指标|可持续影响指标||是||2024年12月|||"},
      {"no first cell", "001.txt", 203, "满意度指标|社会公众满意度指标|>=|90|%|2023 年 12 月|||"},
      {"no cell for the first level", "001.txt", 246,
       "产出指标|成本指标|<=|100|%|2023 年 12 月|||"},
      {"behind a blank line", "001.txt", 248, "效益指标|经济效益指标|>=|8|%|2023年12月|||"},
      {"target under the unit, date lost", "001.txt", 329, "效益指标|社会效益指标||良好|||||"},
      {"second level in the first column", "001.txt", 330,
       "效益指标|可持续影响指标||足额保障||2023 年 12 月|||"},
      {"target in one cell", "003.txt", 1299, "完成指标|数量指标|=|1|人||1人||"},
      {"a vague actual value", "003.txt", 1532, "完成指标|数量指标|>=|150|次||200余次||"},
      {"last row before a table without a gap", "003.txt", 1579,
       "成本指标|经济成本指标|<=|4.5|万元||4.5万元||"},
      {"no points were given", "003.txt", 1224, "自评质量（10分）|自评质量（10分）||||||10|/"},
      {"qualitative", "004.txt", 387, "产出指标|质量指标||优||||5|5"},
  };
  std::map<std::string, std::map<int, std::string>> files;
  for (const Hard& hard : rows) {
    if (!files.contains(hard.file)) files[hard.file] = by_line(read(hard.file));
    EXPECT_EQ(files[hard.file][hard.line], hard.row) << hard.file << ": " << hard.why;
  }
}

}  // namespace
}  // namespace gouji
