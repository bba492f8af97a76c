# SPDX-License-Identifier: GPL-3.0-or-later
# The pattern files become part of the library: a program built from the library's own reader lints
# them (an error in a pattern file is an error of the build, with its file, line and column) and
# writes them as a source. base/ and pattern/ are compiled once, for that program and the library.
file(GLOB GOUJI_PATTERN_SOURCES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/pattern/*.cc
     ${PROJECT_SOURCE_DIR}/src/base/*.cc)
add_library(gouji_pattern_objects OBJECT ${GOUJI_PATTERN_SOURCES})
target_include_directories(gouji_pattern_objects PUBLIC ${PROJECT_SOURCE_DIR}/src)
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/base/version.cc PROPERTIES
                            COMPILE_DEFINITIONS "GOUJI_VERSION=\"${PROJECT_VERSION}\"")
target_link_libraries(gouji_pattern_objects
  PUBLIC gouji_compiler PkgConfig::RE2 PkgConfig::TOMLPLUSPLUS PkgConfig::NETTLE fmt::fmt
         Boost::headers)

add_executable(pattern_compiler ${PROJECT_SOURCE_DIR}/tools/pattern_compiler/main.cc)
target_link_libraries(pattern_compiler PRIVATE gouji_pattern_objects)

file(GLOB_RECURSE GOUJI_PATTERN_FILES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/patterns/*.toml)
set(GOUJI_BUILTIN_PATTERNS ${PROJECT_BINARY_DIR}/generated/builtin_patterns.cc)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/generated)
# The list of files is an input too: a file that is taken away changes no time stamp.
string(SHA256 GOUJI_PATTERN_LIST "${GOUJI_PATTERN_FILES}")
set(GOUJI_PATTERN_LIST_FILE ${PROJECT_BINARY_DIR}/generated/pattern_files.txt)
file(CONFIGURE OUTPUT ${GOUJI_PATTERN_LIST_FILE} CONTENT "${GOUJI_PATTERN_LIST}\n")
add_custom_command(
  OUTPUT ${GOUJI_BUILTIN_PATTERNS}
  COMMAND pattern_compiler patterns ${GOUJI_BUILTIN_PATTERNS}
  WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
  DEPENDS pattern_compiler ${GOUJI_PATTERN_FILES} ${GOUJI_PATTERN_LIST_FILE}
  COMMENT "Checking and packing the pattern files" VERBATIM)
