// SPDX-License-Identifier: GPL-3.0-or-later
// Shifted rows of indicators, put back by what their cells are.
#include "record/place_cells.h"

#include <gtest/gtest.h>

#include <sstream>

#include "base/utf8.h"
#include "record/table_view.h"

namespace gouji {
namespace {

using enum ColumnRole;

const PatternSet& pattern_set() {
  static const Result<PatternSet> patterns = PatternSet::load();
  return *patterns;
}

/// Cells of "a|b||c" that are not empty, with their columns; and their texts.
std::vector<TraitCell> cells_of(const std::string& row, std::vector<std::string>& texts) {
  static const RecordVocabulary vocabulary(pattern_set());
  std::vector<TraitCell> cells;
  std::istringstream in(row);
  std::string text;
  for (int column = 0; std::getline(in, text, '|'); ++column) {
    if (text.empty()) continue;
    cells.push_back({vocabulary.traits(folded(from_utf8(text))), column});
    texts.push_back(text);
  }
  return cells;
}

/// The row as it is after placing, "|" between columns.
std::string placed(const std::string& row, const std::vector<ColumnRole>& roles, bool* moved) {
  std::vector<std::string> texts;
  const Placement placement = place_cells(cells_of(row, texts), roles, 10);
  *moved = placement.moved;
  std::vector<std::string> columns(roles.size());
  for (std::size_t i = 0; i < texts.size(); ++i)
    columns[static_cast<std::size_t>(placement.columns[i])] = texts[i];
  std::string out;
  for (std::size_t c = 0; c < columns.size(); ++c) out += (c > 0 ? "|" : "") + columns[c];
  return out;
}

struct Case {
  const char* name;
  const char* row;
  const char* placed;  ///< "" = nothing moves
};

TEST(PlaceCells, TargetRows) {
  // Nine columns: the source has an empty one behind the header's last.
  const std::vector<ColumnRole> roles = {section, level1, level2,   level3, op,
                                         value,   unit,   deadline, none};
  const Case cases[] = {
      {"as it should be", "|产出指标|数量指标|巡检次数|>=|12|次|2024年12月|", ""},
      {"levels merged", "|||巡检覆盖率|=|100|%|2024年12月|", ""},
      {"words as a target", "||质量指标|记录完整||完整||2024年12月|", ""},
      {"rate with its sign in one cell", "||质量指标|记录完整率|=|100%||2024年12月|", ""},
      {"one empty cell too many in the middle", "|产出指标|数量指标|巡检次数||>=|12|次|2024年12月",
       "|产出指标|数量指标|巡检次数|>=|12|次|2024年12月|"},
      {"words, one empty cell too many", "|效益指标|社会效益指标|居民用水安全|||良好||2024年12月",
       "|效益指标|社会效益指标|居民用水安全||良好||2024年12月|"},
      {"two columns to the left", "|巡检及时率||>=|90|%|2024年12月||",
       "|||巡检及时率|>=|90|%|2024年12月|"},
      {"two to the left, words", "|持续改善环境||是|||2024年12月||",
       "|||持续改善环境||是||2024年12月|"},
      {"two to the right, date lost", "|||效益指标|可持续影响指标|水质不断改善||是|",
       "|效益指标|可持续影响指标|水质不断改善||是|||"},
      {"the first empty cell is missing",
       "满意度指标|服务对象满意度指标|居民满意度|>=|90|%|2024年12月||",
       "|满意度指标|服务对象满意度指标|居民满意度|>=|90|%|2024年12月|"},
      {"an empty first level is missing", "|成本指标|成本控制率|<=|100|%|2024年12月||",
       "||成本指标|成本控制率|<=|100|%|2024年12月|"},
      {"the target stands under the unit", "|效益指标|社会效益指标|窗口环境|||良好||",
       "|效益指标|社会效益指标|窗口环境||良好|||"},
      {"a word under the unit, its date in place", "||可持续影响指标|运行水平|||平稳|2024年12月|",
       "||可持续影响指标|运行水平||平稳||2024年12月|"},
      {"the target was not filled in", "|||巡检覆盖率|>=||%|2024年12月|", ""},
      {"second level far to the left", "可持续影响指标||运行水平|||持续保障||2024年12月|",
       "||可持续影响指标|运行水平||持续保障||2024年12月|"},
      {"a name that no vocabulary has", "|专项产出|工程进度|完成里程|>=|3|公里|2024年12月|", ""},
      {"an unknown unit", "|产出指标|数量指标|设备数|>=|3|机柜|2024年12月|", ""},
  };
  for (const Case& c : cases) {
    bool moved = false;
    const std::string expected = *c.placed ? c.placed : c.row;
    EXPECT_EQ(placed(c.row, roles, &moved), expected) << c.name;
    EXPECT_EQ(moved, *c.placed != '\0') << c.name;
  }
}

TEST(PlaceCells, SelfEvaluationRows) {
  const std::vector<ColumnRole> roles = {section, level1, level2, level3, op,    value,
                                         unit,    actual, weight, score,  reason};
  const Case cases[] = {
      {"nothing reached is written", "|产出指标|数量指标|宣传次数|≥|1|次||5|5|", ""},
      {"qualitative", "||质量指标|督办效果|定性|优|||5|5|", ""},
      {"one cell too many", "|产出指标|数量指标|宣传次数||≥|1|次|2次|5|5",
       "|产出指标|数量指标|宣传次数|≥|1|次|2次|5|5|"},
      {"points not given", "||时效指标|完成时效|定性|按时|||/|/|未开展", ""},
  };
  for (const Case& c : cases) {
    bool moved = false;
    const std::string expected = *c.placed ? c.placed : c.row;
    EXPECT_EQ(placed(c.row, roles, &moved), expected) << c.name;
  }
}

TEST(PlaceCells, RulingsVouchForColumns) {
  const std::vector<ColumnRole> roles = {level1, level2, level3, op, value, unit};
  std::vector<std::string> texts;
  const auto cells = cells_of("产出|数量|设备数|定为|3|个", texts);
  EXPECT_FALSE(place_cells(cells, roles, 60).moved);
}

}  // namespace
}  // namespace gouji
