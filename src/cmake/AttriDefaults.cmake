# What every target of this project is compiled with, as one interface target.

# The build tree mirrors the install tree, so that the program finds its
# helpers by the same relative path in both.
set (CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/${CMAKE_INSTALL_BINDIR}")
set (CMAKE_LIBRARY_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/${CMAKE_INSTALL_LIBDIR}")
set (CMAKE_INSTALL_RPATH_USE_LINK_PATH ON)

find_package (PkgConfig REQUIRED)
pkg_check_modules (GLIB REQUIRED IMPORTED_TARGET glib-2.0>=2.74)
pkg_check_modules (CJSON REQUIRED IMPORTED_TARGET libcjson>=1.7.15)

add_library (attri-defaults INTERFACE)
target_compile_features (attri-defaults INTERFACE c_std_17)
target_compile_options (attri-defaults INTERFACE
  -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings
  -Wformat=2 -Wundef -Wpointer-arith -Wvla
  # The same arithmetic on every processor: no fused multiply-add.
  -ffp-contract=off
  $<$<BOOL:${ATTRIGRAPH_WERROR}>:-Werror>)
target_compile_definitions (attri-defaults INTERFACE _GNU_SOURCE)
if (ATTRIGRAPH_SANITIZE)
  target_compile_options (attri-defaults INTERFACE
    -fsanitize=${ATTRIGRAPH_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  target_link_options (attri-defaults INTERFACE -fsanitize=${ATTRIGRAPH_SANITIZE})
endif ()
if (ATTRIGRAPH_FUZZ)
  target_compile_options (attri-defaults INTERFACE -fsanitize=fuzzer-no-link)
endif ()
