// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a stack of what is open, from the outermost section to the innermost item. A marker
// closes everything of its own or a deeper level and opens under what is left; numbers are counted
// per parent and style, so that a list which starts anew under a new parent is no anomaly.
#include "outline/tree.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "base/utf8.h"
#include "layout/paragraph.h"
#include "outline/series.h"
#include "text/charclass.h"

namespace gouji {

namespace {

// Headings without marker nest between 第一条 and 一、 when nothing tells their level, the larger
// type outside.
constexpr MarkerStyle kPlain = {"plain", 45, MarkerRole::heading};
constexpr int kMaxPlainClass = 4;
constexpr int kRoot = -1;

struct Open {
  const MarkerStyle* style = nullptr;
  int order = 0;
  bool is_item = false;
  int index = kRoot;  ///< into sections or items
  std::size_t entry = 0;
  bool inside = false;  ///< an item that began inside a paragraph
};

/// Where an item's text begins and ends: entry and character.
struct Extent {
  std::size_t entry = 0;
  std::size_t marker = 0;  ///< where its marker begins
  std::size_t begin = 0;   ///< where the text behind the marker begins
  std::size_t last_entry = 0, end = 0;
};

class TreeBuilder {
 public:
  TreeBuilder(const std::vector<Entry>& entries, const Flow& flow, const Tables& tables,
              const MarkerReader& markers, const Nesting& nesting, const PatternSet& patterns)
      : entries_(entries),
        flow_(flow),
        tables_(tables),
        markers_(markers),
        nesting_(nesting),
        annex_part_(patterns.pattern("outline/title/annex_part")) {}

  Outline run();

 private:
  const LocatedText& text(std::size_t e) const {
    return flow_.blocks[static_cast<std::size_t>(entries_[e].block)].text;
  }
  int order(const MarkerStyle& style) const;
  int order_of_marker(std::size_t e, const MarkerStyle& style) const;
  int order_of_plain(std::size_t e, const MarkerStyle*& style) const;
  int section() const;
  int item() const;
  void close(int from_order, bool items_too);
  void close_items();
  void pop();
  void heading(std::size_t e);
  void open_section(std::size_t e, const MarkerStyle& style, int level);
  std::string title_of(std::size_t e) const;
  void open_item(std::size_t e, const Marker& marker, const MarkerStyle& style, int level,
                 bool inside);
  const MarkerStyle& style_in_series(std::size_t e) const;
  int annex_order(const MarkerStyle& style) const;
  bool resumes_part(const Marker& marker, const MarkerStyle& style);
  void prose(std::size_t e);
  void table(std::size_t e);
  void own(std::size_t e, std::size_t begin, std::size_t end, bool heading);
  void end_inside_items(const MarkerStyle* start);
  Series& series(const MarkerStyle& style);
  std::string text_of(const Extent& extent) const;
  void finish_items();

