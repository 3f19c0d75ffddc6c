"""Search over a knowledge base: search proper, and whole processes."""

import itertools
import statistics

import data
import figures
import processes
from measurement import from_contest
from turns import Contest

PROCESSES = 9


def took(answers):
    """Percentiles of what the tool says it took; the first question pays for the opening of files and is left out."""
    times = [answer["took_ms"] for answer in answers[1:] if "took_ms" in answer]
    if not times:
        raise processes.Failed("no answer says how long it took")
    return {f"p{share}_ms": figures.percentile(times, share / 100) for share in (50, 95, 99)}


def several(call, questions):
    """Medians of a few processes, each with another question."""
    runs = [call(next(questions)) for _ in range(PROCESSES)]
    return {key: statistics.median(run[key] for run in runs) for key in runs[0]} \
        | {"slowest_s": max(run["wall_s"] for run in runs), "cpu_s": sum(run["cpu_s"] for run in runs)}


def warm(context, index, asked, kept):
    ours = context.ours
    with Contest("search", context.repeats) as contest:
        for mode in ("hybrid", "lexical", "semantic"):
            def answer(mode=mode):
                answers, about = ours.batch(context.root, index, asked, "--mode", mode)
                return {**about, **took(answers)}
            contest.add(mode, answer)
        contest.start("pipeline", context.driver(
            "pipeline", "--model", context.model, "--models", context.models, "--root", context.root,
            "--queries", asked, "--folder", kept))
        contest.hold()
        notes = {"others": contest.bystanders, "index": ours.status(context.root, index)}
        found = []
        for mode in ("hybrid", "lexical", "semantic"):
            for share in ("p50", "p99"):
                found.append(from_contest(
                    contest, [f"{share}_ms"], rename={mode: "footnote"},
                    only={mode, *(["pipeline"] if mode == "hybrid" else [])}, id=f"search.{mode}.{share}",
                    title=f"search, {mode}, {share}", unit="ms", more_is_better=False, notes=notes))
        return found


def cold(context, index, asked, kept):
    questions = itertools.cycle(data.questions())
    command = context.driver(
        "pipeline", "--model", context.model, "--models", context.models, "--root", context.root,
        "--queries", asked, "--folder", kept, "--task", "cold")
    with Contest("search, cold", context.repeats) as contest:
        contest.add("footnote", lambda: several(
            lambda q: context.ours.ask(context.root, index, q), questions))
        contest.add("lexical", lambda: several(
            lambda q: context.ours.ask(context.root, index, q, "--mode", "lexical"), questions))
        contest.add("pipeline", lambda: processes.run(command, accept=(0,))[1])
        contest.hold()
        return [
            from_contest(contest, ["wall_s"], scale=1e3, only={"footnote", "pipeline"}, id="search.cold",
                         title="one question, process and all", unit="ms", more_is_better=False,
                         notes={"others": contest.bystanders}),
            from_contest(contest, ["wall_s"], scale=1e3, only={"lexical"}, rename={"lexical": "footnote"},
                         id="search.cold.lexical", title="one question by words, process and all", unit="ms",
                         more_is_better=False),
            from_contest(contest, ["rss_kb"], scale=1 / 1024, only={"footnote", "pipeline"}, id="search.memory",
                         title="memory of one question", unit="MB", more_is_better=False),
        ]


STEPS = (
    ("start", "the program starts and ends (--version)", ["--version"]),
    ("empty", "… opens the index and answers nothing (status)", ["status"]),
    ("words", "… answers by words, as the index is", ["ask", "--no-refresh", "--mode", "lexical"]),
    ("walk", "… by words, after looking for changed files", ["ask", "--mode", "lexical"]),
    ("meaning", "… by both, as the index is", ["ask", "--no-refresh"]),
    ("all", "… by both, after looking for changed files", ["ask"]),
)


def steps(context, index):
    """Whole processes, each doing more than the one before: where the milliseconds of a question go."""
    ours, questions = context.ours, itertools.cycle(data.questions())
    with Contest("search, steps", context.repeats) as contest:
        for name, _, command in STEPS:
            def one(question, command=command):
                where = ["--root", context.root, "--index", index] if command[0] != "--version" else []
                asked = ["--", question] if command[0] == "ask" else []
                return processes.run([ours.tool, *command, *where, *asked], environment=ours.environment)[1]
            contest.add(name, lambda one=one: several(one, questions))
        contest.hold()
        return [from_contest(contest, ["wall_s"], scale=1e3, only={name}, rename={name: "footnote"},
                             id=f"search.step.{name}", title=title, unit="ms", more_is_better=False)
                for name, title, _ in STEPS]


def measure(context):
    index, kept = context.work / "search-index", context.work / "search-pipeline"
    kept.mkdir(exist_ok=True)
    asked = context.questions()
    context.note("  search: index of the knowledge base")
    context.ours.index(context.root, index)
    return warm(context, index, asked, kept) + cold(context, index, asked, kept) + steps(context, index)
