"""How time, memory and size grow with the number of passages, and whether answers stay as good."""

import itertools
import json
import math
import shutil
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


def overlap(answers, others, depth=10):
    """The mean share of the best hits of some answers that others have among theirs."""
    places = lambda answer: {(hit["path"], str(hit["lines"])) for hit in answer["hits"][:depth]}
    shares = [len(places(a) & places(b)) / len(places(b)) for a, b in zip(answers, others) if b["hits"]]
    return sum(shares) / len(shares)


def prepared(context, count):
    """Root, index, and what building it cost. With `footnote-speed` it has vectors, composed from those of the
    sentences, else words alone; it is kept beside the data, since a million passages take long."""
    root, beside = context.data.knowledge_base(count)
    index = root.with_name(root.name + ".index")
    record = index.with_name(index.name + ".json")
    if not record.exists():
        shutil.rmtree(index, ignore_errors=True)
        context.note(f"  scale: index of {count:,} passages")
        if context.ours.speed_tool:
            figures = context.ours.compose_index(root, index, context.data.sentences())
        else:
            empty = context.work / "no-models"
            empty.mkdir(exist_ok=True)
            built = context.ours.index(root, index, context.ours.without_model(empty))
            figures = {"words_s": built["wall_s"], "words_memory_mb": built["rss_kb"] / 1024}
        record.write_text(json.dumps(figures) + "\n", encoding="utf-8")
    return root, beside, index, json.loads(record.read_text(encoding="utf-8"))


def asked_of(context, beside):
    """Some of the judged questions, the same for every size; without a collection the repository's own."""
    lines = (beside / "queries.jsonl").read_text(encoding="utf-8").splitlines()
    step = max(1, len(lines) // 150)
    return context.data.write_lines("questions-scale.jsonl", lines[::step][:150])


def at_size(context, count):
    root, beside, index, built = prepared(context, count)
    label, asked = data.label(count), asked_of(context, beside)
    status = context.ours.status(root, index)
    has_vectors = (status.get("embedded") or 0) > 0.99
    modes = ["lexical"] + (["hybrid", "semantic"] if has_vectors else [])
    kept, found = {}, []
    words = itertools.cycle(json.loads(line)["text"] for line in open(asked, encoding="utf-8"))
    with Contest(f"scale, {label}", context.repeats) as contest:
        for mode in modes:
            def answer(mode=mode):
                kept[mode], about = context.ours.batch(root, index, asked, "--mode", mode)
                return {**about, **took(kept[mode])}
            contest.add(mode, answer)
            contest.add(f"{mode}-cold", lambda mode=mode: several(
                lambda q: context.ours.ask(root, index, q, "--no-refresh", "--mode", mode), words))
        contest.hold()
        notes = {"status": status, "others": contest.bystanders, "build": built,
                 "quality": compared(context, root, beside, index, asked, modes)}
        for mode in modes:
            for share in ("p50", "p95", "p99"):
                found.append(from_contest(
                    contest, [f"{share}_ms"], only={mode}, rename={mode: "footnote"}, size=count,
                    id=f"scale.{mode}.{share}.{label}", title=f"{label}, {mode}, {share}", unit="ms",
                    more_is_better=False, notes=notes))
            cold = f"{mode}-cold"
            for only, key, what, unit, scale in (
                    (mode, "rss_kb", "memory", "MB", 1 / 1024), (cold, "wall_s", "process and all", "ms", 1e3),
                    (cold, "rss_kb", "memory of one question", "MB", 1 / 1024)):
                name = key.split("_")[0] + (".one" if (only, key) == (cold, "rss_kb") else "")
                found.append(from_contest(
                    contest, [key], only={only}, rename={only: "footnote"}, size=count, scale=scale,
                    id=f"scale.{mode}.{name}.{label}", title=f"{label}, {mode}, {what}", unit=unit,
                    more_is_better=False))
    return found + once(context, root, index, count, built, notes["quality"])


def compared(context, root, beside, index, asked, modes):
    """nDCG@10 by mode over documents, and for the modes with meaning the same with every vector compared, and the
    share of the ten best hits that is the same."""
    found = {}
    for mode in modes:
        by_document = ["--mode", mode, "--per-document", "1"]
        answers, _ = context.ours.batch(root, index, asked, *by_document)
        found[mode] = {"nDCG@10": quality(answers, beside / "qrels.txt")}
        if mode == "lexical":
            continue
        exact, _ = context.ours.batch(root, index, asked, *by_document, "--exact")
        found[mode]["nDCG@10, exact"] = quality(exact, beside / "qrels.txt")
        passages, _ = context.ours.batch(root, index, asked, "--mode", mode)
        everything, about = context.ours.batch(root, index, asked, "--mode", mode, "--exact")
        found[mode] |= {"overlap@10": overlap(passages, everything), "exact": took(everything)}
    return found


def once(context, root, index, count, built, quality_of):
    """What is measured once."""
    label = data.label(count)
    values = [("bytes", "size of the index", "MB", folder_bytes(index) / 1e6),
              ("build.words", "first index, words", "s", built["words_s"]),
              ("buildmemory.words", "memory of the first index, words", "MB", built["words_memory_mb"])]
    if "vectors_s" in built:
        values += [("build.vectors", "writing composed vectors", "s", built["vectors_s"]),
                   ("buildmemory", "memory of the first index", "MB", built["memory_mb"])]
    for mode, figures in quality_of.items():
        values += [(f"{mode}.{key.replace(', ', '-')}", f"{mode}, {key}", "", value)
                   for key, value in figures.items() if isinstance(value, float)]
    has_vectors = "vectors_s" in built
    start = time.perf_counter()
    try:
        context.ours.index(root, index, None if has_vectors else context.ours.without_model(context.work / "no-models"))
        values.append(("unchanged", "refresh, nothing changed", "s", time.perf_counter() - start))
    except Failed as failure:
        context.warn(f"scale, {label}: {failure}")
    return [Measurement(id=f"scale.{key}.{label}", title=f"{label}, {what} (one run)", unit=unit,
                        more_is_better=unit == "", series={"footnote": [value]}, size=count)
            for key, what, unit, value in values if value is not None]


def measure(context):
    (context.work / "no-models").mkdir(exist_ok=True)
    return [m for count in context.sizes for m in at_size(context, count)]
