"""Requests that are wrong in as many ways as there are places to be wrong in."""

TARGETS = [
    b"/", b"/?q=bacterial+code", b"/?q=bacterial+code&layer=wiki", b"/api/ask?q=bacterial%20code",
    b"/api/ask?q=bacterial+code&n=3&mode=lexical", b"/api/ask?q=ghosts&layer=wiki&layer=raw&fold=true",
    b"/api/ask?q=ghosts&after=2025&before=2026-01&budget=200&strict=1", b"/api/documents/wiki/index.md",
    b"/api/documents/wiki/overview.md?lines=1-5&context=2", b"/api/documents/raw/2025/7.6.md",
    b"/api/sources?concept=bacterial+code&n=3", b"/api/related?target=wiki/index.md",
    b"/api/provenance?page=bacterial-code&line=12", b"/api/timeline?q=ghosts&n=5&score=0.5", b"/api/timeline?n=3",
    b"/api/status", b"/api/graph?around=ghosts&depth=1", b"/api/openapi.json", b"/healthz", b"/metrics", b"/mcp",
    b"/doc/wiki/index.md", b"/doc/raw/2025/7.6.md?lines=1-2", b"/fragment/passage?cite=wiki/index.md:1-2",
    b"/assets/style.css", b"/sources?concept=ghosts", b"/graph", b"/coverage", b"/quality", b"/help",
]
METHODS = [
    b"HEAD", b"POST", b"PUT", b"DELETE", b"PATCH", b"OPTIONS", b"TRACE", b"CONNECT", b"get", b"GeT", b"PRI",
    b"PROPFIND", b"M-SEARCH", b"LINK", b"", b"G" * 300, b"G\xc3\x89T", b"GET\x00", b"GET GET", b"\r\nGET", b"\tGET",
]
VERSIONS = [
    b"HTTP/1.0", b"HTTP/0.9", b"HTTP/2.0", b"HTTP/3", b"HTTP/1.2", b"HTTP/1.10", b"HTTP/11", b"http/1.1", b"HTTP/1",
    b"HTTP/1.1 ", b" HTTP/1.1", b"", b"HTTP/-1.1", b"HTTP/9999999999.1", b"HTTPS/1.1", b"HTTP/1.1\x00", b"RTSP/1.0",
]
PIECES = [
    b"%00", b"%2e%2e", b"%2E%2E%2F", b"%252e%252e", b"%2f", b"%5c", b"..%5c", b"../", b"/../../..", b"/./", b"//", b"\\",
    b"%c0%ae%c0%ae", b"%e0%80%ae", b"%ff", b"%", b"%4", b"%zz", b"%u002e", b"\xff\xfe", b"\xc3\xa9", b"%C3%A9", b";a=b",
    b"#x", b"?", b"&", b"=", b"&&&", b"+", b"%20", b"%0d%0aX-Evil:%20yes", b"\x01", b"\x7f", b"\x80", b"'", b'"', b"<script>",
    b"${7*7}", b"{{7*7}}", b"%F0%9F%92%A9", b"%E2%80%AE", b"*", b"[", b"]", b"|", b"^", b"~", b"%ed%a0%80", b"%f4%90%80%80",
]
VALUES = [
    b"-1", b"0", b"1", b"99999999999999999999", b"9223372036854775807", b"-9223372036854775808", b"1.5", b"1e999", b"nan",
    b"NaN", b"inf", b"-0", b"0x10", b"%D9%A3", b"true", b"TRUE", b"null", b"", b"[]", b"{}", b"%22", b"%22%22", b"NOT", b"NOT+x",
    b"layer:", b"layer:nowhere+x", b"path:**/**/**+x", b"after:0000", b"(", b"%28%28%28", b"a*", b"*", b"%00", b"x" * 3000,
    b"a+" * 1000, b"2025-13-45", b"9999999w", b"../../etc/passwd", b"/etc/passwd", b"%E4%B8%AD%E6%96%87", b"%F0%9F%91%A8" * 50,
    b"https://youtu.be/x?t=1", b"wiki/index.md:0-0", b"wiki/index.md:5-1", b"wiki/index.md:1-99999999999", b"[[index]]", b"---",
]
NAMES = [
    b"q", b"n", b"mode", b"layer", b"type", b"tag", b"path", b"after", b"before", b"budget", b"strict", b"fold", b"per_document",
    b"concept", b"passages", b"target", b"page", b"line", b"unsupported", b"score", b"around", b"depth", b"missing", b"lists",
    b"lines", b"bytes", b"hash", b"context", b"cite", b"base", b"Q", b"q[]", b"", b"__proto__", b"%71", b"\xe9",
]
FIELDS = [
    b"Content-Length: -1", b"Content-Length: 5, 5", b"Content-Length: 5\r\nContent-Length: 6", b"Content-Length: 0x5",
    b"Content-Length: 18446744073709551616", b"Content-Length: +5", b"Content-Length: 5", b"Content-Length:",
    b"Content-Length: 100000000", b"Transfer-Encoding: chunked", b"Transfer-Encoding: gzip, chunked",
    b"Transfer-Encoding: chunked, identity", b"Transfer-Encoding: xchunked", b"Transfer-Encoding : chunked",
    b"Transfer-Encoding:\tchunked", b"Transfer-Encoding: chunked\r\nContent-Length: 3", b"TRANSFER-ENCODING: CHUNKED",
    b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", b"Host: evil.example", b"Host:", b"Host: a\r\nHost: b",
    b"Host: 127.0.0.1@evil.example", b"Host: [::1", b"Host: \xff\xfe", b"Host: " + b"a" * 5000, b"Origin: null",
    b"Origin: https://evil.example", b"Origin:", b"Origin: http://", b"Origin: \x80", b"X: " + b"y" * 20000,
    b"X: " + b"y" * 100000, b"X" * 20000 + b": y", b"\r\n".join(b"X-%d: y" % i for i in range(99)),
    b"\r\n".join(b"X-%d: y" % i for i in range(2000)), b"X: a\r\n folded", b"X: a\r\n\tfolded", b" X: leading", b"X : blank",
    b"X", b": y", b"X: a\x00b", b"X: \x01\x02\x7f", b"X\x00: y", b"X\xc3\xa9: y", b"X: \xc3\xa9\xff", b"X: a\rb", b"X: a\nb",
    b"Expect: 100-continue", b"Expect: 200-ok", b"Expect: 100-continue\r\nContent-Length: 10", b"Range: bytes=0-1",
    b"Range: bytes=-1", b"Range: bytes=0-,1-,2-,3-", b"Range: bytes=99999999999999999999-", b"Range: lines=1", b"If-Range: x",
    b"If-None-Match: *", b'If-None-Match: "', b"If-None-Match: W/", b"If-None-Match: ,,,,", b'If-None-Match: W/"' + b"a" * 9000,
    b"If-None-Match: " + b'"x", ' * 2000, b"If-Modified-Since: yesterday", b"If-Match: *", b"If-Unmodified-Since: 0",
    b"Accept-Encoding: gzip", b"Accept-Encoding: gzip;q=0", b"Accept-Encoding: *", b"Accept-Encoding: gzip;q=1.0.0",
    b"Accept-Encoding: gzip;q=nan", b"Accept-Encoding: deflate", b"Accept-Encoding: br, zstd", b"Accept-Encoding: ;;;,,,",
    b"Accept-Encoding: gzip\r\nAccept-Encoding: deflate", b"Accept-Encoding: identity;q=0, *;q=0",
    b"Cookie: " + b"a=b; " * 3000, b"Cookie: a=b\r\n" * 50 + b"Cookie: c=d", b"Connection: Upgrade\r\nUpgrade: h2c",
    b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    b"Connection: keep-alive, close", b"Connection: Content-Length", b"Connection: \x00", b"Keep-Alive: timeout=99999",
    b"Upgrade: TLS/1.0", b"HTTP2-Settings: AAMAAABkAAQAAP__", b"Authorization: Bearer x", b"Authorization: Basic !!!",
    b"Authorization: " + b"A" * 9000, b"X-Forwarded-Host: evil.example", b"X-Forwarded-For: 1.2.3.4", b"Forwarded: host=evil",
    b"X-HTTP-Method-Override: DELETE", b"X-Original-URL: /etc/passwd", b"Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: cors",
    b"Sec-Fetch-Site: \xff", b"Accept: text/html;q=\xff", b"Accept: " + b"a/b," * 3000, b"Content-Type: application/json",
    b"Content-Type: multipart/form-data", b"Mcp-Session-Id: ../../x", b"MCP-Protocol-Version: 0000-00-00", b"Te: trailers",
    b"Trailer: Host", b"Max-Forwards: -1", b"Proxy: evil", b"Date: never", b"From: \r\n\r\n", b"X-Footnote-Plain: 1",
]
BODIES = [
    b"", b"{}", b"x" * 5, b"x" * 70000, b"0\r\n\r\n", b"5\r\nhello\r\n0\r\n\r\n", b"5\r\nhel", b"zz\r\nhello\r\n0\r\n\r\n", b"-5\r\n\r\n",
    b"ffffffffffffffff\r\nx", b"5;ext=1\r\nhello\r\n0\r\nHost: evil\r\n\r\n", b"5\nhello\n0\n\n", b"5\r\nhelloXX0\r\n\r\n",
    b'{"jsonrpc":"2.0","id":1,"method":"tools/list"}', b'{"jsonrpc":"2.0","id":' + b"[" * 3000, b"\x00" * 100, b"\xff" * 100,
    b"GET /api/status HTTP/1.1\r\nHost: evil.example\r\n\r\n", b"0" * 5000 + b"\r\n\r\n",
]
WHOLE = [
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\x00\x00\x00\x04\x00\x00\x00\x00\x00", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\xaa" * 300,
    b"GET /\r\n", b"GET /\r\n\r\n", b"\r\n\r\n\r\n\r\n", b"\n", b"\x00" * 1000, b" ", b"GET", b"SSH-2.0-OpenSSH_9.2\r\n", b"*1\r\n$4\r\nPING\r\n",
    b"{}\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", b"A" * 200000, b"GET / HTTP/1.1\r\n" * 5000, b"\x05\x01\x00", b"GET " + b"/" * 70000,
]


