"""Makes the fixture that the measures are checked against, with trec_eval's own code.

    python3 -m venv venv
    venv/bin/pip install pytrec-eval-terrier==0.5.11
    venv/bin/python make_fixture.py

writes, beside this script:

  qrels.txt       synthetic judgements, seeded: graded, negative grades, queries with nothing relevant
  run-NAME.trec   runs with ties, missing and extra queries, unjudged documents, lines in any order
  expected.json   {run: {"queries": {query: {measure: value}}, "complete": {..}, "answered": {..}}}

"answered" holds means over the queries that are in both the run and the qrels, as trec_eval reports
them; "complete" over all queries of the qrels, a missing one counting 0, as `trec_eval -c` does.
"""

import json
import pathlib
import random
import struct

import pytrec_eval

HERE = pathlib.Path(__file__).parent
MEASURES = {
    "nDCG@1": "ndcg_cut_1", "nDCG@5": "ndcg_cut_5", "nDCG@10": "ndcg_cut_10",
    "nDCG@100": "ndcg_cut_100", "MAP": "map", "P@1": "P_1", "P@5": "P_5", "P@10": "P_10",
    "Recall@5": "recall_5", "Recall@10": "recall_10", "Recall@100": "recall_100",
    "Rprec": "Rprec", "Success@1": "success_1", "Success@5": "success_5",
    "Success@10": "success_10",
}
RECIPROCAL = {"MRR@3": 3, "MRR@10": 10, "MRR@1000": 1000}


def float32(value):
    return struct.unpack("f", struct.pack("f", value))[0]


def make_qrels(rng):
    """40 queries over documents d0 to d399; some identifiers are not ASCII."""
    qrels = {}
    for q in range(40):
        pool = rng.sample(range(400), rng.randint(5, 60))
        if q % 10 == 3:
            grades = [0, -1, -2]
        elif q % 10 == 7:
            grades = [0]
        elif q % 2:
            grades = [-2, -1, 0, 0, 1, 2, 3, 4]
        else:
            grades = [0, 0, 1]
        qrels[f"q{q}"] = {name(d): rng.choice(grades) for d in pool}
    return qrels


def name(number):
    """Names whose order by bytes differs from that by number, by UTF-16 unit and by letter."""
    forms = ["d{}", "D{}", "doc-{}", "é{}", "文書{}", "\U0001f600{}", "\uffee{}", "z{}"]
    return forms[number % len(forms)].format(number)


def make_run(rng, qrels, score, size, queries):
    run = {}
    for query in queries:
        judged = list(qrels.get(query, {}))
        picked = set(rng.sample(judged, min(len(judged), rng.randint(0, 30))))
        picked |= {name(rng.randrange(400, 700)) for _ in range(rng.randint(1, size))}
        picked |= {name(rng.randrange(400)) for _ in range(rng.randint(1, size))}
        good = qrels.get(query, {})
        run[query] = {d: score(rng, max(0, good.get(d, 0))) for d in sorted(picked)}
    return run


def runs(rng, qrels):
    everything = list(qrels)
    some = everything[::3]
    extra = everything[5:30] + ["x1", "x2"]
    return {
        "plain": make_run(rng, qrels, lambda r, g: r.gauss(g, 2), 60, everything),
        "ties": make_run(rng, qrels, lambda r, g: float(r.randint(0, 3) + g // 2), 60, everything),
        "float32": make_run(
            rng, qrels, lambda r, g: 16777216.0 + r.random() * 6 + g / 2, 40, everything),
        "missing": make_run(rng, qrels, lambda r, g: r.gauss(g, 1), 10, some),
        "extra": make_run(rng, qrels, lambda r, g: -r.expovariate(1 + g), 25, extra),
        "constant": make_run(rng, qrels, lambda r, g: 0.0, 15, everything),
        "exponents": make_run(
            rng, qrels, lambda r, g: (1 + g) * 10.0 ** r.randint(-30, 30), 20, everything),
    }


def write_run(rng, label, run):
    lines = []
    for query, scores in run.items():
        for rank, (document, score) in enumerate(scores.items(), start=1):
            lines.append(f"{query} Q0 {document} {rank} {score!r} {label}\n")
    # trec_eval reads no ranks and no order.
    rng.shuffle(lines)
    (HERE / f"run-{label}.trec").write_text("".join(lines), encoding="utf-8")


def write_qrels(rng, qrels):
    lines = [f"{q} 0 {d} {g}\n" for q, grades in qrels.items() for d, g in grades.items()]
    rng.shuffle(lines)
    (HERE / "qrels.txt").write_text("".join(lines), encoding="utf-8")


def ranking(scores):
    """The order of trec_eval, only to cut a run: scores as float, ties by bytes, both descending."""
    key = lambda item: (float32(item[1]), item[0].encode("utf-8"))
    return sorted(scores.items(), key=key, reverse=True)


def evaluate(qrels, run):
    evaluator = pytrec_eval.RelevanceEvaluator(qrels, set(MEASURES.values()))
    found = evaluator.evaluate(run)
    values = {
        query: {ours: theirs[measure] for ours, measure in MEASURES.items()}
        for query, theirs in found.items()
    }
    for ours, cut in RECIPROCAL.items():
        short = {query: dict(ranking(scores)[:cut]) for query, scores in run.items()}
        evaluator = pytrec_eval.RelevanceEvaluator(qrels, {"recip_rank"})
        for query, theirs in evaluator.evaluate(short).items():
            values[query][ours] = theirs["recip_rank"]
    return values


def means(values, count):
    names = [*MEASURES, *RECIPROCAL]
    return {name: sum(row[name] for row in values.values()) / count for name in names}


def main():
    rng = random.Random(20110927)
    qrels = make_qrels(rng)
    write_qrels(rng, qrels)
    expected = {}
    for label, run in runs(rng, qrels).items():
        write_run(rng, label, run)
        values = evaluate(qrels, run)
        expected[label] = {
            "queries": values,
            "complete": means(values, len(qrels)),
            "answered": means(values, len(values)),
        }
    text = json.dumps(expected, sort_keys=True, separators=(",", ":"))
    (HERE / "expected.json").write_text(text + "\n", encoding="utf-8")


main()
