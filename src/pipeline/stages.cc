// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/stages.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/sha256.h"
#include "check/checks.h"
#include "layout/page_flow.h"
#include "pipeline/format.h"
#include "record/fiscal.h"
#include "record/records.h"
#include "source/pdf.h"
#include "source/text_source.h"
#include "table/read_tables.h"

namespace gouji {

namespace {

constexpr std::array<std::pair<std::string_view, Stage>, 7> kStageNames = {{
    {"source", Stage::source},
    {"layout", Stage::layout},
    {"table", Stage::table},
    {"outline", Stage::outline},
    {"figure", Stage::figure},
    {"record", Stage::record},
    {"check", Stage::check},
}};

void move_problems(std::vector<Problem>& from, std::vector<Problem>& to) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
  from.clear();
}

/// Counts pages with and without text. A page that shows nothing at all (blank) tells nothing.
class TextLayerJudge {
 public:
  void add(const Page& page) {
    std::size_t readable = 0;
    for (const Glyph& glyph : page.glyphs) readable += glyph.doubtful ? 0U : 1U;
    const std::size_t printed = page.glyphs.size() + static_cast<std::size_t>(page.losses.unmapped);
    if (printed == 0 && page.images.empty()) return;
    if (readable == 0) {
      ++without_;
    } else if (readable * 2 < printed) {
      ++doubtful_;
    } else {
      ++with_;
    }
  }

  std::string verdict() const {
    if (without_ + doubtful_ == 0) return with_ > 0 ? "full" : "none";
    return with_ + doubtful_ > 0 ? "partial" : "none";
  }

 private:
  int with_ = 0, doubtful_ = 0, without_ = 0;
};

/// Source, layout and the page-local part of table, page by page.
void read_pages(PdfDocument& pdf, const ExtractOptions& options, const PatternSet& patterns,
                Stage last, Stages& stages) {
  TextLayerJudge text_layer;
  PrintLines print_lines;
  print_lines.source = PrintLines::Source::pdf;
  std::vector<PageFlow> flows;
  const int pages = pdf.info().pages;
  for (int number = 1; number <= pages; ++number) {
    Page page = pdf.page(number);
    text_layer.add(page);
    if (last == Stage::source) {
      stages.pages.push_back(std::move(page));
    } else {
      PageFlow flow = layout_page(page, print_lines);
      for (TableRegion& region : flow.regions) {
        stages.region_grids.push_back(read_region(region, print_lines, patterns));
        TableRegion read;  // all but its place is done with
        read.box = region.box;
        region = std::move(read);
      }
      flows.push_back(std::move(flow));
    }
    if (options.progress != nullptr) options.progress(number, pages, options.progress_context);
  }
  std::vector<Problem> reported = pdf.take_problems();
  move_problems(reported, stages.problems);
  stages.source.text_layer = text_layer.verdict();
  if (last == Stage::source) return;
  stages.flow = assemble_pages(std::move(flows), std::move(print_lines), patterns);
}

Result<Done> read_pdf(std::string_view bytes, const std::string& name,
                      const ExtractOptions& options, const PatternSet& patterns, Stage last,
                      Stages& stages) {
  Result<PdfDocument> pdf = PdfDocument::open(bytes, name, options.password);
  if (!pdf) return pdf.error();
  stages.source.format = "pdf";
  stages.source.pages = pdf->info().pages;
  if (!pdf->info().producer.empty()) stages.source.producer = pdf->info().producer;
  read_pages(*pdf, options, patterns, last, stages);
  return Done{};
}

Result<Done> read_text_document(std::string_view bytes, const std::string& name,
                                const ExtractOptions& options, const PatternSet& patterns,
                                Stage last, Stages& stages) {
  Result<TextSource> text = read_text(bytes, name, options.encoding);
  if (!text) return text.error();
  stages.source.format = "text";
  stages.source.encoding = text->encoding;
  move_problems(text->problems, stages.problems);
  if (last == Stage::source) {
    stages.flow.lines = std::move(text->print_lines);
    stages.text_lines = std::move(text->lines);
    return Done{};
  }
  TextFlow laid_out = layout_text(std::move(*text), patterns);
  stages.flow = std::move(laid_out.flow);
  for (const TableRegion& region : laid_out.regions) {
    stages.region_grids.push_back(read_region(region, stages.flow.lines, patterns));
  }
  return Done{};
}

/// The stages behind layout, the same for every format.
void understand(const Extractor::Parts& parts, Stage last, Stages& stages) {
  const PatternSet& patterns = parts.patterns;
  if (last < Stage::table) return;
  stages.tables = assemble_tables(std::move(stages.region_grids), stages.flow, patterns);
  move_problems(stages.tables.problems, stages.problems);
  if (last < Stage::outline) return;
  stages.outline = find_outline(stages.flow, stages.tables, patterns);
  move_problems(stages.outline.problems, stages.problems);
  stages.document = describe_document(stages.flow, stages.tables, stages.outline, patterns);
  if (last < Stage::figure) return;
  stages.figures =
      find_figures(stages.flow, stages.tables, stages.outline, patterns, parts.scanner);
  if (last < Stage::record) return;
  Records records = read_records(stages.tables, stages.flow, patterns);
  add_fiscal_records(stages.tables, stages.figures, stages.document, patterns, records);
  stages.records = std::move(records.records);
  move_problems(records.problems, stages.problems);
  if (last < Stage::check) return;
  stages.checks = run_checks(stages.flow, stages.tables, stages.outline, stages.document,
                             stages.figures, stages.records, stages.problems, patterns);
}

}  // namespace

std::optional<Stage> stage_named(std::string_view name) {
  for (const auto& [known, stage] : kStageNames) {
    if (known == name) return stage;
  }
  return std::nullopt;
}

Result<Stages> run_stages(const Extractor::Parts& parts, std::string_view bytes,
                          const std::string& name, const ExtractOptions& options, Stage last) {
  Stages stages;
  stages.source.path = name;
  stages.source.bytes = static_cast<std::int64_t>(bytes.size());
  stages.source.sha256 = sha256_hex(bytes);
  const Result<Format> format = detect_format(bytes, name);
  if (!format) return format.error();
  const Result<Done> read =
      *format == Format::pdf
          ? read_pdf(bytes, name, options, parts.patterns, last, stages)
          : read_text_document(bytes, name, options, parts.patterns, last, stages);
  if (!read) return read.error();
  move_problems(stages.flow.problems, stages.problems);
  understand(parts, last, stages);
  std::stable_sort(stages.problems.begin(), stages.problems.end(),
                   [](const Problem& a, const Problem& b) { return a.at.unit < b.at.unit; });
  return stages;
}

}  // namespace gouji
