// SPDX-License-Identifier: GPL-3.0-or-later
// Method: words → tables (layout/aligned_tables.h) → header and rows → a lattice whose inner edges
// stand in the white; pieces are cut at the borders of its cells.
#include "layout/aligned_areas.h"

#include <algorithm>

#include "layout/aligned_header.h"
#include "layout/aligned_labels.h"
#include "layout/aligned_rows.h"

namespace gouji {

namespace {

constexpr std::size_t kFewestOpenLines = 3;
constexpr float kTableShare =
    0.7F;  ///< of the lines of a ruled table that the new reading explains

bool inside(const Ruling& ruling, const std::vector<TableArea>& areas) {
  return std::any_of(areas.begin(), areas.end(), [&](const TableArea& area) {
    const float middle = (ruling.from + ruling.to) / 2;
    return ruling.horizontal ? area.holds(middle, ruling.position)
                             : area.holds(ruling.position, middle);
  });
}

/// Cells for the squares that no cell covers, all row-major.
void complete(std::vector<AlignedCell>& cells, int rows, int columns) {
  std::vector<char> covered(static_cast<std::size_t>(rows * columns), 0);
  const auto square = [&](int row, int column) -> char& {
    return covered[static_cast<std::size_t>(row * columns + column)];
  };
  for (const AlignedCell& cell : cells) {
    for (int r = 0; r < cell.at.row_span; ++r) {
      for (int c = 0; c < cell.at.column_span; ++c) {
        square(cell.at.row + r, cell.at.column + c) = 1;
      }
    }
  }
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      if (!square(row, column)) cells.push_back({{row, column, 1, 1}, {}});
    }
  }
  std::sort(cells.begin(), cells.end(), [](const AlignedCell& a, const AlignedCell& b) {
    return a.at.row != b.at.row ? a.at.row < b.at.row : a.at.column < b.at.column;
  });
}

class AreaMaker {
 public:
  AreaMaker(const AlignedInput& input, const std::vector<PieceLine>& lines, const PieceSet& set)
      : input_(input), lines_(lines), set_(set) {}

  TableArea make(const AlignedTable& table) const {
    AlignedRows header = read_aligned_header(input_, table);
    AlignedRows body = read_aligned_rows(input_, table);
    const int header_rows = static_cast<int>(header.tops.size());
    TableArea area;
    area.form = RegionForm::aligned;
    area.rows_known = true;
    area.lattice.xs = edges(table);
    area.lattice.ys = header.tops;
    for (float top : body.tops) area.lattice.ys.push_back(top);
    area.lattice.ys.push_back(input_.lines[table.end - 1].bottom() + 1);
    for (std::size_t i = 1; i < area.lattice.ys.size(); ++i) {
      area.lattice.ys[i] = std::max(area.lattice.ys[i], area.lattice.ys[i - 1] + 0.1F);
    }
    std::vector<AlignedCell> cells = std::move(header.cells);
    for (AlignedCell& cell : body.cells) {
      cell.at.row += header_rows;
      cells.push_back(std::move(cell));
    }
    complete(cells, area.lattice.rows(), area.lattice.columns());
    for (const AlignedCell& cell : cells) {
      area.lattice.cells.push_back(cell.at);
      area.pieces.push_back(pieces_of(cell));
    }
    area.box = area.lattice.box();
    area.squares = cell_of_square(area.lattice);
    for (const RuleRow& rule : input_.rules) {
      if (rule.y < area.box.y0 - 3 || rule.y > area.box.y1 + 3) continue;
      area.rulings.insert(area.rulings.end(), rule.parts.begin(), rule.parts.end());
    }
    return area;
  }

 private:
  std::vector<float> edges(const AlignedTable& table) const {
    float left = table.columns.front().x0;
    float right = table.columns.back().x1;
    for (std::size_t i = table.begin; i < table.end; ++i) {
      left = std::min(left, input_.lines[i].x0);
      right = std::max(right, input_.lines[i].x1);
    }
    std::vector<float> xs = {left - 1};
    for (std::size_t i = 0; i + 1 < table.columns.size(); ++i) {
      xs.push_back((table.columns[i].x1 + table.columns[i + 1].x0) / 2);
    }
    xs.push_back(right + 1);
    return xs;
  }

