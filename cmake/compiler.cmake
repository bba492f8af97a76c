# SPDX-License-Identifier: GPL-3.0-or-later
# Warnings and sanitizers, for the targets of gouji only.
add_library(gouji_compiler INTERFACE)
target_compile_options(gouji_compiler INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual
  $<$<BOOL:${GOUJI_WERROR}>:-Werror>)
if(GOUJI_SANITIZE)
  target_compile_options(gouji_compiler INTERFACE -fsanitize=${GOUJI_SANITIZE} -fno-omit-frame-pointer
                         -fno-sanitize-recover=all)
  target_link_options(gouji_compiler INTERFACE -fsanitize=${GOUJI_SANITIZE})
endif()
if(GOUJI_FUZZ)
  target_compile_options(gouji_compiler INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(gouji_compiler INTERFACE -fsanitize=fuzzer-no-link)
endif()
