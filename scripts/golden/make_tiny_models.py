#!/usr/bin/env python3
"""Writes crates/models/tests/golden/tiny/<name>/{config.json,model.safetensors,golden.safetensors}: for each architecture a
tiny randomly initialised checkpoint, made by the library that defines it, and what that library computes with it.

    pip install torch==2.15.0 torchvision==0.29.2 transformers==5.23.0 timm==1.0.31 safetensors==0.8.0
    python3 scripts/golden/make_tiny_models.py [name ...]

One module of scripts/golden/tiny a family. Its MODELS names functions that return `Tiny`. Keys of the golden file are
`<stimulus>.<site>`, sites by their names in the lab; `<stimulus>.ids` are token ids, `<stimulus>.input` pixels [batch, 3,
side, side]. f32, on the CPU, eager attention.
"""
import importlib
import json
import pkgutil
import sys
from pathlib import Path

import torch
from safetensors.torch import save_file

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "crates/models/tests/golden/tiny"
sys.path.insert(0, str(Path(__file__).parent))


def main():
    torch.set_grad_enabled(False)
    import tiny

    models = {}
    for module in pkgutil.iter_modules(tiny.__path__):
        if module.name != "recording":
            models |= importlib.import_module(f"tiny.{module.name}").MODELS
    for name in sys.argv[1:] or models:
        torch.manual_seed(1)
        made = models[name]()
        folder = OUT / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "config.json").write_text(json.dumps(made.config, indent=1) + "\n")
        save(folder / "model.safetensors", made.weights, made.reference)
        save(folder / "golden.safetensors", made.golden, made.reference)
        print(f"{name}: {len(made.weights)} weights, {len(made.golden)} golden tensors")


def save(path, tensors, reference):
    plain = {name: tensor.detach().contiguous().clone() for name, tensor in tensors.items()}
    save_file(plain, path, metadata={"maker": "scripts/golden/make_tiny_models.py", "reference": reference})
    path.chmod(0o644)
    if path.stat().st_size > 400_000:
        raise SystemExit(f"{path} has {path.stat().st_size} bytes; a tiny model stays below 400,000.")


if __name__ == "__main__":
    main()
