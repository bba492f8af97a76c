#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-tidy with the short list of .clang-tidy over all sources, or over the files named. Every finding is an error.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_missing "${build_packages[@]}" "${test_packages[@]}" clang-tidy-14
[ -f "$root/build/dev/compile_commands.json" ] || build_preset dev
cd "$root"
if [ $# -gt 0 ]; then files=("$@"); else mapfile -t files < <(find src tools -name '*.cc' | sort); fi
printf '%s\0' "${files[@]}" | xargs -0 -n 1 -P "$(nproc)" clang-tidy-14 -p build/dev --quiet
say "clang-tidy: no finding in ${#files[@]} files"
