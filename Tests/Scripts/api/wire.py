"""HTTP as bytes: sends what no client library would, and reads the answers strictly."""

import gzip
import re
import socket
import time
import zlib

from service import SECRET

STATUS = re.compile(rb"HTTP/1\.[01] ([1-5]\d\d) [\x20-\x7e]*")
FIELD = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\x00-\x08\x0a-\x1f\x7f]*)")
GUARDS = {
    "content-security-policy": "default-src 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
}


class Malformed(Exception):
    """An answer that is no HTTP."""


class Incomplete(Exception):
    """An answer of which more has to come."""


class Answer:
    def __init__(self, status, fields, body):
        self.status, self.fields, self.body = status, fields, body

    def field(self, name):
        return next((value for key, value in self.fields if key == name), None)

    @property
    def content(self):
        """The body as it was before it was compressed."""
        kind = self.field("content-encoding")
        try:
            if kind == "gzip":
                return gzip.decompress(self.body)
            if kind == "deflate":
                return zlib.decompress(self.body)
        except (OSError, EOFError, zlib.error) as error:
            raise Malformed(f"the body is no {kind}: {error}") from error
        return self.body

    def troubles(self):
        """What no answer may be or hold."""
        found = []
        if self.status == 100:
            return found
        for name, value in GUARDS.items():
            if value not in (self.field(name) or ""):
                found.append(f"{self.status} without {name}: {value}")
        if "frame-ancestors 'none'" not in (self.field("content-security-policy") or ""):
            found.append(f"{self.status} may be framed")
        if self.status >= 500:
            found.append(f"status {self.status}")
        if self.body:
            content = self.content
            if SECRET.encode() in content or b"SQLite format 3" in content:
                found.append("the body holds what is not in the index")
            if not self.field("content-type"):
                found.append(f"{self.status} without content-type")
            if self.field("content-type") == "application/problem+json" and b'"status":%d' % self.status \
                    not in content.replace(b" ", b""):
                found.append("the problem names another status")
        return found


def read_answer(data, place, method):
    """One answer in `data` from `place`, and where it ends."""
    end = data.find(b"\r\n\r\n", place)
    if end < 0:
        if not b"HTTP/1.1 ".startswith(data[place:place + 9]):
            raise Malformed(f"this is no status line: {data[place:place + 80]!r}")
        raise Incomplete("the head does not end")
    first, *lines = data[place:end].split(b"\r\n")
    match = STATUS.fullmatch(first)
    if not match:
        raise Malformed(f"this is no status line: {first[:80]!r}")
    status, fields = int(match[1]), []
    for line in lines:
        match_field = FIELD.fullmatch(line)
        if not match_field:
            raise Malformed(f"this is no header field: {line[:80]!r}")
        fields.append((match_field[1].decode().lower(), match_field[2].decode("latin-1").strip()))
    place = end + 4
    lengths = [value for name, value in fields if name == "content-length"]
    coded = [value for name, value in fields if name == "transfer-encoding"]
    for name in {"content-type", "date", "content-encoding", "etag", "server"}:
        if sum(key == name for key, _ in fields) > 1:
            raise Malformed(f"{name} stands there twice")
    if len(lengths) > 1 or (lengths and coded):
        raise Malformed(f"the length is told twice: {fields}")
    if method == b"HEAD" or status in (204, 304) or status < 200:
        return Answer(status, fields, b""), place
    if coded:
        if coded != ["chunked"]:
            raise Malformed(f"a coding that is none: {coded}")
        body, place = read_chunks(data, place)
        return Answer(status, fields, body), place
    if not lengths:
        raise Malformed("a body without a length")
    if not lengths[0].isdigit():
        raise Malformed(f"a length that is none: {lengths[0]}")
    length = int(lengths[0])
    if len(data) < place + length:
        raise Incomplete("the body does not end")
    return Answer(status, fields, data[place:place + length]), place + length


def read_chunks(data, place):
    body = b""
    while True:
        end = data.find(b"\r\n", place)
        if end < 0:
            raise Incomplete("a chunk does not begin")
        try:
            length = int(data[place:end], 16)
        except ValueError as error:
            raise Malformed(f"a chunk without length: {data[place:end][:40]!r}") from error
        place = end + 2
        if len(data) < place + length + 2:
            raise Incomplete("a chunk does not end")
        if data[place + length:place + length + 2] != b"\r\n":
            raise Malformed("a chunk of another length")
        if not length:
            return body, place + 2
        body += data[place:place + length]
        place += length + 2


def read_answers(data, methods, is_closed):
    """All answers in `data`. What is cut off is malformed where the server has closed the connection."""
    answers, place = [], 0
    while place < len(data):
        method = methods[len(answers)] if len(answers) < len(methods) else b"GET"
        try:
            answer, place = read_answer(data, place, method)
        except Incomplete as error:
            if is_closed:
                raise Malformed(f"{error}, but the connection does") from error
            raise
        answers.append(answer)
        # A request that the parser gave up on may have been no HEAD yet.
        if method == b"HEAD" and answer.status in (400, 431) and place < len(data) \
                and answer.field("connection") == "close" and data[place:place + 5] != b"HTTP/":
            place += int(answer.field("content-length") or 0)
    return answers


class Talk:
    """One connection; what was sent, what came back."""

    def __init__(self, port, timeout=10, host="127.0.0.1"):
        self.socket = socket.create_connection((host, port), timeout=timeout)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.data = b""
        self.is_closed = False
        self.was_reset = False

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, data):
        """Whether all of it was taken."""
        try:
            self.socket.sendall(data)
            return True
        except (BrokenPipeError, ConnectionResetError, TimeoutError):
            return False

    def end(self):
        try:
            self.socket.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def receive(self, seconds, methods=(b"GET",), count=None):
        """Answers until there are `count`, the server closes, or time is up."""
        limit = time.monotonic() + seconds
        while not self.is_closed:
            if count is not None and self.data:
                try:
                    answers = read_answers(self.data, methods, False)
                    if len([a for a in answers if a.status >= 200]) >= count:
                        return answers
                except Incomplete:
                    pass
            left = limit - time.monotonic()
            if left <= 0:
                break
            self.socket.settimeout(left)
            try:
                piece = self.socket.recv(1 << 16)
            except TimeoutError:
                break
            except ConnectionResetError:
                self.is_closed = self.was_reset = True
                break
            self.is_closed = not piece
            self.data += piece
        return read_answers(self.data, methods, self.is_closed and not self.was_reset)


def ask(port, data, seconds=5, methods=(b"GET",), count=1):
    """The answers to one piece of bytes."""
    with Talk(port) as talk:
        talk.send(data)
        return talk.receive(seconds, methods, count)


def request(service, target="/api/status", method="GET", host=None, fields=(), body=b"", version="HTTP/1.1"):
    """The bytes of a request, whatever stands in it."""
    lines = [f"{method} {target} {version}".encode("latin-1")]
    if host is not False:
        lines.append(f"Host: {host or service.host}".encode("latin-1"))
    lines += [f"{name}: {value}".encode("latin-1") for name, value in fields]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body
