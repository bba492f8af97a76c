#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds build/dev (warnings are errors) and runs all tests.
# Arguments go to ctest, e.g. tools/test.sh -R cli
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_missing "${build_packages[@]}" "${test_packages[@]}"
build_preset dev
cd "$root/build/dev"
say "Running the tests"
ctest -j "$(nproc)" --output-on-failure "$@"
