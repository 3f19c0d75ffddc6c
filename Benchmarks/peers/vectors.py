#!/usr/bin/env python3
"""Nearest neighbours among unit vectors: numpy, faiss (flat, cells, cells of bytes), usearch, sqlite-vec, lancedb.

    vectors.py --engine faiss-flat --rows FILE.f32 --queries FILE.f32 [--limit N] [--truth FILE.i32]

Files are rows of float32, little endian, nothing else. A run asks the queries one at a time, and then in batches of 32;
`batch_ms` is the time of one query of a batch. Approximate indexes are asked with the fewest cells that reach the
recall that is wanted (--recall), against the exact neighbours of --truth (rows of K 32-bit integers), which the engine
`truth` writes.
"""

import os
import pathlib
import shutil
import tempfile
import time

import driver

BATCH = 32


def best(scores, k):
    """Places of the k largest of a vector, best first."""
    import numpy

    places = numpy.argpartition(-scores, k)[:k] if len(scores) > k else numpy.arange(len(scores))
    return places[numpy.argsort(-scores[places])]


class Numpy:
    """A matrix times a vector. Batches go block by block, so that the scores stay in the cache."""

    package = "numpy"
    block = 8192

    def __init__(self, rows, options):
        self.rows, self.k, self.bytes_per_row = rows, options.k, 4 * rows.shape[1]

    def one(self, query):
        return best(self.rows @ query, self.k)

    def many(self, queries):
        import numpy

        scores = places = None
        for first in range(0, len(self.rows), self.block):
            block = queries @ self.rows[first:first + self.block].T
            k = min(self.k, block.shape[1])
            found = numpy.argpartition(-block, k - 1, axis=1)[:, :k]
            value = numpy.take_along_axis(block, found, 1)
            scores = value if scores is None else numpy.concatenate([scores, value], 1)
            places = found + first if places is None else numpy.concatenate([places, found + first], 1)
        order = numpy.argsort(-scores, 1)[:, :self.k]
        return numpy.take_along_axis(places, order, 1)


class Faiss:
    package = "faiss-cpu"

    def __init__(self, rows, options, kind):
        import faiss
        import numpy

        faiss.omp_set_num_threads(options.threads)
        self.k = options.k
        width, inner = rows.shape[1], faiss.METRIC_INNER_PRODUCT
        self.cells = options.cells or max(16, int(4 * len(rows) ** 0.5))
        self.bytes_per_row = {"flat": 4 * width, "ivf": 4 * width + 8, "ivf-sq8": width + 8}[kind]
        if kind == "flat":
            self.index = faiss.IndexFlatIP(width)
        elif kind == "ivf":
            self.index = faiss.IndexIVFFlat(faiss.IndexFlatIP(width), width, self.cells, inner)
        else:
            self.index = faiss.IndexIVFScalarQuantizer(
                faiss.IndexFlatIP(width), width, self.cells, faiss.ScalarQuantizer.QT_8bit, inner)
        if kind != "flat":
            self.probes = [p for p in (1, 2, 4, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 512) if p <= self.cells]
            sample = numpy.random.default_rng(1).permutation(len(rows))[:64 * self.cells]
            self.index.train(rows[numpy.sort(sample)])
        self.index.add(rows)

    def probe(self, count):
        self.index.nprobe = count

    def one(self, query):
        return self.index.search(query[None], self.k)[1][0]

    def many(self, queries):
        return self.index.search(queries, self.k)[1]


class USearch:
    package = "usearch"

    def __init__(self, rows, options):
        self.rows, self.k, self.threads = rows, options.k, options.threads
        self.bytes_per_row = 4 * rows.shape[1]

    def many(self, queries):
        from usearch.index import MetricKind, search

        return search(self.rows, queries, self.k, MetricKind.IP, exact=True, threads=self.threads).keys

    def one(self, query):
        return self.many(query[None]).ravel()


class SQLiteVec:
    package = "sqlite-vec"
    many = None

    def __init__(self, rows, options):
        import apsw
        import sqlite_vec

        path = os.path.join(options.folder, "vectors.sqlite")
        self.k, self.database = options.k, apsw.Connection(path)
        self.database.enable_load_extension(True)
        self.database.load_extension(sqlite_vec.loadable_path())
        for setting in ("journal_mode=off", "synchronous=off", "mmap_size=8000000000", "cache_size=-262144"):
            self.database.execute("pragma " + setting)
        width = rows.shape[1]
        self.database.execute(f"create virtual table v using vec0(e float[{width}] distance_metric=cosine)")
        with self.database:
            self.database.executemany(
                "insert into v(rowid, e) values (?, ?)", ((i, row.tobytes()) for i, row in enumerate(rows)))
        self.bytes_per_row = driver.folder_bytes(path) / len(rows)

    def one(self, query):
        return [row[0] for row in self.database.execute(
            "select rowid from v where e match ? and k = ? order by distance", (query.tobytes(), self.k))]


