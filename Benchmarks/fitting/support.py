"""Fits the coefficients of SupportEstimate: how probably a passage says what a statement says.

    for page in wiki/*/*.md; do footnote provenance -n 30 --format json "$page"; done > provenance.jsonl
    python3 Benchmarks/fitting/support.py provenance.jsonl

A statement that links to a line of a source is a question with one right answer, the passage that holds the
line; the other passages that are found for it are the wrong ones (some of them say the same, so that the
estimate errs low). Needs numpy and scipy. Prints log loss and area under the curve by ten folds over pages, and
the coefficients over all pages.
"""
import json
import re
import sys

import numpy as np
from scipy.optimize import minimize

NAMED = dict(zip(
    "one two three four five six seven eight nine ten eleven twelve january february march april may june "
    "july august september october november december hundred thousand".split(),
    [str(n) for n in range(1, 13)] * 2 + ["100", "1000"]))


def numbers(text):
    found = []
    for number in re.findall(r"[0-9][0-9.,]*", text):
        number = number.rstrip(".,")
        if all(len(group.split(".")[0]) == 3 for group in number.split(",")[1:]):
            number = number.replace(",", "")
        if "." in number and "," not in number:
            number = number.rstrip("0").rstrip(".")
        found.append(re.sub(r"^0+(?=[0-9])", "", number))
    return set(found)


def missing(statement, hit):
    """Share of the statement's numbers that the passage lacks; 0 where it has none."""
    wanted = numbers(statement)
    if not wanted:
        return 0.0
    known = numbers(hit["text"]) | numbers(hit["title"])
    if hit["date"]:
        known |= {str(int(part)) for part in hit["date"].split("-")}
    if hit["start"] is not None:
        second = int(hit["start"])
        known |= {str(second // 3600), str(second // 60 % 60), str(second % 60)}
    known |= {NAMED[word] for word in re.findall(r"[a-z]+", hit["text"].lower()) if word in NAMED}
    return len(wanted - known) / len(wanted)


def rows(lines):
    for line in lines:
        answer = json.loads(line)
        for statement in answer["statements"]:
            right = [s for s in statement["sources"] if "linked" in s["evidence"]]
            if not right:
                continue
            for source in statement["sources"]:
                signals = source["hit"]["signals"]
                if signals["cosine"] is None or signals["maxsim"] is None:
                    continue
                yield (answer["page"], statement["citation"], "linked" in source["evidence"],
                       [1.0, max(signals["cosine"], 0), max(signals["maxsim"], 0), signals["coverage"],
                        -missing(statement["text"], source["hit"])])


def fit(x, y):
    def loss(w):
        z = x @ w
        return np.mean(np.logaddexp(0, z) - y * z) + 1e-4 * np.sum(w[1:] ** 2)
    bounds = [(None, None)] + [(0, None)] * (x.shape[1] - 1)
    return minimize(loss, np.zeros(x.shape[1]), method="L-BFGS-B", bounds=bounds).x


def area(y, z):
    order = np.argsort(z)
    ranks = np.empty(len(z))
    ranks[order] = np.arange(1, len(z) + 1)
    positive = y.sum()
    return (ranks[y == 1].sum() - positive * (positive + 1) / 2) / (positive * (len(y) - positive))


def main():
    data = list(rows(open(sys.argv[1], encoding="utf-8")))
    pages = sorted({row[0] for row in data})
    fold = {page: index % 10 for index, page in enumerate(pages)}
    x = np.array([row[3] for row in data])
    y = np.array([row[2] for row in data], float)
    groups = np.array([fold[row[0]] for row in data])
    z = np.zeros(len(y))
    for k in range(10):
        z[groups == k] = x[groups == k] @ fit(x[groups != k], y[groups != k])
    print(f"{len({(row[0], row[1]) for row in data})} statements, {len(y)} pairs, {int(y.sum())} right")
    print(f"by ten folds: log loss {np.mean(np.logaddexp(0, z) - y * z):.3f}, area {area(y, z):.3f}")
    p = 1 / (1 + np.exp(-z))
    for low, high in [(0, .1), (.1, .2), (.2, .3), (.3, .4), (.4, .5), (.5, .6), (.6, .8), (.8, 1)]:
        inside = (p >= low) & (p < high)
        if inside.any():
            print(f"  {low:.1f} to {high:.1f}: {inside.sum():5d} pairs, {y[inside].mean():.2f} right")
    best, own = {}, {}
    for (page, citation, right, _), value in zip(data, p):
        key = (page, citation)
        if right:
            own[key] = max(own.get(key, 0), value)
        else:
            best[key] = max(best.get(key, 0), value)
    for cut in (.1, .15, .2, .25, .3, .4, .5):
        kept = np.mean([value >= cut for value in own.values()])
        passed = np.mean([value >= cut for value in best.values()])
        print(f"  cut {cut}: {kept:.3f} of the right passages reach it; without them {passed:.3f} would still")
    print("constant, cosine, maxSim, coverage, numbers:", np.round(fit(x, y), 3))


if __name__ == "__main__":
    main()