class Mutant:
    """A request on its way to being wrong."""

    def __init__(self, random, host):
        self.random, self.host = random, host
        self.method, self.target, self.version = b"GET", random.choice(TARGETS), b"HTTP/1.1"
        self.fields = [b"Host: " + host, b"Connection: close"]
        self.body = b""
        self.line_end = b"\r\n"
        self.is_whole = True
        for _ in range(random.choice([1, 1, 1, 1, 2, 2, 3, 5])):
            random.choice(MUTATIONS)(self)

    def bytes(self):
        end = self.line_end
        head = b" ".join([self.method, self.target, self.version])
        return end.join([head, *self.fields]) + end + end + self.body


def method(mutant):
    mutant.method = mutant.random.choice(METHODS)


def version(mutant):
    mutant.version = mutant.random.choice(VERSIONS)


def piece_of_target(mutant):
    for _ in range(mutant.random.randint(1, 4)):
        at = mutant.random.randint(0, len(mutant.target))
        mutant.target = mutant.target[:at] + mutant.random.choice(PIECES) + mutant.target[at:]


def value(mutant):
    path = mutant.target.split(b"?")[0]
    pairs = mutant.target.split(b"?")[1].split(b"&") if b"?" in mutant.target else []
    # Mostly what the endpoint knows: what it does not know, it refuses before it looks at the values.
    if pairs and mutant.random.random() < 0.75:
        at = mutant.random.randrange(len(pairs))
        pairs[at] = pairs[at].split(b"=")[0] + b"=" + mutant.random.choice(VALUES)
    else:
        for _ in range(mutant.random.randint(1, 3)):
            pairs.append(mutant.random.choice(NAMES) + b"=" + mutant.random.choice(VALUES))
        mutant.random.shuffle(pairs)
    mutant.target = path + b"?" + b"&".join(pairs)


