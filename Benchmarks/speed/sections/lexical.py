"""Ranking by words alone, over the same terms."""

import data
from measurement import from_contest
from turns import Contest

ENGINES = ("tantivy", "fts5", "bm25s")
KINDS = ("natural", "content", "keywords")
TITLES = {"natural": "whole questions", "content": "without function words", "keywords": "three words"}


def at_size(context, count):
    _, beside = context.data.knowledge_base(count)
    passages = beside / "passages.terms"
    queries = {kind: beside / f"queries.{kind}.terms" for kind in KINDS}
    index, label = context.work / f"lexical-{data.label(count)}.postings", data.label(count)
    found = []
    with Contest(f"lexical, {label}", context.repeats) as contest:
        if context.ours.speed_tool:
            contest.add("footnote", lambda: context.ours.lexical(passages, queries, index))
        for engine in ENGINES:
            if engine == "bm25s" and count > 300_000:
                contest.missing[engine] = "holds all in memory; not built at this size"
                continue
            contest.start(engine, context.driver(
                "lexical", "--engine", engine, "--passages", passages, "--queries", *queries.values(),
                "--most-seconds", "8"))
        contest.hold()
        for kind in KINDS:
            for share in ("p50", "p99"):
                found.append(from_contest(
                    contest, [kind, f"{share}_ms"], size=count, id=f"lexical.{kind}.{share}.{label}",
                    title=f"{label}, {TITLES[kind]}, {share}", unit="ms", more_is_better=False,
                    notes={"others": contest.bystanders}))
    with Contest(f"lexical build, {label}", context.repeats if count < 300_000 else min(3, context.repeats)) as contest:
        if context.ours.speed_tool:
            contest.add("footnote", lambda: context.ours.lexical_build(passages, queries["keywords"], index))
        for engine in ENGINES:
            if engine == "bm25s" and count > 50_000:
                continue
            contest.start(engine, context.driver("lexical", "--engine", engine, "--passages", passages, "--queries",
                                                 queries["keywords"], "--task", "build"))
        contest.hold()
        for key, what, unit, more, scale in (("mb_per_s", "building", "MB/s", True, 1.0),
                                             ("index_bytes", "size of the index", "MB", False, 1e-6),
                                             ("rss_kb", "memory while building", "MB", False, 1 / 1024)):
            found.append(from_contest(contest, [key], scale=scale, size=count, id=f"lexical.{key}.{label}",
                                      title=f"{label}, {what}", unit=unit, more_is_better=more))
    return found


def measure(context):
    return [m for count in context.sizes for m in at_size(context, count)]
