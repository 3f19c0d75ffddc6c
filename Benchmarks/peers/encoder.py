#!/usr/bin/env python3
"""Other runtimes with the sentence encoder: onnxruntime, torch (transformers), sentence-transformers.

    encoder.py --engine onnxruntime-float32 --model FOLDER --models FOLDER --texts FILE --task bulk

Tasks: `bulk` encodes all texts (a line each), `query` one text after another, `cold` the first text and ends: a harness
measures that process from outside. Tokenising is part of what is measured. `tokens` counts word pieces with [CLS] and
[SEP], and no padding. Batches are of texts of like length, padded to their longest.
"""

import json
import pathlib
import time

import driver

LONGEST = 256


def tokenizer(folder):
    from tokenizers import BertWordPieceTokenizer

    config = json.loads((folder / "tokenizer_config.json").read_text(encoding="utf-8")) \
        if (folder / "tokenizer_config.json").is_file() else {}
    made = BertWordPieceTokenizer(str(folder / "vocab.txt"), lowercase=config.get("do_lower_case", True))
    made.enable_truncation(LONGEST)
    return made


def padded(encodings):
    import numpy

    longest = max(len(e.ids) for e in encodings)
    ids = numpy.zeros((len(encodings), longest), numpy.int64)
    mask = numpy.zeros_like(ids)
    for row, encoding in enumerate(encodings):
        ids[row, :len(encoding.ids)] = encoding.ids
        mask[row, :len(encoding.ids)] = 1
    return ids, mask


class Batched:
    """Sorts by length, encodes in batches, puts the vectors back in order."""

    def encode(self, texts, batch):
        import numpy

        encodings = self.tokens.encode_batch(texts)
        order = sorted(range(len(texts)), key=lambda i: -len(encodings[i].ids))
        vectors = numpy.empty((len(texts), self.width), numpy.float32)
        for first in range(0, len(order), batch):
            places = order[first:first + batch]
            vectors[places] = self.forward(*padded([encodings[p] for p in places]))
        return vectors


class ONNXRuntime(Batched):
    package = "onnxruntime"

    def __init__(self, options, precision):
        import onnxruntime

        settings = onnxruntime.SessionOptions()
        settings.intra_op_num_threads = options.threads
        settings.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(
            str(options.models / f"{precision}.onnx"), settings, providers=["CPUExecutionProvider"])
        self.inputs = {i.name: i.type for i in self.session.get_inputs()}
        self.width = self.session.get_outputs()[0].shape[-1]
        self.tokens = tokenizer(options.model)

    def forward(self, ids, mask):
        import numpy

        feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": numpy.zeros_like(ids)}
        hidden = self.session.run(None, {
            name: feed[name].astype(numpy.int32) if kind == "tensor(int32)" else feed[name]
            for name, kind in self.inputs.items()})[0]
        weights = mask[:, :, None].astype(numpy.float32)
        means = (hidden * weights).sum(1) / weights.sum(1)
        return means / numpy.linalg.norm(means, axis=1, keepdims=True)


class Torch(Batched):
    package = "torch"

    def __init__(self, options):
        import torch
        from transformers import BertModel

        torch.set_num_threads(options.threads)
        self.torch = torch
        self.network = BertModel.from_pretrained(options.model).eval()
        self.width = self.network.config.hidden_size
        self.tokens = tokenizer(options.model)

    def forward(self, ids, mask):
        torch = self.torch
        ids, mask = torch.from_numpy(ids), torch.from_numpy(mask)
        with torch.inference_mode():
            hidden = self.network(input_ids=ids, attention_mask=mask).last_hidden_state
            weights = mask[:, :, None].float()
            means = (hidden * weights).sum(1) / weights.sum(1)
            return torch.nn.functional.normalize(means, dim=1).numpy()


class SentenceTransformers:
    package = "sentence-transformers"

    def __init__(self, options):
        import torch
        from sentence_transformers import SentenceTransformer, models

        torch.set_num_threads(options.threads)
        layers = models.Transformer(str(options.model), max_seq_length=LONGEST)
        self.model = SentenceTransformer(modules=[layers, models.Pooling(384), models.Normalize()], device="cpu")
        self.tokens = tokenizer(options.model)

    def encode(self, texts, batch):
        return self.model.encode(texts, batch_size=batch, show_progress_bar=False)


ENGINES = {
    "onnxruntime-float32": lambda options: ONNXRuntime(options, "float32"),
    "onnxruntime-int8": lambda options: ONNXRuntime(options, "int8"),
    "torch": Torch,
    "sentence-transformers": SentenceTransformers,
}


def main():
    parser = driver.arguments(__doc__)
    parser.add_argument("--engine", choices=ENGINES, required=True)
    parser.add_argument("--model", type=pathlib.Path, required=True, help="folder with safetensors and vocab.txt")
    parser.add_argument("--models", type=pathlib.Path, help="folder that export.py has written")
    parser.add_argument("--texts", type=pathlib.Path, required=True)
    parser.add_argument("--task", choices=["bulk", "query", "cold"], default="bulk")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--write-vectors", type=pathlib.Path, help="the vectors, rows of float32, as a file")
    options = parser.parse_args()
    driver.limit_threads(options.threads)

    texts = options.texts.read_text(encoding="utf-8").splitlines()
    start = time.perf_counter()
    engine = ENGINES[options.engine](options)
    load = time.perf_counter() - start
    about = {"engine": options.engine, "version": driver.version(engine.package), "task": options.task,
             "load_s": load, "texts": len(texts)}

    if options.task == "cold":
        start = time.perf_counter()
        engine.encode(texts[:1], 1)
        options.repeats, options.serve = 1, False
        first = time.perf_counter() - start
        return driver.drive(options, about, lambda: {"first_ms": 1e3 * first})
    if options.write_vectors:
        engine.encode(texts, options.batch).astype("<f4").tofile(options.write_vectors)
    if options.task == "query":
        timed = lambda: driver.timed(lambda text: engine.encode([text], 1), texts)
        driver.timed(lambda text: engine.encode([text], 1), texts[:20])
        return driver.drive(options, about, lambda: driver.latencies(timed()))

    tokens = sum(len(encoding.ids) for encoding in engine.tokens.encode_batch(texts))
    engine.encode(texts[:2 * options.batch], options.batch)

    def bulk():
        start = time.perf_counter()
        engine.encode(texts, options.batch)
        seconds = time.perf_counter() - start
        return {"seconds": seconds, "tokens": tokens, "tokens_per_s": tokens / seconds,
                "texts_per_s": len(texts) / seconds}

    return driver.drive(options, about, bulk)


if __name__ == "__main__":
    main()
