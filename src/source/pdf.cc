// SPDX-License-Identifier: GPL-3.0-or-later
// Method: Poppler's errors and exceptions end here. A page is interpreted (pdf_interpreter.h) on
// our device (pdf_device.h); what it gave until something stopped it is kept.
#include "source/pdf.h"

#include <Error.h>
#include <ErrorCodes.h>
#include <GlobalParams.h>
#include <PDFDoc.h>

#include <algorithm>
#include <new>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "source/pdf_characters.h"
#include "source/pdf_compat.h"
#include "source/pdf_device.h"
#include "source/pdf_interpreter.h"
#include "source/pdf_poppler.h"
#include "source/pdf_problems.h"

namespace gouji {

namespace {

thread_local PdfProblems* listening_problems = nullptr;
thread_local int listening_page = 0;

void on_poppler_message(ErrorCategory, Goffset, const char* message) {
  if (listening_problems != nullptr && message != nullptr)
    listening_problems->add_message(message, listening_page);
}

std::optional<GooString> goo(const std::string& text) {
  if (text.empty()) return {};
  return std::optional<GooString>(std::in_place, text);
}

std::string info_entry(PDFDoc& doc, const char* key) {
  const auto value = doc.getDocInfoStringEntry(key);
  if (!value) return {};
  std::u32string text = decode_pdf_string(value->toStr());
  std::erase_if(text, [](char32_t c) { return c < 0x20; });
  return to_utf8(text);
}

Error open_error(PDFDoc& doc, const std::string& name, const std::string& password) {
  if (doc.getErrorCode() == errEncrypted) {
    if (password.empty())
      return {ErrorCode::encrypted, name + ": the PDF is encrypted and needs a password",
              "give it with --password"};
    return {ErrorCode::encrypted, name + ": the password does not open the PDF",
            "give the right one with --password"};
  }
  return {ErrorCode::damaged,
          name +
              ": the PDF is damaged: its objects or pages cannot be found; it may be a "
              "truncated download",
          "download the file again"};
}

}  // namespace

void start_poppler() {
  // Kept for the process: Poppler's globals must outlive every document, so it is never destroyed.
  alignas(GlobalParamsIniter) static unsigned char room[sizeof(GlobalParamsIniter)];
  static const auto* const initer = new (room) GlobalParamsIniter(&on_poppler_message);
  static_cast<void>(initer);
}

PopplerListener::PopplerListener(PdfProblems& problems, int page)
    : outer_problems_(std::exchange(listening_problems, &problems)),
      outer_page_(std::exchange(listening_page, page)) {}

PopplerListener::~PopplerListener() {
  listening_problems = outer_problems_;
  listening_page = outer_page_;
}

struct PdfDocument::State {
  State(std::unique_ptr<PDFDoc> doc_in, const PdfLimits& limits_in)
      : doc(std::move(doc_in)),
        limits(limits_in),
        device(fonts, limits),
        interpreter(*doc, device, limits) {}

  std::unique_ptr<PDFDoc> doc;
  PdfLimits limits;
  PdfInfo info;
  PdfProblems problems;
  FontTable fonts;
  PdfDevice device;
  PdfInterpreter interpreter;
};

PdfDocument::PdfDocument(std::unique_ptr<State> state) : state_(std::move(state)) {}
PdfDocument::~PdfDocument() = default;
PdfDocument::PdfDocument(PdfDocument&&) noexcept = default;
PdfDocument& PdfDocument::operator=(PdfDocument&&) noexcept = default;

Result<PdfDocument> PdfDocument::open(std::string_view bytes, const std::string& name,
                                      const std::string& password, const PdfLimits& limits) {
  constexpr std::size_t kHeaderWithin = 1024;  // PDF 32000-1, annex H, note 13
  if (bytes.substr(0, kHeaderWithin).find("%PDF") == std::string_view::npos)
    return Error{ErrorCode::unknown_format, name + ": not a PDF: no %PDF in its first 1024 bytes",
                 ""};
  start_poppler();
  PdfProblems problems;
  const PopplerListener listener(problems, 0);
  bool rebuilt = false;
  const auto load = [&](const std::string& secret) {
    rebuilt = false;
    auto* stream =
        new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
    return make_document(stream, goo(secret), [&rebuilt] { rebuilt = true; });
  };
  std::unique_ptr<PDFDoc> doc = load("");
  if (!doc->isOk() && doc->getErrorCode() == errEncrypted && !password.empty()) {
    problems = PdfProblems();  // the first attempt's "Incorrect password" is no fault of the file
    doc = load(password);
  }
  if (!doc->isOk() || doc->getNumPages() <= 0) return open_error(*doc, name, password);
  auto state = std::make_unique<State>(std::move(doc), limits);
  state->problems = std::move(problems);
  if (rebuilt) state->problems.add_rebuilt();
  PdfInfo& info = state->info;
  info.pages = state->doc->getNumPages();
  if (info.pages > limits.max_pages) {
    state->problems.add_page_cap(info.pages, limits.max_pages);
    info.pages = limits.max_pages;
  }
  info.encrypted = state->doc->isEncrypted();
  info.title = info_entry(*state->doc, "Title");
  info.producer = info_entry(*state->doc, "Producer");
  const std::string creator = info_entry(*state->doc, "Creator");
  if (info.producer.empty())
    info.producer = creator;
  else if (!creator.empty() && creator != info.producer)
    info.producer += " / " + creator;
  return PdfDocument(std::move(state));
}

const PdfInfo& PdfDocument::info() const {
  return state_->info;
}

Page PdfDocument::page(int number) {
  Page page;
  page.number = number;
  const PopplerListener listener(state_->problems, number);
  state_->device.begin(page);
  PageLimit broken = PageLimit::none;
  try {
    state_->interpreter.show(number);
  } catch (const PageStopped&) {
    // Why is among the facts.
  } catch (const std::exception&) {
    broken = PageLimit::broken;
  }
  PageFacts facts = state_->device.finish();
  if (broken != PageLimit::none) facts.limit = broken;
  state_->problems.add_page(page, facts);
  return page;
}

std::vector<Problem> PdfDocument::take_problems() {
  return state_->problems.take();
}

}  // namespace gouji
