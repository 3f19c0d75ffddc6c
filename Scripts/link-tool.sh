#!/bin/sh
# Links the tool once more from the objects of the last build, with Swift's libraries and OpenBLAS inside it: the
# dynamic loader then has 1,900 symbols to look up in place of 42,000, which halves the time that the tool takes to
# start. Where that cannot be done, the tool of the build itself is taken, and that is said.
#
#   link-tool.sh BUILD OUTPUT
set -u
build=$1
output=$2
tool=$build/release/footnote
objects=$build/release/footnote.product/Objects.LinkFileList

if [ -e "$output" ] && [ ! -L "$output" ] && [ "$output" -nt "$tool" ]; then exit 0; fi

share() {
  echo "footnote starts slower than it could: $1" >&2
  ln -sf release/footnote "$output"
  exit 0
}

swiftc=$(command -v swiftc) || share "swiftc is not found"
[ "$(uname -s)" = Linux ] || share "the libraries are only linked into it on Linux"
resources=$(dirname "$(dirname "$(readlink -f "$swiftc")")")/lib/swift_static/linux
[ -e "$resources/libswiftCore.a" ] || share "$resources has no static libraries"
[ -e "$objects" ] || share "$objects is missing"

# A folder with the archive alone, before all others: -lopenblas then means the archive.
static=$build/static
mkdir -p "$static"
folder=$(pkg-config --variable=libdir openblas 2>/dev/null)
[ -n "$folder" ] && [ -e "$folder/libopenblas.a" ] && ln -sf "$folder/libopenblas.a" "$static/"

# Objects that were compiled for the dynamic libraries do not name what those consist of.
parts="-lFoundationEssentials -lFoundationInternationalization -lCoreFoundation -l_FoundationICU
  -l_FoundationCShims -l_FoundationCollections -lswiftDispatch -ldispatch -lBlocksRuntime
  -lswiftSynchronization -lswift_RegexParser"
# shellcheck disable=SC2046,SC2086
if swiftc -static-stdlib -emit-executable -module-name footnote -o "$output.new" \
  "-L$static" $(pkg-config --libs openblas libcmark-gfm gumbo libcrypto) -lcmark-gfm-extensions \
  -Xlinker --gc-sections -Xlinker --defsym -Xlinker main=footnote_main -Xlinker --strip-debug \
  "@$objects" -lz $parts >"$build/link-tool.log" 2>&1 && "$output.new" --version >/dev/null; then
  mv -f "$output.new" "$output"
else
  rm -f "$output.new"
  share "linking it with its libraries failed, see $build/link-tool.log"
fi
