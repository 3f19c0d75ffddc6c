"""Slow, many and idle clients of `footnote serve`.

    python connections.py BINARY BASE
"""

import socket
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from checks import Checks
from service import serving
from wire import Talk, request

WORDS = {"environment": {"FOOTNOTE_MODEL": "none"}}


def slow(binary, base, checks):
    """Who sends a byte a second, or nothing, is left after a while, and is in nobody's way."""
    with serving(binary, base, **WORDS) as service:
        head = request(service, fields=[("X", "y" * 100)])
        kinds = {
            "head": (b"", head), "nothing": (b"", b""), "line": (b"", b"GET /" + b"a" * 200),
            "body": (request(service, "/mcp", "POST", fields=[("Content-Length", "1000")]), b"x" * 1000),
            "chunks": (request(service, "/mcp", "POST", fields=[("Transfer-Encoding", "chunked")]), b"1\r\nx\r\n" * 200),
        }
        ends = {}

        def trickle(name):
            first, rest = kinds[name]
            start = time.monotonic()
            with Talk(service.port, timeout=2) as talk:
                talk.send(first)
                place = 0
                while time.monotonic() - start < 50:
                    if place < len(rest):
                        talk.send(rest[place:place + 1])
                        place += 1
                    try:
                        talk.receive(1)
                    except Exception:
                        pass
                    if talk.is_closed:
                        break
                ends[name] = time.monotonic() - start

        threads = [threading.Thread(target=trickle, args=(name,)) for name in kinds for _ in range(10)]
        for thread in threads:
            thread.start()
        worst = 0.0
        while any(thread.is_alive() for thread in threads):
            start = time.monotonic()
            checks.equal(service.get("/api/ask?q=ghosts")[0], 200, "others are answered meanwhile")
            worst = max(worst, time.monotonic() - start)
            time.sleep(2)
        checks.expect(worst < 2, "others need not wait", worst)
        for name, seconds in sorted(ends.items()):
            checks.expect(25 <= seconds <= 45, f"a slow {name} is ended", seconds)


def many(binary, base, checks, count=2000):
    """Idle connections keep nobody out for long."""
    with serving(binary, base, **WORDS) as service:
        before = service.memory()
        idle = []
        for _ in range(count):
            talk = socket.socket()
            talk.setblocking(False)
            talk.connect_ex(("127.0.0.1", service.port))
            idle.append(talk)
        time.sleep(1)
        start = time.monotonic()
        status = None
        while time.monotonic() - start < 60 and status != 200:
            try:
                status = service.get("/api/ask?q=ghosts", timeout=60)[0]
            except OSError:
                time.sleep(0.5)
        took = time.monotonic() - start
        checks.expect(status == 200 and took < 5, f"a request besides {count} idle connections", (status, took))
        print(f"connections: besides {count} idle connections a request took {took:.1f} s, "
              f"{service.memory() - before:+.0f} MiB")
        for talk in idle:
            talk.close()
        time.sleep(1)
        start = time.monotonic()
        checks.equal(service.get("/healthz")[0], 200, "answered after they have gone")
        checks.expect(time.monotonic() - start < 2, "at once", time.monotonic() - start)
        with ThreadPoolExecutor(64) as pool:
            statuses = list(pool.map(lambda n: service.get(f"/api/ask?q=ghosts+{n}")[0], range(640)))
        checks.expect(set(statuses) == {200}, "640 requests of 64 clients", {s: statuses.count(s) for s in set(statuses)})


def files(binary, base, checks):
    """Many connections where a process may open few files."""
    with tempfile.TemporaryDirectory() as folder:
        limited = Path(folder) / "limited"
        limited.write_text(f'#!/bin/sh\nulimit -n 256\nexec "{binary}" "$@"\n')
        limited.chmod(0o755)
        with serving(limited, base, **WORDS) as service:
            clients = []
            for _ in range(1000):
                client = socket.socket()
                client.setblocking(False)
                client.connect_ex(("127.0.0.1", service.port))
                clients.append(client)
            time.sleep(20)
            checks.expect(service.alive(), "few files: the server runs", service.log()[-2000:])
            for client in clients:
                client.close()
            time.sleep(1)
            checks.equal(service.get("/api/ask?q=ghosts")[0], 200, "few files: answered afterwards")
            checks.expect(len(service.log().splitlines()) < 20, "few files: the log stays short", service.log()[-500:])


def main():
    binary, base = sys.argv[1:3]
    checks = Checks("connections")
    parts = {"slow": slow, "many": many, "files": files}
    for name in sys.argv[3:] or parts:
        with checks.section(name):
            parts[name](binary, base, checks)
    checks.finish()


if __name__ == "__main__":
    main()
