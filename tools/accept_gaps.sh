#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Writes corpus/*/known_gaps.json anew from what gouji reads now. Look at every line of the change before it is
# committed: each is something that is read wrong. Refuses to run in CI.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

build_preset dev
"$root/build/dev/tests/golden_tests" --accept --gtest_filter='Corpus/*'
git -C "$root" diff --stat -- corpus
