// SPDX-License-Identifier: GPL-3.0-or-later
// Result<T>: a value, or the reason why a call cannot deliver one.
//
// Three channels are never mixed in gouji: an Error (this file) means that the call cannot deliver;
// a Problem (report.h) says that the document is odd while work goes on; a bug is an assertion.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace gouji {

/// What kind of failure it is. The exit status of the program and the wording of the remedy hang on
/// it.
enum class ErrorCode {
  usage,           ///< the call itself is wrong (an unknown option, a bad value)
  not_found,       ///< no such file
  is_directory,    ///< a folder where a file is needed
  unreadable,      ///< the file exists but cannot be read (permissions, an I/O error)
  empty,           ///< zero bytes
  too_large,       ///< beyond the limits that protect memory
  unknown_format,  ///< neither a PDF nor text
  damaged,         ///< a PDF without usable structure, e.g. a truncated download
  encrypted,       ///< a password is needed, or the one given is wrong
  undecodable,     ///< the bytes are no text in any known (or the requested) encoding
  hostile,  ///< a cap on glyphs, paths or operators was reached before anything useful was read
  timeout,  ///< reading took longer than it may
  out_of_memory,  ///< reading took more memory than it may
  crashed,        ///< the process that read it ended by itself
  killed,         ///< … was ended by somebody else, again and again
  bad_pattern,    ///< a pattern file is not valid
  output,         ///< the result could not be written
};

/// Why a call could not deliver. `message` opens with the place (a file, or file:line:column) and
/// says what is wrong; `remedy` says what the caller can do about it and may be empty. Both are
/// English, one sentence, no newline.
struct Error {
  ErrorCode code = ErrorCode::unreadable;
  std::string message;
  std::string remedy;
};

/// A value or an Error, with the member names of std::expected (which GCC 12 has in C++23 mode
/// only).
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  /// The value. Calling this on an error is a bug of the caller.
  T& value() & {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  const T& value() const& {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  T&& value() && {
    assert(has_value());
    return std::move(*std::get_if<0>(&state_));
  }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  /// The error. Calling this on a value is a bug of the caller.
  const Error& error() const {
    assert(!has_value());
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

/// The outcome of a call that delivers nothing but success.
struct Done {};

}  // namespace gouji
