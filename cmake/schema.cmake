# SPDX-License-Identifier: GPL-3.0-or-later
# The JSON Schema becomes part of the library.
set(GOUJI_SCHEMA_FILE ${PROJECT_SOURCE_DIR}/schema/report-1.schema.json)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${GOUJI_SCHEMA_FILE})
file(READ ${GOUJI_SCHEMA_FILE} GOUJI_SCHEMA_TEXT)
set(GOUJI_SCHEMA_SOURCE ${PROJECT_BINARY_DIR}/generated/schema.cc)
configure_file(${PROJECT_SOURCE_DIR}/cmake/schema.cc.in ${GOUJI_SCHEMA_SOURCE} @ONLY)
