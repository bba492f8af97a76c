// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/pdf_render.h"

#include <poppler-document.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <limits>
#include <utility>

#include "source/pdf_poppler.h"

namespace gouji {

namespace {

constexpr double kMaxPixels = 100e6;
constexpr double kPointsAnInch = 72;

Pixels pixels_of(const poppler::image& image) {
  Pixels out;
  out.width = image.width();
  out.height = image.height();
  out.rgb.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * 3);
  const auto stride = static_cast<std::size_t>(image.bytes_per_row());
  const std::size_t row_bytes = static_cast<std::size_t>(out.width) * 3;
  for (std::size_t y = 0; y < static_cast<std::size_t>(out.height); ++y) {
    const char* from = image.const_data() + y * stride;
    for (std::size_t i = 0; i < row_bytes; ++i)
      out.rgb[y * row_bytes + i] = static_cast<std::uint8_t>(from[i]);
  }
  return out;
}

}  // namespace

struct PdfRenderer::State {
  std::string name;
  std::unique_ptr<poppler::document> document;
  poppler::page_renderer renderer;
};

PdfRenderer::PdfRenderer(std::unique_ptr<State> state) : state_(std::move(state)) {}
PdfRenderer::~PdfRenderer() = default;
PdfRenderer::PdfRenderer(PdfRenderer&&) noexcept = default;
PdfRenderer& PdfRenderer::operator=(PdfRenderer&&) noexcept = default;

Result<PdfRenderer> PdfRenderer::open(std::string_view bytes, const std::string& name,
                                      const std::string& password) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    return Error{ErrorCode::too_large, name + ": too large to be rendered (over 2 GB)", ""};
  start_poppler();
  auto state = std::make_unique<State>();
  state->name = name;
  state->document.reset(poppler::document::load_from_raw_data(
      bytes.data(), static_cast<int>(bytes.size()), password, password));
  if (!state->document)
    return Error{ErrorCode::damaged, name + ": the PDF cannot be opened to be rendered",
                 "download the file again"};
  if (state->document->is_locked())
    return Error{ErrorCode::encrypted, name + ": the PDF is encrypted and needs a password",
                 "give it with --password"};
  state->renderer.set_image_format(poppler::image::format_rgb24);
  state->renderer.set_render_hint(poppler::page_renderer::antialiasing);
  state->renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
  return PdfRenderer(std::move(state));
}

int PdfRenderer::pages() const {
  return state_->document->pages();
}

Result<Pixels> PdfRenderer::page(int number, int dpi) const {
  const std::string place = state_->name + ": page " + std::to_string(number);
  if (number < 1 || number > pages()) return Error{ErrorCode::usage, place + " does not exist", ""};
  if (dpi < 10 || dpi > 1200)
    return Error{ErrorCode::usage, place + ": " + std::to_string(dpi) + " dpi is not in 10..1200",
                 ""};
  const std::unique_ptr<poppler::page> page(state_->document->create_page(number - 1));
  if (!page) return Error{ErrorCode::damaged, place + " cannot be read", ""};
  const poppler::rectf size = page->page_rect();
  const double scale = dpi / kPointsAnInch;
  if (size.width() * scale * size.height() * scale > kMaxPixels)
    return Error{ErrorCode::too_large, place + " has too many pixels", "render at fewer dpi"};
  const poppler::image image = state_->renderer.render_page(page.get(), dpi, dpi);
  if (!image.is_valid() || image.format() != poppler::image::format_rgb24)
    return Error{ErrorCode::damaged, place + " cannot be rendered", ""};
  return pixels_of(image);
}

}  // namespace gouji
