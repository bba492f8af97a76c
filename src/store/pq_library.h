// SPDX-License-Identifier: GPL-3.0-or-later
// libpq, loaded when the first PostgreSQL store is opened. Linked in, it would cost every start of
// the program 4 ms of CPU (it brings OpenSSL, Kerberos and LDAP along).
#pragma once

#include <libpq-fe.h>

#include "gouji/result.h"

// The functions that are used, by their own names.
#define GOUJI_PQ_FUNCTIONS(X) \
  X(PQclear)                  \
  X(PQconnectdb)              \
  X(PQerrorMessage)           \
  X(PQexec)                   \
  X(PQfinish)                 \
  X(PQfname)                  \
  X(PQftype)                  \
  X(PQgetisnull)              \
  X(PQgetlength)              \
  X(PQgetResult)              \
  X(PQgetvalue)               \
  X(PQnfields)                \
  X(PQntuples)                \
  X(PQputCopyData)            \
  X(PQputCopyEnd)             \
  X(PQreset)                  \
  X(PQresultErrorField)       \
  X(PQresultStatus)           \
  X(PQsendQueryParams)        \
  X(PQsetSingleRowMode)       \
  X(PQstatus)

namespace gouji {

/// The functions of the library, as members of their own names.
struct PqLibrary {
#define GOUJI_PQ_MEMBER(name) decltype(&::name) name = nullptr;
  GOUJI_PQ_FUNCTIONS(GOUJI_PQ_MEMBER)
#undef GOUJI_PQ_MEMBER

  /// Loads it at the first call and keeps it; thread-safe. Error: output, when it is not installed.
  static Result<const PqLibrary*> load();
};

}  // namespace gouji
