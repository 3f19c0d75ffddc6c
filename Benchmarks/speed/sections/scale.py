"""How time, memory and size grow with the number of passages, and whether answers stay as good."""

import itertools
import json
import math
import time

import data
from measurement import Measurement, from_contest
from processes import Failed
from turns import Contest

from .search import several, took


def ndcg(ranking, grades, depth=10):
    """nDCG with linear gains, as trec_eval computes it."""
    gains = [grades.get(path, 0) for path in ranking[:depth]]
    best = sorted(grades.values(), reverse=True)[:depth]
    total = lambda values: sum(v / math.log2(place + 2) for place, v in enumerate(values))
    return total(gains) / total(best) if best else 0.0


def quality(answers, qrels):
    judged = {}
    for line in open(qrels, encoding="utf-8"):
        query, _, path, grade = line.split()
        judged.setdefault(query, {})[path] = int(grade)
    scores = [ndcg(list(dict.fromkeys(hit["path"] for hit in answer["hits"])), judged[answer["id"]])
              for answer in answers if answer.get("id") in judged]
    return sum(scores) / len(scores) if scores else None


def folder_bytes(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def prepared(context, count):
    """Root, index, and what building cost: an index beside the data is used as it is, so that one with vectors can be
    brought along; else one of words alone is built."""
    root, beside = context.data.knowledge_base(count)
    index = root.with_name(root.name + ".index")
    record = beside / "index-build.json"
    if not index.exists():
        empty = context.work / "no-models"
        empty.mkdir(exist_ok=True)
        context.note(f"  scale: index of {count:,} passages, words alone")
        figures = context.ours.index(root, index, context.ours.without_model(empty))
        record.write_text(json.dumps(figures) + "\n", encoding="utf-8")
    built = json.loads(record.read_text(encoding="utf-8")) if record.exists() else None
    return root, beside, index, built


def asked_of(context, beside):
    """Some of the judged questions, the same for every size; without a collection the repository's own."""
    lines = (beside / "queries.jsonl").read_text(encoding="utf-8").splitlines()
    step = max(1, len(lines) // 150)
    return context.data.write_lines("questions-scale.jsonl", lines[::step][:150])


def at_size(context, count):
    root, beside, index, built = prepared(context, count)
    label, asked = data.label(count), asked_of(context, beside)
    status = context.ours.status(root, index)
    embedded = status.get("embedded") or 0
    modes = ["lexical"] + (["hybrid", "semantic"] if embedded > 0.99 else [])
    quality_of, found = {}, []
    words = itertools.cycle(json.loads(line)["text"] for line in open(asked, encoding="utf-8"))
    with Contest(f"scale, {label}", context.repeats) as contest:
        for mode in modes:
            def answer(mode=mode):
                answers, about = context.ours.batch(root, index, asked, "--mode", mode, "--per-document", "1")
                quality_of[mode] = quality(answers, beside / "qrels.txt")
                return {**about, **took(answers)}
            contest.add(mode, answer)
            contest.add(f"{mode}-cold", lambda mode=mode: several(
                lambda q: context.ours.ask(root, index, q, "--no-refresh", "--mode", mode), words))
        contest.hold()
        notes = {"status": status, "nDCG@10": quality_of, "others": contest.bystanders, "build": built}
        for mode in modes:
            for share in ("p50", "p99"):
                found.append(from_contest(
                    contest, [f"{share}_ms"], only={mode}, rename={mode: "footnote"}, size=count,
                    id=f"scale.{mode}.{share}.{label}", title=f"{label}, {mode}, {share}", unit="ms",
                    more_is_better=False, notes=notes))
            cold = f"{mode}-cold"
            for key, what, unit, scale in (("wall_s", "process and all", "ms", 1e3), ("rss_kb", "memory", "MB", 1 / 1024)):
                found.append(from_contest(
                    contest, [key], only={cold}, rename={cold: "footnote"}, size=count, scale=scale,
                    id=f"scale.{mode}.{key.split('_')[0]}.{label}", title=f"{label}, {mode}, {what}", unit=unit,
                    more_is_better=False))
    once = [("bytes", "size of the index", "MB", folder_bytes(index) / 1e6)]
    if built:
        once += [("build", "first index, words alone", "s", built["wall_s"]),
                 ("buildmemory", "memory of the first index", "MB", built["rss_kb"] / 1024)]
    start = time.perf_counter()
    try:
        context.ours.index(
            root, index, None if embedded > 0 else context.ours.without_model(context.work / "no-models"))
        once.append(("unchanged", "refresh, nothing changed", "s", time.perf_counter() - start))
    except Failed as failure:
        context.warn(f"scale, {label}: {failure}")
    found += [Measurement(id=f"scale.{key}.{label}", title=f"{label}, {what} (one run)", unit=unit, more_is_better=False,
                          series={"footnote": [value]}, size=count) for key, what, unit, value in once]
    return found


def measure(context):
    (context.work / "no-models").mkdir(exist_ok=True)
    return [m for count in context.sizes for m in at_size(context, count)]
