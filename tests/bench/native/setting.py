"""What every native workload is made of: the type of its numbers, seeded tensors, the models' weights."""
import sys
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file

ROOT = Path(__file__).resolve().parents[3]
sys.path.append(str(ROOT / "tests/bench/data"))
from seeded import fill  # noqa: E402

MODELS = ROOT / "models"


class Setting:
    """f32 to time, f64 for the references."""

    def __init__(self, dtype):
        self.dtype = dtype

    def seeded(self, seed, *shape, scale=1.0):
        """fill(n, seed) · scale."""
        return torch.from_numpy(fill(int(np.prod(shape)), seed, scale)).reshape(shape).to(self.dtype)

    def weight(self, seed, fan_in, *shape):
        """A weight to train: fill · 2/√fan_in."""
        return self.seeded(seed, *shape, scale=2 / np.sqrt(fan_in)).requires_grad_()

    def constant(self, value, *shape):
        """A bias or a gain to train."""
        return torch.full(shape, value, dtype=self.dtype, requires_grad=True)

    def model(self, folder):
        """The floating-point weights of `models/<folder>` by name."""
        tensors = load_file(MODELS / folder / "model.safetensors")
        return {name: tensor.to(self.dtype) for name, tensor in tensors.items() if tensor.is_floating_point()}
