"""Counts what holds and what does not."""

import sys
import traceback
from contextlib import contextmanager


class Checks:
    def __init__(self, name):
        self.name = name
        self.passed = 0
        self.failed = 0

    def expect(self, condition, what, found=None):
        if condition:
            self.passed += 1
            return
        self.failed += 1
        print(f"FAILED {self.name}: {what}" + (f": {found!r}" if found is not None else ""))

    def equal(self, found, wanted, what):
        self.expect(found == wanted, f"{what}: {wanted!r} is wanted", found)

    @contextmanager
    def section(self, what):
        """A part whose failure does not end the others."""
        try:
            yield
        except Exception:
            self.failed += 1
            print(f"FAILED {self.name}: {what}")
            traceback.print_exc(file=sys.stdout)

    def finish(self):
        print(f"{self.name}: {self.passed} passed, {self.failed} failed")
        sys.exit(1 if self.failed else 0)


def without_times(answer):
    """An answer without what differs from call to call."""
    return {key: value for key, value in answer.items() if key not in ("took_ms", "bytes")}
