"""Plots as plain SVG that follow the reader's light or dark scheme; nothing but the standard library."""

import html
import math

import figures
from measurement import OURS

STYLE = """<style>
svg { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --grid: #d8dee4; --back: #ffffff;
  --a: #0969da; --b: #bc4c00; --c: #1a7f37; --d: #8250df; --e: #bf3989; --f: #7d6600; --good: #1a7f37; --bad: #cf222e }
@media (prefers-color-scheme: dark) { svg { --ink: #e6edf3; --soft: #9198a1; --grid: #3d444d; --back: #0d1117;
  --a: #4493f8; --b: #f0883e; --c: #3fb950; --d: #ab7df8; --e: #f778ba; --f: #d4a72c;
  --good: #3fb950; --bad: #f85149 } }
text { font: 12px system-ui, sans-serif; fill: var(--ink) } .soft { fill: var(--soft) } .title { font-weight: 600 }
.grid { stroke: var(--grid) } .one { stroke: var(--soft); stroke-width: 1.5 }
.whisker { stroke: var(--ink); stroke-width: 1.5 } .target { stroke: var(--ink); stroke-width: 3 }
</style>"""
COLOURS = ("a", "b", "c", "d", "e", "f")


class Drawing:
    def __init__(self, width, height, title):
        self.width, self.height, self.parts = width, height, []
        self.title = title

    def line(self, x1, y1, x2, y2, kind, more=""):
        self.parts.append(f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{kind}" {more}/>')

    def text(self, x, y, words, anchor="start", kind=""):
        self.parts.append(f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" class="{kind}">'
                          f"{html.escape(words)}</text>")

    def add(self, part):
        self.parts.append(part)

    def svg(self):
        return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" role="img" '
                f'aria-label="{html.escape(self.title, quote=True)}">\n{STYLE}\n'
                f'<rect width="100%" height="100%" fill="var(--back)"/>\n' + "\n".join(self.parts) + "\n</svg>\n")


def ticks(low, high):
    """1, 2 and 5 times the powers of ten from low to high; powers alone where that would be crowded."""
    steps = (1, 2, 5) if high / low < 1000 else (1,)
    power = math.floor(math.log10(low))
    found = []
    while 10 ** power <= high * 1.001:
        found += [s * 10 ** power for s in steps if low * 0.999 <= s * 10 ** power <= high * 1.001]
        power += 1
    return found


def axis_text(value):
    for size, letter in ((1e6, "M"), (1e3, "k")):
        if value >= size:
            return f"{value / size:g}{letter}"
    return f"{value:g}"


def ratios(measurements, targets, title):
    """How many times as good ours is as each peer: a bar from 1, its interval, and a mark where the target lies. None
    where nothing was compared."""
    rows = []
    for m in measurements:
        for peer in m.series:
            found = m.against(peer) if peer != OURS else None
            if found:
                rows.append((f"{m.title}: {peer}", found, targets.get((m.id, peer))))
    if not rows:
        return None
    values = [v for _, r, t in rows for v in (r["low"], r["high"], t) if v]
    low, high = 10 ** math.floor(math.log10(min(values + [0.8]))), 10 ** math.ceil(math.log10(max(values + [1.25])))
    left, right, top, step = 350, 60, 46, 20
    drawing = Drawing(900, top + step * len(rows) + 34, title)
    place = lambda v: left + (drawing.width - left - right) * math.log(v / low) / math.log(high / low)
    bottom = top + step * len(rows)
    drawing.text(14, 22, title, kind="title")
    drawing.text(drawing.width - 14, 22, "times as good as the peer; the thick mark is the target", "end", "soft")
    for tick in ticks(low, high):
        drawing.line(place(tick), top - 6, place(tick), bottom, "one" if tick == 1 else "grid")
        drawing.text(place(tick), bottom + 16, f"{axis_text(tick)}×", "middle", "soft")
    for number, (name, ratio, target) in enumerate(rows):
        y = top + step * number
        start, end = sorted((place(1), place(ratio["ratio"])))
        good = ratio["ratio"] >= (target or 1)
        drawing.text(left - 8, y + 14, name if len(name) < 56 else name[:55] + "…", "end")
        drawing.add(f'<rect x="{start:.1f}" y="{y + 3}" width="{max(1, end - start):.1f}" height="14" '
                    f'fill="var(--{"good" if good else "bad"})" opacity="0.8"/>')
        drawing.line(place(ratio["low"]), y + 10, place(ratio["high"]), y + 10, "whisker")
        if target:
            drawing.line(place(target), y + 1, place(target), y + 19, "target")
        drawing.text(drawing.width - 6, y + 14, f"{figures.short(ratio['ratio'])}×", "end")
    return drawing.svg()


def growth(lines, title, unit):
    """Curves over sizes, both axes logarithmic, with the exponent of each. `lines`: {name: [(size, value)]}. None where
    no line has two points."""
    lines = {n: sorted(points) for n, points in lines.items() if len({s for s, _ in points}) > 1}
    if not lines:
        return None
    sizes = [s for points in lines.values() for s, _ in points]
    values = [v for points in lines.values() for _, v in points]
    low_x, high_x = min(sizes), max(sizes)
    low_y, high_y = 10 ** math.floor(math.log10(min(values))), 10 ** math.ceil(math.log10(max(values)))
    high_y = high_y if high_y > low_y else 10 * low_y
    drawing = Drawing(900, 420, title)
    left, right, top, bottom = 64, 640, 46, 376
    x = lambda s: left + (right - left) * math.log(s / low_x) / math.log(high_x / low_x)
    y = lambda v: bottom - (bottom - top) * math.log(v / low_y) / math.log(high_y / low_y)
    drawing.text(14, 22, title if unit in title else f"{title}, {unit}", kind="title")
    drawing.text((left + right) / 2, 412, "passages", "middle", "soft")
    for tick in ticks(low_y, high_y):
        drawing.line(left, y(tick), right, y(tick), "grid")
        drawing.text(left - 6, y(tick) + 4, axis_text(tick), "end", "soft")
    for size in sorted(set(sizes)):
        drawing.line(x(size), top, x(size), bottom, "grid")
        drawing.text(x(size), bottom + 16, axis_text(size), "middle", "soft")
    for number, (name, points) in enumerate(lines.items()):
        colour = f"var(--{COLOURS[number % len(COLOURS)]})"
        dashes = "" if number < len(COLOURS) else 'stroke-dasharray="6 4"'
        path = " ".join(f"{x(s):.1f},{y(v):.1f}" for s, v in points)
        drawing.add(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2" {dashes}/>')
        for s, v in points:
            drawing.add(f'<circle cx="{x(s):.1f}" cy="{y(v):.1f}" r="3.5" fill="{colour}">'
                        f"<title>{html.escape(name)}: {figures.short(v)} {unit} at {s:,}</title></circle>")
        exponent = figures.growth(*zip(*points))
        height = top + 10 + 20 * number
        drawing.line(right + 16, height - 4, right + 36, height - 4, "", f'stroke="{colour}" stroke-width="3" {dashes}')
        drawing.text(right + 42, height, f"{name}  n^{exponent[0]:.2f}")
    return drawing.svg()
