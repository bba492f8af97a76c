// SPDX-License-Identifier: GPL-3.0-or-later
// Method: one pass from top to bottom. A line with a tab in front opens a Word dump; a line whose
// tabs part cells opens a tabbed table, unless the run of lines has the shape of a chart's data
// sheet; the image mark or the caption of a figure shows where the labels of a picture stand. What
// is left is prose.
#include "layout/text_regions.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "layout/line_kind.h"
#include "layout/paragraph.h"
#include "layout/paragraph_marker.h"
#include "layout/text_dump.h"
#include "text/charclass.h"

namespace gouji {

namespace {

// A label inside a picture has at most this many columns (20 hanzi; longer lines are prose).
constexpr int kMaxLabelWidth = 40;
// Labels of a picture without an image mark: at least so many lines, and so many bare numbers.
constexpr std::size_t kMinLabels = 3;
constexpr std::size_t kMinNumbers = 2;
// A paragraph inside a tabbed cell continues the row for at most so many lines.
constexpr std::size_t kMaxRowContinuation = 3;
// Tabs of a row that is told from others by their number alone: five columns or more.
constexpr int kWideRow = 4;
// Markers up to （一） open headings; finer ones are met inside cells too.
constexpr int kHeadingRank = 60;
// A page number of a contents page.
constexpr std::size_t kMaxPageDigits = 3;

class SpanFinder {
 public:
  SpanFinder(const std::vector<TextLine>& lines, const PatternSet& patterns)
      : lines_(lines),
        markers_(patterns),
        figure_caption_(patterns, "figure_caption"),
        table_title_(patterns, "table_title"),
        money_unit_(patterns, "money_unit"),
        series_(patterns, "chart_series"),
        between_{LineKind(patterns, "note"), LineKind(patterns, "table_number")} {}

  std::vector<TextSpan> run();

 private:
  void at_cell();
  void at_row();
  void at_prose();
  bool take_chart_sheet();
  void take_chart_title(std::size_t sheet);
  void take_picture_labels();
  void take_labels_above_caption();
  std::size_t contents_end(std::size_t begin, std::size_t end) const;
  bool is_label(const TextLine& line) const;
  bool is_chart_row(const TextLine& line) const;
  bool goes_on_behind_blank(std::size_t blank) const;
  std::size_t end_of_rows() const;
  bool continues_row(std::size_t at) const;
  void add(std::size_t begin, std::size_t end, TextPart part,
           RegionForm form = RegionForm::tabbed) {
    spans_.push_back({begin, end, part, form});
  }

