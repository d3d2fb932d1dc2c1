"""Tiny stacks of layers, as the lab's trainings describe them."""
import torch
from torch import nn

from .recording import Recorder, Tiny, images, shake


class Square(nn.Module):
    def forward(self, x):
        return x * x


FUNCTIONS = {
    "identity": nn.Identity, "relu": nn.ReLU, "gelu_erf": nn.GELU, "gelu_tanh": lambda: nn.GELU("tanh"), "silu": nn.SiLU,
    "tanh": nn.Tanh, "sigmoid": nn.Sigmoid, "elu": nn.ELU, "leaky_relu": nn.LeakyReLU, "square": Square,
}


def layer(spec, shape):
    """torch's layer for a description, for inputs of `shape`."""
    match spec["kind"]:
        case "linear":
            return nn.Linear(shape[-1], spec["n_out"])
        case "conv2d":
            return nn.Conv2d(shape[0], spec["n_out"], spec["kernel"], spec["stride"], spec["padding"])
        case "max_pool2d":
            return nn.MaxPool2d(spec["kernel"])
        case "flatten":
            return nn.Flatten()
        case "layer_norm":
            return nn.LayerNorm(shape[-1])
        case "rms_norm":
            return nn.RMSNorm(shape[-1], eps=1e-6)
        case "activation":
            return FUNCTIONS[spec["function"]]()
        case "dropout":
            return nn.Dropout(spec["rate"])


def stack(shape, layers, prefix="net"):
    x = torch.randn([2, *shape], generator=torch.Generator().manual_seed(7))
    seen, made = x, []
    for spec in layers:
        made.append(layer(spec, seen.shape[1:]))
        seen = made[-1](seen)
    model = shake(nn.Sequential(*made), scale=0.5)
    recorder = Recorder()
    for k, module in enumerate(model):
        recorder.output(module, f"layers.{k}")
    logits = model(x)
    recorder.close()
    config = {"model_type": "sequential", "input_shape": list(shape), "layers": layers}
    lead = f"{prefix}." if prefix else ""
    weights = {lead + name: value for name, value in model.state_dict().items()}
    return Tiny(config, weights, images({**recorder.sites, "logits": logits}, x), f"torch {torch.__version__}")


def act(function):
    return {"kind": "activation", "function": function}


def conv(n_out, kernel=3, stride=1, padding=1):
    return {"kind": "conv2d", "n_out": n_out, "kernel": kernel, "stride": stride, "padding": padding}


def dense(n_out):
    return {"kind": "linear", "n_out": n_out}


MODELS = {
    "sequential-mlp": lambda: stack([1, 12, 12], [{"kind": "flatten"}, dense(20), act("relu"), dense(5)]),
    "sequential-cnn": lambda: stack(
        [3, 17, 17], [conv(6), act("relu"), {"kind": "max_pool2d", "kernel": 2}, conv(8, 3, 2, 0), act("gelu_tanh"),
                      {"kind": "layer_norm"}, dense(4), act("elu"), {"kind": "flatten"}, {"kind": "rms_norm"}, dense(5)], ""),
    "sequential-functions": lambda: stack(
        [1, 8, 8], [{"kind": "flatten"}, dense(12), act("gelu_erf"), {"kind": "dropout", "rate": 0.5}, dense(12), act("silu"),
                    dense(12), act("tanh"), dense(12), act("sigmoid"), dense(12), act("leaky_relu"), dense(12),
                    act("square"), dense(12), act("identity"), {"kind": "layer_norm"}, dense(64)]),
}
