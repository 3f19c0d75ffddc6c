"""`footnote serve` from start to end: signals, ports, files that change or go.

    python lifecycle.py BINARY BASE
"""

import json
import shutil
import signal
import subprocess
import sys
import threading
import time

from checks import Checks
from service import Service, indexed, refused, serving
from wire import Malformed, Talk, request

WORDS = {"environment": {"FOOTNOTE_MODEL": "none"}}


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


def main():
    binary, base = sys.argv[1:3]
    checks = Checks("lifecycle")
    parts = {"ports": ports, "signals": signals, "changes": changes}
    for name in sys.argv[3:] or parts:
        with checks.section(name):
            parts[name](binary, base, checks)
    checks.finish()


if __name__ == "__main__":
    main()