  const std::vector<TextLine>& lines_;
  const MarkerReader markers_;
  const LineKind figure_caption_, table_title_, money_unit_, series_;
  const LinesBetween between_;
  std::vector<TextSpan> spans_;
  std::size_t at_ = 0;
};

/// The tab-separated fields of a line that are not blank, without white space at their ends.
std::vector<std::u32string_view> fields_of(const TextLine& line) {
  std::vector<std::u32string_view> fields;
  const std::u32string_view text = line.text.chars;
  for (std::size_t i = 0; i <= text.size();) {
    std::size_t end = std::min(text.find(U'\t', i), text.size());
    const std::size_t next = end + 1;
    while (i < end && is_blank(text[i])) ++i;
    while (end > i && is_blank(text[end - 1])) --end;
    if (i < end) fields.push_back(text.substr(i, end - i));
    i = next;
  }
  return fields;
}

/// A bare number, with or without a percent sign.
bool is_number(std::u32string_view text) {
  bool digit = false;
  for (char32_t c : text) {
    c = fold_width(c);
    if (is_ascii_digit(c))
      digit = true;
    else if (c != U'.' && c != U',' && c != U'-' && c != U'+' && c != U'%' && c != U'E')
      return false;
  }
  return digit;
}

bool is_page_number(std::u32string_view text) {
  return text.size() <= kMaxPageDigits && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

std::vector<TextSpan> SpanFinder::run() {
  while (at_ < lines_.size()) {
    switch (lines_[at_].form) {
      case TabForm::blank:
        ++at_;
        break;
      case TabForm::cell:
        at_cell();
        break;
      case TabForm::row:
        at_row();
        break;
      case TabForm::prose:
        at_prose();
        break;
    }
  }
  return std::move(spans_);
}

void SpanFinder::at_cell() {
  const DumpRun run = find_dump_run(lines_, at_, between_);
  if (run.is_table) add(at_, run.end, TextPart::table, RegionForm::word_dump);
  at_ = run.end;
}

/// May the line without cells at `at`, inside a run of rows, be a further paragraph of a cell?
bool SpanFinder::continues_row(std::size_t at) const {
  for (std::size_t i = at; i < lines_.size() && i < at + kMaxRowContinuation; ++i) {
    const TextLine& line = lines_[i];
    if (line.form == TabForm::row || line.form == TabForm::cell) return true;
    if (line.form == TabForm::blank) return false;
    const auto marker = markers_.at_start(line.text.chars);
    if (marker && marker->style->rank <= kHeadingRank) return false;
    if (table_title_.is(line.text.chars) || money_unit_.is(line.text.chars)) return false;
  }
  return false;
}

/// One blank line between two rows of the same number of tabs: the rows are set apart. The rows of
/// a wide table may have a cell too many or too few. A row that says what the first one says begins
/// another table.
bool SpanFinder::goes_on_behind_blank(std::size_t blank) const {
  if (blank + 1 >= lines_.size() || lines_[blank + 1].form != TabForm::row) return false;
  const TextLine& next = lines_[blank + 1];
  if (next.tabs == lines_[blank - 1].tabs) return true;
  const auto fields = fields_of(next);
  const auto first = fields_of(lines_[at_]);
  if (fields.empty() || first.empty() || fields.front() == first.front()) return false;
  const auto like =
      std::count_if(lines_.begin() + static_cast<std::ptrdiff_t>(at_),
                    lines_.begin() + static_cast<std::ptrdiff_t>(blank), [&](const TextLine& line) {
                      return line.form == TabForm::row && line.tabs + 1 >= next.tabs &&
                             line.tabs <= next.tabs + 1 && next.tabs >= kWideRow;
                    });
  return 2 * static_cast<std::size_t>(like) > blank - at_;
}

std::size_t SpanFinder::end_of_rows() const {
  std::size_t end = at_ + 1;
  while (end < lines_.size()) {
    const TextLine& line = lines_[end];
    if (line.form == TabForm::row || line.form == TabForm::cell) {
      ++end;
      continue;
    }
    if (line.form == TabForm::prose && continues_row(end)) {
      ++end;
      continue;
    }
    if (line.form == TabForm::blank && goes_on_behind_blank(end)) {
      end += 2;
      continue;
    }
    break;
  }
  return end;
}

void SpanFinder::at_row() {
  if (take_chart_sheet()) return;
  const std::size_t end = end_of_rows();
  if (const std::size_t contents = contents_end(at_, end); contents > at_) {
    add(at_, contents, TextPart::contents);
    at_ = contents;
    return;
  }
  if (end - at_ >= 2 || lines_[at_].fields >= 4) add(at_, end, TextPart::table);
  at_ = end;
}

/// The end of the lines from `begin` that read "heading, tab, page number"; `begin` if there are
/// less than three.
std::size_t SpanFinder::contents_end(std::size_t begin, std::size_t end) const {
  std::size_t i = begin;
  int page = 0;
  for (; i < end; ++i) {
    if (lines_[i].form == TabForm::blank) continue;
    const auto fields = fields_of(lines_[i]);
    if (fields.size() != 2 || !is_page_number(fields[1])) break;
    const int number = std::stoi(to_utf8(fields[1]));
    if (number < page) break;
    page = number;
  }
  const bool enough = i >= begin + 3 && i == end;
  return enough ? i : begin;
}

bool SpanFinder::is_chart_row(const TextLine& line) const {
  if (line.leading_tab || !line.trailing_tab) return false;
  const auto fields = fields_of(line);
  std::size_t labels = 0;
  while (labels < fields.size() && !is_number(fields[labels])) ++labels;
  return labels >= 2 && labels < fields.size();
}

/// The data sheet of a chart: a line with one name (a series or a category) and a tab behind it,
/// then lines that print all labels and behind them all numbers.
bool SpanFinder::take_chart_sheet() {
  std::size_t first = at_;
  if (first > 0 && lines_[first - 1].trailing_tab && lines_[first - 1].fields == 1 &&
      !lines_[first - 1].leading_tab)
    --first;
  if (first == at_ || !is_chart_row(lines_[at_])) return false;
  std::size_t end = at_ + 1;
  while (end < lines_.size() && is_chart_row(lines_[end])) ++end;
  take_chart_title(first);
  at_ = end;
  add(first, end, TextPart::chart);
  return true;
}

/// A line between two data sheets, or right above one, is the title of the sheet.
void SpanFinder::take_chart_title(std::size_t sheet) {
  if (sheet == 0 || spans_.empty() || spans_.back().part != TextPart::chart) return;
  const TextLine& above = lines_[sheet - 1];
  if (above.form == TabForm::prose && above.width <= kMaxLabelWidth &&
      spans_.back().end <= sheet - 1)
    add(sheet - 1, sheet, TextPart::chart);
}

bool SpanFinder::is_label(const TextLine& line) const {
  return line.form == TabForm::prose && line.width <= kMaxLabelWidth &&
         !figure_caption_.is(line.text.chars) &&
         (!is_finished(line.text.chars) || is_number(fields_of(line).front()));
}

/// The labels of a picture follow the mark of its image.
void SpanFinder::take_picture_labels() {
  std::size_t i = at_, end = at_ + 1;
  std::size_t blanks = 0;
  for (++i; i < lines_.size() && blanks <= 1; ++i) {
    if (lines_[i].form == TabForm::blank) {
      ++blanks;
      continue;
    }
    if (!is_label(lines_[i])) break;
    blanks = 0;
    end = i + 1;
  }
  add(at_, end, TextPart::chart);
  at_ = end;
}

/// Short lines with bare numbers among them right above the caption of a figure are its labels.
void SpanFinder::take_labels_above_caption() {
  std::size_t begin = at_, labels = 0, numbers = 0;
  const std::size_t floor = spans_.empty() ? 0 : spans_.back().end;
  for (std::size_t i = at_; i > floor; --i) {
    const TextLine& line = lines_[i - 1];
    if (line.form == TabForm::blank) continue;
    if (!is_label(line)) break;
    begin = i - 1;
    ++labels;
    numbers += is_number(fields_of(line).front()) ? 1 : 0;
  }
  if (labels < kMinLabels || numbers < kMinNumbers) return;
  std::size_t end = at_;
  while (lines_[end - 1].form == TabForm::blank) --end;
  add(begin, end, TextPart::chart);
}

void SpanFinder::at_prose() {
  const TextLine& line = lines_[at_];
  if (line.after_image && line.width <= kMaxLabelWidth) {
    take_picture_labels();
    return;
  }
  if (line.width <= 2 * kMaxLabelWidth && line.width > 0 && figure_caption_.is(line.text.chars))
    take_labels_above_caption();
  else if (line.trailing_tab && line.width <= kMaxLabelWidth && series_.is(line.text.chars) &&
           at_ + 1 < lines_.size() && lines_[at_ + 1].form != TabForm::row)
    add(at_, at_ + 1, TextPart::chart);
  ++at_;
}

}  // namespace

std::vector<TextSpan> find_text_spans(const std::vector<TextLine>& lines,
                                      const PatternSet& patterns) {
  return SpanFinder(lines, patterns).run();
}

}  // namespace gouji
