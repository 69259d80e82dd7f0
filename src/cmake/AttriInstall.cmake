# What is installed besides programs and data: the library, its headers, and
# what tells CMake and pkg-config about them. None of it holds an absolute
# path, so that the whole prefix can be moved.
include (CMakePackageConfigHelpers)

set (package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/attrigraph")

install (TARGETS attrigraph
  EXPORT attrigraph
  LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}"
  FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install (EXPORT attrigraph
  FILE attrigraphTargets.cmake NAMESPACE attrigraph:: DESTINATION "${package_dir}")

configure_package_config_file ("${CMAKE_CURRENT_LIST_DIR}/attrigraphConfig.cmake.in"
  "${PROJECT_BINARY_DIR}/attrigraphConfig.cmake" INSTALL_DESTINATION "${package_dir}")
# Before 1.0 a new minor version may break what used the old one.
write_basic_package_version_file ("${PROJECT_BINARY_DIR}/attrigraphConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)
install (FILES
  "${PROJECT_BINARY_DIR}/attrigraphConfig.cmake"
  "${PROJECT_BINARY_DIR}/attrigraphConfigVersion.cmake"
  DESTINATION "${package_dir}")

file (RELATIVE_PATH prefix_from_pc
  "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig" "${CMAKE_INSTALL_PREFIX}")
configure_file ("${CMAKE_CURRENT_LIST_DIR}/attrigraph.pc.in"
  "${PROJECT_BINARY_DIR}/attrigraph.pc" @ONLY)
install (FILES "${PROJECT_BINARY_DIR}/attrigraph.pc"
  DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
