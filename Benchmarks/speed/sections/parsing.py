"""Reading markdown files: megabytes a second, against the parser alone."""

from measurement import from_contest
from turns import Contest


def measure(context):
    root, _ = context.data.knowledge_base(10_000)
    with Contest("parsing", context.repeats) as contest:
        if context.ours.speed_tool:
            def parse():
                found = context.ours.measure("parsing", "--root", root, "--threads", context.threads)
                if not found.get("mb_per_s") and found.get("seconds"):
                    found["mb_per_s"] = found["bytes"] / 1e6 / found["seconds"]
                return found
            contest.add("footnote", parse)
        for name, task in (("cmark-gfm", "parse"), ("sha256", "hash"), ("read", "read")):
            contest.start(name, context.driver("files", "--task", task, "--root", root))
        contest.hold()
        return [from_contest(contest, ["mb_per_s"], id="parsing", title="files to passages", unit="MB/s",
                             more_is_better=True, notes={"others": contest.bystanders})]
