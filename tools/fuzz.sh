#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Looks for bytes that bring a parser down: every target of tests/fuzz for SECONDS (60), with libFuzzer and the address
# and undefined behaviour sanitizers. What is found lies in build/fuzz/found; put it into tests/fuzz/seeds/TARGET, where
# every run of the tests replays it. Usage: tools/fuzz.sh [SECONDS [TARGET…]]
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_missing "${build_packages[@]}" clang-14 libclang-rt-14-dev
build_preset fuzz
cd "$root"
seconds=${1:-60}
[ $# -gt 0 ] && shift
targets=("$@")
[ ${#targets[@]} -eq 0 ] && for source in tests/fuzz/*_fuzz.cc; do targets+=("$(basename "$source" _fuzz.cc)"); done
status=0
for target in "${targets[@]}"; do
  say "$target"
  mkdir -p "build/fuzz/found" "build/fuzz/corpus/$target"
  # Memory that Poppler loses when a callback stops a page is not a fault of ours.
  ASAN_OPTIONS=detect_leaks=0 "build/fuzz/tests/fuzz/${target}_fuzz" -max_total_time="$seconds" -timeout=30 \
    -rss_limit_mb=2048 -print_final_stats=1 -verbosity=0 -artifact_prefix="build/fuzz/found/$target-" \
    "build/fuzz/corpus/$target" "tests/fuzz/seeds/$target" 2>&1 | grep -E 'ERROR|SUMMARY|number_of_executed|Test unit' ||
    true
  if compgen -G "build/fuzz/found/$target-*" >/dev/null; then status=1; fi
done
exit $status