class LanceDB:
    package = "lancedb"
    many = None

    def __init__(self, rows, options):
        import lancedb
        import pyarrow

        self.k, table = options.k, None
        database = lancedb.connect(options.folder)
        for first in range(0, len(rows), 100_000):
            block = rows[first:first + 100_000]
            vectors = pyarrow.FixedSizeListArray.from_arrays(pyarrow.array(block.ravel()), rows.shape[1])
            part = pyarrow.table({"id": pyarrow.array(range(first, first + len(block))), "vector": vectors})
            if table is None:
                table = database.create_table("v", part)
            else:
                table.add(part)
        self.table = table
        self.bytes_per_row = driver.folder_bytes(options.folder) / len(rows)

    def one(self, query):
        found = self.table.search(query).distance_type("cosine").select(["id"]).limit(self.k).to_arrow()
        return found["id"].to_pylist()


ENGINES = {
    "numpy": Numpy,
    "faiss-flat": lambda rows, options: Faiss(rows, options, "flat"),
    "faiss-ivf": lambda rows, options: Faiss(rows, options, "ivf"),
    "faiss-ivf-sq8": lambda rows, options: Faiss(rows, options, "ivf-sq8"),
    "usearch": USearch,
    "sqlite-vec": SQLiteVec,
    "lancedb": LanceDB,
}


def recall(found, truth):
    hits = sum(len(set(map(int, f)) & set(map(int, t))) for f, t in zip(found, truth))
    return hits / (truth.shape[1] * len(truth))


def main():
    parser = driver.arguments(__doc__)
    parser.add_argument("--engine", choices=[*ENGINES, "truth"], required=True)
    parser.add_argument("--rows", type=pathlib.Path, required=True)
    parser.add_argument("--queries", type=pathlib.Path, required=True)
    parser.add_argument("--dimensions", type=int, default=384)
    parser.add_argument("--limit", type=int, help="only the first rows")
    parser.add_argument("--k", type=int, default=10)
    parser.add_argument("--truth", type=pathlib.Path)
    parser.add_argument("--recall", type=float, default=0.95)
    parser.add_argument("--cells", type=int, help="cells of an approximate index (default: 4 times the root of N)")
    parser.add_argument("--most-seconds", type=float, default=20, help="of queries in one run")
    parser.add_argument("--folder", help="where an index is kept (default: a temporary folder)")
    options = parser.parse_args()
    driver.limit_threads(options.threads)
    import numpy

    width = options.dimensions
    count = options.limit * width if options.limit else -1
    rows = numpy.fromfile(options.rows, "<f4", count).reshape(-1, width)
    queries = numpy.fromfile(options.queries, "<f4").reshape(-1, width)
    if options.engine == "truth":
        found = Numpy(rows, options)
        truth = numpy.concatenate(
            [found.many(queries[first:first + BATCH]) for first in range(0, len(queries), BATCH)])
        truth.astype("<i4").tofile(options.truth)
        return
    truth = numpy.fromfile(options.truth, "<i4").reshape(-1, options.k) if options.truth else None
    options.folder = options.folder or tempfile.mkdtemp(prefix="peer-")
    try:
        start = time.perf_counter()
        engine = ENGINES[options.engine](rows, options)
        about = {"engine": options.engine, "version": driver.version(engine.package), "rows": len(rows),
                 "build_s": time.perf_counter() - start, "bytes_per_row": engine.bytes_per_row}
        if options.engine not in ("numpy", "usearch"):
            rows = None
        if hasattr(engine, "probes"):
            about["cells"] = engine.cells
            for probes in engine.probes:
                engine.probe(probes)
                reached = recall(engine.many(queries), truth) if truth is not None else None
                if reached is None or reached >= options.recall:
                    break
            about["probes"] = probes
        for query in queries[:3]:
            engine.one(query)
        if truth is not None:
            some = min(50, len(queries))
            about["recall"] = recall([engine.one(q) for q in queries[:some]], truth[:some]) \
                if engine.many is None else recall(engine.many(queries), truth)

        def run():
            figures = driver.latencies(driver.timed(engine.one, queries, options.most_seconds))
            if engine.many is not None:
                batches = [queries[i:i + BATCH] for i in range(0, len(queries) - BATCH + 1, BATCH)] or [queries]
                seconds = driver.timed(engine.many, batches, options.most_seconds, at_least=3)
                figures["batch_ms"] = 1e3 * driver.percentile(seconds, 0.5) / len(batches[0])
            return figures

        driver.drive(options, about, run)
    finally:
        shutil.rmtree(options.folder, ignore_errors=True)


if __name__ == "__main__":
    main()