  const std::vector<Entry>& entries_;
  const Flow& flow_;
  const Tables& tables_;
  const MarkerReader& markers_;
  const Nesting& nesting_;
  const Pattern& annex_part_;
  Outline out_;
  std::vector<Open> stack_;
  std::vector<Extent> extents_;  ///< of items
  /// Numbers of the children: (is the parent an item, its index, style).
  std::map<std::tuple<bool, int, const MarkerStyle*>, Series> series_;
  std::map<const MarkerStyle*, int> last_outermost_;  ///< number of the last section at level 1
  std::size_t done_entry_ = 0, done_end_ = 0;         ///< where the prose read so far ends
};

int TreeBuilder::section() const {
  for (auto it = stack_.rbegin(); it != stack_.rend(); ++it)
    if (!it->is_item) return it->index;
  return kRoot;
}

int TreeBuilder::item() const {
  return !stack_.empty() && stack_.back().is_item ? stack_.back().index : kRoot;
}

/// Closes the innermost open thing; an item ends where the prose read so far ends.
void TreeBuilder::pop() {
  if (stack_.back().is_item) {
    Extent& extent = extents_[static_cast<std::size_t>(stack_.back().index)];
    extent.last_entry = done_entry_;
    extent.end = done_end_;
  }
  stack_.pop_back();
}

void TreeBuilder::close_items() {
  while (!stack_.empty() && stack_.back().is_item) pop();
}

void TreeBuilder::close(int from_order, bool items_too) {
  if (items_too) close_items();
  while (!stack_.empty() && stack_.back().order >= from_order) pop();
}

Series& TreeBuilder::series(const MarkerStyle& style) {
  const bool under_item = !stack_.empty() && stack_.back().is_item;
  const int parent = stack_.empty() ? kRoot : stack_.back().index;
  return series_[{under_item, parent, &style}];
}

void TreeBuilder::own(std::size_t e, std::size_t begin, std::size_t end, bool heading) {
  if (begin >= end && end > 0) return;
  out_.owners.push_back({entries_[e].block, static_cast<std::uint32_t>(begin),
                         static_cast<std::uint32_t>(end), section(), heading ? kRoot : item(),
                         heading});
}

/// An annex below a part that is called 附件 is a section of that part; any other is outermost.
int TreeBuilder::annex_order(const MarkerStyle& style) const {
  for (const Open& open : stack_) {
    if (open.is_item || open.style->role != MarkerRole::heading) continue;
    const Section& part = out_.sections[static_cast<std::size_t>(open.index)];
    if (part.level == 1 && annex_part_.match_whole(part.title)) return open.order + 1;
  }
  return order(style);
}

/// Behind an annex the parts of the report itself may go on: 第三部分 … 附件1 … 第四部分.
bool TreeBuilder::resumes_part(const Marker& marker, const MarkerStyle& style) {
  if (style.role != MarkerRole::heading || stack_.empty() ||
      stack_.front().style->role != MarkerRole::attachment || !marker.ordinal)
    return false;
  const auto last = last_outermost_.find(&style);
  return last != last_outermost_.end() && last->second + 1 == *marker.ordinal;
}

/// 9、 between 八、 and 十、 counts with them: a number that its own style cannot explain, but an
/// open series of an outer style can.
const MarkerStyle& TreeBuilder::style_in_series(std::size_t e) const {
  const Marker& marker = *entries_[e].marker;
  const MarkerStyle& own_style = *marker.style;
  if (!marker.ordinal || *marker.ordinal < 2 || entries_[e].form != BodyForm::title ||
      stack_.empty() || stack_.back().is_item)
    return own_style;
  const Open& outer = stack_.back();
  if (outer.style->role != MarkerRole::either || outer.order >= order(own_style)) return own_style;
  if (series_.count({false, outer.index, &own_style}) > 0) return own_style;
  const int parent = stack_.size() > 1 ? stack_[stack_.size() - 2].index : kRoot;
  const auto known = series_.find({false, parent, outer.style});
  if (known == series_.end() || known->second.last() + 1 != *marker.ordinal) return own_style;
  for (std::size_t i = e + 1; i < entries_.size(); ++i) {
    if (!entries_[i].marker || entries_[i].marker->style != outer.style) continue;
    return entries_[i].marker->ordinal == *marker.ordinal + 1 ? *outer.style : own_style;
  }
  return own_style;
}

/// The order of a style: of its open series, or the usual one.
int TreeBuilder::order(const MarkerStyle& style) const {
  for (auto it = stack_.rbegin(); it != stack_.rend(); ++it)
    if (it->style == &style) return it->order;
  return Nesting::order(style);
}

/// The order of entry `e`: that of its style, unless the document nests it deeper just here.
int TreeBuilder::order_of_marker(std::size_t e, const MarkerStyle& style) const {
  if (style.role == MarkerRole::attachment) return annex_order(style);
  const int usual = order(style);
  if (stack_.empty() || stack_.back().order <= usual) return usual;
  for (auto it = stack_.rbegin(); it != stack_.rend() && it->order > usual; ++it) {
    if (it->style == &style || it->inside) break;
    if (it->is_item && entries_[e].kind == EntryKind::heading) continue;
    if (nesting_.opens_inside(it->entry, e)) return it->order + 1;
  }
  return usual;
}

/// Style and order of a heading without marker.
int TreeBuilder::order_of_plain(std::size_t e, const MarkerStyle*& style) const {
  const Entry& entry = entries_[e];
  if (entry.style != nullptr) {
    style = entry.style;
    return order(*style);
  }
  style = &kPlain;
  const int usual =
      Nesting::order(kPlain) + std::min(entry.plain_class, kMaxPlainClass) - kMaxPlainClass;
  // A series that goes on behind it holds it.
  for (auto it = stack_.rbegin(); it != stack_.rend(); ++it)
    if (!it->is_item && it->order > usual && nesting_.goes_on_behind(it->entry, e) &&
        flow_.body_size > 0)
      return it->order + 1;
  if (flow_.body_size > 0) return usual;
  // In a text nothing but the numbers beside it tells: it is the parent of the list that begins
  // behind it, else the sibling of the heading in front of it, unless it directly follows that.
  const bool opens_first = e + 1 < entries_.size() && entries_[e + 1].marker &&
                           entries_[e + 1].kind == EntryKind::heading &&
                           entries_[e + 1].marker->ordinal == 1;
  const int below = opens_first ? order(*entries_[e + 1].marker->style) : 0;
  for (auto it = stack_.rbegin(); it != stack_.rend(); ++it) {
    if (it->is_item || (opens_first && it->order >= below)) continue;
    const bool directly_behind = e > 0 && entries_[e - 1].kind == EntryKind::heading;
    if (directly_behind || it->style->role != MarkerRole::either) break;
    style = it->style;
    return it->order;
  }
  return usual;
}

/// The title of a heading, its lines joined.
std::string TreeBuilder::title_of(std::size_t e) const {
  const Entry& entry = entries_[e];
  if (entry.title_entry < 0) return to_utf8(body_of(entry, flow_));
  LocatedText title;
  for (int i = entry.title_entry; i <= std::max(entry.title_entry, entry.title_last); ++i) {
    const Entry& line = entries_[static_cast<std::size_t>(i)];
    const LocatedText& text_ = flow_.blocks[static_cast<std::size_t>(line.block)].text;
    if (i != entry.title_entry && line.kind != EntryKind::heading_title) continue;
    append_line(title, text_.slice(line.marker ? line.marker->body : 0, text_.size()));
  }
  return title.utf8();
}

void TreeBuilder::open_section(std::size_t e, const MarkerStyle& style, int level) {
  const Entry& entry = entries_[e];
  Section section_;
  section_.id = "s" + std::to_string(out_.sections.size() + 1);
  for (const Open& open : stack_) {
    section_.parent = "s" + std::to_string(open.index + 1);
    ++section_.level;
  }
  const LocatedText& line = text(e);
  if (entry.marker) {
    section_.marker = line.utf8(entry.marker->begin, entry.marker->end);
    section_.ordinal = entry.marker->ordinal;
    if (section_.ordinal) section_.anomaly = series(style).add(*section_.ordinal);
  } else if (style.name != kPlain.name) {
    series(style).add_without_number();
  }
  section_.title = title_of(e);
  section_.at = locate(line, flow_.lines);
  if (section_.level == 1 && section_.ordinal) last_outermost_[&style] = *section_.ordinal;
  out_.sections.push_back(std::move(section_));
  stack_.push_back({&style, level, false, static_cast<int>(out_.sections.size()) - 1, e, false});
}

void TreeBuilder::heading(std::size_t e) {
  const Entry& entry = entries_[e];
  const MarkerStyle* style = entry.marker ? &style_in_series(e) : nullptr;
  const int level = entry.marker ? order_of_marker(e, *style) : order_of_plain(e, style);
  close(entry.marker && resumes_part(*entry.marker, *style) ? 0 : level, true);
  open_section(e, *style, level);
  own(e, 0, text(e).size(), true);
}

void TreeBuilder::open_item(std::size_t e, const Marker& marker, const MarkerStyle& style,
                            int level, bool inside) {
  close(level, false);
  const LocatedText& line = text(e);
  Item item_;
  item_.id = "i" + std::to_string(out_.items.size() + 1);
  if (section() != kRoot) item_.section = "s" + std::to_string(section() + 1);
  if (item() != kRoot) item_.parent = "i" + std::to_string(item() + 1);
  item_.marker = line.utf8(marker.begin, marker.end);
  item_.ordinal = marker.ordinal;
  if (marker.ordinal) item_.anomaly = series(style).add(*marker.ordinal);
  out_.items.push_back(std::move(item_));
  extents_.push_back({e, marker.begin, marker.body, e, line.size()});
  stack_.push_back({&style, level, true, static_cast<int>(out_.items.size()) - 1, e, inside});
}

/// Items that began inside a paragraph end with it, unless they carry on the paragraph's own list.
void TreeBuilder::end_inside_items(const MarkerStyle* start) {
  while (!stack_.empty() && stack_.back().inside && stack_.back().style != start) pop();
}

void TreeBuilder::prose(std::size_t e) {
  const Entry& entry = entries_[e];
  const LocatedText& line = text(e);
  std::size_t at = 0;
  const MarkerStyle* start = nullptr;
  if (entry.kind == EntryKind::item) {
    start = &style_in_series(e);
    open_item(e, *entry.marker, *start, order_of_marker(e, *start), false);
    start = entry.marker->style;
  }
  for (const Marker& marker : markers_.inside(line.chars, entry.marker)) {
    own(e, at, marker.begin, false);
    done_entry_ = e;
    done_end_ = marker.begin;
    at = marker.begin;
    open_item(e, marker, *marker.style, order(*marker.style), true);
  }
  own(e, at, line.size(), false);
  done_entry_ = e;
  done_end_ = line.size();
  end_inside_items(start);
}

void TreeBuilder::table(std::size_t e) {
  const int region = flow_.blocks[static_cast<std::size_t>(entries_[e].block)].region;
  if (region < 0 || static_cast<std::size_t>(region) >= tables_.grid_of_region.size()) return;
  const int grid = tables_.grid_of_region[static_cast<std::size_t>(region)];
  if (grid >= 0 && out_.section_of_grid[static_cast<std::size_t>(grid)] == kRoot)
    out_.section_of_grid[static_cast<std::size_t>(grid)] = section();
}

/// The text of an item: its part of each paragraph, one a line.
std::string TreeBuilder::text_of(const Extent& extent) const {
  std::u32string all;
  for (std::size_t e = extent.entry; e <= extent.last_entry; ++e) {
    if (e != extent.entry && entries_[e].kind != EntryKind::paragraph &&
        entries_[e].kind != EntryKind::item)
      continue;
    std::u32string_view part = text(e).chars;
    const std::size_t end =
        e == extent.last_entry ? std::min(extent.end, part.size()) : part.size();
    const std::size_t begin = e == extent.entry ? std::min(extent.begin, end) : 0;
    part = part.substr(begin, end - begin);
    while (!part.empty() && is_blank(part.back())) part.remove_suffix(1);
    if (!all.empty() && !part.empty()) all.push_back(U'\n');
    all.append(part);
  }
  return to_utf8(all);
}

void TreeBuilder::finish_items() {
  while (!stack_.empty()) pop();
  for (std::size_t i = 0; i < out_.items.size(); ++i) {
    const Extent& extent = extents_[i];
    out_.items[i].text = text_of(extent);
    const LocatedText& line = text(extent.entry);
    const std::size_t end = extent.entry == extent.last_entry ? extent.end : line.size();
    out_.items[i].at = locate(line, extent.marker, end, flow_.lines);
  }
}

Outline TreeBuilder::run() {
  out_.section_of_grid.assign(tables_.grids.size(), kRoot);
  for (std::size_t e = 0; e < entries_.size(); ++e) {
    switch (entries_[e].kind) {
      case EntryKind::heading:
        heading(e);
        break;
      case EntryKind::heading_title:
        own(e, 0, text(e).size(), true);
        break;
      case EntryKind::item:
      case EntryKind::paragraph:
        prose(e);
        break;
      case EntryKind::aside:
        if (entries_[e].ends_items) close_items();
        out_.owners.push_back({entries_[e].block, 0, static_cast<std::uint32_t>(text(e).size()),
                               section(), kRoot, false});
        break;
      case EntryKind::table:
        table(e);
        break;
    }
  }
  finish_items();
  return std::move(out_);
}

}  // namespace

Outline build_tree(const std::vector<Entry>& entries, const Flow& flow, const Tables& tables,
                   const MarkerReader& markers, const Nesting& nesting,
                   const PatternSet& patterns) {
  return TreeBuilder(entries, flow, tables, markers, nesting, patterns).run();
}

}  // namespace gouji
