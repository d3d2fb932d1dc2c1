"""One step of a Llama-style decoder, batch 1, in f32: (token, pos, past keys and values) → (next token, all of them)."""
import json

import numpy as np
from graph import FLOAT, INT64, Graph
from safetensors.numpy import load_file

#: Positions that the rotary tables cover: the prompt of 32 and 32 new tokens.
POSITIONS = 64


def make(out, model):
    config = json.loads((model / "config.json").read_text())
    # The file may hold f16; f16 widens to f32 without loss.
    weights = {name: array.astype(np.float32) for name, array in load_file(model / "model.safetensors").items()}
    graph = Graph()
    heads, kv_heads = config["num_attention_heads"], config["num_key_value_heads"]
    width = config["head_dim"]
    embedding = graph.constant(weights["model.embed_tokens.weight"])
    head = embedding if config["tie_word_embeddings"] else graph.constant(weights["lm_head.weight"])
    cos, sin = rotary_tables(graph, width, config["rope_theta"])

    def norm(x, name):
        mean = graph.op("ReduceMean", graph.op("Mul", x, x), axes=[-1], keepdims=1)
        root = graph.op("Sqrt", graph.op("Add", mean, graph.scalar(config["rms_norm_eps"])))
        return graph.op("Mul", graph.op("Div", x, root), graph.constant(weights[f"{name}.weight"]))

    def linear(x, name):
        return graph.op("MatMul", x, graph.constant(weights[f"{name}.weight"].T))

    zero, half, whole, last = graph.ints(0), graph.ints(width // 2), graph.ints(width), graph.ints(-1)

    def rotate(x):
        first = graph.op("Slice", x, zero, half, last)
        second = graph.op("Slice", x, half, whole, last)
        turned = graph.op("Concat", graph.op("Neg", second), first, axis=-1)
        return graph.op("Add", graph.op("Mul", x, cos), graph.op("Mul", turned, sin))

    inputs = {"token": (INT64, [1]), "pos": (INT64, [1])}
    outputs = {"next": (INT64, [1])}

    def cached(kind, layer, value):
        """Appends `value` to the cache, which comes in as `past_…` and leaves as `new_…`."""
        name = f"{kind}{layer}"
        inputs[f"past_{name}"] = (FLOAT, [kv_heads, "past", width])
        outputs[f"new_{name}"] = (FLOAT, [kv_heads, "total", width])
        return graph.op("Concat", f"past_{name}", value, axis=1, out=f"new_{name}")

    x = graph.op("Gather", embedding, "token")
    for i in range(config["num_hidden_layers"]):
        layer = f"model.layers.{i}"
        y = norm(x, f"{layer}.input_layernorm")

        def project(which, n):
            return graph.op("Reshape", linear(y, f"{layer}.self_attn.{which}_proj"), graph.ints(n, 1, width))

        query = rotate(project("q", heads))
        keys = cached("k", i, rotate(project("k", kv_heads)))
        values = cached("v", i, project("v", kv_heads))
        grouped = graph.op("Reshape", query, graph.ints(kv_heads, heads // kv_heads, width))
        scores = graph.op("MatMul", grouped, graph.op("Transpose", keys, perm=[0, 2, 1]))
        pattern = graph.op("Softmax", graph.op("Mul", scores, graph.scalar(width**-0.5)), axis=-1)
        mixed = graph.op("Reshape", graph.op("MatMul", pattern, values), graph.ints(1, heads * width))
        x = graph.op("Add", x, linear(mixed, f"{layer}.self_attn.o_proj"))
        y = norm(x, f"{layer}.post_attention_layernorm")
        gate = linear(y, f"{layer}.mlp.gate_proj")
        gate = graph.op("Mul", gate, graph.op("Sigmoid", gate))
        inner = graph.op("Mul", gate, linear(y, f"{layer}.mlp.up_proj"))
        x = graph.op("Add", x, linear(inner, f"{layer}.mlp.down_proj"))
    logits = graph.op("Gemm", norm(x, "model.norm"), head, transB=1)
    graph.op("ArgMax", logits, axis=-1, keepdims=0, out="next")
    graph.save(out / "decode.onnx", inputs, outputs)


def rotary_tables(graph, width, theta):
    """cos and sin of the position `pos`, each [1, width]."""
    angles = np.outer(np.arange(POSITIONS), theta ** (-np.arange(0, width, 2) / width))
    angles = np.concatenate([angles, angles], 1)
    return [graph.op("Gather", graph.constant(f(angles).astype(np.float32)), "pos") for f in (np.cos, np.sin)]
