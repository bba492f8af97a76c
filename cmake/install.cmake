# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts where: the program, the library, its public headers, and the files with which another
# project finds them: find_package(gouji), then gouji::gouji.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(TARGETS gouji EXPORT gouji ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(TARGETS gouji-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/src/gouji DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
        FILES_MATCHING PATTERN "*.h")
install(FILES ${PROJECT_SOURCE_DIR}/schema/report-1.schema.json
        DESTINATION ${CMAKE_INSTALL_DATADIR}/gouji)
install(EXPORT gouji NAMESPACE gouji:: FILE goujiTargets.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/gouji)
configure_package_config_file(
  ${CMAKE_CURRENT_LIST_DIR}/goujiConfig.cmake.in ${PROJECT_BINARY_DIR}/goujiConfig.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/gouji)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/goujiConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/goujiConfig.cmake ${PROJECT_BINARY_DIR}/goujiConfigVersion.cmake
              ${PROJECT_SOURCE_DIR}/cmake/dependencies.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/gouji)
