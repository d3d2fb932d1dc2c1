"""Tiny stacks of layers, as the lab's trainings describe them, and as Keras does."""
import torch
import torch.nn.functional as F
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


def keras(side, layers):
    """Keras's list of layers, with torch's functions; numbers as in `shake`."""
    generator = torch.Generator().manual_seed(3)
    noise = lambda *shape: torch.randn(shape, generator=generator)
    x = pixels = noise(2, 3, side, side)
    weights, sites, entries = {}, {}, [{"type": "InputLayer", "name": "input_1"}]
    for at, (kind, settings) in enumerate(layers):
        name = f"{kind.lower()}_{at}"
        entries.append({"type": kind, "name": name, **settings})
        channels = x.shape[1]
        match kind:
            case "Conv2D":
                kernel, has_bias = settings["kernel_size"], settings.get("use_bias", True)
                part = {"kernel": noise(settings["filters"], channels, *kernel) * 0.3}
                part |= {"bias": 0.3 * noise(settings["filters"])} if has_bias else {}
                strides = settings.get("strides", [1, 1])
                if settings.get("padding") == "same":
                    # TensorFlow's rule: what is odd goes to the right and below.
                    short = [max((-(-size // s) - 1) * s + k - size, 0) for size, s, k in zip(x.shape[2:], strides, kernel)]
                    x = F.pad(x, (short[1] // 2, short[1] - short[1] // 2, short[0] // 2, short[0] - short[0] // 2))
                x = F.conv2d(x, part["kernel"], part.get("bias"), strides)
            case "BatchNormalization":
                part = {"gamma": 1 + 0.2 * noise(channels), "beta": 0.3 * noise(channels),
                        "moving_mean": 0.3 * noise(channels), "moving_variance": 1 + 0.3 * noise(channels).abs()}
                x = F.batch_norm(x, part["moving_mean"], part["moving_variance"], part["gamma"], part["beta"],
                                 eps=settings.get("epsilon", 1e-3))
            case "LeakyReLU":
                part, x = {}, F.leaky_relu(x, settings.get("alpha", 0.3))
            case "MaxPooling2D":
                size = settings.get("pool_size", [2, 2])
                part, x = {}, F.max_pool2d(x, size, settings.get("strides", size), ceil_mode=settings.get("padding") == "same")
            case "GlobalAveragePooling2D":
                part, x = {}, x.mean((2, 3))
        weights |= {f"{name}.{key}": value for key, value in part.items()}
        sites[name] = x
    config = {"model_type": "keras", "image_size": side, "layers": entries}
    return Tiny(config, weights, images({**sites, "logits": x}, pixels), f"torch {torch.__version__}")


def act(function):
    return {"kind": "activation", "function": function}


def conv(n_out, kernel=3, stride=1, padding=1):
    return {"kind": "conv2d", "n_out": n_out, "kernel": kernel, "stride": stride, "padding": padding}


def dense(n_out):
    return {"kind": "linear", "n_out": n_out}


MODELS = {
    "keras": lambda: keras(19, [
        ("Conv2D", {"filters": 4, "kernel_size": [3, 3], "strides": [1, 1], "padding": "same", "use_bias": False}),
        ("BatchNormalization", {"epsilon": 0.01}), ("LeakyReLU", {"alpha": 0.1}),
        ("MaxPooling2D", {"pool_size": [2, 2], "padding": "same", "strides": [2, 2]}),
        ("Conv2D", {"filters": 6, "kernel_size": [3, 2], "strides": [2, 2], "padding": "same"}),
        ("BatchNormalization", {}), ("LeakyReLU", {}), ("MaxPooling2D", {"strides": [1, 1]}),
        ("Conv2D", {"filters": 5, "kernel_size": [2, 2], "padding": "valid"}), ("GlobalAveragePooling2D", {})]),
    "sequential-mlp": lambda: stack([1, 12, 12], [{"kind": "flatten"}, dense(20), act("relu"), dense(5)]),
    "sequential-cnn": lambda: stack(
        [3, 17, 17], [conv(6), act("relu"), {"kind": "max_pool2d", "kernel": 2}, conv(8, 3, 2, 0), act("gelu_tanh"),
                      {"kind": "layer_norm"}, dense(4), act("elu"), {"kind": "flatten"}, {"kind": "rms_norm"}, dense(5)], ""),
    "sequential-functions": lambda: stack(
        [1, 8, 8], [{"kind": "flatten"}, dense(12), act("gelu_erf"), {"kind": "dropout", "rate": 0.5}, dense(12), act("silu"),
                    dense(12), act("tanh"), dense(12), act("sigmoid"), dense(12), act("leaky_relu"), dense(12),
                    act("square"), dense(12), act("identity"), {"kind": "layer_norm"}, dense(64)]),
}
