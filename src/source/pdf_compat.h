// SPDX-License-Identifier: GPL-3.0-or-later
// Where Poppler's private headers differ between 22.12 (Debian 12), 24.02 (Ubuntu 24.04) and 25.03
// (Debian 13). What the compiler can find out by itself needs no version number. Private to
// source/.
#pragma once

#include <PDFDoc.h>
#include <Stream.h>
#include <goo/GooString.h>
#include <poppler-version.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

// Parameters of OutputDev::beginForm() and endForm(), but for the name of the last: the form object
// comes first since 24.02.
#if POPPLER_VERSION_MAJOR > 24 || (POPPLER_VERSION_MAJOR == 24 && POPPLER_VERSION_MINOR >= 2)
#define GOUJI_POPPLER_FORM Object*, Ref
#else
#define GOUJI_POPPLER_FORM Ref
#endif

namespace gouji {

/// A document on `stream`, which it takes over. Older ones take a pointer for a viewer as well.
template <class Document = PDFDoc>
std::unique_ptr<Document> make_document(BaseStream* stream,
                                        const std::optional<GooString>& password,
                                        const std::function<void()>& on_rebuilt) {
  using Password = const std::optional<GooString>&;
  using Callback = const std::function<void()>&;
  if constexpr (std::is_constructible_v<Document, BaseStream*, Password, Password, void*, Callback>)
    return std::make_unique<Document>(stream, password, password, nullptr, on_rebuilt);
  else
    return std::make_unique<Document>(stream, password, password, on_rebuilt);
}

/// Names that are a GooString*, a GooString or a std::string, by version.
inline std::string plain_string(const GooString* text) {
  return text != nullptr ? text->toStr() : std::string();
}
inline std::string plain_string(const std::string& text) {
  return text;
}

/// Back to the start of a stream; newer ones have rewind() for reset().
template <class AnyStream>
void restart(AnyStream& stream) {
  if constexpr (requires { stream.rewind(); })
    static_cast<void>(stream.rewind());
  else
    stream.reset();
}

}  // namespace gouji
