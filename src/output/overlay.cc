// SPDX-License-Identifier: GPL-3.0-or-later
// Method: everything that has a place is first sorted by page, in the order of painting (large
// things below small ones), then the pages are rendered and drawn one by one.
#include "output/overlay.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <vector>

#include "output/canvas.h"
#include "source/pdf_render.h"

namespace gouji {

namespace {

enum class Kind { table, record, cell, section, item, figure, problem };

struct Style {
  Kind kind;
  const char* name;
  Colour colour;
  int width;  ///< of the frame, pixels
  int tint;   ///< of the ground, 0..255
};
constexpr Style kStyles[] = {
    {Kind::table, "table", {200, 30, 30}, 3, 0},
    {Kind::record, "record", {150, 90, 20}, 1, 0},
    {Kind::cell, "cell", {230, 130, 30}, 1, 0},
    {Kind::section, "section", {20, 70, 200}, 2, 40},
    {Kind::item, "item", {20, 140, 60}, 1, 25},
    {Kind::figure, "figure", {140, 40, 170}, 1, 40},
    {Kind::problem, "problem", {220, 0, 130}, 2, 60},
};

const Style& style_of(Kind kind) {
  return *std::find_if(std::begin(kStyles), std::end(kStyles),
                       [kind](const Style& s) { return s.kind == kind; });
}

struct Mark {
  Kind kind;
  std::string label;
  const At* at;
};

using Marks = std::map<int, std::vector<Mark>>;  ///< by page

void add(Marks& marks, Kind kind, std::string label, const At& at) {
  if (at.known()) marks[at.unit].push_back({kind, std::move(label), &at});
}

Marks marks_of(const Report& report) {
  Marks marks;
  for (const Table& table : report.tables) add(marks, Kind::table, table.id, table.at);
  for (const Record& record : report.records) add(marks, Kind::record, record.id, record.at);
  for (const Table& table : report.tables)
    for (const TableCell& cell : table.cells)
      add(marks, Kind::cell, fmt::format("{}/r{}c{}", table.id, cell.row, cell.column), cell.at);
  for (const Section& section : report.sections) add(marks, Kind::section, section.id, section.at);
  for (const Item& item : report.items) add(marks, Kind::item, item.id, item.at);
  for (const Figure& figure : report.figures) {
    const bool is_in_cell = figure.in && figure.in->find('/') != std::string::npos;
    // The cell's own label says where it is; the figure's would hide it.
    add(marks, Kind::figure, is_in_cell ? std::string() : figure.id, figure.at);
  }
  for (const Problem& problem : report.problems) add(marks, Kind::problem, problem.id, problem.at);
  return marks;
}

Box scaled(const Box& box, float scale) {
  return {box.x0 * scale, box.y0 * scale, box.x1 * scale, box.y1 * scale};
}

void draw(Canvas& canvas, const Mark& mark, float scale, int label_scale) {
  const Style& style = style_of(mark.kind);
  for (const Box& box : mark.at->boxes) {
    const Box on_page = scaled(box, scale);
    if (style.tint > 0) canvas.tint(on_page, style.colour, style.tint);
    canvas.frame(on_page, style.colour, style.width);
  }
  if (mark.label.empty() || mark.at->boxes.empty()) return;
  const Box first = scaled(mark.at->boxes.front(), scale);
  const bool is_inside = mark.kind == Kind::cell;
  const int y = static_cast<int>(first.y0) - (is_inside ? 0 : Canvas::label_height(label_scale));
  const int x = static_cast<int>(first.x0) - (mark.kind == Kind::section || mark.kind == Kind::item
                                                  ? Canvas::label_width(mark.label, label_scale) + 2
                                                  : 0);
  canvas.label(std::max(x, 0), std::max(y, 0), mark.label, style.colour, label_scale);
}

void draw_legend(Canvas& canvas, int label_scale) {
  int x = 4;
  for (const Style& style : kStyles)
    x += canvas.label(x, 4, style.name, style.colour, label_scale) + 4;
}

}  // namespace

Result<Done> write_overlays(const Report& report, std::string_view bytes, const std::string& folder,
                            int dpi, const std::string& password) {
  const Result<PdfRenderer> renderer = PdfRenderer::open(bytes, report.source.path, password);
  if (!renderer) return renderer.error();
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (failed)
    return Error{ErrorCode::output, folder + ": the folder cannot be made: " + failed.message(),
                 ""};
  const Marks marks = marks_of(report);
  const float scale = static_cast<float>(dpi) / 72.0F;
  const int label_scale = std::max(1, dpi / 100);
  for (int number = 1; number <= renderer->pages(); ++number) {
    Result<Pixels> pixels = renderer->page(number, dpi);
    if (!pixels) return pixels.error();
    Canvas canvas(*pixels);
    if (const auto found = marks.find(number); found != marks.end())
      for (const Mark& mark : found->second) draw(canvas, mark, scale, label_scale);
    draw_legend(canvas, std::max(1, label_scale));
    const Result<Done> written =
        write_png(*pixels, fmt::format("{}/page-{:04}.png", folder, number));
    if (!written) return written.error();
  }
  return Done{};
}

}  // namespace gouji
