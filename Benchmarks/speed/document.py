#!/usr/bin/env python3
"""Fills the tables of a document from results: whatever stands between `<!-- begin NAME -->` and `<!-- end NAME -->`.

    document.py RESULTS DOCUMENT.md

NAME is a section of the results (its JSON file), `targets` or `limits`. A figure that was not measured is a dash.
"""

import argparse
import json
import pathlib
import re

import figures

ORDER = ("encoder", "query", "search", "index", "parsing", "vectors", "lexical", "scale")
OURS = "footnote"


def markdown(rows):
    lines = ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]])


def value(m, name):
    found = m["contestants"].get(name)
    if not found:
        return ""
    if name == OURS and len(found["runs"]) > 1:
        return f"{figures.short(found['median'])} [{figures.short(found['min'])}–{figures.short(found['max'])}]"
    ratio = m["ratios"].get(name)
    return figures.short(found["median"]) + (f" ({figures.short(ratio['ratio'])} ×)" if ratio else "")


def flat(measurements):
    """A row for each measurement, a column for each contestant."""
    names = []
    for m in measurements:
        names += [name for name in m["contestants"] if name != OURS and name not in names]
    rows = [["", "unit", "Footnote", "of the limit", *names]]
    for m in measurements:
        limit = m.get("limit")
        share = f"{limit['share']:.0%} of {figures.short(limit['value'])}" if limit and limit["share"] else ""
        rows.append([m["title"], m["unit"], value(m, OURS), share, *(value(m, name) for name in names)])
    return markdown(rows)


def size_name(size):
    return f"{size // 1_000_000} M" if size >= 1_000_000 else f"{size // 1000} k"


def growing(content, with_names):
    """A row for each kind and contestant, a column for each number of passages, and how it grows."""
    measurements = [m for m in content["measurements"] if m["size"]]
    sizes = sorted({m["size"] for m in measurements})
    kinds = {}
    for m in measurements:
        kinds.setdefault(m["id"].rsplit(".", 1)[0], {})[m["size"]] = m
    rows = [["", "unit", *(["who"] if with_names else []), *map(size_name, sizes), "exponent"]]
    for kind, by_size in kinds.items():
        names = list(dict.fromkeys(name for m in by_size.values() for name in m["contestants"]))
        names.sort(key=lambda name: name != OURS)
        for name in names:
            first = next(iter(by_size.values()))
            title = first["title"].split(", ", 1)[-1].removesuffix(" (one run)")
            if kind.startswith("vectors."):
                title = f"{kind.split('.')[1]}, {title.split(', ', 1)[-1]}"
            growth = content["growth_exponents"].get(kind, {}).get(name)
            cells = [value(by_size[s], name) if s in by_size else "" for s in sizes]
            rows.append([title if name == names[0] else "", first["unit"] if name == names[0] else "",
                         *([name] if with_names else []), *(cell or "–" for cell in cells),
                         f"{growth:.2f}" if growth is not None and first["unit"] else ""])
            limit = by_size[sizes[-1]].get("limit") if name == OURS and sizes[-1] in by_size else None
            if limit and with_names:
                shares = [by_size[s]["limit"] if s in by_size else None for s in sizes]
                rows.append(["", "", f"limit: {limit['is']}",
                             *(f"{figures.short(l['value'])} ({l['share']:.0%})" if l else "–" for l in shares), ""])
    return markdown(rows)


def targets(contents):
    rows = [["measured", "wanted", "reached", ""]]
    for content in contents:
        for t in content["targets"]:
            wanted = f"≥ {figures.short(t['at_least'])}" if "at_least" in t else f"≤ {figures.short(t['at_most'])}"
            unit = next((m["unit"] for m in content["measurements"] if m["id"] == t["measurement"]), "")
            what = f"× {t['against']}" if "against" in t else "of the limit" if t.get("of") == "limit" else unit
            state = {True: "met", False: f"missed by a factor of {t['gap'] or 0:.2f}", None: "not measured"}[t["met"]]
            rows.append([t["measurement"], f"{wanted} {what}", figures.short(t["value"]), state])
    return markdown(rows)


def limits(contents):
    names = {"gemm_gflops": "products of float32 matrices, GFLOP/s", "fma_gflops": "multiply-adds of floats, GFLOP/s",
             "int8_gops": "products of 8-bit matrices, GOP/s", "read_gb_per_s": "reading memory, GB/s"}
    best = {}
    for content in contents:
        for key, number in content["limits"].items():
            best[key] = max(number, best.get(key, 0.0))
    return markdown([["limit, all cores", "best of all rounds"],
                     *([title, figures.short(best[key])] for key, title in names.items() if key in best)])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("results", type=pathlib.Path)
    parser.add_argument("document", type=pathlib.Path)
    options = parser.parse_args()
    contents = {name: json.loads((options.results / f"{name}.json").read_text(encoding="utf-8"))
                for name in ORDER if (options.results / f"{name}.json").exists()}
    every = list(contents.values())

    def table(found):
        name = found["name"]
        if name == "targets":
            made = targets(every)
        elif name == "limits":
            made = limits(every)
        elif name not in contents:
            made = "Not measured yet."
        elif name in ("vectors", "lexical", "scale"):
            made = growing(contents[name], with_names=name != "scale")
        else:
            made = flat(contents[name]["measurements"])
        return f"<!-- begin {name} -->\n\n{made}\n\n<!-- end {name} -->"

    text = options.document.read_text(encoding="utf-8")
    text = re.sub(r"<!-- begin (?P<name>\w+) -->.*?<!-- end (?P=name) -->", table, text, flags=re.DOTALL)
    options.document.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
