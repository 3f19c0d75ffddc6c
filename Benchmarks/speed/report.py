"""Tables, files and the verdict on targets."""

import json
import pathlib

import figures
import plots
from measurement import OURS


def load_targets(path):
    """[{section, measurement, against | limit | absolute, at_least | at_most, why}]; see targets.json."""
    return json.loads(pathlib.Path(path).read_text(encoding="utf-8"))["targets"]


def judge(target, measurements):
    """The target with what was reached: `met` is None where it was not measured, `gap` is what is missing as a factor
    (1 where it is met)."""
    found = next((m for m in measurements if m.id == target["measurement"]), None)
    value = interval = None
    if found:
        if "against" in target:
            interval = found.against(target["against"])
            value = interval["ratio"] if interval else None
        elif target.get("of") == "limit":
            value = found.share_of_limit()
        else:
            value = found.median()
    if value is None:
        return {**target, "value": None, "interval": None, "met": None, "gap": None}
    least, most = target.get("at_least"), target.get("at_most")
    gap = max(1.0, least / value if least is not None else value / most)
    return {**target, "value": value, "interval": interval, "met": gap <= 1.0, "gap": gap}


def table(rows):
    """Rows of text as columns; the first row is the head."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = []
    for number, row in enumerate(rows):
        lines.append("  ".join([row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:]))]).rstrip())
        if number == 0:
            lines.append("  ".join("-" * w for w in widths))
    return "\n".join(lines)


def section_table(measurements):
    rows = [["", "who", "median", "min", "max", "", "ours is … times as good", "of the limit"]]
    for m in measurements:
        names = sorted(m.series, key=lambda name: (not name.startswith(OURS), name))
        for name in names:
            spread = figures.spread(m.series[name])
            against = m.against(name) if name != OURS else None
            ratio = f"{figures.short(against['ratio'])} [{figures.short(against['low'])}–" \
                    f"{figures.short(against['high'])}]" if against else ""
            share = m.share_of_limit() if name == OURS else None
            rows.append([m.title if name == names[0] else "", name, *(figures.short(spread[k]) for k in
                        ("median", "min", "max")), m.unit, ratio, f"{share:.0%}" if share else ""])
    return table(rows)


def target_table(judged):
    rows = [["target", "wanted", "reached", "", "gap"]]
    for t in judged:
        wanted = f"≥ {figures.short(t['at_least'])}" if "at_least" in t else f"≤ {figures.short(t['at_most'])}"
        what = f"{t['measurement']}" + (f" / {t['against']}" if "against" in t else " of the limit"
                                        if t.get("of") == "limit" else "")
        state = {True: "met", False: "missed", None: "not measured"}[t["met"]]
        rows.append([what, wanted, figures.short(t["value"]), state,
                     f"{t['gap']:.2f}×" if t["gap"] and t["gap"] > 1 else ""])
    return table(rows)


def curves(measurements):
    """{kind: (unit, {name: [(size, value)]})}: measurements whose ids differ only in the size at the end."""
    found = {}
    for m in measurements:
        if m.size is None:
            continue
        kind = m.id.rsplit(".", 1)[0]
        for name in m.series:
            found.setdefault(kind, (m.unit, {}))[1].setdefault(name, []).append((m.size, m.median(name)))
    return found


def exponents(measurements):
    return {kind: {name: figures.growth(*zip(*points))[0] for name, points in lines.items()
                   if len({s for s, _ in points}) > 1}
            for kind, (_, lines) in curves(measurements).items()}


def scale_lines(measurements):
    """The curves of the whole tool in one plot for each unit."""
    by_unit = {}
    for kind, (unit, lines) in curves(measurements).items():
        if not unit:
            continue
        for points in lines.values():
            by_unit.setdefault(unit, {})[kind.removeprefix("scale.")] = points
    return by_unit


def write(out, name, measurements, judged, about):
    """NAME.json and the plots of a section."""
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob(f"{name}-*.svg"):
        old.unlink()
    content = {**about, "section": name, "measurements": [m.record() for m in measurements],
               "growth_exponents": exponents(measurements), "targets": judged}
    (out / f"{name}.json").write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    wanted = {(t["measurement"], t["against"]): t["at_least"] for t in judged if "against" in t and "at_least" in t}
    drawings = {"ratios": plots.ratios(measurements, wanted, f"{name}: Footnote against its peers")}
    if name == "scale":
        for unit, lines in scale_lines(measurements).items():
            drawings[f"growth-{unit.lower()}"] = plots.growth(lines, f"scale: growth, {unit}", unit)
    else:
        for kind, (unit, lines) in curves(measurements).items():
            drawings[f"growth-{kind.removeprefix(name + '.').replace('.', '-')}"] = plots.growth(lines, kind, unit)
    for part, drawing in drawings.items():
        if drawing:
            (out / f"{name}-{part}.svg").write_text(drawing, encoding="utf-8")
