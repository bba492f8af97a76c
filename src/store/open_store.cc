// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_database.h"
#include "store/store.h"

namespace gouji {

Result<Store> open_store(const std::string& address, bool writing) {
  Result<std::unique_ptr<Database>> database =
      open_sqlite(address, writing ? OpenMode::write : OpenMode::read);
  if (!database) return database.error();
  return Store(std::move(*database));
}

}  // namespace gouji
