"""What someone on another site, another machine, or with bad manners may try against `footnote serve`.

    python attacks.py BINARY BASE
"""

import sys

from checks import Checks
from service import SECRET, hash_of, serving
from wire import Malformed, Talk, ask, request

PATHS = [
    "..", "../footnote.yml", "%2e%2e/outside.md", "wiki/../../outside.md", "wiki/%2e%2e/%2e%2e/outside.md",
    "wiki/..%2f..%2foutside.md", "wiki%2f..%2f..%2foutside.md", "%252e%252e/outside.md", "wiki/%252e%252e/outside.md",
    "..%5coutside.md", "wiki%5cindex.md", "wiki\\index.md", "wiki%2findex.md", "wiki/index.md%00", "wiki/index.md%00.png",
    "%00", "/etc/passwd", "//etc/passwd", "%2fetc%2fpasswd", "/proc/self/environ", "%c0%ae%c0%ae/outside.md", "%c0%af",
    "%e0%80%ae%e0%80%ae/outside.md", "%f0%80%80%ae%f0%80%80%ae/outside.md", "wiki/linked.md", "raw/linked",
    "raw/linked/outside.md", "raw/linked/base/wiki/index.md", ".git/config", ".obsidian/app.json", "footnote.yml",
    "index/footnote.sqlite", "../index/footnote.sqlite", "Index/footnote.sqlite", "wiki/.hidden.md", "wiki/plain.txt",
    "raw/key.pem", "wiki", "wiki/", "raw/2025", "", ".", "./wiki/index.md", "wiki/./index.md", "wiki//index.md",
    "wiki/index.md/", "wiki/index.md/.", "WIKI/index.md", "wiki/index", "wiki/index.md::$DATA", "wiki/index.md.", "~",
    "C:%5cWindows%5cwin.ini", "file:///etc/passwd", "wiki/%E2%80%8Bindex.md", "wiki/index.md;x=1", "wiki/ind%65x.md%20",
]


