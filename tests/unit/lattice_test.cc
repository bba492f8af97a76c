// SPDX-License-Identifier: GPL-3.0-or-later
#include "geometry/lattice.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <ostream>
#include <sstream>
#include <string>

#include "geometry/cluster.h"

namespace gouji {
namespace {

Ruling across(float y, float from, float to) {
  return {true, y, from, to, 0.5F};
}
Ruling down(float x, float from, float to) {
  return {false, x, from, to, 0.5F};
}

/// "2x3: r0c0+1x2 …": rows × columns, then each cell with its span where it has one.
std::string print(const Lattice& lattice) {
  std::string text = fmt::format("{}x{}:", lattice.rows(), lattice.columns());
  for (const LatticeCell& cell : lattice.cells) {
    text += fmt::format(" {},{}", cell.row, cell.column);
    if (cell.row_span > 1 || cell.column_span > 1) {
      text += fmt::format("+{}x{}", cell.row_span, cell.column_span);
    }
  }
  return text;
}

struct LatticeCase {
  const char* name;
  std::vector<Ruling> rulings;
  const char* expected;
};

void PrintTo(const LatticeCase& tested, std::ostream* out) {
  *out << tested.name;
}

class LatticeTest : public testing::TestWithParam<LatticeCase> {};

TEST_P(LatticeTest, Cells) {
  EXPECT_EQ(print(build_lattice(GetParam().rulings)), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, LatticeTest,
    testing::Values(
        LatticeCase{"full_grid",
                    {across(0, 0, 100), across(20, 0, 100), across(40, 0, 100), down(0, 0, 40),
                     down(50, 0, 40), down(100, 0, 40)},
                    "2x2: 0,0 0,1 1,0 1,1"},
        LatticeCase{"head_over_two_columns",
                    {across(0, 0, 100), across(20, 0, 100), across(40, 0, 100), down(0, 0, 40),
                     down(50, 20, 40), down(100, 0, 40)},
                    "2x2: 0,0+1x2 1,0 1,1"},
        LatticeCase{"label_over_two_rows",
                    {across(0, 0, 100), across(20, 50, 100), across(40, 0, 100), down(0, 0, 40),
                     down(50, 0, 40), down(100, 0, 40)},
                    "2x2: 0,0+2x1 0,1 1,1"},
        LatticeCase{"ends_short_of_the_border_as_word_draws",
                    {across(0, 0, 100), across(20, 1.2F, 98.8F), across(40, 0, 100), down(0, 0, 40),
                     down(50, 1.24F, 38.8F), down(100, 0, 40)},
                    "2x2: 0,0 0,1 1,0 1,1"},
        LatticeCase{"open_at_both_sides",
                    {across(0, 0, 100), across(20, 0, 100), across(40, 0, 100), down(50, 0, 40)},
                    "2x2: 0,0 0,1 1,0 1,1"},
        LatticeCase{"double_border",
                    {across(0, 0, 100), across(1.8F, 0, 100), across(20, 0, 100), down(0, 0, 20),
                     down(50, 0, 20), down(100, 0, 20), down(101.8F, 0, 20)},
                    "1x2: 0,0 0,1"},
        LatticeCase{"edges_of_neighbouring_cells_half_a_point_apart",
                    {across(0, 0, 50), across(0.5F, 50, 100), across(20, 0, 100), down(0, 0, 20),
                     down(50, 0, 20), down(100, 0, 20)},
                    "1x2: 0,0 0,1"},
        LatticeCase{"ruling_that_ends_in_mid_air_makes_no_cell",
                    {across(0, 0, 100), across(20, 0, 30), across(40, 0, 100), down(0, 0, 40),
                     down(50, 0, 40), down(100, 0, 40)},
                    "1x2: 0,0 0,1"},
        LatticeCase{"a_corner_that_is_no_rectangle_is_cut",
                    {across(0, 0, 100), across(20, 50, 100), across(40, 0, 100), down(0, 0, 40),
                     down(50, 20, 40), down(100, 0, 40)},
                    "2x2: 0,0+1x2 1,0 1,1"},
        LatticeCase{"one_direction_only", {across(0, 0, 100), across(20, 0, 100)}, "0x0:"}),
    [](const auto& test) { return test.param.name; });

TEST(Crossings, GroupsOfRulingsThatHangTogether) {
  const std::vector<Ruling> rulings = {across(0, 0, 100),   across(20, 0, 100), down(0, 0, 20),
                                       across(200, 0, 100), down(0, 198, 250),  across(120, 0, 100),
                                       down(300, 0, 20)};
  const auto groups = connected_rulings(rulings.size(), find_crossings(rulings));
  const std::vector<std::vector<std::uint32_t>> expected = {{0, 1, 2}, {3, 4}};
  EXPECT_EQ(groups, expected);
}

TEST(Lattice, BoxOfASpan) {
  const Lattice lattice = build_lattice({across(0, 0, 100), across(20, 0, 100), across(40, 0, 100),
                                         down(0, 0, 40), down(50, 20, 40), down(100, 0, 40)});
  EXPECT_EQ(lattice.box(lattice.cells[0]), (Box{0, 0, 100, 20}));
  EXPECT_EQ(cell_of_square(lattice), (std::vector<int>{0, 0, 1, 2}));
}

TEST(Lattice, TooManySquaresAreNoTable) {
  std::vector<Ruling> rulings;
  for (int i = 0; i < 2000; ++i) {
    rulings.push_back(across(static_cast<float>(i) * 5, 0, 10000));
    rulings.push_back(down(static_cast<float>(i) * 5, 0, 10000));
  }
  EXPECT_TRUE(build_lattice(rulings).cells.empty());
}

TEST(Cluster, AChainIsNoCluster) {
  EXPECT_EQ(cluster_positions({{0}, {1}, {2}, {3}, {4}}, 1.5F),
            (std::vector<float>{0.5F, 2.5F, 4}));
}

TEST(Cluster, Intervals) {
  const std::vector<float> edges = {0, 10, 20};
  EXPECT_EQ(interval_index(edges, -1), -1);
  EXPECT_EQ(interval_index(edges, 0), 0);
  EXPECT_EQ(interval_index(edges, 12), 1);
  EXPECT_EQ(interval_index(edges, 20), -1);
  EXPECT_EQ(nearest_index(edges, 14), 1U);
}

}  // namespace
}  // namespace gouji
