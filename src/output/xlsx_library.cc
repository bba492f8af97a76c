// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/xlsx_library.h"

#include <dlfcn.h>

#include <string>

namespace gouji {

namespace {

struct Loaded {
  XlsxLibrary library;
  std::string failure;  ///< "" = loaded
};

Loaded load_once() {
  Loaded loaded;
  void* handle = ::dlopen(GOUJI_XLSX_SONAME, RTLD_NOW | RTLD_LOCAL);
  if (handle == nullptr) {
    loaded.failure = ::dlerror();
    return loaded;
  }
#define GOUJI_XLSX_FIND(name)                                                                    \
  loaded.library.name = reinterpret_cast<decltype(loaded.library.name)>(::dlsym(handle, #name)); \
  if (loaded.library.name == nullptr) loaded.failure = GOUJI_XLSX_SONAME " lacks " #name;
  GOUJI_XLSX_FUNCTIONS(GOUJI_XLSX_FIND)
#undef GOUJI_XLSX_FIND
  return loaded;
}

}  // namespace

Result<const XlsxLibrary*> XlsxLibrary::load() {
  static const Loaded loaded = load_once();
  if (loaded.failure.empty()) return &loaded.library;
  return Error{ErrorCode::output,
               "libxlsxwriter, which writes workbooks, cannot be loaded: " + loaded.failure,
               "install it (Debian: apt-get install libxlsxwriter4), or use --format csv"};
}

}  // namespace gouji
