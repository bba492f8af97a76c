// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postgres_database.h"
#include "store/sqlite_database.h"
#include "store/store.h"

namespace gouji {

std::string store_name(const std::string& address) {
  const std::size_t start = address.find("://");
  const std::size_t at = address.find('@');
  if (start == std::string::npos || at == std::string::npos) return address;
  const std::size_t colon = address.find(':', start + 3);
  return colon < at ? address.substr(0, colon) + address.substr(at) : address;
}

Result<Store> open_store(const std::string& address, bool writing) {
  // SQLite would take it for a store that goes away when it is closed.
  if (address.empty())
    return Error{ErrorCode::usage, "the name of the store is empty",
                 "name a file, or postgresql://USER@HOST/DATABASE"};
  const bool postgres = address.starts_with("postgresql://") || address.starts_with("postgres://");
  Result<std::unique_ptr<Database>> database =
      postgres ? open_postgres(address)
               : open_sqlite(address, writing ? OpenMode::write : OpenMode::read);
  if (!database) return database.error();
  return Store(std::move(*database));
}

}  // namespace gouji
