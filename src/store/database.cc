// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include <fmt/format.h>

namespace gouji {

std::string column_list(const TableSchema& table) {
  std::string list;
  for (const StoreColumn& column : table.columns) list += (list.empty() ? "" : ", ") + column.name;
  return list;
}

std::string key_list(const TableSchema& table) {
  std::string list(document_column(table));
  for (int i = 0; i < table.key_columns; ++i)
    list += ", " + table.columns[static_cast<std::size_t>(i)].name;
  return list;
}

std::string index_ddl(const TableSchema& table, bool late) {
  std::string ddl;
  for (const Index& index : table.indexes) {
    if (index.late != late) continue;
    ddl += fmt::format("CREATE INDEX IF NOT EXISTS {}_by_{} ON {} ({}){};\n", table.name,
                       fmt::join(index.columns, "_"), table.name, fmt::join(index.columns, ", "),
                       index.where.empty() ? "" : " WHERE " + index.where);
  }
  return ddl;
}

}  // namespace gouji
