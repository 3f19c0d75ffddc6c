#!/bin/sh
# Lets what others have written, and attacks of our own, loose on `footnote serve`: the description of the API is
# checked and the API tested by it (schemathesis), wrong requests are sent, and what may happen to a server happens.
#
#   sh Tests/Scripts/api/run.sh BINARY BASE FOLDER
#
# BASE is the knowledge base that is copied and served. FOLDER holds the Python environment, which is kept for the
# next time. MAX_EXAMPLES (15) is for how many requests of each operation schemathesis makes up, FUZZ_REQUESTS (2000)
# is the number of wrong requests, SEED (1) another choice of them.
set -eu
export PYTHONDONTWRITEBYTECODE=1

binary=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
base=$(cd "$2" && pwd)
mkdir -p "$3"
folder=$(cd "$3" && pwd)
scripts=$(cd "$(dirname "$0")" && pwd)

. "$scripts/../environment.sh"
environment "$scripts/api.txt" "$folder/python"
python="$folder/python/bin/python"
export PYTHONPATH="$scripts:$scripts/../mcp"

failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

run() {
  "$python" "$scripts/$1.py" "$binary" "$base" $2 || failed=1
}

# These mostly wait until the server has enough of a client.
"$python" "$scripts/lifecycle.py" "$binary" "$base" slow many files > "$log" 2>&1 &
waiting=$!
run answers ""
run attacks ""
run lifecycle "token ports signals changes"
run fuzz "--count ${FUZZ_REQUESTS:-2000} --seed ${SEED:-1}"
run described "${MAX_EXAMPLES:-15}"
wait "$waiting" || failed=1
cat "$log"
exit "$failed"
