"""Who may reach `footnote serve` from other machines: tokens and names.

    python tokens.py BINARY BASE
"""

import base64
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from checks import Checks
from service import refused, serving
from wire import ask, request

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
        # What is wrong is said without what the file holds.
        long = Path(folder) / "long"
        long.write_text(TOKEN * 400)
        done = subprocess.run([binary, "serve", "--port", "0", "--host", "127.0.0.1", "--token-file", str(long), "--root", str(base)],
                              capture_output=True, timeout=30)
        checks.expect(done.returncode == 2 and TOKEN.encode() not in done.stderr, "a token that is too long", done.stderr[:300])
        refused(checks, "--host without a token", binary, "--host", "0.0.0.0", "--root", str(base))


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


def names(binary, base, checks):
    """Another name of this machine is one only where it is said."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "token"
        file.write_text(TOKEN)
        options = ["--host", "127.0.0.1", "--token-file", str(file), "--allow-host", "notes.local"]
        with serving(binary, base, *options, **WORDS) as service:
            right = ("Authorization", f"Bearer {TOKEN}")
            service.ready(Authorization=right[1])
            for host, wanted in [
                (service.host, 200), (f"notes.local:{service.port}", 200), ("NOTES.local", 200), ("x.notes.local", 403),
                ("notes.local.evil.example", 403), ("evil.example", 403),
            ]:
                found = ask(service.port, request(service, host=host, fields=[right]))[0].status
                checks.equal(found, wanted, f"Host {host}")


def main():
    binary, base = sys.argv[1:3]
    checks = Checks("tokens")
    for part in (token, names):
        with checks.section(part.__name__):
            part(binary, base, checks)
    checks.finish()


if __name__ == "__main__":
    main()
