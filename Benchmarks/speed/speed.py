#!/usr/bin/env python3
"""Speed of Footnote beside its peers and the limits of the machine; `make bench-speed` runs it.

    speed.py --footnote BINARY [--footnote-speed BINARY] --peers VENV --model FOLDER [SECTION...]

Ours and the peers take turns for at least five rounds; a figure is the median of the rounds with its spread, and a
comparison the median of the ratios within the rounds, with a bootstrap interval. Prints tables, and writes JSON and
plots to --out. What long preparations make (texts, vectors, large knowledge bases) is kept in --data.
"""

import argparse
import json
import os
import pathlib
import shutil
import sys
import tempfile
import time

import data
import machine
import ours
import processes
import report
from sections import SECTIONS

LIMITS, OUR_LIMITS = "limits", "footnote-limits"
KNOWN_LIMITS = ("gemm_gflops", "read_gb_per_s", "fma_gflops", "int8_gops")

HERE = pathlib.Path(__file__).resolve().parent


class Context:
    """What the sections need to know."""

    def __init__(self, options, work, warn):
        self.ours = ours.Ours(options.footnote, options.footnote_speed, options.model)
        self.python = options.peers / "bin" / "python"
        self.models, self.model = options.peers / "models", options.model
        self.root, self.repeats, self.threads = options.root, options.repeats, options.threads
        self.sizes, self.quick, self.thorough = options.sizes, options.quick, options.thorough
        self.work, self.warn, self.note = work, warn, lambda text: print(text, file=sys.stderr, flush=True)
        self.data = data.Data(options.data, self.python, self.models, self.model, self.note)
        self.known_limits = {}

    def driver(self, name, *arguments):
        """The command of a driver of Benchmarks/peers."""
        threads = [] if name == "files" else ["--threads", str(self.threads)]
        return [str(part) for part in (self.python, data.PEERS / f"{name}.py", *arguments, *threads)]

    def questions(self):
        """A file of the judged questions as JSON lines."""
        return self.data.write_lines("questions.jsonl", [
            json.dumps({"id": f"q{i}", "text": text}, ensure_ascii=False)
            for i, text in enumerate(data.questions())])

    def add_limits(self, contest):
        """Lets the machine itself take turns, so that its limit is measured among the rounds."""
        contest.start(LIMITS, self.driver("limits"))
        if self.ours.speed_tool:
            contest.add(OUR_LIMITS, lambda: self.ours.limits(self.threads))

    def limits(self, contest):
        """The best that any round of a contest saw, by numpy or by `footnote-speed limits`: a disturbance can only make
        a limit look lower than it is."""
        for name in (LIMITS, OUR_LIMITS):
            for run in contest.runs.pop(name, []):
                for key, value in run.items():
                    if key in KNOWN_LIMITS:
                        self.known_limits[key] = max(value, self.known_limits.get(key, 0.0))
        return self.known_limits


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=f"of {', '.join(SECTIONS)} (default: all)")
    parser.add_argument("--footnote", type=pathlib.Path, required=True, help="the tool")
    parser.add_argument("--footnote-speed", type=pathlib.Path, help="the program that measures its parts")
    parser.add_argument("--peers", type=pathlib.Path, required=True, help="folder made by Benchmarks/peers/install.sh")
    parser.add_argument("--model", type=pathlib.Path, required=True, help="folder of the encoder")
    parser.add_argument("--root", type=pathlib.Path, default=data.PROJECT, help="knowledge base (default: shipped)")
    parser.add_argument("--data", type=pathlib.Path, required=True, help="where texts and vectors are kept")
    parser.add_argument("--out", type=pathlib.Path, default=data.PROJECT / "Benchmarks" / "results" / "speed")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--threads", type=int, default=machine.describe()["cores"])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000], help="of passages")
    parser.add_argument("--three-million", action="store_true", help="3,000,000 passages as well")
    parser.add_argument("--thorough", action="store_true", help="slow peers at large sizes too")
    parser.add_argument("--quick", action="store_true", help="few texts, small sizes: to see that all runs")
    parser.add_argument("--fail", action="store_true", help="exit with 1 where a target is missed")
    options = parser.parse_args()
    unknown = [s for s in options.sections if s not in SECTIONS]
    if unknown:
        parser.error(f"unknown section {unknown[0]}; there are {', '.join(SECTIONS)}")
    if options.quick:
        options.sizes = [10_000, 20_000]
    if options.three_million:
        options.sizes = [*options.sizes, 3_000_000]
    options.data, options.out = options.data.absolute(), options.out.absolute()
    for name in ("footnote", "footnote_speed", "peers", "model", "root"):
        path = getattr(options, name)
        if path is not None:
            path = path.absolute()
            setattr(options, name, path)
            if not path.exists():
                parser.error(f"there is no {path}")
    return options


def main():
    options = arguments()
    warnings, judged_all, failed = [], [], False

    def warn(text):
        warnings.append(text)
        print(f"warning: {text}", file=sys.stderr, flush=True)

    about_machine = machine.describe()
    if machine.is_busy():
        warn(f"the load is {machine.load()}: others use the machine, trust ratios rather than times")
    if options.repeats < 5:
        warn(f"{options.repeats} repeats are too few for figures that are to be quoted")
    work = pathlib.Path(tempfile.mkdtemp(prefix="footnote-speed-"))
    context = Context(options, work, warn)
    targets = report.load_targets(HERE / "targets.json")
    try:
        for name in options.sections or SECTIONS:
            begun, before, known = time.time(), machine.load(), len(warnings)
            print(f"\n{name}\n", flush=True)
            try:
                measurements = [m for m in SECTIONS[name](context) if m]
            except (processes.Failed, OSError) as failure:
                failed = True
                warn(f"{name}: {failure}")
                continue
            for m in measurements:
                if (m.share_of_limit() or 0) > 1.02:
                    warn(f"{m.id}: better than its limit, which was measured while the machine was busy")
            disturbed = [m.id for m in measurements if m.notes.get("disturbed")]
            if disturbed:
                warn(f"{name}: others used the machine in too many rounds ({len(disturbed)} measurements); they hurt "
                     "programs with several threads most, so these ratios are not to be quoted")
            judged = [report.judge(t, measurements) for t in targets if t["measurement"].split(".")[0] == name]
            judged_all += judged
            if measurements:
                print(report.section_table(measurements))
            report.write(options.out, name, measurements, judged, {
                "machine": about_machine, "date": time.strftime("%Y-%m-%d", time.gmtime(begun)),
                "seconds": round(time.time() - begun, 1), "repeats": options.repeats, "threads": options.threads,
                "load": {"before": before, "after": machine.load()}, "limits": context.known_limits,
                "warnings": warnings[:1] * (known > 0) + warnings[known:]})
    finally:
        shutil.rmtree(work, ignore_errors=True)
    if judged_all:
        print("\ntargets\n\n" + report.target_table(judged_all))
    print(f"\nfigures and plots are in {os.path.relpath(options.out)}")
    if failed:
        sys.exit(2)
    if options.fail and any(t["met"] is False for t in judged_all):
        sys.exit(1)


if __name__ == "__main__":
    main()
