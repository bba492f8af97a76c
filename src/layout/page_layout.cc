// SPDX-License-Identifier: GPL-3.0-or-later
// Method: glyphs → pieces → (table areas by rulings) → lines, in the frame in which most of the
// page's print stands upright; print in another direction is laid out in a frame of its own and put
// back to where it stands. Glyphs do not outlive this file.
#include <algorithm>
#include <string>

#include "geometry/rulings.h"
#include "layout/aligned_areas.h"
#include "layout/column_areas.h"
#include "layout/ground_rules.h"
#include "layout/open_cells.h"
#include "layout/page_areas.h"
#include "layout/page_flow.h"
#include "layout/page_lines.h"
#include "layout/page_reading_order.h"
#include "layout/row_edges.h"

namespace gouji {

namespace {

Problem set_aside(const char* code, int page, int count) {
  Problem problem;
  problem.code = code;
  problem.severity = Severity::info;
  problem.at.unit = page;
  problem.arguments = {{"page", std::to_string(page)}, {"count", std::to_string(count)}};
  return problem;
}

/// Print that does not run in the main direction goes to cells and lines by where it stands on the
/// page, as a whole line.
struct TurnedLine {
  const PieceSet* set;
  PieceLine line;
  Box box;  ///< in the main frame
};

class PageLayout {
 public:
  PageLayout(const Page& page, PrintLines& print_lines) : page_(page), print_lines_(print_lines) {
    flow_.page = page.number;
    flow_.width = page.width;
    flow_.height = page.height;
  }

  PageFlow run() {
    const ReadPrint print = read_print(page_);
    report(print);
    flow_.has_text = !print.sets.empty();
    if (!print.sets.empty()) frame_ = print.sets.front().frame;
    std::vector<Ruling> rulings;
    rulings.reserve(page_.rulings.size());
    for (const Ruling& ruling : page_.rulings) rulings.push_back(frame_.to_upright(ruling));
    const std::vector<Joint> joints = find_joints(rulings);
    rulings = merge_rulings(std::move(rulings));
    const std::vector<Crossing> crossings = find_crossings(rulings);
    if (crossings.size() < kMostCrossings) {
      areas_ = find_table_areas(rulings, crossings);
    } else {
      flow_.problems.push_back(
          set_aside("too_many_rulings", page_.number, static_cast<int>(rulings.size())));
    }
    if (print.sets.empty()) {
      areas_.clear();
      return std::move(flow_);
    }
    const PieceSet& main = print.sets.front();
    std::vector<Piece> free = sort_into_areas(main, main.pieces, areas_);
    columns_ = take_text_columns(areas_, free);
    const std::vector<Piece> left = close_open_cells(main, areas_);
    free.insert(free.end(), left.begin(), left.end());
    lines_ = group_lines(std::move(free));
    reread_open_areas(areas_, main, lines_);
    std::vector<Box> grounds;
    grounds.reserve(page_.grounds.size());
    for (const Box& ground : page_.grounds) grounds.push_back(frame_.to_upright(ground));
    find_row_edges(joints, grounds, areas_);
    const std::vector<Ruling> bands = rules_of_grounds(grounds);
    if (!bands.empty()) {
      rulings.insert(rulings.end(), bands.begin(), bands.end());
      rulings = merge_rulings(std::move(rulings));
    }
    add_areas(take_aligned_areas(rulings, areas_, grounds, main, lines_));
    for (TextColumns& columns : columns_) {
      for (std::vector<PieceLine>& lines : columns.lines) {
        add_areas(take_aligned_areas(rulings, areas_, grounds, main, lines));
      }
    }
    turned_.resize(areas_.size());
    written_.assign(areas_.size(), 0);
    for (std::size_t i = 1; i < print.sets.size(); ++i) sort_turned(print.sets[i]);
    write(main);
    return std::move(flow_);
  }

 private:
  void report(const ReadPrint& print) {
    if (print.invisible > 0) {
      flow_.problems.push_back(set_aside("hidden_text_unread", page_.number, print.invisible));
    }
  }

  void add_areas(std::vector<TableArea> areas) {
    std::move(areas.begin(), areas.end(), std::back_inserter(areas_));
    sort_areas(areas_);
  }

  void sort_turned(const PieceSet& set) {
    for (PieceLine& line : group_lines(set.pieces)) {
      const Box box = frame_.to_upright(set.frame.to_page(line.box()));
      std::size_t area = 0;
      while (area < areas_.size() && !areas_[area].holds(box.middle_x(), box.middle_y())) ++area;
      TurnedLine turned{&set, std::move(line), box};
      (area < areas_.size() ? turned_[area] : turned_lines_).push_back(std::move(turned));
    }
  }

  void write(const PieceSet& main) {
    LineWriter writer(main, page_.number, print_lines_);
    const auto [left, right] = column_extent();
    for (TextColumns& columns : columns_) {
      write_lines_above(columns.boxes[0].y0, main, writer, left, right);
      for (std::size_t i = 0; i < 2; ++i) {
        write_column(std::move(columns.lines[i]), columns.boxes[i], main, writer);
      }
    }
    write_lines_above(1e6F, main, writer, left, right);
    for (const TurnedLine& turned : turned_lines_) {
      LineWriter turned_writer(*turned.set, page_.number, print_lines_);
      write_line(turned.line, *turned.set, turned_writer, turned.line.x0, turned.line.x1);
    }
  }

