#!/usr/bin/env python3
"""Makes the models of onnxruntime out of a BERT encoder in safetensors.

    export.py --model FOLDER --out FOLDER

Writes to OUT:
    float32.onnx    with attention, GELU and layer normalisation fused by onnxruntime's own optimiser for BERT
    int8.onnx       weights of every matrix product as 8-bit integers, a scale for each output channel; what goes in is
                    quantised while it runs, a scale for each matrix, as onnxruntime does
Both give the last hidden states. Nothing is done where both are there and the weights have not changed.
"""

import argparse
import contextlib
import hashlib
import importlib.util
import io
import logging
import pathlib
import sys
import warnings

# Part of the record of what was made, so that a change here makes the models anew.
RECIPE = "2"


def has_integer_products():
    """Whether the processor adds products of 8-bit integers without saturation (VNNI, or NEON's dot product). Others
    need weights of 7 bits, which onnxruntime calls a reduced range."""
    try:
        flags = pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return True
    return any(name in flags for name in ("avx512_vnni", "avx_vnni", "asimddp"))


def network(folder):
    import torch
    from transformers import BertModel

    class LastHiddenState(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.bert = BertModel.from_pretrained(folder, attn_implementation="eager").eval()

        def forward(self, input_ids, attention_mask, token_type_ids):
            return self.bert(input_ids=input_ids, attention_mask=attention_mask,
                             token_type_ids=token_type_ids).last_hidden_state

    return LastHiddenState()


def export(folder, path):
    import torch

    inputs, output = ["input_ids", "attention_mask", "token_type_ids"], "last_hidden_state"
    example = torch.full((2, 11), 2000)
    module = network(folder)
    sizes = module.bert.config
    torch.onnx.export(
        module, (example, torch.ones_like(example), torch.zeros_like(example)), str(path),
        input_names=inputs, output_names=[output], opset_version=17, dynamo=False,
        dynamic_axes={name: {0: "texts", 1: "tokens"} for name in [*inputs, output]})
    return sizes.num_attention_heads, sizes.hidden_size


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()

    weights = options.model / "model.safetensors"
    if not weights.is_file():
        sys.exit(f"export: there is no {weights}")
    full_range = has_integer_products()
    with open(weights, "rb") as file:
        made_of = f"{RECIPE} {full_range} {hashlib.file_digest(file, 'sha256').hexdigest()}\n" \
            if hasattr(hashlib, "file_digest") else f"{RECIPE} {full_range} {weights.stat().st_size}\n"
    record = options.out / "made-of.txt"
    if record.is_file() and record.read_text(encoding="utf-8") == made_of:
        return
    options.out.mkdir(parents=True, exist_ok=True)
    if importlib.util.find_spec("torch") is None:
        sys.exit("export: torch is needed once, to make the models; install the peers without PEERS=small")

    warnings.filterwarnings("ignore")
    logging.disable(logging.WARNING)
    plain = options.out / "plain.onnx"
    with contextlib.redirect_stderr(io.StringIO()):
        heads, width = export(options.model, plain)
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.transformers import optimizer

    fused = optimizer.optimize_model(
        str(plain), model_type="bert", num_heads=heads, hidden_size=width, opt_level=1, use_gpu=False)
    fused.save_model_to_file(str(options.out / "float32.onnx"))
    quantize_dynamic(
        str(plain), str(options.out / "int8.onnx"), op_types_to_quantize=["MatMul"], per_channel=True,
        weight_type=QuantType.QInt8, reduce_range=not full_range)
    plain.unlink()
    record.write_text(made_of, encoding="utf-8")
    print(f"the peers' models are in {options.out}", file=sys.stderr)


if __name__ == "__main__":
    main()
