#!/bin/sh
# Measures retrieval quality with the binary $1 and writes reports, JSON and HTML, to the folder $2.
#
# Judged questions: Benchmarks/judged/*.jsonl, and $FOOTNOTE_JUDGED/*.jsonl. A file is asked of the
# knowledge base of $FOOTNOTE_CORPORA whose name its own name begins with; one of Benchmarks/judged else
# of the knowledge base that ships, one of $FOOTNOTE_JUDGED else of the only one of $FOOTNOTE_CORPORA.
# NAME*noanswer.jsonl holds questions that the knowledge base NAME does not answer.
# Collections: the folders of $FOOTNOTE_COLLECTIONS that $COLLECTIONS names.
set -eu

binary=$1
results=$2
here=$(cd "$(dirname "$0")/.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/footnote/bench
collections=${COLLECTIONS:-cranfield cisi scifact chroma-md qmsum-windows}
mkdir -p "$results" "$cache"

skip() { echo "skipped: $1"; echo; }

# Prints the only folder of $FOOTNOTE_CORPORA; nothing where there is none, or several.
only_corpus() {
  [ -n "${FOOTNOTE_CORPORA:-}" ] || return 0
  set -- "$FOOTNOTE_CORPORA"/*/
  if [ $# -eq 1 ] && [ -d "$1" ]; then printf '%s' "${1%/}"; fi
}

# Prints the folder of $FOOTNOTE_CORPORA whose name the file name $1 begins with.
corpus_of() {
  [ -n "${FOOTNOTE_CORPORA:-}" ] || return 0
  for folder in "$FOOTNOTE_CORPORA"/*/; do
    name=$(basename "$folder")
    case $1 in "$name"*) printf '%s' "${folder%/}"; return 0 ;; esac
  done
}

# Measures the judged questions $1 over the knowledge base $2.
judged() {
  root=$(cd "$2" && pwd)
  name=$(basename "$1" .jsonl)
  set -- "$1"
  for file in "$here"/Benchmarks/judged/"$(basename "$root")"*noanswer.jsonl; do
    if [ -f "$file" ]; then set -- "$@" --no-answer "$file"; fi
  done
  if [ "$root" != "$here" ]; then
    # A knowledge base of somebody else stays as it is.
    set -- "$@" --index "$cache/$(basename "$root")"
  fi
  "$binary" bench "$@" --root "$root" \
    --report "$results/$name.json" --report "$results/$name.html"
  echo
}

for file in "$here"/Benchmarks/judged/*.jsonl; do
  [ -f "$file" ] || { skip "Benchmarks/judged has no judged questions"; continue; }
  case $file in *noanswer.jsonl) continue ;; esac
  root=$(corpus_of "$(basename "$file")")
  judged "$file" "${root:-$here}"
done

if [ -z "${FOOTNOTE_JUDGED:-}" ] || [ -z "${FOOTNOTE_CORPORA:-}" ]; then
  skip "judged questions over other knowledge bases (set FOOTNOTE_JUDGED and FOOTNOTE_CORPORA)"
else
  for file in "$FOOTNOTE_JUDGED"/*.jsonl; do
    # Other judgements lie there too.
    if [ ! -f "$file" ] || ! head -n 1 "$file" | grep -q '"relevant"'; then
      skip "$file (not judged questions)"
      continue
    fi
    root=$(corpus_of "$(basename "$file")")
    root=${root:-$(only_corpus)}
    if [ -z "$root" ]; then skip "$file (which knowledge base it is about is not clear)"; continue; fi
    judged "$file" "$root"
  done
fi

if [ -z "${FOOTNOTE_COLLECTIONS:-}" ]; then
  skip "test collections (set FOOTNOTE_COLLECTIONS)"
else
  for name in $collections; do
    folder=$FOOTNOTE_COLLECTIONS/$name
    if [ ! -d "$folder" ]; then skip "$name (there is no $folder)"; continue; fi
    "$binary" bench "$folder" --keep "$cache" \
      --report "$results/$name.json" --report "$results/$name.html"
    echo
  done
fi
echo "reports are in $results"
