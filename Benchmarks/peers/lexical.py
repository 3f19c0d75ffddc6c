#!/usr/bin/env python3
"""Ranking by words: tantivy, SQLite FTS5, bm25s.

    lexical.py --engine tantivy --passages FILE --queries FILE... [--task search|build]

Passages and questions are lines of words with single spaces between them, lowercased before: every engine gets the same
terms, cuts only at spaces, and stems nothing, so that what is compared is the index and the search. Any of the words
may match; the best 10 by BM25 are asked for. A run of `search` asks all questions of each file; one of `build` builds
the whole index anew.
"""

import itertools
import os
import pathlib
import shutil
import sqlite3
import tempfile
import time

import driver

K = 10


class Tantivy:
    package = "tantivy"

    def __init__(self, options):
        # One writer makes one segment, which is asked faster; several build faster.
        self.threads = options.threads if options.task == "build" else 1
        self.folder = options.folder

    def build(self, path):
        import tantivy

        schema = tantivy.SchemaBuilder()
        # Frequencies are all that BM25 needs; positions would make the index larger.
        schema.add_text_field("body", stored=False, tokenizer_name="whitespace", index_option="freq")
        self.tantivy, self.schema = tantivy, schema.build()
        self.index = tantivy.Index(self.schema, path=self.folder)
        writer = self.index.writer(heap_size=1_000_000_000, num_threads=self.threads)
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                document = tantivy.Document()
                document.add_text("body", line)
                writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()

    def prepare(self, words):
        any_of = [(self.tantivy.Occur.Should, self.tantivy.Query.term_query(self.schema, "body", w)) for w in words]
        return self.tantivy.Query.boolean_query(any_of)

    def search(self, query):
        # Where the documents lie is enough; reading their ids would only cost it time.
        return self.searcher.search(query, K, count=False).hits


class FTS5:
    package = None

    def __init__(self, options):
        self.folder = options.folder

    def build(self, path):
        database = self.database = sqlite3.connect(os.path.join(self.folder, "words.sqlite"))
        for setting in ("journal_mode=off", "synchronous=off", "cache_size=-262144", "mmap_size=8000000000"):
            database.execute("pragma " + setting)
        database.execute("create virtual table t using fts5(body, content='', "
                         "tokenize='unicode61 remove_diacritics 0')")
        with open(path, encoding="utf-8") as lines:
            database.executemany("insert into t(rowid, body) values (?, ?)", enumerate(lines))
        database.execute("insert into t(t) values ('optimize')")
        database.commit()

    def prepare(self, words):
        return " OR ".join(f'"{word}"' for word in words)

    def search(self, any_of):
        return [row[0] for row in self.database.execute(
            "select rowid from t where t match ? order by rank limit ?", (any_of, K))]


class BM25S:
    package = "bm25s"

    def __init__(self, options):
        self.folder = options.folder

    def build(self, path):
        import bm25s

        with open(path, encoding="utf-8") as lines:
            words = bm25s.tokenize([line.rstrip("\n") for line in lines], lower=False, token_pattern=r"\S+",
                                   stopwords=None, show_progress=False)
        self.known = set(words.vocab)
        self.index = bm25s.BM25(method="lucene", k1=1.2, b=0.75)
        self.index.index(words, show_progress=False)
        self.index.save(self.folder)

    def prepare(self, words):
        return [word for word in words if word in self.known]

    def search(self, known):
        if not known:
            return []
        return self.index.retrieve([known], k=K, show_progress=False, n_threads=0)[0][0]


ENGINES = {"tantivy": Tantivy, "fts5": FTS5, "bm25s": BM25S}


def main():
    parser = driver.arguments(__doc__)
    parser.add_argument("--engine", choices=ENGINES, required=True)
    parser.add_argument("--passages", type=pathlib.Path, required=True)
    parser.add_argument("--queries", type=pathlib.Path, nargs="+", required=True,
                        help="named queries.KIND.terms; figures are printed for each KIND")
    parser.add_argument("--limit", type=int, help="only the first passages")
    parser.add_argument("--task", choices=["search", "build"], default="search")
    parser.add_argument("--most-seconds", type=float, default=20, help="of questions of one kind in one run")
    parser.add_argument("--folder", help="where the index is kept (default: a temporary folder)")
    options = parser.parse_args()
    driver.limit_threads(options.threads)

    kept = options.folder is not None
    home = options.folder or tempfile.mkdtemp(prefix="peer-")
    options.folder = os.path.join(home, "index")
    passages = options.passages
    try:
        if options.limit:
            passages = pathlib.Path(home, "passages.terms")
            with open(options.passages, encoding="utf-8") as lines, open(passages, "w", encoding="utf-8") as some:
                some.writelines(itertools.islice(lines, options.limit))
        questions = {}
        for path in options.queries:
            kind = path.name.split(".")[1] if path.name.count(".") > 1 else path.stem
            questions[kind] = [line.split() for line in path.read_text(encoding="utf-8").splitlines()]
        text = os.path.getsize(passages)

        def build():
            shutil.rmtree(options.folder, ignore_errors=True)
            os.makedirs(options.folder)
            engine = ENGINES[options.engine](options)
            start = time.perf_counter()
            engine.build(passages)
            return engine, time.perf_counter() - start

        about = {"engine": options.engine, "task": options.task, "text_bytes": text,
                 "version": driver.version(ENGINES[options.engine].package) if ENGINES[options.engine].package
                 else sqlite3.sqlite_version}
        if options.task == "build":
            def run_build():
                seconds = build()[1]
                return {"build_s": seconds, "mb_per_s": text / 1e6 / seconds,
                        "index_bytes": driver.folder_bytes(options.folder)}
            return driver.drive(options, about, run_build)

        engine, seconds = build()
        about.update(build_s=seconds, index_bytes=driver.folder_bytes(options.folder))
        # Making a query out of words is the binding's work, and is not measured.
        questions = {kind: [engine.prepare(words) for words in asked] for kind, asked in questions.items()}
        for asked in questions.values():
            driver.timed(engine.search, asked[:20], 5, at_least=3)
        return driver.drive(options, about, lambda: {
            kind: driver.latencies(driver.timed(engine.search, asked, options.most_seconds))
            for kind, asked in questions.items()})
    finally:
        shutil.rmtree(options.folder if kept else home, ignore_errors=True)


if __name__ == "__main__":
    main()
