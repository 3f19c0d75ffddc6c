"""A `footnote serve` of its own, on a free port."""

import re
import signal
import subprocess
import threading


class Server:
    """Serves a knowledge base while the `with` block runs. The index is kept in a folder, so that the next run
    has nothing to encode."""

    def __init__(self, binary, root, index):
        self.binary = binary
        self.place = ["--root", root, "--index", index]
        self.process = None
        self.address = None
        self.lines = []

    def __enter__(self):
        # Everything is encoded before the first question, so that no answer depends on how far it is.
        subprocess.run([self.binary, "index", *self.place], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.process = subprocess.Popen(
            [self.binary, "serve", *self.place, "--port", "0"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        threading.Thread(target=self._listen, daemon=True).start()
        line = self.process.stdout.readline().strip()
        if not re.fullmatch(r"http://127\.0\.0\.1:\d+/", line):
            self.process.kill()
            raise SystemExit(f"footnote serve did not say where it is: {line!r} {self.lines}")
        self.address = line.rstrip("/")
        return self

    def _listen(self):
        for line in self.process.stderr:
            self.lines.append(line.rstrip())

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
