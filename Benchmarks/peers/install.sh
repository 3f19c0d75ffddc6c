#!/bin/sh
# Installs the peers that Footnote's speed is compared with into a virtual environment, the folder $1, with the
# versions that requirements.txt names, and makes their models from the encoder in the folder $2.
# `PEERS=small` leaves out torch, transformers and sentence-transformers (3 GB), once the models are there.
set -eu

target=$1
model=$2
here=$(cd "$(dirname "$0")" && pwd)
wanted=$here/requirements.txt
python=${PYTHON:-python3}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 10))' || {
  echo "footnote: the peers need Python 3.10 or later" >&2
  exit 2
}
if [ ! -x "$target/bin/python" ]; then
  "$python" -m venv "$target" || {
    echo "footnote: python3 cannot make a virtual environment (Debian: apt-get install python3-venv)" >&2
    exit 2
  }
fi
if [ "${PEERS:-all}" = small ]; then
  mkdir -p "$target"
  grep -vE '^(torch|transformers|sentence-transformers)=' "$wanted" >"$target/wanted.txt"
else
  cp "$wanted" "$target/wanted.txt"
fi
if ! cmp -s "$target/wanted.txt" "$target/installed.txt"; then
  echo "installing the peers (several gigabytes with torch)" >&2
  "$target/bin/python" -m pip install --quiet --disable-pip-version-check -r "$target/wanted.txt" >&2 || {
    echo "footnote: pip could not install the peers" >&2
    exit 2
  }
  cp "$target/wanted.txt" "$target/installed.txt"
fi
"$target/bin/python" "$here/export.py" --model "$model" --out "$target/models"
