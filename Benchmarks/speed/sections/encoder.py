"""Encoding many passages: tokens a second, on the same texts, with the same tokens."""

import json
import statistics

from measurement import from_contest
from turns import Contest

ENGINES = ("onnxruntime-int8", "onnxruntime-float32", "torch")
NAMES = {"int8": "footnote-int8", "float32": "footnote-float32"}


def operations_per_token(model, length):
    """Floating-point operations of one token in a text of that many: products of matrices and attention."""
    sizes = json.loads((model / "config.json").read_text(encoding="utf-8"))
    width, inner = sizes["hidden_size"], sizes["intermediate_size"]
    return sizes["num_hidden_layers"] * (2 * (4 * width * width + 2 * width * inner) + 4 * length * width)


def measure(context):
    import data

    texts = data.passages(context.root, 100 if context.quick else 400)
    file = context.data.write_lines("encoder.txt", texts)
    with Contest("encoder", context.repeats) as contest:
        if context.ours.speed_tool:
            for precision, name in NAMES.items():
                contest.add(name, lambda p=precision: context.ours.encoder(file, p, context.threads))
        for engine in ENGINES:
            contest.start(engine, context.driver("encoder", "--engine", engine, "--model", context.model,
                                                 "--models", context.models, "--texts", file))
        context.add_limits(contest)
        contest.hold()
        limit = context.limits(contest)
        tokens = {name: statistics.median(values) for name, values in contest.series("tokens").items()}
        if len(set(tokens.values())) > 1:
            context.warn(f"encoder: not all count the same tokens: {tokens}")
        length = max(tokens.values(), default=0) / max(1, len(texts))
        operations = operations_per_token(context.model, length)
        gflops = limit.get("gemm_gflops")
        notes = {"texts": len(texts), "tokens": tokens, "tokens_per_text": round(length, 1),
                 "operations_per_token": operations, "others": contest.bystanders}
        found = []
        for precision, name in NAMES.items():
            peak = limit.get("int8_gops") if precision == "int8" else gflops
            found.append(from_contest(
                contest, ["tokens_per_s"], rename={name: "footnote"}, only={name, *ENGINES},
                id=f"encoder.bulk.{precision}", title=f"encoding passages, {precision}", unit="tokens/s",
                more_is_better=True, limit=peak * 1e9 / operations if peak else None,
                limit_is=f"{precision} products at the rate of large matrices", notes=notes))
        found.append(from_contest(
            contest, ["rss_kb"], rename={NAMES["int8"]: "footnote"}, only={NAMES["int8"], *ENGINES}, scale=1 / 1024,
            id="encoder.memory", title="memory while encoding passages", unit="MB", more_is_better=False))
        return found
