"""Medians, spreads, and ratios with the interval that chance leaves."""

import math
import random
import statistics


def percentile(values, share):
    """Linear between neighbours, `share` from 0 to 1."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * share
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def spread(values):
    """Median, extremes and quartiles of the repeats, and how far the quartiles lie apart, as a share of the median."""
    middle = statistics.median(values)
    low, high = percentile(values, 0.25), percentile(values, 0.75)
    return {
        "median": middle, "min": min(values), "max": max(values), "q1": low, "q3": high,
        "iqr_share": (high - low) / middle if middle else 0.0, "runs": list(values),
    }


def advantage(ours, theirs, more_is_better):
    """How many times as good one figure is as another: above 1 where ours is better."""
    return ours / theirs if more_is_better else theirs / ours


def ratio(ours, theirs, more_is_better, draws=4000, seed=1):
    """The median over the rounds of our advantage within the round, since both meet the same machine there, with a
    bootstrap interval of 95 % over the rounds. Where one has fewer rounds, its median stands for it in all."""
    if len(ours) != len(theirs):
        count = max(len(ours), len(theirs))
        ours = list(ours) if len(ours) == count else [statistics.median(ours)] * count
        theirs = list(theirs) if len(theirs) == count else [statistics.median(theirs)] * count
    pairs = [advantage(a, b, more_is_better) for a, b in zip(ours, theirs) if a > 0 and b > 0]
    if not pairs:
        return None
    chance = random.Random(seed)
    medians = [statistics.median(chance.choices(pairs, k=len(pairs))) for _ in range(draws)]
    return {"ratio": statistics.median(pairs), "low": percentile(medians, 0.025), "high": percentile(medians, 0.975)}


def growth(sizes, values):
    """(exponent, factor) of value = factor × size^exponent, by least squares over logarithms; None below 2 sizes."""
    points = [(math.log(s), math.log(v)) for s, v in zip(sizes, values) if s > 0 and v > 0]
    if len({x for x, _ in points}) < 2:
        return None
    middle_x = statistics.fmean(x for x, _ in points)
    middle_y = statistics.fmean(y for _, y in points)
    slope = (sum((x - middle_x) * (y - middle_y) for x, y in points)
             / sum((x - middle_x) ** 2 for x, _ in points))
    return slope, math.exp(middle_y - slope * middle_x)


def short(value):
    """Three figures, with a thousands separator where there are more."""
    if value is None:
        return "–"
    if value == 0:
        return "0"
    if abs(value) >= 1000:
        return f"{value:,.0f}"
    digits = max(0, 2 - math.floor(math.log10(abs(value))))
    return f"{value:.{min(digits, 6)}f}"
