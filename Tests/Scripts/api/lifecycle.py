"""`footnote serve` from start to end: tokens, slow and many clients, signals, ports, files that change or go.

    python lifecycle.py BINARY BASE
"""

import base64
import json
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from checks import Checks
from service import Service, indexed, serving
from wire import Malformed, Talk, ask, request

TOKEN = "0123456789abcdef-the-Token-of-tests"
WORDS = {"environment": {"FOOTNOTE_MODEL": "none"}}


def token(binary, base, checks):
    """With --host nobody gets in without the token, which is nowhere to be read."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "token"
        file.write_text(TOKEN + "\n")
        file.chmod(0o600)
        with serving(binary, base, "--host", "127.0.0.1", "--token-file", str(file), **WORDS) as service:
            right = f"Bearer {TOKEN}"
            service.ready(Authorization=right)

            def basic(text):
                return "Basic " + base64.b64encode(text.encode()).decode()

            for value in [right, f"bearer {TOKEN}", basic(f"me:{TOKEN}"), basic(f":{TOKEN}")]:
                checks.equal(service.get("/api/status", Authorization=value)[0], 200, f"{value.split()[0]} token")
            wrong = [
                None, "", "Bearer", "Bearer ", f"Bearer {TOKEN[:-1]}", f"Bearer {TOKEN}x", f"Bearer x{TOKEN}", f"Bearer {TOKEN.upper()}",
                f"Bearer {TOKEN} {TOKEN}", f"Bearer {TOKEN},", f"Token {TOKEN}", TOKEN, basic(TOKEN), basic(f"{TOKEN}:"), basic("a:b"),
                basic(f"a:b:{TOKEN}"), "Basic ???", "Basic", f"Basic {TOKEN}", f'Bearer "{TOKEN}"', "Bearer " + "x" * 20000,
            ]
            for target in ["/", "/api/status", "/healthz", "/metrics", "/mcp", "/assets/x", "/doc/wiki/index.md", "/nowhere", "/api/openapi.json"]:
                for value in wrong:
                    fields = {"Authorization": value} if value is not None else {}
                    status, answered, body = service.get(target, **fields)
                    checks.equal(status, 401, f"{target} with {str(value)[:50]!r}")
                    checks.expect("www-authenticate" in answered, f"{target} asks for a token", answered)
                    checks.expect(TOKEN.encode() not in body, "the token is in no answer")
            for target in [f"/api/status?token={TOKEN}", f"/api/status?access_token={TOKEN}"]:
                checks.equal(service.get(target)[0], 401, "no token in an address")
            data = request(service, fields=[("Authorization", f"Bearer {'x' * 30}"), ("Authorization", right)])
            checks.expect(ask(service.port, data)[0].status in (400, 401), "two tokens")
            service.get(f"/api/ask?q={TOKEN[:8]}&bad=1", Authorization=right)
            timing(service, checks)
            listed = subprocess.run(["ps", "-o", "args=", "-p", str(service.process.pid)], capture_output=True).stdout
            checks.expect(TOKEN.encode() not in listed, "the token is not in the list of processes")
            checks.equal(service.stop(), 0, "exit status")
            checks.expect(TOKEN not in service.log(), "the token is not in the log")
        for text, mode, what in [("short", 0o600, "too short"), ("", 0o600, "empty"), ("a b" * 20, 0o600, "blanks"), (None, 0, "no file")]:
            bad = Path(folder) / f"bad-{mode}-{len(text or '')}"
            if text is not None:
                bad.write_text(text)
            refused(checks, f"a token that is {what}", binary, "--host", "127.0.0.1", "--token-file", str(bad), "--root", str(base))
        refused(checks, "--host without a token", binary, "--host", "0.0.0.0", "--root", str(base))


def refused(checks, what, binary, *options):
    done = subprocess.run([binary, "serve", "--port", "0", *options], capture_output=True, timeout=30, stdin=subprocess.DEVNULL)
    lines = done.stderr.decode().strip().splitlines()
    checks.expect(done.returncode == 2 and lines and not done.stdout, f"{what} is refused", (done.returncode, lines))
    checks.expect(len([line for line in lines if not line.startswith(("Usage", "  See", "Help"))]) <= 2, f"{what}: said shortly", lines)
    checks.expect(TOKEN not in done.stderr.decode(), f"{what}: no token")


def timing(service, checks):
    """How much of the token is right does not show in the time."""
    times = {"none": [], "half": [], "most": []}
    for _ in range(150):
        for name, value in [("none", "x" * len(TOKEN)), ("half", TOKEN[:17] + "x" * (len(TOKEN) - 17)), ("most", TOKEN[:-1] + "x")]:
            start = time.perf_counter()
            service.get("/api/status", Authorization=f"Bearer {value}")
            times[name].append(time.perf_counter() - start)
    middles = {name: statistics.median(values) for name, values in times.items()}
    checks.expect(max(middles.values()) < 1.5 * min(middles.values()), "wrong tokens take the same time", middles)


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
        checks.expect(status == 200 and took < 45, f"a request besides {count} idle connections", (status, took))
        print(f"lifecycle: besides {count} idle connections a request took {took:.1f} s, "
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


def signals(binary, base, checks):
    """What is being answered when the end comes is answered to its end."""
    with indexed(binary, base) as (copy, index):
        for number in (signal.SIGTERM, signal.SIGINT):
            busy(Service(binary, copy, index).ready(), number, checks)
            idle(Service(binary, copy, index).ready(), number, checks)


def busy(service, number, checks, count=50):
    done, lost = [], []
    started = threading.Semaphore(0)

    def one(question):
        with Talk(service.port, timeout=60) as talk:
            talk.send(request(service, f"/api/ask?q=what+is+{question}&n=200"))
            started.release()
            try:
                answers = talk.receive(60, count=1)
                json.loads(answers[0].content)
                done.append(answers[0].status)
            except (Malformed, IndexError, ValueError) as error:
                lost.append(repr(error))

    threads = [threading.Thread(target=one, args=(n,)) for n in range(count)]
    for thread in threads:
        thread.start()
    for _ in threads:
        started.acquire()
    # Sent is not yet read: until the server has taken all of them.
    time.sleep(0.2)
    before = len(done)
    start = time.monotonic()
    status = service.stop(number)
    took = time.monotonic() - start
    for thread in threads:
        thread.join()
    checks.equal(status, 0, f"{number.name}: exit status")
    checks.equal((set(done), len(done), lost), ({200}, count, []), f"{number.name}: all {count} are answered")
    checks.expect(took < 15, f"{number.name}: it ends", took)
    print(f"lifecycle: {number.name} during {count - before} of {count} answers, ended after {took:.1f} s")


def idle(service, number, checks):
    talks = [Talk(service.port) for _ in range(20)]
    talks[0].send(b"GET / HT")
    # One client waits for messages, and would for ever.
    talks[1].send(request(service, "/mcp", fields=[("Accept", "text/event-stream")]))
    service.get("/healthz")
    start = time.monotonic()
    checks.equal(service.stop(number), 0, f"{number.name} with idle connections: exit status")
    checks.expect(time.monotonic() - start < 12, f"{number.name} with idle connections: it ends", time.monotonic() - start)
    for talk in talks:
        talk.socket.close()


def ports(binary, base, checks):
    with serving(binary, base, port=None, **WORDS) as first:
        second = Service(binary, first.base, first.index, port=None, **WORDS)
        try:
            second.ready()
            checks.expect(first.port != second.port, "two servers have two ports", (first.port, second.port))
            for service in (first, second):
                checks.expect(7777 <= service.port <= 7807, "a usual port", service.port)
                checks.equal(service.get("/api/ask?q=ghosts")[0], 200, "both answer")
            done = subprocess.run(
                [binary, "serve", "--root", str(first.base), "--index", str(first.index), "--port", str(first.port)],
                capture_output=True, timeout=20)
            lines = done.stderr.decode().strip().splitlines()
            checks.equal(done.returncode, 2, "a port that is taken: exit status")
            checks.expect(len(lines) == 1 and str(first.port) in lines[0], "a port that is taken: one line", lines)
            checks.equal(done.stdout, b"", "a port that is taken: no address")
        finally:
            checks.equal(second.stop(), 0, "exit status")
    for port in ["-1", "65536", "x", "80.5"]:
        refused(checks, f"--port {port}", binary, "--port", port, "--root", str(base))


def changes(binary, base, checks):
    """Files that change are answered soon, files that go are gone, and trouble passes."""
    with serving(binary, base, **WORDS) as service:
        note = service.base / "wiki/concepts/zeppelinfarbe.md"

        def until(what, condition, seconds=3.0):
            start = time.monotonic()
            while time.monotonic() - start < seconds + 10:
                if condition():
                    break
                time.sleep(0.05)
            took = time.monotonic() - start
            checks.expect(took <= seconds, f"{what} within {seconds} s", took)

        def hits(question):
            return [hit["path"] for hit in service.json("ask", q=question, mode="lexical")["hits"]]

        _, fields, _ = service.get("/api/ask?q=zeppelinfarbe")
        note.write_text("# Zeppelinfarbe\n\nZeppelinfarbe ist silbern.\n")
        until("a new file is found", lambda: "wiki/concepts/zeppelinfarbe.md" in hits("zeppelinfarbe"))
        checks.expect(service.get("/api/ask?q=zeppelinfarbe", If_None_Match=fields["etag"])[0] == 200, "its tag is another")
        note.write_text("# Zeppelinfarbe\n\nNun ist sie marineblau.\n")
        until("a changed file is found", lambda: "wiki/concepts/zeppelinfarbe.md" in hits("marineblau"))
        checks.expect("marineblau" in service.json("documents/wiki/concepts/zeppelinfarbe.md")["text"], "its text is the new one")
        note.unlink()
        until("a file that has gone is not found", lambda: not hits("marineblau"))
        until("nor shown", lambda: service.get("/api/documents/wiki/concepts/zeppelinfarbe.md")[0] == 404)
        target = service.base / "wiki/index.md"
        target.rename(service.base / "outside.txt")
        target.symlink_to(service.base.parent / "outside.md")
        status, _, body = service.get("/api/documents/wiki/index.md")
        checks.expect(b"canary" not in body, "a file that becomes a link leads nowhere", (status, body[:200]))
        time.sleep(3)
        status, _, body = service.get("/api/documents/wiki/index.md")
        checks.expect(status == 404 and b"canary" not in body, "later neither", (status, body[:200]))
        whole_base_goes(service, checks)
    with serving(binary, base, **WORDS) as service:
        shutil.rmtree(service.index)
        statuses = set()
        start = time.monotonic()
        while time.monotonic() - start < 15:
            statuses.add(service.get("/api/ask?q=ghosts")[0])
            time.sleep(0.2)
        checks.expect(statuses <= {200, 503}, "the index goes: no other trouble", statuses)
        checks.equal(service.get("/api/ask?q=ghosts")[0], 200, "the index goes: it is made again, or still open")
        checks.equal(service.stop(), 0, "the index goes: exit status")
        print(f"lifecycle: statuses while the index was away {statuses}")


def whole_base_goes(service, checks):
    away = service.base.with_name("away")
    service.base.rename(away)
    statuses = {}
    start = time.monotonic()
    while time.monotonic() - start < 4:
        for target in ["/api/ask?q=ghosts", "/api/documents/wiki/overview.md", "/api/status", "/healthz", "/metrics"]:
            statuses.setdefault(target, set()).add(service.get(target)[0])
        time.sleep(0.2)
    checks.expect(service.alive(), "the base goes: the server stays", service.log()[-500:])
    checks.expect(all(found <= {200, 404, 503} for found in statuses.values()), "the base goes: no other trouble", statuses)
    lines = service.log().splitlines()
    checks.expect(len(lines) < 60, "the base goes: the log stays short", lines[-3:])
    away.rename(service.base)
    start = time.monotonic()
    while service.get("/api/ask?q=ghosts")[0] != 200 or not service.json("ask", q="ghosts")["hits"]:
        assert time.monotonic() - start < 20, "the base is back, and not answered"
        time.sleep(0.1)
    checks.equal(service.get("/api/documents/wiki/overview.md")[0], 200, "the base is back: shown")
    print(f"lifecycle: while the base was away {statuses}")


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
    checks = Checks("lifecycle")
    parts = {"token": token, "ports": ports, "signals": signals, "changes": changes, "many": many, "slow": slow,
             "files": files}
    for name in sys.argv[3:] or parts:
        with checks.section(name):
            parts[name](binary, base, checks)
    checks.finish()


if __name__ == "__main__":
    main()
