"""One thing that was measured of several contestants, and what it is held against."""

import dataclasses
import statistics

import figures

OURS = "footnote"


@dataclasses.dataclass
class Measurement:
    """`series` has the value of each round by contestant; `footnote` is ours. `limit` is the best that the machine
    allows, in the same unit, and `limit_is` says what it is. `size` is the number of passages, where it grows."""

    id: str
    title: str
    unit: str
    more_is_better: bool
    series: dict
    size: int | None = None
    limit: float | None = None
    limit_is: str = ""
    notes: dict = dataclasses.field(default_factory=dict)

    def median(self, name=OURS):
        return statistics.median(self.series[name]) if self.series.get(name) else None

    def against(self, peer):
        if not self.series.get(OURS) or not self.series.get(peer):
            return None
        return figures.ratio(self.series[OURS], self.series[peer], self.more_is_better)

    def share_of_limit(self):
        """How near ours comes to the limit, 1 being at it; None where there is no limit."""
        if self.limit is None or self.median() is None:
            return None
        return figures.advantage(self.median(), self.limit, self.more_is_better)

    def record(self):
        """What goes to the JSON file."""
        peers = [name for name in self.series if name != OURS]
        return {
            "id": self.id, "title": self.title, "unit": self.unit, "more_is_better": self.more_is_better,
            "size": self.size,
            "contestants": {name: figures.spread(values) for name, values in self.series.items()},
            "ratios": {peer: self.against(peer) for peer in peers if self.against(peer)},
            "limit": None if self.limit is None else
                {"value": self.limit, "is": self.limit_is, "share": self.share_of_limit()},
            "notes": self.notes,
        }


def from_contest(contest, keys, *, rename=None, only=None, scale=1.0, **about):
    """The measurement of one figure of a contest; None where nobody has it. `rename` gives contestants other names."""
    series = {}
    for name, values in contest.series(*keys).items():
        if only is None or name in only:
            series[(rename or {}).get(name, name)] = [scale * value for value in values]
    if not series:
        return None
    notes = about.pop("notes", {})
    if contest.disturbed:
        notes = {**notes, "disturbed": True}
    missing = {name: why for name, why in contest.missing.items() if only is None or name in only}
    return Measurement(series=series, notes={**notes, **({"left_out": missing} if missing else {})}, **about)
