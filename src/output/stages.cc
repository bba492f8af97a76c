// SPDX-License-Identifier: GPL-3.0-or-later
// One line a thing: what it is, where it stands, what it says.
#include "output/stages.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/utf8.h"
#include "output/fields.h"
#include "output/json_writer.h"
#include "output/names.h"

namespace gouji {
namespace {

/// Glyphs whose baselines differ by less are printed as one run, points.
constexpr float kSameBaseline = 0.5F;

std::string place(const At& at) {
  if (!at.known()) return "-";
  if (at.boxes.empty()) return fmt::format("{}[{},{})", at.unit, at.begin, at.end);
  const Box& box = at.boxes.front();
  return fmt::format("p{}({:.1f},{:.1f},{:.1f},{:.1f}){}", at.unit, box.x0, box.y0, box.x1, box.y1,
                     at.boxes.size() > 1 ? fmt::format("+{}", at.boxes.size() - 1) : "");
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  std::replace(text.begin(), text.end(), '\t', ' ');
  return text;
}

std::string or_dash(const Maybe<std::string>& text) {
  return text ? *text : "-";
}

bool same_run(const Glyph& a, const Glyph& b) {
  return a.turn == b.turn && a.font == b.font && std::abs(a.baseline - b.baseline) < kSameBaseline;
}

std::string glyph_flags(const Glyph& glyph) {
  std::string flags;
  if (glyph.bold) flags += " bold";
  if (glyph.invisible) flags += " invisible";
  if (glyph.doubtful) flags += " doubtful";
  if (glyph.turn != 0) flags += fmt::format(" turn={}", glyph.turn);
  return flags;
}

void print_glyphs(const Page& page, Sink& out) {
  for (std::size_t i = 0; i < page.glyphs.size();) {
    const Glyph& first = page.glyphs[i];
    std::string text;
    std::size_t end = i;
    while (end < page.glyphs.size() && same_run(first, page.glyphs[end]))
      append_utf8(text, page.glyphs[end++].character);
    const Box& last = page.glyphs[end - 1].box;
    out.write(fmt::format("  ({:.1f},{:.1f},{:.1f},{:.1f}) size={:.1f} font={}{}: {}\n",
                          first.box.x0, first.box.y0, last.x1, last.y1, first.size, first.font,
                          glyph_flags(first), one_line(text)));
    i = end;
  }
}

std::string_view kind_name(BlockKind kind) {
  switch (kind) {
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::table:
      return "table";
    case BlockKind::contents:
      return "contents";
    case BlockKind::furniture:
      return "furniture";
    case BlockKind::chart:
      return "chart";
    case BlockKind::note:
      return "note";
  }
  return "";
}

std::string style_text(const BlockStyle& style) {
  std::string text;
  if (style.size > 0) text += fmt::format(" size={:.1f}", style.size);
  if (style.bold) text += " bold";
  if (style.centred) text += " centred";
  if (style.indented) text += " indented";
  if (style.starts_page) text += " starts_page";
  if (style.blank_lines_before > 0) text += fmt::format(" blank={}", style.blank_lines_before);
  if (style.lines > 1) text += fmt::format(" lines={}", style.lines);
  return text;
}

}  // namespace

void print_pages(const std::vector<Page>& pages, Sink& out) {
  for (const Page& page : pages) {
    const PageLosses& lost = page.losses;
    out.write(
        fmt::format("page {} {:.1f}x{:.1f} glyphs={} rulings={} images={} clipped={} duplicates={} "
                    "unmapped={}\n",
                    page.number, page.width, page.height, page.glyphs.size(), page.rulings.size(),
                    page.images.size(), lost.clipped, lost.duplicates, lost.unmapped));
    print_glyphs(page, out);
    for (const Ruling& ruling : page.rulings)
      out.write(fmt::format("  {} at {:.1f} from {:.1f} to {:.1f} thickness={:.2f}\n",
                            ruling.horizontal ? "horizontal" : "vertical", ruling.position,
                            ruling.from, ruling.to, ruling.thickness));
    for (const Box& ground : page.grounds)
      out.write(fmt::format("  ground ({:.1f},{:.1f},{:.1f},{:.1f})\n", ground.x0, ground.y0,
                            ground.x1, ground.y1));
    for (const ImageBox& image : page.images)
      out.write(fmt::format("  image ({:.1f},{:.1f},{:.1f},{:.1f})\n", image.box.x0, image.box.y0,
                            image.box.x1, image.box.y1));
  }
}

void print_lines(const std::vector<LocatedText>& lines, Sink& out) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const LocatedText& line = lines[i];
    if (line.empty()) continue;
    out.write(fmt::format("{}[{},{}): {}\n", i + 1, line.places.front().from, line.places.back().to,
                          line.utf8()));
  }
}

