#!/usr/bin/env python3
"""Makes the ONNX graphs that ONNX Runtime and transformers.js load, in `.cache/bench/graphs/`. Nothing here is timed.

    python3 tests/bench/data/make.py

The models must be in `models/` (scripts/models/fetch.py all). A second run does nothing, until a maker or a model's
weights have changed.
"""
import hashlib
import importlib
import json
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.append(str(ROOT / "scripts/models"))  # after this folder, which has modules of the same names
import environment

# maker → the model that it takes, if any
MAKERS = {
    "matmul": None,
    "analyses": None,
    "minilm": "minilm-l6",
    "squeezenet": "squeezenet1_1",
    "llama": "smollm2-135m",
}
OUT = ROOT / ".cache/bench/graphs"


def main():
    cards = {model: ROOT / "models" / model / "card.json" for model in MAKERS.values() if model}
    missing = [model for model, card in cards.items() if not card.exists()]
    if missing:
        sys.exit(f"The bench needs the models {', '.join(missing)}. Run: python3 scripts/models/fetch.py {' '.join(missing)}")
    digest = hashlib.sha256()
    for source in sorted(HERE.glob("*.py")):
        digest.update(source.read_bytes())
    for card in cards.values():
        digest.update(json.loads(card.read_text())["sha256"].encode())
    stamp = OUT / "stamp.txt"
    if stamp.exists() and stamp.read_text() == digest.hexdigest():
        print(f"{OUT.relative_to(ROOT)} is present")
        return
    environment.enter(["numpy", "safetensors", "onnx", "onnxruntime"])
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    for name, model in MAKERS.items():
        maker = importlib.import_module(name)
        maker.make(OUT, *([ROOT / "models" / model] if model else []))
        print(f"made the graphs of {name}")
    stamp.write_text(digest.hexdigest())


if __name__ == "__main__":
    main()
