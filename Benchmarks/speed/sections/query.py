"""Encoding one short question, warm and as a process of its own."""

import processes
from measurement import from_contest
from turns import Contest

import data

ENGINES = ("onnxruntime-int8", "onnxruntime-float32", "torch")


def first_words(texts):
    """Three to ten words from the beginning of each text: the questions that `footnote-speed encoder` asks as well."""
    return [" ".join(text.split()[:3 + number % 8]) for number, text in enumerate(texts[:200])]


def measure(context):
    texts = data.passages(context.root, 200)
    whole = context.data.write_lines("query-texts.txt", texts)
    asked = context.data.write_lines("query-questions.txt", first_words(texts))
    found = []
    with Contest("query", context.repeats) as contest:
        if context.ours.speed_tool:
            for precision, name in (("int8", "footnote"), ("float32", "footnote-float32")):
                contest.add(name, lambda p=precision: context.ours.encoder(whole, p, context.threads))
        for engine in ENGINES:
            contest.start(engine, context.driver(
                "encoder", "--engine", engine, "--model", context.model, "--models", context.models,
                "--texts", asked, "--task", "query"))
        contest.hold()
        for share in ("p50", "p99"):
            found.append(from_contest(
                contest, [f"{share}_ms"], id=f"query.{share}", title=f"vector of one question, {share}", unit="ms",
                more_is_better=False, notes={"others": contest.bystanders}))
        found.append(from_contest(
            contest, ["memory_after_question_mb"], id="query.memory.loaded",
            title="memory of the encoder after one question", unit="MB", more_is_better=False))
    return found + cold(context)


def cold(context):
    """A process that opens the model and encodes one question; `footnote-ask` also opens an index and searches it."""
    index = context.work / "query-index"
    context.ours.index(context.root, index)
    one = context.data.write_lines("question.txt", data.questions()[:1])
    with Contest("query, cold", context.repeats) as contest:
        if context.ours.speed_tool:
            contest.add("footnote", lambda: context.ours.encoder_cold("int8"))
            contest.add("footnote-float32", lambda: context.ours.encoder_cold("float32"))
        contest.add("footnote-ask", lambda: context.ours.ask(
            context.root, index, data.questions()[0], "--no-refresh", "--mode", "semantic"))
        for engine in ENGINES:
            command = context.driver("encoder", "--engine", engine, "--model", context.model, "--models",
                                     context.models, "--texts", one, "--task", "cold")
            contest.add(engine, lambda c=command: processes.run(c, accept=(0,))[1])
        contest.hold()
        return [
            from_contest(contest, ["wall_s"], scale=1e3, id="query.cold",
                         title="vector of one question, process and all", unit="ms", more_is_better=False),
            from_contest(contest, ["rss_kb"], scale=1 / 1024, id="query.memory", title="memory of that process",
                         unit="MB", more_is_better=False),
        ]
