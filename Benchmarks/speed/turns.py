"""Lets contestants take turns, so that whatever else the machine does meets all of them."""

import sys
import time

import machine
from processes import Failed, Worker


class Contest:
    """Contestants by name, each a call that returns a dictionary of figures; workers are closed at the end.

    A contestant that cannot start or fails in a round is left out from there on and named with the reason, so that
    a peer that is missing does not hide what others took.
    """

    def __init__(self, title, repeats, note=lambda text: print(text, file=sys.stderr, flush=True)):
        self.title, self.repeats, self.note = title, repeats, note
        self.calls, self.about, self.missing = {}, {}, {}
        self.runs, self.bystanders, self.after = {}, [], {}

    def add(self, name, call, about=None, after=None):
        self.calls[name] = call
        if after:
            self.after[name] = after
        self.about[name] = about or {}

    def start(self, name, command, environment=None):
        """A driver as contestant."""
        self.note(f"  {self.title}: preparing {name}")
        try:
            worker = Worker(command, environment)
        except (Failed, OSError) as failure:
            self.leave_out(name, failure)
        else:
            self.add(name, worker, worker.about)

    def leave_out(self, name, why):
        self.note(f"  {self.title}: {name} left out: {why}")
        self.missing[name] = str(why)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for call in self.calls.values():
            if hasattr(call, "close"):
                call.close()

    def _turned(self, names, round_):
        """The names from another beginning in each round; those that follow another one (`after`) stay behind it."""
        free = [name for name in names if name not in self.after]
        shift = round_ % len(free) if free else 0
        ordered = []
        for name in free[shift:] + free[:shift]:
            ordered += [name, *(n for n in names if self.after.get(n) == name)]
        return ordered

    def hold(self):
        """All rounds; {name: [figures of each round]}. The order is turned by one from round to round."""
        self.runs = {name: [] for name in self.calls}
        for round_ in range(self.repeats):
            names = [name for name in self.calls if name not in self.missing]
            for name in self._turned(names, round_):
                others, start = machine.Bystanders(), time.perf_counter()
                try:
                    figures = self.calls[name]()
                except Failed as failure:
                    self.leave_out(name, failure)
                    continue
                took = time.perf_counter() - start
                share = others.share(figures.get("cpu_s", 0.0))
                if share is not None:
                    self.bystanders.append(share)
                self.runs[name].append({**figures, "turn_s": took, "others": share})
            self.note(f"  {self.title}: round {round_ + 1} of {self.repeats}")
        return {name: runs for name, runs in self.runs.items() if runs}

    def series(self, *keys):
        """{name: [value of each round]} of a figure, reached through nested keys; those that lack it are not in it."""
        found = {}
        for name, runs in self.runs.items():
            values = []
            for figures in runs:
                value = figures
                for key in keys:
                    value = value.get(key) if isinstance(value, dict) else None
                if isinstance(value, (int, float)):
                    values.append(value)
            if values:
                found[name] = values
        return found
