# To be sourced. Python environments of what other people have written and tests use.

# environment LIST FOLDER: makes FOLDER from LIST, which names every package with its version; what is there
# already is kept.
environment() {
  cmp -s "$1" "$2/installed.txt" && return
  rm -rf "${2:?}"
  mkdir -p "$(dirname "$2")"
  python3 -m venv "$2"
  "$2/bin/pip" install --quiet --disable-pip-version-check --no-deps --only-binary :all: -r "$1"
  cp "$1" "$2/installed.txt"
}
