"""Makes crates/tensor/tests/golden/gguf.json: blocks of every kind of quantised number that GGUF files keep, and what they
stand for by llama.cpp's own Python package. Run from the repository's root, with gguf 0.17.1 and numpy:

    python scripts/golden/make_gguf.py

The bytes are drawn from numpy's generator at seed 0; blocks whose numbers are not finite, or above 1000, are drawn again.
"""

import json
import pathlib

import numpy as np
from gguf import GGML_QUANT_SIZES, GGMLQuantizationType as Kind, dequantize

N_BLOCKS = 3
KINDS = [Kind.F32, Kind.F16, Kind.BF16, Kind.Q4_0, Kind.Q4_1, Kind.Q5_0, Kind.Q5_1, Kind.Q8_0, Kind.Q2_K, Kind.Q3_K,
         Kind.Q4_K, Kind.Q5_K, Kind.Q6_K]
generator = np.random.default_rng(0)


def block(kind):
    """The bytes of a block, and its numbers."""
    _, n_bytes = GGML_QUANT_SIZES[kind]
    while True:
        drawn = generator.integers(0, 256, n_bytes, dtype=np.uint8)
        with np.errstate(all="ignore"):
            numbers = dequantize(drawn[None, :], kind).astype(np.float32).flatten()
        if np.isfinite(numbers).all() and 1e-3 < np.abs(numbers).max() < 1000:
            return drawn.tobytes(), [float(number) for number in numbers]


cases = []
for kind in KINDS:
    blocks = [block(kind) for _ in range(N_BLOCKS)]
    cases.append({
        "kind": int(kind),
        "name": kind.name,
        "bytes": b"".join(data for data, _ in blocks).hex(),
        "numbers": [number for _, numbers in blocks for number in numbers],
    })
out = pathlib.Path("crates/tensor/tests/golden/gguf.json")
out.write_text(json.dumps(cases, separators=(",", ":")) + "\n")
print(f"{out}: {len(cases)} kinds, {out.stat().st_size} bytes")