  /// A column of text with the tables in it.
  void write_column(std::vector<PieceLine> lines, const Box& box, const PieceSet& main,
                    LineWriter& writer) {
    ReadingPart part = {std::move(lines), {}, true, box.x1, box.x0};
    for (std::size_t i = 0; i < areas_.size(); ++i) {
      if (!written_[i] && stands_in(areas_[i].box, box)) part.areas.push_back(i);
    }
    for (const PieceLine& line : part.lines) {
      part.left = std::min(part.left, line.x0);
      part.right = std::max(part.right, line.x1);
    }
    write_part(part, main, writer);
  }

  static bool stands_in(const Box& area, const Box& column) {
    return area.middle_x() >= column.x0 && area.middle_x() <= column.x1 &&
           area.middle_y() >= column.y0 && area.middle_y() <= column.y1;
  }

  bool stands_in_column(std::size_t area) const {
    return std::any_of(columns_.begin(), columns_.end(), [&](const TextColumns& columns) {
      return stands_in(areas_[area].box, columns.boxes[0]) ||
             stands_in(areas_[area].box, columns.boxes[1]);
    });
  }

  /// The lines and tables above a height that are not written yet. Those in a column of text are
  /// written with it.
  void write_lines_above(float y, const PieceSet& main, LineWriter& writer, float left,
                         float right) {
    const auto end = std::find_if(lines_.begin(), lines_.end(),
                                  [&](const PieceLine& line) { return line.baseline > y; });
    std::vector<PieceLine> lines(std::make_move_iterator(lines_.begin()),
                                 std::make_move_iterator(end));
    lines_.erase(lines_.begin(), end);
    std::vector<Box> boxes;
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < areas_.size(); ++i) {
      if (written_[i] || areas_[i].box.y0 > y || stands_in_column(i)) continue;
      boxes.push_back(areas_[i].box);
      indices.push_back(i);
    }
    for (ReadingPart& part : order_columns(main, std::move(lines), boxes)) {
      for (std::size_t& area : part.areas) area = indices[area];
      if (!part.is_column) {
        part.left = left;
        part.right = right;
      }
      write_part(part, main, writer);
    }
  }

  void write_part(const ReadingPart& part, const PieceSet& main, LineWriter& writer) {
    auto area = part.areas.begin();
    for (const PieceLine& line : part.lines) {
      for (; area != part.areas.end() && stands_before(areas_[*area], line); ++area) {
        write_area(*area, writer);
      }
      write_line(line, main, writer, part.left, part.right);
      flow_.lines.back().in_column = part.is_column;
    }
    for (; area != part.areas.end(); ++area) write_area(*area, writer);
  }

  void write_area(std::size_t area, LineWriter& writer) {
    written_[area] = 1;
    write_region(areas_[area], turned_[area], writer);
  }

  static bool stands_before(const TableArea& area, const PieceLine& line) {
    const float middle = (line.top() + line.bottom()) / 2;
    if (middle >= area.box.y1) return true;
    return middle > area.box.y0 && line.x0 > area.box.x0;
  }

  void write_region(TableArea& area, const std::vector<TurnedLine>& turned, LineWriter& writer) {
    TableRegion region;
    region.form = area.form;
    region.rows_known = area.rows_known;
    region.page = page_.number;
    region.box = frame_.to_page(area.box);
    region.frame = frame_;
    for (std::size_t cell = 0; cell < area.pieces.size(); ++cell) {
      if (area.pieces[cell].empty()) continue;
      for (const PieceLine& line : group_lines(std::move(area.pieces[cell]))) {
        writer.runs(line, static_cast<int>(cell), region.runs);
      }
    }
    for (const TurnedLine& line : turned) {
      LineWriter turned_writer(*line.set, page_.number, print_lines_);
      const std::size_t first = region.runs.size();
      turned_writer.runs(line.line, area.cell_at(line.box.middle_x(), line.box.middle_y()),
                         region.runs);
      for (std::size_t i = first; i < region.runs.size(); ++i) {
        region.runs[i].box = frame_.to_upright(line.set->frame.to_page(region.runs[i].box));
      }
    }
    region.rulings = std::move(area.rulings);
    region.lattice = std::move(area.lattice);
    region.row_joints = std::move(area.row_joints);
    region.ground_edges = std::move(area.ground_edges);
    flow_.order.push_back({true, static_cast<int>(flow_.regions.size())});
    flow_.regions.push_back(std::move(region));
  }

  void write_line(const PieceLine& line, const PieceSet& set, LineWriter& writer, float left,
                  float right) {
    PageLine out;
    out.text = writer.text(line);
    out.box = set.frame.to_page(line.box());
    out.size = line.size;
    out.bold = line.bold;
    out.left = left;
    out.right = right;
    out.turn = set.frame.turn;
    flow_.order.push_back({false, static_cast<int>(flow_.lines.size())});
    flow_.lines.push_back(std::move(out));
  }

  /// Left and right end of the page's lines.
  std::pair<float, float> column_extent() const {
    float left = frame_.upright_width();
    float right = 0;
    for (const PieceLine& line : lines_) {
      left = std::min(left, line.x0);
      right = std::max(right, line.x1);
    }
    return {left, right};
  }

  const Page& page_;
  PrintLines& print_lines_;
  PageFlow flow_;
  Frame frame_;
  std::vector<TableArea> areas_;
  std::vector<TextColumns> columns_;
  std::vector<char> written_;  ///< areas in the flow; one entry an area
  std::vector<PieceLine> lines_;
  std::vector<std::vector<TurnedLine>> turned_;  ///< one entry an area
  std::vector<TurnedLine> turned_lines_;
};

}  // namespace

PageFlow layout_page(const Page& page, PrintLines& print_lines) {
  return PageLayout(page, print_lines).run();
}

}  // namespace gouji
