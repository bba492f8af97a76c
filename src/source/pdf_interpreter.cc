// SPDX-License-Identifier: GPL-3.0-or-later
// Method: Poppler builds all fonts of a page's resources anew for every page, a quarter of the time
// of reading a report. Resources form a stack in Gfx: the fonts of the document lie at its bottom
// and stay, a page adds what it has that is new; only a name that means another font than before is
// built for that page alone. Gfx fixes page size and rotation when it is made, so there is one for
// each of them. It is thrown away after a page that was stopped, and after every page of a
// document with layers.
//
// A page's own content is decompressed into memory first, with a cap: a flood of white space never
// reaches a callback that could stop it.
#include "source/pdf_interpreter.h"

#include <Annot.h>
#include <Dict.h>

#include <algorithm>
#include <utility>

namespace gouji {

namespace {

constexpr double kPointsAnInch = 72;   ///< at which Poppler's device space is points
constexpr std::size_t kMaxStages = 4;  ///< portrait, landscape, and each once more
/// Fonts kept; each takes up to 256 KB. Reports have 5 to 20.
constexpr std::size_t kMaxKeptFonts = 48;

bool is_same(const PDFRectangle& a, const PDFRectangle& b) {
  return a.x1 == b.x1 && a.y1 == b.y1 && a.x2 == b.x2 && a.y2 == b.y2;
}

/// Appends the decoded content of the page. false: the cap was reached.
bool read_contents(Object& contents, long cap, std::string& out) {
  if (contents.isStream()) return read_stream(*contents.getStream(), cap, out);
  if (!contents.isArray()) return true;
  for (int i = 0; i < contents.arrayGetLength(); ++i) {
    Object piece = contents.arrayGet(i);
    if (!piece.isStream()) continue;
    if (!read_stream(*piece.getStream(), cap, out)) return false;
    out.push_back('\n');  // a token never runs over the end of a stream
  }
  return true;
}

}  // namespace

PdfInterpreter::Stage& PdfInterpreter::stage_for(::Page& page, int number) {
  const PDFRectangle& box = *page.getCropBox();
  const int rotate = page.getRotate();
  for (Stage& stage : stages_)
    if (stage.rotate == rotate && is_same(stage.box, box)) return stage;
  if (stages_.size() >= kMaxStages) stages_.erase(stages_.begin());
  Object nothing(new Dict(doc_.getXRef()));
  Stage& stage = stages_.emplace_back();
  stage.box = box;
  stage.rotate = rotate;
  stage.gfx = std::make_unique<Gfx>(&doc_, &device_, number, nothing.getDict(), kPointsAnInch,
                                    kPointsAnInch, &stage.box, nullptr, rotate);
  return stage;
}

/// Gives the stage the fonts that are new to it; returns the resources that are for this page only.
Object PdfInterpreter::resources_for(Stage& stage, Dict* resources) {
  XRef* xref = doc_.getXRef();
  if (resources == nullptr) return Object(new Dict(xref));
  Object own(resources->copy(xref));
  const Object fonts = resources->lookup("Font");
  if (!fonts.isDict()) return own;
  Object fresh(new Dict(xref)), other(new Dict(xref));
  for (int i = 0; i < fonts.dictGetLength(); ++i) {
    const char* name = fonts.getDict()->getKey(i);
    const Object& value = fonts.getDict()->getValNF(i);
    const bool has_room = value.isRef() && stage.fonts.size() < kMaxKeptFonts;
    const auto known = stage.fonts.find(name);
    if (known != stage.fonts.end() && value.isRef() && value.getRef() == known->second) continue;
    if (known == stage.fonts.end() && has_room) {
      stage.fonts.emplace(name, value.getRef());
      fresh.dictAdd(name, value.copy());
    } else {
      other.dictAdd(name, value.copy());
    }
  }
  if (fresh.dictGetLength() > 0) {
    Object layer(new Dict(xref));
    layer.dictAdd("Font", std::move(fresh));
    stage.gfx->pushResources(layer.getDict());
  }
  own.getDict()->remove("Font");
  if (other.dictGetLength() > 0) own.dictAdd("Font", std::move(other));
  return own;
}

void PdfInterpreter::interpret(Stage& stage, ::Page& page) {
  Gfx& gfx = *stage.gfx;
  Object raw = page.getContents();
  contents_.clear();
  const bool is_complete = read_contents(raw, limits_.max_content_bytes_a_page, contents_);
  if (!contents_.empty()) {
    Object content(static_cast<Stream*>(new MemStream(
        contents_.data(), 0, static_cast<Goffset>(contents_.size()), Object(objNull))));
    gfx.saveState();
    gfx.display(&content);
    gfx.restoreState();
  }
  if (!is_complete) device_.stop(PageLimit::content);
  if (Annots* annotations = page.getAnnots())
    for (const auto& annotation : annotations->getAnnots()) annotation->draw(&gfx, false);
}

void PdfInterpreter::show(int number) {
  ::Page* page = doc_.getPage(number);
  if (page == nullptr) device_.stop(PageLimit::broken);
  Stage& stage = stage_for(*page, number);
  const auto drop_stage = [&] { stages_.erase(stages_.begin() + (&stage - stages_.data())); };
  try {
    const Object resources = resources_for(stage, page->getResourceDict());
    stage.gfx->pushResources(resources.getDict());
    device_.startPage(number, stage.gfx->getState(), doc_.getXRef());
    interpret(stage, *page);
    stage.gfx->popResources();
  } catch (...) {
    drop_stage();
    throw;
  }
  // A page that leaves a hidden layer open would hide the next one.
  if (doc_.getOptContentConfig() != nullptr) drop_stage();
}

}  // namespace gouji
