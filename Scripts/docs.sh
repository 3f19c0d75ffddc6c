#!/bin/sh
# Builds the documentation of the library FootnoteKit as an archive that any web server serves.
#
# The symbols come from what `make build` has compiled, so that nothing is compiled for this; warnings are
# errors.
#
#     sh Scripts/docs.sh BUILD
set -eu

build=$1
out=$build/docs
work=$build/docs-work
root=$(cd "$(dirname "$0")/.." && pwd)

# docc and swift-symbolgraph-extract lie beside the compiler.
tools=$(dirname "$(swift -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')")/../bin
for tool in docc swift-symbolgraph-extract; do
  [ -x "$tools/$tool" ] || { echo "footnote: this toolchain has no $tool (Swift 6.1 or later has)" >&2; exit 2; }
done
target=$(swift -print-target-info | sed -n 's/.*"triple": "\(.*\)".*/\1/p' | head -1)

rm -rf "$work" "$out"
mkdir -p "$work/symbols"

# Folders with the module maps of the C libraries.
maps=""
for folder in "$build"/checkouts/*/Sources/* "$build"/checkouts/*/Sources/*/include \
  "$root"/Sources/* "$build"/release/*.build; do
  if [ -f "$folder/module.modulemap" ]; then maps="$maps -I $folder"; fi
done

# What the library exports from the layers below is part of its documentation.
# shellcheck disable=SC2086  # a list of flags
"$tools/swift-symbolgraph-extract" -module-name FootnoteKit -target "$target" \
  -I "$build/release/Modules" $maps \
  -experimental-allowed-reexported-modules=Corpus,Curation,Encoder,Evaluation,Retrieval \
  -minimum-access-level public -skip-synthesized-members -output-dir "$work/symbols"

"$tools/docc" convert "$root/Sources/FootnoteKit/FootnoteKit.docc" \
  --additional-symbol-graph-dir "$work/symbols" --output-path "$out" --warnings-as-errors \
  --fallback-display-name FootnoteKit --fallback-bundle-identifier footnote.FootnoteKit \
  --fallback-default-module-kind Library
rm -rf "$work"
echo "$out"
