"""Sends wrong requests to a server: it must go on, and say what is wrong in well-formed HTTP.

    python fuzz.py BINARY BASE [--count 2000] [--seed 1] [--only NUMBER] [--workers 8]

The same seed sends the same requests.
"""

import argparse
import random
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from checks import Checks
from mutations import WHOLE, Mutant, spoiled
from service import hash_of, serving
from wire import Incomplete, Malformed, Talk

WAYS = ["whole"] * 10 + ["pieces", "pieces", "trickle", "half-closed", "cut", "pipelined", "spoiled", "spoiled", "raw", "gone"]
ALLOWED_GROWTH = 160


class Case:
    """One exchange, which its number and the seed tell wholly."""

    def __init__(self, seed, number, host):
        self.random = random.Random(f"{seed} {number}")
        self.number, self.host = number, host
        self.way = self.random.choice(WAYS)
        requests = [Mutant(self.random, host) for _ in range(self.random.randint(2, 6) if self.way == "pipelined" else 1)]
        self.methods = [request.method for request in requests]
        self.data = b"".join(request.bytes() for request in requests)
        if self.way == "spoiled":
            self.data = spoiled(self.random, self.data)
        elif self.way == "raw":
            self.data = self.random.choice(WHOLE)
        elif self.way == "cut":
            self.data = self.data[:self.random.randint(0, len(self.data))]

    def run(self, port):
        """Status codes and what is wrong with the answers."""
        with Talk(port) as talk:
            self.send(talk)
            if self.way == "gone":
                return [], []
            talk.end() if self.way == "half-closed" else None
            try:
                answers = self.answers(talk)
            except Incomplete as error:
                return [], [f"not finished: {error}"]
            except Malformed as error:
                return [], [f"malformed: {error}"]
            found = [trouble for answer in answers for trouble in answer.troubles()]
            return [answer.status for answer in answers], found

    def answers(self, talk):
        try:
            return talk.receive(1.5, self.methods, len(self.methods))
        except Incomplete:
            # An answer has begun: more time, then it is a fault that it does not end.
            return talk.receive(5, self.methods, len(self.methods))

    def send(self, talk):
        if self.way == "pieces":
            place = 0
            while place < len(self.data):
                length = self.random.choice([1, 7, 100, 5000])
                if not talk.send(self.data[place:place + length]):
                    return
                place += length
                time.sleep(0.001 if place < 20000 else 0)
        elif self.way == "trickle":
            for place in range(min(len(self.data), 150)):
                if not talk.send(self.data[place:place + 1]):
                    return
            talk.send(self.data[150:])
        else:
            talk.send(self.data)


class Fuzz:
    def __init__(self, service, checks, seed):
        self.service, self.checks, self.seed = service, checks, seed
        self.host = service.host.encode()
        self.statuses = Counter()
        self.known = {target: service.get(target)[2] for target in self.sentinels}

    # What the server answers all the time, each byte the same.
    sentinels = ["/api/documents/wiki/index.md", "/api/openapi.json", "/healthz"]

    def one(self, number):
        if not self.service.alive():
            return
        try:
            statuses, troubles = Case(self.seed, number, self.host).run(self.service.port)
        except OSError as error:
            statuses, troubles = [], [f"no connection: {error}"]
        self.statuses.update(statuses or ["none"])
        for trouble in troubles:
            self.fail(number, trouble)
        if number % 20 == 0:
            self.look(number)

    def look(self, number):
        """A normal request is answered as before."""
        target = self.sentinels[number // 20 % len(self.sentinels)]
        try:
            status, _, body = self.service.get(target, timeout=10)
        except OSError as error:
            self.fail(number, f"{target} afterwards: {error}")
            return
        if status != 200 or body != self.known[target]:
            self.fail(number, f"{target} afterwards: {status}, {len(body)} bytes")

    def fail(self, number, trouble):
        self.checks.expect(False, f"request {number} of seed {self.seed}: {trouble}")

    def many(self, count, workers):
        with ThreadPoolExecutor(workers) as pool:
            for _ in pool.map(self.one, range(count)):
                pass


def main():
    reader = argparse.ArgumentParser()
    reader.add_argument("binary")
    reader.add_argument("base")
    reader.add_argument("--count", type=int, default=2000)
    reader.add_argument("--seed", default="1")
    reader.add_argument("--only", type=int)
    reader.add_argument("--workers", type=int, default=8)
    options = reader.parse_args()
    checks = Checks("fuzz")
    with serving(options.binary, options.base, environment={"FOOTNOTE_MODEL": "none"}) as service:
        fuzz = Fuzz(service, checks, options.seed)
        if options.only is not None:
            case = Case(options.seed, options.only, fuzz.host)
            print(case.way, case.data[:2000], len(case.data))
            print(case.run(service.port))
            sys.exit(0 if service.alive() else service.log())
        # The first requests fill caches and pools; growth counts from then on.
        fuzz.many(min(300, options.count), options.workers)
        files, memory, start = hash_of(service.base), service.memory(), time.monotonic()
        index = hash_of(service.index)
        fuzz.many(options.count, options.workers)
        took = time.monotonic() - start
        checks.expect(service.alive(), "the server runs", service.log()[:3000])
        if service.alive():
            fuzz.look(0)
            grown = service.memory() - memory
            checks.expect(grown < ALLOWED_GROWTH, f"memory has grown by less than {ALLOWED_GROWTH} MiB", grown)
            checks.equal(hash_of(service.base), files, "no request changes the knowledge base")
            checks.equal(hash_of(service.index), index, "no request changes the index")
            print(f"fuzz: {options.count} requests in {took:.0f} s, memory {memory:.0f} MiB and {grown:+.0f} MiB, "
                  f"answers {dict(fuzz.statuses.most_common())}")
            checks.equal(service.stop(), 0, "exit status")
        checks.expect(not checks.failed, f"{options.count} wrong requests are answered well")
    checks.finish()


if __name__ == "__main__":
    main()