class Attacks:
    def __init__(self, service, checks):
        self.service, self.checks = service, checks

    def status(self, data, seconds=5, methods=(b"GET",)):
        """Status of the answer, 0 where the connection is only closed; every answer is looked at."""
        answers = ask(self.service.port, data, seconds, methods)
        for answer in answers:
            for trouble in answer.troubles():
                self.checks.expect(False, f"{data[:90]!r}: {trouble}")
        return answers[0].status if answers else 0

    def expect(self, wanted, data, what, **more):
        found = self.status(data, **more)
        self.checks.expect(found in (wanted if isinstance(wanted, tuple) else (wanted,)), f"{what}: {wanted}", found)

    def hosts(self):
        port = self.service.port
        for host in [f"127.0.0.1:{port}", f"localhost:{port}", f"LOCALHOST:{port}", f"LocalHost:{port}", f"[::1]:{port}"]:
            self.expect(200, request(self.service, host=host), f"Host {host}")
        wrong = [
            "evil.example", f"evil.example:{port}", "127.0.0.1", "localhost", f"127.0.0.1:{port + 1}", f"localhost:{port + 1}",
            f"localhost:{port}.", f"localhost.:{port}", f"127.0.0.1.:{port}", f"localhost.evil.example:{port}",
            f"127.0.0.1.evil.example:{port}", f"evil.example#127.0.0.1:{port}", f"user@127.0.0.1:{port}",
            f"127.0.0.1:{port}@evil.example", f"2130706433:{port}", f"0x7f000001:{port}", f"0177.0.0.1:{port}", f"127.1:{port}",
            f"0:{port}", f"0.0.0.0:{port}", f"127.0.0.2:{port}", f"[::]:{port}", f"::1:{port}", f"[::ffff:127.0.0.1]:{port}",
            f"[::1%25lo]:{port}", f"[::1:{port}", f"[0:0:0:0:0:0:0:1]x:{port}", f"127.0.0.1:{port}:{port}", f"127.0.0.1:0{port}x",
            f"127.0.0.1:+{port}", "127.0.0.1:", ":", f":{port}", f"127.0.0.1:{port}, evil.example", f"127.0.0.1:{port} evil",
            f"127.0.0.1:{port}/", f"127.0.0.1:{port}?", f"127.0.0.1%00:{port}", f"\u00b9127.0.0.1:{port}",
            f"http://127.0.0.1:{port}", f"127.0.0.1:{port + 65536}",
        ]
        for host in wrong:
            for target in ["/", "/api/status", "/healthz", "/metrics", "/assets/x", "/doc/wiki/index.md", "/mcp", "/nowhere"]:
                self.expect((400, 403), request(self.service, target, host=host), f"Host {host} for {target}")
        self.expect((400, 403), request(self.service, host=False), "no Host")
        self.expect((400, 403), request(self.service, host=False, version="HTTP/1.0"), "no Host in HTTP/1.0")
        good = self.service.host
        for first, second in [(good, "evil.example"), ("evil.example", good), (good, good)]:
            self.expect((400, 403), request(self.service, host=first, fields=[("Host", second)]), f"Hosts {first}, {second}")
        for target in ["http://evil.example/api/status", f"http://evil.example:{port}/", "evil.example:80", "//evil.example/"]:
            self.expect((400, 403, 404), request(self.service, target), f"{target} as address")
        for name in ["X-Forwarded-Host", "Forwarded", "X-Host", "X-Original-Host"]:
            data = request(self.service, host="evil.example", fields=[(name, good)])
            self.expect(403, data, f"{name} counts for nothing")

    def origins(self):
        port = self.service.port
        for origin in [f"http://127.0.0.1:{port}", f"http://localhost:{port}"]:
            self.expect(200, request(self.service, fields=[("Origin", origin)]), f"Origin {origin}")
        wrong = [
            "http://evil.example", "https://evil.example", "null", "NULL", "", "file://", f"https://127.0.0.1:{port + 1}",
            f"http://127.0.0.1:{port + 1}", "http://127.0.0.1", "http://localhost", f"http://127.0.0.1:{port}.evil.com",
            f"http://127.0.0.1.evil.com:{port}", f"http://evil.com:{port}", f"http://evil.com/127.0.0.1:{port}",
            f"http://127.0.0.1:{port}@evil.com", f"http://evil.com#http://127.0.0.1:{port}", f"http://user@127.0.0.1:{port}",
            f"http://127.0.0.1:{port}/", f"http://127.0.0.1:{port} http://evil.com", f"http://127.0.0.1:{port}, http://evil.com",
            f"ftp://127.0.0.1:{port}", f"127.0.0.1:{port}", f"//127.0.0.1:{port}", f"http:127.0.0.1:{port}",
            f"chrome-extension://127.0.0.1:{port}", "http://", "*",
        ]
        for origin in wrong:
            for target, method in [("/api/status", "GET"), ("/", "GET"), ("/mcp", "POST"), ("/metrics", "HEAD")]:
                data = request(self.service, target, method, fields=[("Origin", origin), ("Content-Length", "0")])
                self.expect((400, 403), data, f"Origin {origin} for {method} {target}", methods=(method.encode(),))
        own = ("Origin", f"http://127.0.0.1:{port}")
        for fields in [[own, ("Origin", "http://evil.com")], [("Origin", "http://evil.com"), own]]:
            self.expect((400, 403), request(self.service, fields=fields), "two Origins")
        cross = [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "cors")]
        self.expect(403, request(self.service, fields=cross), "a request of a page of another site")
        embedded = [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "iframe")]
        self.expect((200, 403), request(self.service, "/", fields=embedded), "in a frame of another site")
        status, fields, _ = self.service.get("/api/status", Origin=f"http://127.0.0.1:{port}")
        self.checks.expect("access-control-allow-origin" not in fields, "no other site may read", fields)

    def paths(self):
        for path in PATHS:
            for prefix in ["/api/documents/", "/doc/", "/assets/", "/"]:
                self.path(prefix + path)
            # As a document's name in the query, what cannot be found may also be a question.
            for target in ["/api/related?target=", "/api/provenance?page=", "/fragment/passage?cite=", "/doc?path="]:
                self.path(target + path.replace("&", "%26"), statuses=(200, 302, 400, 404))
        self.expect(200, request(self.service, "/api/documents/wiki/index.md"), "a document")
        self.expect(200, request(self.service, "/api/documents/wiki/%69ndex.md"), "a document, needlessly escaped")

    def path(self, target, statuses=(400, 404)):
        if target in ("/", "/.", "/~"):
            return
        answers = ask(self.service.port, request(self.service, target), 30)
        for answer in answers:
            for trouble in answer.troubles():
                self.checks.expect(False, f"{target}: {trouble}")
            self.checks.expect(b"root:" not in answer.content, f"{target} is no way out")
        found = answers[0].status if answers else 0
        self.checks.expect(found in statuses, f"{target}: {statuses}", found)

    def methods(self):
        files, index = hash_of(self.service.base), hash_of(self.service.index)
        for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"]:
            for target in ["/", "/api/status", "/api/documents/wiki/index.md", "/doc/wiki/index.md", "/healthz", "/metrics"]:
                data = request(self.service, target, method, fields=[("Content-Length", "0"), ("Cookie", SECRET)])
                self.expect((400, 405), data, f"{method} {target}")
        self.checks.equal(hash_of(self.service.base), files, "no method changes the knowledge base")
        self.checks.equal(hash_of(self.service.index), index, "no method changes the index")

    def guards(self):
        """The fields that bind browsers stand on every kind of answer."""
        _, fields, _ = self.service.get("/api/status")
        tag = fields["etag"]
        for what, wanted, target, method, extra in [
            ("a page", 200, "/", "GET", []), ("JSON", 200, "/api/status", "GET", []),
            ("HEAD", 200, "/api/status", "HEAD", []), ("304", 304, "/api/status", "GET", [("If-None-Match", tag)]),
            ("404 for people", 404, "/nowhere", "GET", []), ("404 for programs", 404, "/api/nowhere", "GET", []),
            ("400", 400, "/api/ask", "GET", []), ("405", 405, "/", "POST", [("Content-Length", "0")]),
            ("414", 414, "/?q=" + "a" * 9000, "GET", []), ("413", 413, "/mcp", "POST", [("Content-Length", "100000000")]),
            ("health", 200, "/healthz", "GET", []), ("metrics", 200, "/metrics", "GET", []),
            ("431", 431, "/", "GET", [("X", "y" * 60000)]), ("many fields", (400, 431), "/", "GET", [("X", "y")] * 200),
            ("a bad byte", 400, "/\x01", "GET", []), ("the wrong version", (400, 505), "/ HTTP/9.9 x", "GET", []),
        ]:
            data = request(self.service, target, method, fields=extra)
            self.expect(wanted, data, what, methods=(method.encode(),))
        for target in ["/", "/nowhere", "/api/nowhere", "/api/", "/api/ask", "/api/documents/x.md", "/mcp", "/?q=" + "a" * 9000, "/assets/x"]:
            # What a body would be, would be read as the next answer.
            answers = ask(self.service.port, request(self.service, target, "HEAD") * 2, methods=(b"HEAD", b"HEAD"), count=2)
            self.checks.equal(len(answers), 2, f"two answers to two HEAD {target[:20]}")
        answer = ask(self.service.port, request(self.service, "/mcp", "POST", fields=[("Content-Length", "0")]))[0]
        self.checks.expect(answer.status in (400, 406, 415), "/mcp without a message", answer.status)
        self.checks.equal(answer.troubles(), [], "/mcp without a message")

    def smuggling(self):
        """A request in the body of another is never answered."""
        inner = request(self.service, "/healthz")
        length = len(inner)
        for fields, body in [
            ([("Content-Length", str(length)), ("Transfer-Encoding", "chunked")], b"0\r\n\r\n" + inner),
            ([("Transfer-Encoding", "chunked"), ("Content-Length", "5")], b"0\r\n\r\n" + inner),
            ([("Content-Length", "0"), ("Content-Length", str(length))], inner),
            ([("Content-Length", f"0, {length}")], inner), ([("Content-Length", f"+{length}")], inner),
            ([("Transfer-Encoding", "chunked, identity")], b"0\r\n\r\n" + inner),
            ([("Transfer-Encoding", "xchunked")], inner), ([("Transfer-Encoding", "identity")], inner),
            ([("Transfer-Encoding ", "chunked")], b"0\r\n\r\n" + inner),
            ([("Content-Length", str(length))], inner),
        ]:
            answers = ask(self.service.port, request(self.service, "/api/status", "POST", fields=fields, body=body), 2, count=2)
            bodies = [answer.body for answer in answers]
            self.checks.expect(b"ok\n" not in bodies, f"{fields} hides no request", [a.status for a in answers])

    def bodies(self):
        """100 MB, told beforehand, in chunks, or without any length: the server does not take it."""
        before = self.service.memory()
        piece = b"x" * (1 << 16)
        for fields, framed in [
            ([("Content-Length", "100000000")], piece), ([("Transfer-Encoding", "chunked")], b"10000\r\n" + piece + b"\r\n"),
        ]:
            for target in ["/mcp", "/api/status", "/"]:
                with Talk(self.service.port) as talk:
                    talk.send(request(self.service, target, "POST", fields=fields))
                    sent = 0
                    while sent < 100_000_000 and talk.send(framed):
                        sent += len(piece)
                    self.checks.expect(sent < 60_000_000, f"{target} {fields} is not read to its end", sent)
                    try:
                        answers = talk.receive(2)
                        self.checks.expect(not answers or answers[0].status in (400, 405, 413), f"{target} {fields}",
                                           [answer.status for answer in answers])
                    except Malformed as error:
                        self.checks.expect(False, f"{target} {fields}: {error}")
        self.checks.expect(self.service.memory() - before < 100, "bodies are not kept", self.service.memory() - before)
        for target in ["/" + "a" * 10_000_000, "/api/ask?q=" + "a" * 10_000_000]:
            self.expect((0, 400, 414, 431), request(self.service, target), "an address of 10 MB")
        for count in [99, 101, 1000, 100_000]:
            wanted = (200, 431) if count < 100 else (0, 400, 431)
            self.expect(wanted, request(self.service, fields=[(f"X-{i}", "y") for i in range(count)]), f"{count} fields")
        self.expect((0, 400, 431), request(self.service, fields=[("X", "y" * 10_000_000)]), "a field of 10 MB")

    def go_on(self):
        self.checks.expect(self.service.alive(), "the server runs", self.service.log()[-3000:])
        self.checks.equal(self.service.get("/healthz")[2], b"ok\n", "it answers afterwards")


def main():
    binary, base = sys.argv[1:3]
    checks = Checks("attacks")
    with serving(binary, base, environment={"FOOTNOTE_MODEL": "none"}) as service:
        attacks = Attacks(service, checks)
        for part in sys.argv[3:] or ["hosts", "origins", "paths", "methods", "guards", "smuggling", "bodies"]:
            with checks.section(part):
                getattr(attacks, part)()
            with checks.section(f"after {part}"):
                attacks.go_on()
            if not service.alive():
                break
    checks.finish()


if __name__ == "__main__":
    main()
