"""Building and refreshing an index."""

import os
import shutil

from measurement import Measurement, from_contest
from processes import Failed
from turns import Contest


def markdown(root):
    for folder, _, names in os.walk(root):
        yield from (os.path.join(folder, name) for name in names if name.endswith(".md"))


class Touched:
    """A copy of a knowledge base whose files all look changed when it is asked for, though none is."""

    def __init__(self, root, copy):
        if copy.exists():
            shutil.rmtree(copy)
        shutil.copytree(root, copy, ignore=shutil.ignore_patterns("Index", ".git", ".build*", "Sources", "Tests"))
        self.root = copy
        self.files = list(markdown(copy))

    def touch(self):
        for path in self.files:
            os.utime(path)


def afresh(context, root, index, environment=None):
    if index.exists():
        shutil.rmtree(index)
    return context.ours.index(root, index, environment)


def first(context, root, empty):
    """The first index, whole and of words alone."""
    index, kept = context.work / "first-index", context.work / "first-pipeline"
    with Contest("index, first", context.repeats) as contest:
        contest.add("whole", lambda: afresh(context, root, index))
        contest.add("words", lambda: afresh(context, root, index, context.ours.without_model(empty)))

        def pipeline():
            import processes
            if kept.exists():
                shutil.rmtree(kept)
            kept.mkdir()
            command = context.driver(
                "pipeline", "--model", context.model, "--models", context.models, "--root", root, "--queries",
                context.questions(), "--folder", kept, "--task", "cold")
            figures = processes.run(command, accept=(0,))[1]
            return {**figures, "seconds": figures["wall_s"]}

        contest.add("pipeline", pipeline)
        for name, task in (("fts5", "words"), ("cmark-gfm", "parse"), ("sha256", "hash")):
            contest.start(name, context.driver("files", "--task", task, "--root", root))
        contest.hold()
        notes = {"others": contest.bystanders}
        return [
            from_contest(contest, ["seconds"], only={"whole", "pipeline"}, rename={"whole": "footnote"},
                         id="index.first", title="first index, vectors and all", unit="s", more_is_better=False,
                         notes=notes),
            from_contest(contest, ["seconds"], only={"words", "fts5", "cmark-gfm", "sha256"},
                         rename={"words": "footnote"}, id="index.words", title="first index, words alone", unit="s",
                         more_is_better=False, notes=notes),
            from_contest(contest, ["rss_kb"], scale=1 / 1024, only={"whole", "pipeline"}, rename={"whole": "footnote"},
                         id="index.memory", title="memory of the first index", unit="MB", more_is_better=False),
        ]


def refresh(context, name, what, copy, environment, limit_task, touched):
    """A refresh that finds nothing to do, with times of files that changed or did not."""
    index = context.work / f"{name}-index"
    try:
        context.ours.index(copy.root, index, environment)
    except Failed as failure:
        context.warn(f"{name}: {failure}")
        return []
    with Contest(name, context.repeats) as contest:
        contest.add("footnote", lambda: context.ours.index(copy.root, index, environment))
        for task in (limit_task, "git"):
            contest.start(task, context.driver("files", "--task", task, "--root", copy.root))
        if touched:
            for contestant, call in list(contest.calls.items()):
                contest.calls[contestant] = Before(copy.touch, call)
        contest.hold()
        limit = contest.series("seconds").get(limit_task)
        return [from_contest(contest, ["seconds"], scale=1e3, id=name, title=what, unit="ms", more_is_better=False,
                             limit=1e3 * sorted(limit)[len(limit) // 2] if limit else None,
                             limit_is=f"{limit_task} of every file in one thread",
                             notes={"files": len(copy.files), "others": contest.bystanders})]


class Before:
    """A call with something before it that is not measured: times are taken inside the call."""

    def __init__(self, prepare, call):
        self.prepare, self.call = prepare, call

    def __call__(self):
        self.prepare()
        return self.call()

    def close(self):
        if hasattr(self.call, "close"):
            self.call.close()


def measure(context):
    empty = context.work / "no-models"
    empty.mkdir(exist_ok=True)
    words = context.ours.without_model(empty)
    copy = Touched(context.root, context.work / "copy")
    found = first(context, copy.root, empty)
    found += refresh(context, "index.unchanged", "refresh, nothing changed", copy, words, "stat", False)
    found += refresh(context, "index.touched", "refresh, every file touched", copy, words, "hash", True)
    many = Touched(context.data.vault(2_000 if context.quick else 20_000), context.work / "vault")
    found += refresh(context, "index.vault", f"refresh of {len(many.files):,} files, nothing changed", many, words,
                     "stat", False)
    found += refresh(context, "index.vault.touched", f"refresh of {len(many.files):,} files, every one touched", many,
                     words, "hash", True)
    return [m for m in found if isinstance(m, Measurement)]
