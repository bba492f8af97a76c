# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by the scripts of tools/: what gouji is built from, and how it is built. Sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Debian 12 names. poppler-data: without it, PDFs whose Chinese fonts are not embedded have no text.
build_packages=(
  g++ cmake ninja-build pkg-config python3
  libpoppler-private-dev libpoppler-cpp-dev poppler-data libre2-dev libicu-dev libboost-dev
  nlohmann-json3-dev libtomlplusplus-dev libcli11-dev libfmt-dev libpng-dev nettle-dev
  libxlsxwriter-dev libsqlite3-dev libpq-dev libseccomp-dev
)
test_packages=(libgtest-dev libgmock-dev libvalijson-dev poppler-utils qpdf sqlite3 postgresql)

say() { printf '%s\n' "== $*"; }

# Installs those of the packages named that are missing. Needs root or sudo only when some are.
install_missing() {
  if ! command -v dpkg-query >/dev/null; then
    say "This is no Debian; needed are, by their Debian names: $*"
    return 0
  fi
  local package missing=()
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
      missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  say "Installing ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      say "Run as root: apt-get install ${missing[*]}"
      return 1
    fi
    as_root=(sudo)
  fi
  # A fresh machine has no package lists; old ones are tried before they are fetched anew.
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
    "${missing[@]}" >/dev/null 2>&1 && return 0
  "${as_root[@]}" apt-get update -q
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
    "${missing[@]}"
}

# Builds a preset (see CMakePresets.json), with further arguments for cmake.
build_preset() {
  local preset=$1
  shift
  say "Building build/$preset"
  (cd "$root" && cmake --preset "$preset" "$@" >/dev/null && cmake --build --preset "$preset" -j "$(nproc)")
}
