// SPDX-License-Identifier: GPL-3.0-or-later
#ifdef GOUJI_POSTGRES
#include "store/pq_library.h"

#include <dlfcn.h>

#include <string>

namespace gouji {

namespace {

/// The name that libpq has had since PostgreSQL 8.2.
constexpr const char* kSoname = "libpq.so.5";

struct LoadedPq {
  PqLibrary library;
  std::string failure;  ///< "" = loaded
};

LoadedPq load_once() {
  LoadedPq loaded;
  void* handle = ::dlopen(kSoname, RTLD_NOW | RTLD_LOCAL);
  if (handle == nullptr) {
    loaded.failure = ::dlerror();
    return loaded;
  }
#define GOUJI_PQ_FIND(name)                                                                      \
  loaded.library.name = reinterpret_cast<decltype(loaded.library.name)>(::dlsym(handle, #name)); \
  if (loaded.library.name == nullptr) loaded.failure = std::string(kSoname) + " lacks " #name;
  GOUJI_PQ_FUNCTIONS(GOUJI_PQ_FIND)
#undef GOUJI_PQ_FIND
  return loaded;
}

}  // namespace

Result<const PqLibrary*> PqLibrary::load() {
  static const LoadedPq loaded = load_once();
  if (loaded.failure.empty()) return &loaded.library;
  return Error{ErrorCode::output,
               "libpq, which talks to PostgreSQL, cannot be loaded: " + loaded.failure,
               "install it (Debian: apt-get install libpq5), or import into a file"};
}

}  // namespace gouji
#endif
