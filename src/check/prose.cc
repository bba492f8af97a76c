// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/prose.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.h"
#include "text/charclass.h"

namespace gouji {

namespace {

constexpr std::size_t kKinds = 7;
/// By FigureKind: money, percent, count, measure, score, ratio, number.
constexpr std::array<char32_t, kKinds> kSigns = {U'Ⓜ', U'Ⓟ', U'Ⓒ', U'Ⓠ', U'Ⓢ', U'Ⓡ', U'Ⓝ'};
/// What stands for such a character that the document itself prints.
constexpr char32_t kPrintedSign = U'○';

char32_t sign_of(FigureKind kind) {
  return kSigns[static_cast<std::size_t>(kind)];
}

class Masker {
 public:
  Masker(const Flow& flow, const Figures& figures) : flow_(flow), figures_(figures) {
    while (next_ < figures_.origins.size() && figures_.origins[next_].block < 0) ++next_;
  }

  /// Owners must be given in reading order.
  Passage mask(const Owner& owner);

 private:
  /// The figure that begins at a character of the block, or -1; goes forward only.
  int figure_at(int block, std::uint32_t at);
  void put(Passage& passage, char32_t c, std::uint32_t origin) const;

  const Flow& flow_;
  const Figures& figures_;
  std::size_t next_ = 0;
};

int Masker::figure_at(int block, std::uint32_t at) {
  const auto& origins = figures_.origins;
  const auto before = [&](const FigureOrigin& origin) {
    return origin.block < block || (origin.block == block && origin.begin < at);
  };
  while (next_ < origins.size() && before(origins[next_])) ++next_;
  if (next_ == origins.size()) return -1;
  const FigureOrigin& origin = origins[next_];
  return origin.block == block && origin.begin == at ? static_cast<int>(next_) : -1;
}

void Masker::put(Passage& passage, char32_t c, std::uint32_t origin) const {
  const std::size_t before = passage.text.size();
  append_utf8(passage.text, c);
  passage.origin.insert(passage.origin.end(), passage.text.size() - before, origin);
}

Passage Masker::mask(const Owner& owner) {
  Passage passage;
  passage.block = owner.block;
  passage.section = owner.section;
  passage.item = owner.item;
  passage.heading = owner.heading;
  const std::u32string& chars = flow_.blocks[static_cast<std::size_t>(owner.block)].text.chars;
  const auto end = std::min<std::uint32_t>(owner.end, static_cast<std::uint32_t>(chars.size()));
  for (std::uint32_t i = owner.begin; i < end;) {
    const int index = figure_at(owner.block, i);
    if (index < 0) {
      const bool sign = std::find(kSigns.begin(), kSigns.end(), chars[i]) != kSigns.end();
      if (!is_blank(chars[i])) put(passage, sign ? kPrintedSign : chars[i], i);
      ++i;
      continue;
    }
    const auto at = static_cast<std::size_t>(index);
    const Figure& figure = figures_.figures[at];
    const bool range = figure.range.has_value();
    const bool both = range && at + 1 < figures_.figures.size() &&
                      figures_.figures[at + 1].id == *figure.range &&
                      figures_.origins[at + 1].block == owner.block;
    passage.figures.push_back({index, passage.text.size(), range});
    put(passage, sign_of(figure.kind), i);
    i = std::max(i + 1, figures_.origins[both ? at + 1 : at].end);
  }
  passage.origin.push_back(end);
  return passage;
}

}  // namespace

const ProseFigure* Passage::figure_at(std::size_t offset) const {
  const auto at = std::lower_bound(
      figures.begin(), figures.end(), offset,
      [](const ProseFigure& figure, std::size_t byte) { return figure.offset < byte; });
  return at != figures.end() && at->offset == offset ? &*at : nullptr;
}

Prose read_prose(const Flow& flow, const Tables& tables, const Outline& outline,
                 const Figures& figures) {
  Prose prose;
  Masker masker(flow, figures);
  std::size_t owner = 0;
  for (std::size_t i = 0; i < flow.blocks.size(); ++i) {
    const Block& block = flow.blocks[i];
    const int number = static_cast<int>(i);
    while (owner < outline.owners.size() && outline.owners[owner].block < number) ++owner;
    if (block.kind != BlockKind::paragraph && block.kind != BlockKind::note) continue;
    if (i < tables.roles.size() && tables.roles[i] != TableRole::none) continue;
    bool owned = false;
    for (; owner < outline.owners.size() && outline.owners[owner].block == number; ++owner) {
      owned = true;
      prose.passages.push_back(masker.mask(outline.owners[owner]));
    }
    if (owned) continue;
    Owner nobody;
    nobody.block = number;
    nobody.end = static_cast<std::uint32_t>(block.text.size());
    prose.passages.push_back(masker.mask(nobody));
  }
  return prose;
}

std::string printed(const Passage& passage, const Flow& flow, std::size_t begin, std::size_t end) {
  const LocatedText& text = flow.blocks[static_cast<std::size_t>(passage.block)].text;
  std::string out;
  for (std::uint32_t i = passage.origin[begin]; i < passage.origin[end]; ++i)
    if (!is_blank(text.chars[i])) append_utf8(out, text.chars[i]);
  return out;
}

At place(const Passage& passage, const Flow& flow, std::size_t begin, std::size_t end) {
  const LocatedText& text = flow.blocks[static_cast<std::size_t>(passage.block)].text;
  return locate(text, passage.origin[begin], passage.origin[end], flow.lines);
}

}  // namespace gouji
