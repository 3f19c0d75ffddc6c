#!/bin/sh
# Installs the C libraries that Footnote links, where they are missing. With `tests` also the programs that
# only some tests and commands run; with `python` what tests in Python make their environments with; with
# `browser` the browser that `make test-browser` drives, and fonts for it; with `load` what `make bench-load` runs.
set -eu

packages="libsqlite3-dev libopenblas-dev libcmark-gfm-dev libcmark-gfm-extensions-dev \
libstemmer-dev libssl-dev libgumbo-dev pkg-config"
formulas="openblas cmark-gfm snowball openssl@3 gumbo-parser pkg-config"
if [ "${1:-}" = tests ]; then
  packages="$packages poppler-utils"
  formulas="$formulas poppler"
elif [ "${1:-}" = browser ]; then
  packages="chromium fonts-liberation fonts-dejavu-core"
  formulas=chromium
  if ! command -v apt-get >/dev/null && [ "$(uname -s)" != Darwin ]; then
    command -v chromium >/dev/null && exit 0
    echo "footnote: install Chromium" >&2
    exit 2
  fi
elif [ "${1:-}" = load ]; then
  if command -v wrk >/dev/null; then exit 0; fi
  packages=wrk
  formulas=wrk
elif [ "${1:-}" = python ]; then
  # Whatever Python comes first may have it already.
  if python3 -c 'import ensurepip, venv' 2>/dev/null; then exit 0; fi
  packages=python3-venv
  formulas=python3
  if [ "$(uname -s)" != Darwin ] && ! command -v apt-get >/dev/null; then
    echo "footnote: install Python 3 with its module venv" >&2
    exit 2
  fi
fi

if [ "$(uname -s)" = Darwin ]; then
  # Homebrew's libraries are found through pkg-config and the brew prefix.
  command -v brew >/dev/null || { echo "footnote: install Homebrew first (https://brew.sh)" >&2; exit 2; }
  # shellcheck disable=SC2086  # a list of names
  exec brew install --quiet $formulas
fi

if ! command -v apt-get >/dev/null; then
  missing=""
  for header in sqlite3.h cblas.h cmark-gfm.h libstemmer.h openssl/evp.h gumbo.h; do
    printf '#include <%s>\n' "$header" | cc -E -x c - >/dev/null 2>&1 || missing="$missing $header"
  done
  [ -z "$missing" ] && exit 0
  echo "footnote: no apt-get here; install the development packages that hold:$missing" >&2
  echo "footnote: (SQLite 3 with FTS5, OpenBLAS, cmark-gfm with its extensions, Snowball's libstemmer, OpenSSL, gumbo)" >&2
  exit 2
fi

missing=""
for package in $packages; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' \
    || missing="$missing $package"
done
[ -z "$missing" ] && exit 0

root=""
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || {
    echo "footnote: as root, run: apt-get install$missing" >&2
    exit 2
  }
  root=sudo
fi
echo "installing$missing" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { $root apt-get update -qq && \
  DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends $missing; } \
  >"$log" 2>&1; then
  cat "$log" >&2
  echo "footnote: apt-get could not install$missing" >&2
  exit 2
fi
