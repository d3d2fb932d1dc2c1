"""What every family of tiny models needs: the record of a forward pass, and numbers that are not all alike."""
from dataclasses import dataclass

import torch


@dataclass
class Tiny:
    config: dict
    """As the library writes config.json."""
    weights: dict
    """By checkpoint name."""
    golden: dict
    """By `<stimulus>.<site>`."""
    reference: str
    """The library and its version."""


def shake(model, seed=2, scale=0.3):
    """Random numbers in every parameter and running statistic, so that gains that are 1, biases that are 0 and layers that
    do nothing cannot hide a mistake."""
    generator = torch.Generator().manual_seed(seed)
    for name, tensor in list(model.named_parameters()) + list(model.named_buffers()):
        if not tensor.is_floating_point():
            continue
        noise = torch.randn(tensor.shape, generator=generator)
        if "running_var" in name:
            tensor.copy_(1 + 0.3 * noise.abs())
        elif tensor.ndim == 1 and "weight" in name:
            tensor.copy_(1 + 0.2 * noise)
        elif tensor.ndim > 1:
            tensor.copy_(noise * scale / max(1, tensor[0].numel()) ** 0.5 * 3)
        else:
            tensor.copy_(scale * noise)
    return model.eval()


class Recorder:
    """Records what modules give and take during one forward pass."""

    def __init__(self):
        self.sites, self.handles = {}, []

    def output(self, module, site):
        def keep(_, __, output):
            self.sites[site] = (output[0] if isinstance(output, tuple) else output).clone()

        self.handles.append(module.register_forward_hook(keep))

    def input(self, module, site):
        def keep(_, inputs):
            self.sites[site] = inputs[0].clone()

        self.handles.append(module.register_forward_pre_hook(keep))

    def close(self):
        for handle in self.handles:
            handle.remove()


def text(sites, ids, stimulus="text0"):
    """Golden values of one text: the batch of one is dropped."""
    golden = {f"{stimulus}.{site}": values.float().squeeze(0) for site, values in sites.items()}
    golden[f"{stimulus}.ids"] = torch.tensor(ids, dtype=torch.int32)
    return golden


def images(sites, pixels, stimulus="images"):
    """Golden values of a batch of images."""
    golden = {f"{stimulus}.{site}": values.float() for site, values in sites.items()}
    golden[f"{stimulus}.input"] = pixels
    return golden
