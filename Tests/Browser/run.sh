#!/bin/sh
# Lets a real browser use the page that `footnote serve` makes of a knowledge base.
#
#   sh Tests/Browser/run.sh BINARY FOLDER [ROOT]
#
# FOLDER keeps the Python environment and the index for the next time, and gets the screenshots. ROOT is the knowledge base:
# the one that lies in this repository, unless another is named.
set -eu
export PYTHONDONTWRITEBYTECODE=1

binary=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
scripts=$(cd "$(dirname "$0")" && pwd)
root=$(cd "${3:-$scripts/../..}" && pwd)
mkdir -p "$2"
folder=$(cd "$2" && pwd)

environment="$folder/browser"
if [ ! -e "$environment/complete-1" ]; then
  rm -rf "${environment:?}"
  python3 -m venv "$environment" || {
    echo "make test-browser: python3 cannot make an environment; install python3-venv" >&2
    exit 2
  }
  "$environment/bin/pip" install --quiet --disable-pip-version-check \
    'playwright==1.65.2' 'axe-playwright-python==0.1.8'
  : > "$environment/complete-1"
fi

browser=""
for name in chromium chromium-browser google-chrome; do
  browser=$(command -v "$name") && break
done
[ -n "$browser" ] || { echo "make test-browser: there is no chromium here; install it" >&2; exit 2; }

exec "$environment/bin/python" "$scripts/main.py" \
  --binary "$binary" --browser "$browser" --root "$root" \
  --index "$folder/browser-index" --screenshots "$folder/screenshots"
