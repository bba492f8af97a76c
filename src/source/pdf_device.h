// SPDX-License-Identifier: GPL-3.0-or-later
// The OutputDev: Poppler interprets a page, this gathers glyphs, rulings and images in one pass.
//
// Private to source/: it includes Poppler's private headers.
#pragma once

#include <OutputDev.h>

#include <chrono>
#include <string>
#include <unordered_map>
#include <vector>

#include "source/page.h"
#include "source/pdf.h"
#include "source/pdf_compat.h"
#include "source/pdf_fonts.h"
#include "source/pdf_glyphs.h"
#include "source/pdf_problems.h"
#include "source/pdf_rulings.h"

namespace gouji {

/// Decodes `stream` to its end or to `cap` bytes. true: the end was reached.
bool read_stream(Stream& stream, long cap, std::string& out);

/// Thrown out of a callback to leave a page that costs too much; caught in source/pdf.cc. Poppler's
/// own abort callback does not stop nested forms. Poppler is built without exceptions: what its
/// functions hold at that moment is lost (some kilobytes a stopped page).
struct PageStopped {};

class PdfDevice final : public OutputDev {
 public:
  PdfDevice(FontTable& fonts, const PdfLimits& limits) : fonts_(fonts), limits_(limits) {}

  /// Starts on `page`; it must live until finish().
  void begin(Page& page);
  /// Completes the page. After it, and after a PageStopped, no callback does anything.
  PageFacts finish();
  /// Ends the page early. Never returns.
  [[noreturn]] void stop(PageLimit limit);
  /// Counts `n` units of work and stops the page if it has done too much.
  void work(long n = 1);

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  /// Always false: Poppler then opens no image at all (a JPEG 2000 would be decoded before the
  /// first callback). It asks where it would draw one, which tells where images stand.
  bool needNonText() override;
  bool useShadedFills(int) override { return true; }

  void startPage(int number, GfxState* state, XRef* xref) override;
  void dump() override;  // Poppler calls it every 20,000 operators
  void saveState(GfxState*) override { work(); }
  void restoreState(GfxState* state) override;
  void updateAll(GfxState*) override {}
  void updateCTM(GfxState* state, double, double, double, double, double, double) override;
  void updateFont(GfxState*) override { work(); }
  void updateFillColor(GfxState*) override { fill_is_known_ = false; }
  void updateFillColorSpace(GfxState* state) override;
  void updateFillOpacity(GfxState*) override { fill_is_known_ = false; }
  void updateStrokeColor(GfxState*) override { stroke_is_known_ = false; }
  void updateStrokeColorSpace(GfxState*) override { stroke_is_known_ = false; }
  void updateStrokeOpacity(GfxState*) override { stroke_is_known_ = false; }

  void stroke(GfxState* state) override;
  void fill(GfxState* state) override;
  void eoFill(GfxState* state) override;
  void clip(GfxState* state) override;
  void eoClip(GfxState* state) override;
  bool functionShadedFill(GfxState*, GfxFunctionShading*) override { return true; }
  bool axialShadedFill(GfxState*, GfxAxialShading*, double, double) override { return true; }
  bool radialShadedFill(GfxState*, GfxRadialShading*, double, double) override { return true; }
  bool gouraudTriangleShadedFill(GfxState*, GfxGouraudTriangleShading*) override { return true; }
  bool patchMeshShadedFill(GfxState*, GfxPatchMeshShading*) override { return true; }

  void beginString(GfxState* state, const GooString* text) override;
  void endString(GfxState*) override { in_string_ = false; }
  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                double origin_y, CharCode code, int bytes, const Unicode* unicode,
                int length) override;
  void beginActualText(GfxState* state, const GooString* text) override;
  void endActualText(GfxState* state) override;

  void beginForm(GOUJI_POPPLER_FORM id) override { begin_form(id); }
  void endForm(GOUJI_POPPLER_FORM) override { --form_depth_; }
  void beginTransparencyGroup(GfxState* state, const double* box, GfxColorSpace* space,
                              bool isolated, bool knockout, bool is_soft_mask) override;
  void endTransparencyGroup(GfxState* state) override;

 private:
  /// What all glyphs of one string share.
  struct Run {
    const FontFacts* font = nullptr;
    Glyph glyph;                      ///< size, font, turn, bold, invisible
    double dx = 0, dy = 0;            ///< unit vector of the direction of writing, on the page
    double up_x = 0, up_y = -1;       ///< unit vector from baseline to ascent
    double space_x = 0, space_y = 0;  ///< character spacing, user space
    double blank_x = 0, blank_y = 0;  ///< and word spacing, for code 32
    Box clip;
  };

  void begin_form(Ref id);
  bool is_form_too_long(Ref id);
  bool is_off() const { return stopped_ || page_ == nullptr || mask_depth_ > 0; }
  Paint fill_paint(const GfxState* state);
  Paint stroke_paint(const GfxState* state);
  void fill_path(GfxState* state, bool even_odd);
  void follow(const GfxState* state);
  Glyph place_glyph(Point origin, Point end) const;
  bool is_shown(const Glyph& glyph, bool is_blank_character);
  void emit(Glyph glyph, CharCode code, const Unicode* unicode, int length);

  FontTable& fonts_;
  const PdfLimits& limits_;
  Page* page_ = nullptr;
  bool stopped_ = false;
  XRef* xref_ = nullptr;
  std::unordered_map<int, bool> long_forms_;  ///< by object number
  PageFacts facts_;
  GlyphGatherer glyphs_;
  RulingGatherer rulings_;
  Run run_;
  std::u32string characters_;  ///< of one glyph; kept to save allocations
  Paint fill_paint_ = Paint::ink, stroke_paint_ = Paint::ink;
  bool fill_is_known_ = false, stroke_is_known_ = false;
  bool fill_is_pattern_ = false;
  bool in_string_ = false;
  double ctm_[6] = {1, 0, 0, 1, 0, 0};  ///< as of now; images come without a GfxState
  Box clip_;
  int form_depth_ = 0;
  int marks_ = 0;       ///< marked content that is open
  int mask_depth_ = 0;  ///< inside soft masks nothing is painted
  std::vector<bool> groups_;
  long work_ = 0;
  long next_look_at_clock_ = 0;
  std::chrono::steady_clock::time_point deadline_;
};

}  // namespace gouji
