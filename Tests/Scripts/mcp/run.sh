#!/bin/sh
# Lets clients that others have written talk to `footnote mcp`: the official SDK in both its versions, the
# official models of every message, and a conformance test from PyPI.
#
#   sh Tests/Scripts/mcp/run.sh BINARY FOLDER
#
# FOLDER holds the Python environments, which are kept for the next time.
set -eu
export PYTHONDONTWRITEBYTECODE=1

binary=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
folder=$2
scripts=$(cd "$(dirname "$0")" && pwd)

environment() {
  name=$1
  shift
  if [ ! -e "$folder/$name/complete" ]; then
    rm -rf "${folder:?}/$name"
    mkdir -p "$folder"
    python3 -m venv "$folder/$name" || {
      echo "make test-mcp: python3 cannot make an environment; install python3-venv" >&2
      exit 2
    }
    "$folder/$name/bin/pip" install --quiet --disable-pip-version-check "$@"
    : > "$folder/$name/complete"
  fi
}

environment sdk2 'mcp==2.3.0'
environment sdk1 'mcp>=1.30,<2'
environment conform 'mcp-conform==0.1.0'

failed=0
log=$(mktemp)
home=$(mktemp -d)
trap 'rm -rf "$log" "$home"' EXIT

# What the server says on standard error is shown where something fails.
run() {
  if ! "$@" 2> "$log"; then
    failed=1
    cat "$log"
  fi
}

run "$folder/sdk2/bin/python" "$scripts/wire.py" "$binary"
run "$folder/sdk2/bin/python" "$scripts/sdk2.py" "$binary"
run "$folder/sdk1/bin/python" "$scripts/sdk1.py" "$binary"

mkdir -p "$home/base"
echo 'Bacterial code is small.' > "$home/base/note.md"
if HOME="$home" FOOTNOTE_MODEL=none "$folder/conform/bin/python" -m mcp_probe server --transport stdio \
  --command "'$binary' mcp --root '$home/base'" > "$log" 2>&1
then
  echo "mcp-conform: $(grep -o '[0-9]*/[0-9]* checks passed' "$log")"
else
  failed=1
  cat "$log"
fi

exit "$failed"
