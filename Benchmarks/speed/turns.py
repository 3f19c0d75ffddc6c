"""Lets contestants take turns, so that whatever else the machine does meets all of them."""

import statistics
import sys
import time

import machine
from processes import Failed, Worker, processor_seconds


DISTURBED = 0.10
SHORT = 0.5


class Round:
    """The figures of one round by contestant, and what share of the machine others used in its longer turns."""

    def __init__(self):
        self.figures, self.shares = {}, []

    @property
    def disturbed(self):
        return statistics.fmean(self.shares) > DISTURBED if self.shares else False


class Contest:
    """Contestants by name, each a call that returns a dictionary of figures; workers are closed at the end.

    A contestant that cannot start or fails in a round is left out from there on and named with the reason, so that
    a peer that is missing does not hide what others took.
    """

    def __init__(self, title, repeats, note=lambda text: print(text, file=sys.stderr, flush=True)):
        self.title, self.repeats, self.note = title, repeats, note
        self.calls, self.about, self.missing = {}, {}, {}
        self.runs, self.bystanders, self.after = {}, [], {}
        self.disturbed = False

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
        free = [name for name in names if self.after.get(name) not in names]
        shift = round_ % len(free) if free else 0
        ordered = []
        for name in free[shift:] + free[:shift]:
            ordered += [name, *(n for n in names if self.after.get(n) == name)]
        return ordered

    def hold(self):
        """All rounds; afterwards `runs` has the figures of each, by name. A round in which others used the machine is
        held again, for at most as many rounds more; where there are too few quiet ones, all count, and `disturbed`
        says so."""
        rounds = []
        while len(rounds) < 2 * self.repeats and sum(not r.disturbed for r in rounds) < self.repeats:
            rounds.append(self._round(len(rounds)))
            self.note(f"  {self.title}: round {len(rounds)} of {self.repeats}"
                      f"{', disturbed' if rounds[-1].disturbed else ''}")
        quiet = [r for r in rounds if not r.disturbed]
        self.disturbed = len(quiet) < self.repeats
        chosen = rounds if self.disturbed else quiet
        for name in self.calls:
            found = [r.figures[name] for r in chosen if name in r.figures]
            if found:
                self.runs[name] = found
        self.bystanders = [round(share, 3) for r in chosen for share in r.shares]
        self.note(f"  {self.title}: {len(quiet)} of {len(rounds)} rounds were quiet")

    def _round(self, number):
        found = Round()
        for name in self._turned([n for n in self.calls if n not in self.missing], number):
            idle = {w: processor_seconds(w.process.pid) for n, w in self._workers() if n != name}
            others, start = machine.Bystanders(), time.perf_counter()
            try:
                figures = self.calls[name]()
            except Failed as failure:
                self.leave_out(name, failure)
                continue
            took = time.perf_counter() - start
            waited = sum(processor_seconds(w.process.pid) - before for w, before in idle.items())
            share = others.share(figures.get("cpu_s", 0.0))
            found.figures[name] = {**figures, "turn_s": took, "others": share, "idle_peers_s": waited}
            # Short turns say nothing: the clock of the system ticks a hundred times a second.
            if share is not None and took > SHORT and "cpu_s" in figures:
                found.shares.append(share)
        return found

    def _workers(self):
        return [(name, call) for name, call in self.calls.items() if isinstance(call, Worker)]

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
