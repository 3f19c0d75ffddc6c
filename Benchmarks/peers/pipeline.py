#!/usr/bin/env python3
"""A hybrid search put together from the fastest peers: onnxruntime (8-bit integers), a numpy matrix, tantivy.

    pipeline.py --model FOLDER --models FOLDER --root FOLDER --queries FILE.jsonl [--vectors FILE.f32]

Cuts the markdown below ROOT at headings and blank lines into passages, encodes and indexes them once, and then answers
a question at a time: vector of the question, the nearest 200 passages, the best 200 by words, the weighted sum of both,
the best 10. `--task cold` answers the first question from an index that was kept in --folder, and ends.
"""

import json
import os
import pathlib
import re
import tempfile
import time

import driver
import encoder

CANDIDATES, K, WEIGHT = 200, 10, 0.6
FRONT_MATTER = re.compile(r"\A\ufeff?---\r?\n.*?\r?\n---\r?\n", re.S)


def passages(root, longest=1000):
    """Paragraphs of the same heading together, up to some 200 words."""
    for path in sorted(pathlib.Path(root).rglob("*.md")):
        text, part = FRONT_MATTER.sub("", path.read_text(encoding="utf-8", errors="replace")), ""
        for block in re.split(r"\n\s*\n", text):
            if part and (block.startswith("#") or len(part) + len(block) > longest):
                yield part
                part = ""
            part += " ".join(block.split()) + " "
        if part.strip():
            yield part


class Pipeline:
    def __init__(self, options):
        import tantivy

        self.folder, self.tantivy = options.folder, tantivy
        self.encoder = encoder.ONNXRuntime(options, "int8")
        schema = tantivy.SchemaBuilder()
        schema.add_integer_field("id", stored=True, indexed=False, fast=True)
        schema.add_text_field("body", stored=False, tokenizer_name="en_stem", index_option="freq")
        self.schema = schema.build()

    def build(self, root):
        words = os.path.join(self.folder, "words")
        os.makedirs(words, exist_ok=True)
        texts = list(passages(root))
        self.encoder.encode(texts, 32).tofile(os.path.join(self.folder, "vectors.f32"))
        index = self.tantivy.Index(self.schema, path=words)
        writer = index.writer(heap_size=200_000_000, num_threads=1)
        for number, text in enumerate(texts):
            document = self.tantivy.Document()
            document.add_integer("id", number)
            document.add_text("body", text)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def open(self):
        import numpy

        path = os.path.join(self.folder, "vectors.f32")
        self.rows = numpy.memmap(path, numpy.float32, "r").reshape(-1, 384)
        self.index = self.tantivy.Index.open(os.path.join(self.folder, "words"))
        self.searcher = self.index.searcher()

    def ask(self, question):
        import numpy

        vector = self.encoder.encode([question], 1)[0]
        cosines = self.rows @ vector
        count = min(CANDIDATES, len(cosines))
        near = numpy.argpartition(-cosines, count - 1)[:count]
        text = " ".join(re.findall(r"[^\W_]+", question.lower()))
        scores = {int(i): WEIGHT * float(cosines[i]) / max(1e-6, float(cosines.max())) for i in near}
        if text:
            query = self.index.parse_query(text, ["body"])
            hits = self.searcher.search(query, CANDIDATES, count=False).hits
            top = hits[0][0] if hits else 1.0
            for score, address in hits:
                number = self.searcher.doc(address)["id"][0]
                scores[number] = scores.get(number, 0.0) + (1 - WEIGHT) * score / top
        return sorted(scores, key=lambda number: (-scores[number], number))[:K]


def main():
    parser = driver.arguments(__doc__)
    parser.add_argument("--model", type=pathlib.Path, required=True)
    parser.add_argument("--models", type=pathlib.Path, required=True)
    parser.add_argument("--root", type=pathlib.Path, required=True)
    parser.add_argument("--queries", type=pathlib.Path, required=True, help="JSON lines with `text`")
    parser.add_argument("--folder", help="where the index is kept")
    parser.add_argument("--task", choices=["search", "cold"], default="search")
    options = parser.parse_args()
    driver.limit_threads(options.threads)
    kept = tempfile.TemporaryDirectory(prefix="peer-") if options.folder is None else None
    options.folder = options.folder or kept.name
    questions = [json.loads(line)["text"] for line in open(options.queries, encoding="utf-8")]

    pipeline = Pipeline(options)
    start = time.perf_counter()
    if not os.path.exists(os.path.join(options.folder, "vectors.f32")):
        pipeline.build(options.root)
    build = time.perf_counter() - start
    pipeline.open()
    about = {"engine": "pipeline", "task": options.task, "passages": len(pipeline.rows), "build_s": build}
    if options.task == "cold":
        options.repeats, options.serve = 1, False
        return driver.drive(options, about, lambda: {"found": len(pipeline.ask(questions[0]))})
    driver.timed(pipeline.ask, questions[:20])
    return driver.drive(options, about, lambda: driver.latencies(driver.timed(pipeline.ask, questions)))


if __name__ == "__main__":
    main()
