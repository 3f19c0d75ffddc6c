"""What the drivers of all peers share: how they are told to run, how they print, and a few figures.

A driver prepares its peer once, prints one JSON object that begins with {"ready": true, …}, and then one object a run:
either `--repeats N` runs in a row, or, with `--serve`, one for every line `run` that it reads, so that a harness can
let several peers take turns without their preparation being repeated.
"""

import argparse
import importlib.metadata
import json
import os
import resource
import sys
import time


def arguments(description):
    """A parser with the options that every driver has."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--serve", action="store_true", help="one run for each line `run` on standard input")
    parser.add_argument("--repeats", type=int, default=1)
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    return parser


def limit_threads(count):
    """To be called before numpy or torch is imported; these read the environment once."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS",
                 "LANCE_CPU_THREADS"):
        os.environ[name] = str(count)
    os.environ["TOKENIZERS_PARALLELISM"] = "true" if count > 1 else "false"
    os.environ["HF_HUB_OFFLINE"] = "1"


def version(package):
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def percentile(values, share):
    """Linear between neighbours, `share` from 0 to 1."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * share
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def latencies(seconds):
    """Percentiles of durations, in milliseconds."""
    return {
        "count": len(seconds),
        "p50_ms": 1e3 * percentile(seconds, 0.5),
        "p99_ms": 1e3 * percentile(seconds, 0.99),
        "mean_ms": 1e3 * sum(seconds) / len(seconds),
    }


def timed(call, items, most_seconds=30.0, at_least=30):
    """Durations of call(item), one after another; stops early where the peer is so slow that all would take too long."""
    found, begun = [], time.perf_counter()
    for item in items:
        start = time.perf_counter()
        call(item)
        end = time.perf_counter()
        found.append(end - start)
        if end - begun > most_seconds and len(found) >= at_least:
            break
    return found


def largest_memory_kb():
    """The most memory that this process ever held."""
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return size // 1024 if sys.platform == "darwin" else size


def folder_bytes(path):
    if os.path.isfile(path):
        return os.path.getsize(path)
    return sum(os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(path) for name in names)


def drive(options, about, run):
    """Prints `about`, then what `run()` returns as often as is asked for."""
    about = {"ready": True, **about, "threads": options.threads, "rss_kb": largest_memory_kb()}
    print(json.dumps(about), flush=True)

    def once():
        print(json.dumps({**run(), "rss_kb": largest_memory_kb()}), flush=True)

    if options.serve:
        for line in sys.stdin:
            if line.strip() == "run":
                once()
            elif line.strip():
                sys.exit(f"{sys.argv[0]}: not a command: {line.strip()}")
    else:
        for _ in range(options.repeats):
            once()
