#!/bin/sh
# Measures retrieval quality with the binary $1 and writes reports, JSON and HTML, to the folder $2.
#
# Judged questions: Benchmarks/judged/*.jsonl, and $FOOTNOTE_JUDGED/*.jsonl. A file is asked of the
# knowledge base of $FOOTNOTE_CORPORA whose name its own name begins with; one of Benchmarks/judged else
# of the knowledge base that ships, one of $FOOTNOTE_JUDGED else of the only one of $FOOTNOTE_CORPORA.
# NAME*noanswer.jsonl holds questions that the knowledge base NAME does not answer; in $FOOTNOTE_JUDGED,
# noanswer.jsonl those that the only one of $FOOTNOTE_CORPORA does not.
# Collections: the folders of $FOOTNOTE_COLLECTIONS that $COLLECTIONS names.
set -eu

binary=$1
results=$2
here=$(cd "$(dirname "$0")/.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/footnote/bench
collections=${COLLECTIONS:-cranfield cisi scifact chroma-md qmsum-windows}
mkdir -p "$results" "$cache"

status=0

skip() { echo "skipped: $1"; echo; }

# Runs bench; a failure is remembered, and the others are measured all the same.
bench() {
  "$binary" bench "$@" || { status=2; echo "not measured: $1"; }
  echo
}

# Whether the file $1 holds judged questions: other judgements may lie beside them.
is_judged() { [ -f "$1" ] && head -n 1 "$1" | grep -q '"relevant"'; }

# Whether the file $1 holds questions without an answer.
is_unanswerable() { case $1 in *noanswer.jsonl) return 0 ;; *) return 1 ;; esac; }

# Prints the only folder of $FOOTNOTE_CORPORA; nothing where there is none, or several.
only_corpus() {
  [ -n "${FOOTNOTE_CORPORA:-}" ] || return 0
  set -- "$FOOTNOTE_CORPORA"/*/
  if [ $# -eq 1 ] && [ -d "$1" ]; then (cd "$1" && pwd); fi
}

# Prints the root of the knowledge base that the file $1 is about; nothing where that is not clear.
knowledge_base() {
  case $1 in "$here"/*/shipped*) echo "$here"; return 0 ;; esac
  if [ -n "${FOOTNOTE_CORPORA:-}" ]; then
    for folder in "$FOOTNOTE_CORPORA"/*/; do
      case $(basename "$1") in
        "$(basename "$folder")"*) (cd "$folder" && pwd); return 0 ;;
      esac
    done
  fi
  case $1 in
    "$here"/*) if ! is_unanswerable "$1"; then echo "$here"; fi ;;
    *) only_corpus ;;
  esac
}

# Measures the judged questions $1 over the knowledge base $2.
judged() {
  root=$2
  name=$(basename "$1" .jsonl)
  set -- "$1"
  for file in "$here"/Benchmarks/judged/*noanswer.jsonl ${FOOTNOTE_JUDGED:+"$FOOTNOTE_JUDGED"/*noanswer.jsonl}; do
    if [ -f "$file" ] && [ "$(knowledge_base "$file")" = "$root" ]; then
      set -- "$@" --no-answer "$file"
    fi
  done
  if [ "$root" != "$here" ]; then
    # A knowledge base of somebody else stays as it is.
    set -- "$@" --index "$cache/$(basename "$root")"
  fi
  bench "$@" --root "$root" --report "$results/$name.json" --report "$results/$name.html"
}

for file in "$here"/Benchmarks/judged/*.jsonl; do
  if is_judged "$file" && ! is_unanswerable "$file"; then
    judged "$file" "$(knowledge_base "$file")"
  fi
done

if [ -z "${FOOTNOTE_JUDGED:-}" ] || [ -z "${FOOTNOTE_CORPORA:-}" ]; then
  skip "judged questions over other knowledge bases (set FOOTNOTE_JUDGED and FOOTNOTE_CORPORA)"
else
  for file in "$FOOTNOTE_JUDGED"/*.jsonl; do
    if is_unanswerable "$file"; then continue; fi
    root=$(knowledge_base "$file")
    if ! is_judged "$file"; then
      skip "$file (not judged questions)"
    elif [ -z "$root" ]; then
      skip "$file (it is not clear which knowledge base it is about)"
    else
      judged "$file" "$root"
    fi
  done
fi

if [ -z "${FOOTNOTE_COLLECTIONS:-}" ]; then
  skip "test collections (set FOOTNOTE_COLLECTIONS)"
else
  for name in $collections; do
    folder=$FOOTNOTE_COLLECTIONS/$name
    if [ -d "$folder" ]; then
      bench "$folder" --keep "$cache" --report "$results/$name.json" --report "$results/$name.html"
    else
      skip "$name (there is no $folder)"
    fi
  done
fi
echo "reports are in $results"
exit $status