void print_flow(const Flow& flow, Sink& out) {
  for (const Block& block : flow.blocks) {
    if (block.kind == BlockKind::table) {
      out.write(fmt::format("table region={}\n", block.region));
      continue;
    }
    out.write(fmt::format("{} {}{}: {}\n", kind_name(block.kind),
                          place(locate(block.text, flow.lines)), style_text(block.style),
                          one_line(block.text.utf8())));
  }
}

void print_tables(const Tables& tables, Sink& out) {
  int number = 0;
  for (const Grid& grid : tables.grids) {
    out.write(fmt::format("t{} {}x{} header={} kind={} unit={} {} caption: {}\n", ++number,
                          grid.rows, grid.columns, grid.header_rows, grid.kind, or_dash(grid.unit),
                          place(grid.at), or_dash(grid.caption)));
    for (const GridCell& cell : grid.cells) {
      if (cell.text.empty()) continue;
      const std::string span = cell.row_span > 1 || cell.column_span > 1
                                   ? fmt::format(" {}x{}", cell.row_span, cell.column_span)
                                   : std::string();
      out.write(
          fmt::format("  r{}c{}{}: {}\n", cell.row, cell.column, span, one_line(cell.text.utf8())));
    }
    for (const std::string& note : grid.notes) out.write(fmt::format("  note: {}\n", note));
  }
}

void print_outline(const Outline& outline, Sink& out) {
  for (const Section& section : outline.sections)
    out.write(fmt::format("{}{} {} [{}] {}{}\n", std::string(2 * (section.level - 1), ' '),
                          section.id, place(section.at), or_dash(section.marker), section.title,
                          section.anomaly ? " anomaly=" + *section.anomaly : ""));
  std::map<std::string, int> depth;
  for (const Item& item : outline.items) {
    const int level = item.parent ? depth[*item.parent] + 1 : 0;
    depth[item.id] = level;
    out.write(fmt::format("{}{} {} in={} [{}] {}{}\n", std::string(2 * level, ' '), item.id,
                          place(item.at), or_dash(item.section), item.marker, one_line(item.text),
                          item.anomaly ? " anomaly=" + *item.anomaly : ""));
  }
}

void print_figures(const std::vector<Figure>& figures, Sink& out) {
  for (const Figure& figure : figures)
    out.write(fmt::format(
        "{} {} {} = {} {} ({} {}) {}{}{}in={} year={} subject={}\n", figure.id, place(figure.at),
        one_line(figure.text), figure.value, or_dash(figure.unit), figure.normalized.value,
        or_dash(figure.normalized.unit), name_of(figure.kind),
        figure.bound == Bound::none ? std::string(" ") : fmt::format(" {} ", name_of(figure.bound)),
        figure.approximate ? "approximate " : "", or_dash(figure.in),
        figure.year ? std::to_string(*figure.year) : "-", or_dash(figure.subject)));
}

void print_records(const std::vector<Record>& records, Sink& out) {
  JsonWriter json(out, JsonForm::indented);
  json.begin_array();
  for (const Record& record : records) {
    FieldWriter fields(json, !record.at.boxes.empty());
    write_record(fields, record);
  }
  json.end_array();
  json.finish();
}

void print_checks(const std::vector<Check>& checks, Sink& out) {
  JsonWriter json(out, JsonForm::indented);
  json.begin_array();
  for (const Check& check : checks) {
    FieldWriter fields(json, !check.at.boxes.empty());
    write_check(fields, check);
  }
  json.end_array();
  json.finish();
}

}  // namespace gouji
