// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/row_batch.h"

#include <algorithm>

#include "base/utf8.h"
#include "store/schema.h"

namespace gouji {
namespace {

constexpr std::string_view kReplacementUtf8 = "\xEF\xBF\xBD";

}  // namespace

Error damaged_rows() {
  return {ErrorCode::unreadable, "the rows of a document are damaged", "read the document again"};
}

void RowBatchWriter::varint(std::uint64_t value) {
  while (value >= 0x80) {
    bytes_.push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  bytes_.push_back(static_cast<char>(value));
}

void RowBatchWriter::integer(std::int64_t value) {
  bytes_.push_back(static_cast<char>(ValueKind::integer));
  const auto bits = static_cast<std::uint64_t>(value);
  varint(bits << 1 ^ (value < 0 ? ~std::uint64_t{0} : 0));
}

void RowBatchWriter::text(std::string_view value) {
  if (!is_valid_utf8(value)) return text(to_utf8(from_utf8(value)));
  if (value.find('\0') != std::string_view::npos) {
    std::string clean;
    for (const char c : value) c == '\0' ? clean.append(kReplacementUtf8) : clean.append(1, c);
    return text(clean);
  }
  bytes_.push_back(static_cast<char>(ValueKind::text));
  varint(value.size());
  bytes_.append(value);
}

void RowBatchWriter::value(const Value& value, const StoreColumn& column) {
  if (value.kind == ValueKind::null)
    null();
  else if (value.kind == ValueKind::text)
    text(value.text);
  else if (column.type == ColumnType::yuan)
    text(std::to_string(value.integer));
  else
    integer(value.integer);
}

bool RowBatchReader::varint(std::uint64_t& value) {
  value = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    if (rest_.empty()) return false;
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    value |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

bool RowBatchReader::value(Value& value) {
  if (rest_.empty()) return false;
  value.kind = static_cast<ValueKind>(rest_.front());
  rest_.remove_prefix(1);
  std::uint64_t number = 0;
  switch (value.kind) {
    case ValueKind::null:
      return true;
    case ValueKind::integer:
      if (!varint(number)) return false;
      value.integer =
          static_cast<std::int64_t>(number >> 1 ^ ((number & 1) != 0 ? ~std::uint64_t{0} : 0));
      return true;
    case ValueKind::text:
      if (!varint(number) || number > rest_.size()) return false;
      value.text = rest_.substr(0, number);
      rest_.remove_prefix(number);
      return true;
  }
  return false;
}

Result<bool> RowBatchReader::next(Row& row) {
  if (rest_.empty()) return false;
  row.table = static_cast<std::uint8_t>(rest_.front());
  rest_.remove_prefix(1);
  if (row.table >= report_tables().size()) return damaged_rows();
  const TableSchema& table = report_tables()[row.table];
  row.values.resize(table.columns.size());
  for (std::size_t i = 0; i < row.values.size(); ++i) {
    Value& one = row.values[i];
    if (!value(one)) return damaged_rows();
    const StoreColumn& column = table.columns[i];
    const ValueKind wanted = column.type == ColumnType::text || column.type == ColumnType::yuan
                                 ? ValueKind::text
                                 : ValueKind::integer;
    if (one.kind == ValueKind::null ? !column.nullable : one.kind != wanted) return damaged_rows();
  }
  return true;
}

}  // namespace gouji
