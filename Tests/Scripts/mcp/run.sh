#!/bin/sh
# Lets clients that others have written talk to `footnote mcp` and to `/mcp` of `footnote serve`: the official SDK
# in both its versions, the official models of every message, and conformance checkers from PyPI.
#
#   sh Tests/Scripts/mcp/run.sh BINARY FOLDER
#
# FOLDER holds the Python environments, which are kept for the next time.
set -eu
export PYTHONDONTWRITEBYTECODE=1

binary=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
folder=$2
scripts=$(cd "$(dirname "$0")" && pwd)

# environment NAME: from NAME.txt, which names every package with its version.
environment() {
  list="$scripts/$1.txt"
  cmp -s "$list" "$folder/$1/installed.txt" && return
  rm -rf "${folder:?}/$1"
  mkdir -p "$folder"
  python3 -m venv "$folder/$1"
  "$folder/$1/bin/pip" install --quiet --disable-pip-version-check --no-deps --only-binary :all: -r "$list"
  cp "$list" "$folder/$1/installed.txt"
}

environment sdk2
environment sdk1

failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# What the server says on standard error is shown where something fails.
run() {
  if ! "$@" 2> "$log"; then
    failed=1
    cat "$log"
  fi
}

sdk2="$folder/sdk2/bin/python"
sdk1="$folder/sdk1/bin/python"
run "$sdk2" "$scripts/wire.py" "$binary"
run "$sdk2" "$scripts/wire_http.py" "$binary"
for transport in stdio http; do
  run "$sdk2" "$scripts/sdk2.py" "$binary" "$transport"
  run "$sdk1" "$scripts/sdk1.py" "$binary" "$transport"
  run "$sdk2" "$scripts/checkers.py" "$binary" "$transport"
done

exit "$failed"
