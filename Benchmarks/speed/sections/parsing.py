"""From files to passages in one thread: megabytes a second, against the parser alone."""

from measurement import from_contest
from turns import Contest


def measure(context):
    root, _ = context.data.knowledge_base(10_000)
    with Contest("parsing", context.repeats) as contest:
        if context.ours.speed_tool:
            contest.add("footnote", lambda: context.ours.measure("parsing", "--root", root))
        for name, task in (("cmark-gfm", "parse"), ("sha256", "hash"), ("read", "read")):
            contest.start(name, context.driver("files", "--task", task, "--root", root))
        contest.hold()
        return [from_contest(contest, ["mb_per_s"], id="parsing", title="files to passages", unit="MB/s",
                             more_is_better=True, notes={"others": contest.bystanders})]
