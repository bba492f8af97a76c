// SPDX-License-Identifier: GPL-3.0-or-later
// Method: take out the marks; find the runs of lines that are tables, charts or contents; find how
// the rest is wrapped; join its lines to paragraphs; set aside contents pages that print no page
// numbers.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "layout/line_kind.h"
#include "layout/page_flow.h"
#include "layout/paragraph.h"
#include "layout/text_lines.h"
#include "layout/text_paragraphs.h"
#include "layout/text_regions.h"
#include "layout/text_wrap.h"
#include "layout/word_dump_rows.h"
#include "text/charclass.h"

namespace gouji {

namespace {

// An entry of a contents page has at most this many columns.
constexpr int kMaxEntryWidth = 120;
// A contents page without page numbers has at least so many entries, and at most so many.
constexpr std::size_t kMinEntries = 3;
constexpr std::size_t kMaxEntries = 120;

std::vector<std::size_t> prose_lines(const std::vector<TextLine>& lines,
                                     const std::vector<TextSpan>& spans) {
  std::vector<std::size_t> prose;
  std::size_t at = 0;
  const auto take = [&](std::size_t end) {
    for (; at < end; ++at)
      if (lines[at].has_text()) prose.push_back(at);
  };
  for (const TextSpan& span : spans) {
    take(span.begin);
    at = span.end;
  }
  take(lines.size());
  return prose;
}

std::u32string without_blanks(const LocatedText& text) {
  std::u32string squashed;
  for (char32_t c : text.chars)
    if (!is_blank(c)) squashed.push_back(c);
  return squashed;
}

/// The blocks behind a contents title, up to where the first entry is printed again as a heading.
/// 0 if it never is.
std::size_t entries_until_repeated(const std::vector<Block>& blocks, std::size_t first) {
  if (first >= blocks.size()) return 0;
  const std::u32string wanted = without_blanks(blocks[first].text);
  const std::size_t most = std::min(blocks.size(), first + kMaxEntries);
  for (std::size_t i = first; i < most; ++i) {
    const Block& block = blocks[i];
    if (block.kind != BlockKind::paragraph || is_finished(block.text.chars) ||
        display_width(block.text.chars) > kMaxEntryWidth)
      return 0;
    if (i >= first + kMinEntries && without_blanks(block.text) == wanted) return i - first;
  }
  return 0;
}

void mark_contents(std::vector<Block>& blocks, const PatternSet& patterns) {
  const LineKind title(patterns, "contents_title"), entry(patterns, "contents_entry");
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    Block& block = blocks[i];
    if (block.kind != BlockKind::paragraph || display_width(block.text.chars) > kMaxEntryWidth)
      continue;
    if (entry.is(block.text.chars)) {
      block.kind = BlockKind::contents;
    } else if (title.is(block.text.chars)) {
      block.kind = BlockKind::contents;
      for (std::size_t left = entries_until_repeated(blocks, i + 1); left > 0; --left)
        blocks[++i].kind = BlockKind::contents;
    }
  }
}

class TextAssembler {
 public:
  TextAssembler(std::vector<TextLine> lines, const PatternSet& patterns)
      : lines_(std::move(lines)), patterns_(patterns), spans_(find_text_spans(lines_, patterns)) {}

  TextFlow run() {
    TextParagraphs paragraphs(patterns_, find_wrap_style(lines_, prose_lines(lines_, spans_)));
    std::size_t at = 0;
    for (const TextSpan& span : spans_) {
      add_prose(paragraphs, at, span.begin);
      paragraphs.close(result_.flow.blocks);
      add_span(span);
      at = span.end;
      blanks_ = 0;
    }
    add_prose(paragraphs, at, lines_.size());
    paragraphs.close(result_.flow.blocks);
    mark_contents(result_.flow.blocks, patterns_);
    return std::move(result_);
  }

 private:
  void add_prose(TextParagraphs& paragraphs, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (!lines_[i].has_text()) {
        ++blanks_;
        continue;
      }
      paragraphs.add(lines_[i], blanks_, result_.flow.blocks);
      blanks_ = 0;
    }
  }

  void add_span(const TextSpan& span) {
    if (span.part == TextPart::table) {
      add_table(span);
      return;
    }
    for (std::size_t i = span.begin; i < span.end; ++i) {
      if (!lines_[i].has_text()) continue;
      Block block;
      block.kind = span.part == TextPart::chart ? BlockKind::chart : BlockKind::contents;
      block.text = lines_[i].text.trimmed();
      result_.flow.blocks.push_back(std::move(block));
    }
  }

  void add_table(const TextSpan& span) {
    TableRegion region;
    region.form = span.form;
    for (std::size_t i = span.begin; i < span.end; ++i)
      region.lines.push_back(lines_[i].has_text() || lines_[i].tabs > 0 ? std::move(lines_[i].text)
                                                                        : LocatedText{});
    if (span.form != RegionForm::word_dump) {
      add_region(std::move(region));
      return;
    }
    for (TableRegion& table : split_word_dump(region, patterns_)) add_region(std::move(table));
  }

  void add_region(TableRegion region) {
    Block block;
    block.kind = BlockKind::table;
    block.region = static_cast<int>(result_.regions.size());
    block.style.blank_lines_before = blanks_;
    result_.regions.push_back(std::move(region));
    result_.flow.blocks.push_back(std::move(block));
  }

  std::vector<TextLine> lines_;
  const PatternSet& patterns_;
  std::vector<TextSpan> spans_;
  TextFlow result_;
  int blanks_ = 0;
};

}  // namespace

TextFlow layout_text(TextSource source, const PatternSet& patterns) {
  std::vector<TextLine> lines;
  lines.reserve(source.lines.size());
  for (LocatedText& line : source.lines) lines.push_back(prepare_line(std::move(line)));
  TextFlow result = TextAssembler(std::move(lines), patterns).run();
  result.flow.lines = std::move(source.print_lines);
  result.flow.problems = std::move(source.problems);
  return result;
}

}  // namespace gouji
