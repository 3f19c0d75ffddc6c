"""What is promised, and whether it holds."""

import sys
import time


class Checks:
    """Counts promises; one that is broken is told at once, and does not keep the others from being tried."""

    def __init__(self):
        self.kept = 0
        self.broken = []

    def that(self, promise, holds, seen=None):
        """Notes whether a promise holds; `seen` is shown where it does not."""
        if holds:
            self.kept += 1
        else:
            self.broken.append(promise)
            print(f"BROKEN: {promise}" + (f" (seen: {seen!r})" if seen is not None else ""), flush=True)
        return bool(holds)

    def equal(self, promise, value, expected):
        return self.that(promise, value == expected, value)

    def eventually(self, promise, look, seconds=5):
        """Waits for `look()` to be true."""
        end = time.monotonic() + seconds
        value = look()
        while not value and time.monotonic() < end:
            time.sleep(0.02)
            value = look()
        return self.that(promise, value)

    def finish(self):
        print(f"{self.kept} promises kept, {len(self.broken)} broken")
        sys.exit(1 if self.broken else 0)
