#!/usr/bin/env python3
"""Vectors for the passages of a generated knowledge base, from the vectors of their sentences.

    compose.py OUT.data --vectors sentences.f32 [--dimensions 384]

Encoding a million passages takes hours; the mean of the vectors of its sentences, made a unit vector again, lies near
what the encoder makes of a passage, and has the structure of real text that noise would not have. Reads composition.i32
(see generate.py), writes passages.f32: rows of float32, little endian, nothing else. Needs numpy.
"""

import argparse
import pathlib

import numpy

MOST_SENTENCES = 6
BLOCK = 65_536


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--vectors", type=pathlib.Path, required=True, help="a row for each line of the sentences")
    parser.add_argument("--dimensions", type=int, default=384)
    parser.add_argument("--out", type=pathlib.Path)
    options = parser.parse_args()

    known = numpy.fromfile(options.vectors, "<f4").reshape(-1, options.dimensions)
    # One row of zeros more, which the places that are not used (-1) lead to.
    known = numpy.vstack([known, numpy.zeros((1, options.dimensions), numpy.float32)])
    composition = numpy.fromfile(options.data / "composition.i32", "<i4").reshape(-1, MOST_SENTENCES)
    if len(composition) and composition.max() >= len(known) - 1:
        raise SystemExit("compose: there are sentences without a vector; were the vectors made of the same file?")
    with open(options.out or options.data / "passages.f32", "wb") as out:
        for first in range(0, len(composition), BLOCK):
            block = composition[first:first + BLOCK]
            rows = known[block[:, 0]].copy()
            for column in range(1, MOST_SENTENCES):
                rows += known[block[:, column]]
            rows /= numpy.maximum(numpy.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
            out.write(rows.astype("<f4").tobytes())
    print(f"{len(composition)} vectors")


if __name__ == "__main__":
    main()
