// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of one document as bytes: what a worker hands to the process that stores, and what a
// store gives back. Compact, checked when read: its writer may be a process that has gone mad.
//
//   row   = table (1 byte), then its values, as many as the table has columns in a batch
//   value = 0 | 1 varint (zigzag) | 2 varint (length) bytes (UTF-8, no NUL)
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gouji/result.h"

namespace gouji {

struct StoreColumn;

enum class ValueKind : std::uint8_t { null, integer, text };

/// A value of a row; `text` points into the batch, and is not checked to be UTF-8: that costs a
/// tenth of storing, PostgreSQL checks it itself, and what writes JSON repairs it.
struct Value {
  ValueKind kind = ValueKind::null;
  std::int64_t integer = 0;
  std::string_view text = {};
};

/// A row of a batch. The column `document`, which all rows of a batch share, is not in it.
struct Row {
  std::uint8_t table = 0;  ///< index into report_tables()
  std::vector<Value> values;
};

class RowBatchWriter {
 public:
  void begin_row(std::uint8_t table) { bytes_.push_back(static_cast<char>(table)); }
  void null() { bytes_.push_back(static_cast<char>(ValueKind::null)); }
  void integer(std::int64_t value);
  /// Bytes that are not UTF-8, and NUL (which PostgreSQL refuses), become U+FFFD.
  void text(std::string_view value);
  /// As the column has it: an amount that a database gives as a number becomes text.
  void value(const Value& value, const StoreColumn& column);

  std::string take() { return std::move(bytes_); }

 private:
  void varint(std::uint64_t value);

  std::string bytes_;
};

/// Bytes that are no rows of this schema (unreadable).
Error damaged_rows();

class RowBatchReader {
 public:
  explicit RowBatchReader(std::string_view bytes) : rest_(bytes) {}

  /// The next row, or false at the end. Error: damaged_rows().
  Result<bool> next(Row& row);

 private:
  bool varint(std::uint64_t& value);
  bool value(Value& value);

  std::string_view rest_;
};

}  // namespace gouji