def bytes_of_target(mutant):
    target = bytearray(mutant.target)
    for _ in range(mutant.random.randint(1, 4) if target else 0):
        target[mutant.random.randrange(len(target))] = mutant.random.randrange(256)
    mutant.target = bytes(target)


def form_of_target(mutant):
    forms = [
        b"http://" + mutant.host + mutant.target, b"http://evil.example" + mutant.target, b"https://evil.example", mutant.host,
        b"evil.example:443", b"*", b"", mutant.target.lstrip(b"/"), b"/" + mutant.target, mutant.target + b" extra",
        b"file:///etc/passwd", b"http://[::1" + mutant.target, b"http:" + mutant.target, b"http://user:pw@" + mutant.host + mutant.target,
        mutant.target.replace(b"/", b"%2f"), mutant.target.upper(), mutant.target * 40, b"/api/documents" + b"/.." * 30 + b"/etc/passwd",
        b"/doc/wiki/linked.md", b"/api/documents/wiki/plain.txt", b"/api/documents/raw/linked/outside.md", b"/api/documents/footnote.yml",
        b"/api/documents/.git/config", b"/doc/.git/config", b"/.git/config", b"/wiki/index.md", b"/Index/footnote.sqlite",
    ]
    mutant.target = mutant.random.choice(forms)


