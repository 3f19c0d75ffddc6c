"""The texts and vectors that are measured with; what takes long is made once and kept in a folder."""

import json
import pathlib
import random
import subprocess
import sys

PROJECT = pathlib.Path(__file__).resolve().parents[2]
SCALE = PROJECT / "Benchmarks" / "scale"
PEERS = PROJECT / "Benchmarks" / "peers"
sys.path.insert(0, str(SCALE))
import sources  # noqa: E402

SENTENCES = 30_000


def label(count):
    for size, letter in ((1_000_000, "m"), (1_000, "k")):
        if count % size == 0:
            return f"{count // size}{letter}"
    return str(count)


def questions(most=150):
    """The judged questions of this repository."""
    path = PROJECT / "Benchmarks" / "judged" / "shipped.jsonl"
    return [" ".join(json.loads(line)["text"].split()) for line in open(path, encoding="utf-8")][:most]


def passages(root, most, length=600):
    """Prose of a knowledge base in pieces of some 130 word pieces, spread evenly over it."""
    packed, part = [], ""
    for text in sources.markdown_texts([root]):
        for sentence in sources.sentences(text):
            part += sentence + " "
            if len(part) >= length:
                packed.append(part.strip())
                part = ""
    if len(packed) > most:
        packed = [packed[i * len(packed) // most] for i in range(most)]
    return packed


class Data:
    def __init__(self, folder, python, models, model, note):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.python, self.models, self.model, self.note = python, models, model, note

    def write_lines(self, name, lines):
        path = self.folder / name
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        return path

    def _encode(self, texts, out):
        self.note(f"encoding {texts.name} once")
        subprocess.run(
            [self.python, PEERS / "encoder.py", "--engine", "onnxruntime-float32", "--model", self.model,
             "--models", self.models, "--texts", texts, "--repeats", "0", "--write-vectors", f"{out}.part"],
            check=True, stdout=subprocess.DEVNULL)
        pathlib.Path(f"{out}.part").rename(out)

    def sentences(self):
        path = self.folder / "sentences.txt"
        if not path.exists():
            everything, _ = sources.pool(None, [], PROJECT)
            random.Random(7).shuffle(everything)
            self.write_lines("sentences.txt", everything[:SENTENCES])
        return path

    def knowledge_base(self, count):
        """(root, folder beside it) of a generated knowledge base of that many passages."""
        root = self.folder / f"kb-{label(count)}"
        beside = root.with_name(root.name + ".data")
        if not (beside / "manifest.json").exists():
            self.note(f"generating {count:,} passages")
            subprocess.run(
                [sys.executable, SCALE / "generate.py", root, "--passages", str(count), "--sentences",
                 self.sentences(), "--terms", "--composition"], check=True, stdout=subprocess.DEVNULL)
        return root, beside

    def vault(self, files):
        """A knowledge base of many small files."""
        root = self.folder / f"vault-{label(files)}"
        if not root.with_name(root.name + ".data").joinpath("manifest.json").exists():
            self.note(f"generating {files:,} files")
            subprocess.run(
                [sys.executable, SCALE / "generate.py", root, "--passages", str(files), "--per-file", "1",
                 "--sentences", self.sentences(), "--judged"], check=True, stdout=subprocess.DEVNULL)
        return root

    def vectors(self, count):
        """(file of passages' vectors, file of questions' vectors): as many rows as are asked for, all composed."""
        root = self.folder / f"rows-{label(count)}"
        beside = root.with_name(root.name + ".data")
        rows = beside / "passages.f32"
        if not (beside / "manifest.json").exists():
            subprocess.run(
                [sys.executable, SCALE / "generate.py", root, "--passages", str(count), "--sentences",
                 self.sentences(), "--judged", "--composition", "--no-files"], check=True, stdout=subprocess.DEVNULL)
        if not rows.exists():
            sentences, known = self.sentences(), self.folder / "sentences.f32"
            if not known.exists():
                self._encode(sentences, known)
            subprocess.run([self.python, SCALE / "compose.py", beside, "--vectors", known, "--out", f"{rows}.part"],
                           check=True, stdout=subprocess.DEVNULL)
            pathlib.Path(f"{rows}.part").rename(rows)
        asked = self.folder / "questions.f32"
        if not asked.exists():
            texts = self.folder / "questions.txt"
            if not texts.exists():
                lines = [text for c in sources.collections() for _, text in c.questions()] or questions()
                random.Random(8).shuffle(lines)
                self.write_lines("questions.txt", lines[:320])
            self._encode(texts, asked)
        return rows, asked

