#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures gouji extract against pdftotext -layout on the same files in the same run: CPU time (user and system,
# start-up included) and peak memory; then gouji import, storing included, against it and other programs that are
# installed. Arguments: PDF files; without any, the corpus and what lies in ../shared/corpus.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_missing "${build_packages[@]}" poppler-utils
build_preset release -DGOUJI_TESTS=OFF
cd "$root"
python3 tools/bench.py --gouji build/release/gouji "$@"
exec python3 tools/bench_import.py --gouji build/release/gouji "$@"