def long_target(mutant):
    mutant.target += mutant.random.choice([b"a", b"/a", b"&q=a", b"%20", b"?", b"/.."]) * mutant.random.choice([100, 3000, 9000, 30000])


def field(mutant):
    place = mutant.random.randint(0, len(mutant.fields))
    mutant.fields.insert(place, mutant.random.choice(FIELDS))


def host(mutant):
    mutant.fields = [line for line in mutant.fields if not line.startswith(b"Host")]
    if mutant.random.random() < 0.7:
        mutant.fields.insert(0, b"Host: " + mutant.random.choice(
            [b"evil.example", mutant.host + b".evil.example", mutant.host.upper(), b"localhost", b"[::1]", b"2130706433", b"0", b"", b"127.1"]))


def body(mutant):
    mutant.method = mutant.random.choice([b"POST", b"POST", b"GET", b"PUT", b"DELETE"])
    mutant.body = mutant.random.choice(BODIES)
    kind = mutant.random.random()
    if kind < 0.4:
        off = mutant.random.choice([0, 0, -1, 1, 100])
        mutant.fields.append(b"Content-Length: %d" % max(0, len(mutant.body) + off))
    elif kind < 0.8:
        mutant.fields.append(b"Transfer-Encoding: chunked")
    if mutant.random.random() < 0.5:
        mutant.target = b"/mcp"
        mutant.fields += [b"Content-Type: application/json", b"Accept: application/json, text/event-stream"]


def line_end(mutant):
    mutant.line_end = mutant.random.choice([b"\n", b"\r", b"\r\r\n", b"\n\r", b"\r\n "])


def keep_alive(mutant):
    mutant.fields = [line for line in mutant.fields if not line.startswith(b"Connection")]


MUTATIONS = [
    method, version, piece_of_target, piece_of_target, value, value, value, value, bytes_of_target, form_of_target, form_of_target, long_target,
    field, field, field, host, body, body, line_end, keep_alive,
]


def spoiled(random, data):
    """The bytes of a request, some of them others, missing or there twice."""
    data = bytearray(data)
    for _ in range(random.randint(1, 4)):
        at = random.randrange(max(1, len(data)))
        kind = random.randrange(4)
        if kind == 0 and data:
            data[at] = random.randrange(256)
        elif kind == 1:
            del data[at:at + random.choice([1, 1, 5, 50])]
        elif kind == 2:
            data[at:at] = bytes(random.randrange(256) for _ in range(random.choice([1, 2, 8])))
        else:
            data[at:at] = data[at:at + random.choice([1, 10, 100])]
    return bytes(data)
