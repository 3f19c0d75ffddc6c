"""Starts `footnote serve` over a copy of a knowledge base, with secrets around it that no answer may hold."""

import hashlib
import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlencode

SECRET = "canary-of-what-nobody-may-read"


def copy_of(base, folder):
    """A knowledge base to serve: copied, since tests change it, and with files that are no part of it."""
    target = Path(folder) / "base"
    target.mkdir()
    for name in ("raw", "wiki"):
        shutil.copytree(Path(base) / name, target / name)
    shutil.copy(Path(base) / "footnote.yml", target)
    outside = Path(folder) / "outside.md"
    outside.write_text(f"# Outside\n\n{SECRET} outside\n")
    with open(target / "footnote.yml", "a") as file:
        file.write(f"\n# {SECRET} configuration\n")
    for name in (".git/config", ".obsidian/app.json", "wiki/.hidden.md", "wiki/plain.txt", "raw/key.pem"):
        path = target / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{SECRET} {name}\n")
    (target / "wiki/linked.md").symlink_to(outside)
    (target / "raw/linked").symlink_to(folder)
    return target


def hash_of(folder):
    """What the files of a folder hold, but not SQLite's shared memory, which reading changes too."""
    digest = hashlib.sha256()
    for path in sorted(Path(folder).rglob("*")):
        if path.is_file() and not path.name.endswith("-shm"):
            digest.update(f"{path}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


class Service:
    """One running server."""

    def __init__(self, binary, base, index, *options, environment=None, port=0):
        self.binary, self.base, self.index = str(binary), Path(base), Path(index)
        self.log_file = tempfile.TemporaryFile()
        command = [self.binary, "serve", "--root", str(base), "--index", str(index)]
        if port is not None:
            command += ["--port", str(port)]
        self.process = subprocess.Popen(
            command + list(options), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=self.log_file, env={**os.environ, **(environment or {})})
        self.address = self.process.stdout.readline().decode().strip()
        match = re.fullmatch(r"http://(?:\[[0-9a-f:]+\]|[\w.-]+):(\d+)/", self.address)
        if not match:
            self.process.wait(30)
            raise RuntimeError(f"the server does not start: {self.log()}")
        self.port = int(match[1])
        self.host = f"127.0.0.1:{self.port}"

    def ready(self, seconds=60, **headers):
        """Until questions are answered."""
        end = time.monotonic() + seconds
        while self.get("/healthz", **headers)[0] != 200:
            assert self.alive() and time.monotonic() < end, self.log()
            time.sleep(0.05)
        return self

    def wait(self, seconds=300, **headers):
        """Until every passage is encoded, and no update goes on."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            status, _, body = self.get("/api/status", **headers)
            if status == 200 and json.loads(body)["embedded"] == 1:
                time.sleep(0.5)
                return self
            assert self.alive(), self.log()
            time.sleep(0.2)
        raise TimeoutError(f"the index is not complete: {self.log()}")

    def get(self, target, method="GET", timeout=30, body=None, **headers):
        """Status, header fields in small letters, and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            fields = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, target, body=body, headers=fields)
            answer = connection.getresponse()
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def json(self, endpoint, **parameters):
        query = urlencode(parameters, doseq=True, quote_via=quote)
        status, _, body = self.get(f"/api/{endpoint}" + (f"?{query}" if query else ""))
        assert status == 200, (status, endpoint, parameters, body[:300])
        return json.loads(body)

    def command(self, name, *arguments):
        """What the command line prints as JSON from the same index, and its exit status."""
        done = subprocess.run(
            [self.binary, name, "--format", "json", "--root", str(self.base), "--index", str(self.index), *arguments],
            stdin=subprocess.DEVNULL, capture_output=True)
        return (json.loads(done.stdout) if done.stdout.strip() else None), done.returncode

    def alive(self):
        return self.process.poll() is None

    def memory(self):
        """Resident memory in MiB."""
        found = subprocess.run(["ps", "-o", "rss=", "-p", str(self.process.pid)], capture_output=True)
        return int(found.stdout or 0) / 1024

    def log(self):
        self.log_file.seek(0)
        return self.log_file.read().decode(errors="replace")

    def stop(self, number=signal.SIGTERM, seconds=20):
        """Ends the server and gives its exit status."""
        if self.alive():
            self.process.send_signal(number)
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return None
        finally:
            self.process.stdout.close()


@contextmanager
def indexed(binary, base, environment=None):
    """A copy of `base` and its index: all that a server needs."""
    with tempfile.TemporaryDirectory() as folder:
        copy = copy_of(base, folder)
        index = Path(folder) / "index"
        done = subprocess.run(
            [str(binary), "index", "--root", str(copy), "--index", str(index)], capture_output=True,
            env={**os.environ, **(environment or {})})
        assert done.returncode == 0, done.stderr.decode()
        yield copy, index


@contextmanager
def serving(binary, base, *options, environment=None, port=0):
    """A server over a copy of `base` that answers."""
    with indexed(binary, base, environment) as (copy, index):
        service = Service(binary, copy, index, *options, environment=environment, port=port)
        try:
            yield service.ready() if "--token-file" not in options else service
        finally:
            service.stop()