  std::vector<Piece> pieces_of(const AlignedCell& cell) const {
    std::vector<Piece> pieces;
    for (const CellPart& part : cell.parts) {
      const WordLine& line = input_.lines[part.line];
      for (std::size_t w = part.begin; w < part.end;) {
        const std::uint32_t number = line.words[w].piece;
        Piece piece = lines_[line.line].pieces[number];
        const std::uint32_t begin = line.words[w].begin;
        std::uint32_t end = begin;
        for (; w < part.end && line.words[w].piece == number; ++w) end = line.words[w].end;
        if (begin > piece.begin) piece = cut_piece(piece, begin, set_);
        if (end < piece.end) cut_piece(piece, end, set_);
        pieces.push_back(piece);
      }
    }
    return pieces;
  }

  const AlignedInput& input_;
  const std::vector<PieceLine>& lines_;
  const PieceSet& set_;
};

/// Has the line a number behind print of the same cell of the area, parted as columns are?
bool has_columns_in_one_cell(const WordLine& line, const TableArea& area) {
  int last_cell = -1;
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    const PrintWord& word = line.words[i];
    const int cell = area.cell_at((word.x0 + word.x1) / 2, line.middle());
    const bool number = word.sort == WordSort::number;
    if (number && cell == last_cell && parts_columns(line, i)) return true;
    last_cell = cell;
  }
  return false;
}

bool reread(TableArea& area, const PieceSet& set, std::vector<PieceLine>& lines) {
  std::vector<Piece> pieces;
  for (const std::vector<Piece>& cell : area.pieces) {
    pieces.insert(pieces.end(), cell.begin(), cell.end());
  }
  std::vector<PieceLine> own = group_lines(std::move(pieces));
  AlignedInput input;
  input.set = &set;
  std::size_t open = 0;
  for (std::size_t i = 0; i < own.size(); ++i) {
    input.lines.push_back(words_of(own[i], i, set));
    if (has_columns_in_one_cell(input.lines.back(), area)) ++open;
  }
  if (open < kFewestOpenLines || 2 * open < own.size()) return false;
  input.rules = rule_rows(area.rulings);
  const std::vector<AlignedTable> tables = find_aligned_tables(input);
  if (tables.size() != 1) return false;
  const AlignedTable& table = tables.front();
  if (kTableShare * static_cast<float>(own.size()) > static_cast<float>(table.end - table.begin)) {
    return false;
  }
  TableArea found = AreaMaker(input, own, set).make(table);
  found.rulings = std::move(area.rulings);
  area = std::move(found);
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (i < table.begin || i >= table.end) lines.push_back(std::move(own[i]));
  }
  return true;
}

}  // namespace

void reread_open_areas(std::vector<TableArea>& areas, const PieceSet& set,
                       std::vector<PieceLine>& lines) {
  const std::size_t count = lines.size();
  for (TableArea& area : areas) reread(area, set, lines);
  if (lines.size() == count) return;
  std::stable_sort(lines.begin(), lines.end(),
                   [](const PieceLine& a, const PieceLine& b) { return a.baseline < b.baseline; });
}

std::vector<TableArea> take_aligned_areas(const std::vector<Ruling>& rulings,
                                          const std::vector<TableArea>& areas,
                                          const std::vector<Box>& grounds, const PieceSet& set,
                                          std::vector<PieceLine>& lines) {
  AlignedInput input;
  input.set = &set;
  input.lines.reserve(lines.size());
  std::vector<Ruling> free;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    WordLine line = words_of(lines[i], i, set);
    if (line.chunks == 0) {  // a rule made of dashes
      free.push_back({true, line.middle(), line.x0, line.x1, 1});
    } else {
      input.lines.push_back(std::move(line));
    }
  }
  const auto rows = std::count_if(input.lines.begin(), input.lines.end(),
                                  [](const WordLine& line) { return line.chunks >= 2; });
  if (rows == 0) return {};
  input.grounds = grounds;
  input.cells = cell_grounds(grounds);
  for (const Ruling& ruling : rulings) {
    if (!inside(ruling, areas)) free.push_back(ruling);
  }
  std::sort(free.begin(), free.end(),
            [](const Ruling& a, const Ruling& b) { return a.position < b.position; });
  input.rules = rule_rows(free);
  for (const TableArea& area : areas) input.taken.push_back(area.box);
  const std::vector<AlignedTable> tables = find_aligned_tables(input);
  if (tables.empty()) return {};
  std::vector<TableArea> found;
  std::vector<char> taken(lines.size(), 0);
  const AreaMaker maker(input, lines, set);
  for (const AlignedTable& table : tables) {
    found.push_back(maker.make(table));
    const std::size_t last = input.lines[table.end - 1].line;
    for (std::size_t i = input.lines[table.begin].line; i <= last; ++i) taken[i] = 1;
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (taken[i]) continue;
    if (kept != i) lines[kept] = std::move(lines[i]);
    ++kept;
  }
  lines.resize(kept);
  return found;
}

}  // namespace gouji
