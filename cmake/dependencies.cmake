# SPDX-License-Identifier: GPL-3.0-or-later
# What gouji is built on; all of it from Debian 12.
find_package(PkgConfig REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(Boost 1.74 REQUIRED)  # Multiprecision, header-only
find_package(ICU 72 REQUIRED COMPONENTS uc i18n)
find_package(PNG REQUIRED)
# Poppler's private headers (OutputDev): libpoppler-private-dev. poppler-cpp only renders.
pkg_check_modules(POPPLER REQUIRED IMPORTED_TARGET poppler>=22.12)
pkg_check_modules(POPPLER_CPP REQUIRED IMPORTED_TARGET poppler-cpp>=22.12)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(TOMLPLUSPLUS REQUIRED IMPORTED_TARGET tomlplusplus>=3.2)
pkg_check_modules(NETTLE REQUIRED IMPORTED_TARGET nettle)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3>=3.40)
# Optional: workers without it are confined less (docs/import.md).
pkg_check_modules(SECCOMP IMPORTED_TARGET libseccomp>=2.5)
# Optional: only its header; libpq is loaded when a PostgreSQL store is opened (store/pq_library.h).
find_path(LIBPQ_INCLUDE libpq-fe.h PATH_SUFFIXES postgresql)
# Only its header: the library itself is loaded when a workbook is written (output/xlsx_library.h).
find_path(XLSXWRITER_INCLUDE xlsxwriter.h REQUIRED)
find_library(XLSXWRITER_LIBRARY xlsxwriter REQUIRED)
file(REAL_PATH ${XLSXWRITER_LIBRARY} XLSXWRITER_FILE)
cmake_path(GET XLSXWRITER_FILE FILENAME XLSXWRITER_SONAME)
