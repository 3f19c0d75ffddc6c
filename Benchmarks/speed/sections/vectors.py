"""Nearest neighbours among the vectors of generated passages."""

import statistics
import subprocess

import data
import machine
from measurement import from_contest
from processes import Failed
from turns import Contest

EXACT = ("numpy", "faiss-flat", "usearch", "sqlite-vec", "lancedb")
CELLS = ("faiss-ivf", "faiss-ivf-sq8")
# Half a second and more a query at a million rows.
SLOW = ("sqlite-vec", "lancedb")
RECALL = 0.98


def ours_by_kind(context, rows, asked, folder):
    """Exact and approximate search come from one process; each becomes a contestant that reads its half."""
    last = {}

    def exact():
        last.clear()
        last.update(context.ours.vectors(rows, asked, folder, RECALL))
        return {**last["exact"], "rss_kb": last["rss_kb"], "cpu_s": last["cpu_s"]}

    def cells():
        if "cells" not in last:
            raise Failed("there are no cells at this size")
        return {**last["cells"], "cpu_s": 0.0}

    return exact, cells


def at_size(context, count):
    rows, asked = context.data.vectors(count)
    rows_there = rows.stat().st_size // (4 * 384)
    truth = context.work / f"truth-{data.label(count)}.i32"
    common = ["--rows", rows, "--queries", asked, "--truth", truth]
    subprocess.run(context.driver("vectors", "--engine", "truth", *common), check=True)
    with Contest(f"vectors, {data.label(count)}", context.repeats) as contest:
        if context.ours.speed_tool:
            folder = context.work / f"vectors-{data.label(count)}"
            exact, cells = ours_by_kind(context, rows, asked, folder)
            contest.add("footnote", exact)
            contest.add("footnote-cells", cells, after="footnote")
        for engine in EXACT + CELLS:
            if engine in SLOW and count > 100_000 and not context.thorough:
                contest.missing[engine] = "slow at this size; measured with --thorough"
                continue
            contest.start(engine, context.driver("vectors", "--engine", engine, *common, "--recall", RECALL,
                                                 "--most-seconds", "8"))
        context.add_limits(contest)
        contest.hold()
        limit = context.limits(contest).get("read_gb_per_s")
        notes = {"rows": rows_there, "others": contest.bystanders, "peers": {
            n: {k: a[k] for k in ("recall", "probes", "cells", "build_s", "bytes_per_row") if k in a}
            for n, a in contest.about.items() if a}}
        kinds = {"exact": ({"footnote", *EXACT}, {}),
                 "cells": ({"footnote-cells", *CELLS}, {"footnote-cells": "footnote"})}
        found = []
        for kind, (only, rename) in kinds.items():
            for figure, title in (("p50_ms", "one query, p50"), ("p99_ms", "one query, p99"),
                                  ("batch_ms", "a query of a batch of 32")):
                # What stays in the cache from one query to the next is not bound by memory.
                bound = limit and kind == "exact" and figure != "batch_ms" \
                    and rows_there * 1536 > 4 * machine.largest_cache_bytes()
                least = rows_there * 1536 / limit / 1e6 if bound else None
                found.append(from_contest(
                    contest, [figure], only=only, rename=rename, size=count,
                    id=f"vectors.{kind}.{figure.split('_')[0]}.{data.label(count)}",
                    title=f"{kind}, {data.label(count)}, {title}", unit="ms", more_is_better=False, limit=least,
                    limit_is="reading all rows as float32 from memory once", notes=notes))
        recall = contest.series("recall").get("footnote-cells")
        if recall:
            notes["footnote_cells_recall"] = statistics.median(recall)
        return found


def measure(context):
    return [m for count in context.sizes for m in at_size(context, count)]
