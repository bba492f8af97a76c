#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# From a fresh Debian 12 to reports read: installs what is missing, builds build/release/gouji, reads the reports
# shipped in corpus/ into out/ and shows what came out.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_missing "${build_packages[@]}"
build_preset release -DGOUJI_TESTS=OFF
cd "$root"
say "Reading the reports of corpus/ into out/"
build/release/gouji extract corpus/*/report.txt corpus/*/report.*.pdf -o out/
python3 tools/show_reports.py out
say "Your own: build/release/gouji extract FILE.pdf -o FILE.json   (more: build/release/gouji --help)"
