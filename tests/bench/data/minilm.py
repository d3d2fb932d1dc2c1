"""all-MiniLM-L6-v2 at a fixed shape, in the folder layout that transformers.js reads; checked against numpy in f64."""
import shutil
from math import erf

import numpy as np
import onnxruntime
from graph import FLOAT, INT64, Graph
from safetensors.numpy import load_file
from seeded import ints

BATCH, SEQ, WIDTH, HEADS, LAYERS, EPSILON = 32, 32, 384, 12, 6, 1e-12
POSITION_TABLE, TYPE_TABLE = "embeddings.position_embeddings.weight", "embeddings.token_type_embeddings.weight"
#: Largest difference from f64 that f32 may show in the last hidden state.
CHECKED_TO = 1e-4


def make(out, model):
    tensors = load_file(model / "model.safetensors")
    weights = {name: array for name, array in tensors.items() if array.dtype == np.float32 and "pooler" not in name}
    path = out / "minilm/onnx/model.onnx"
    encoder(weights, path)
    for file in ("config.json", "tokenizer.json", "tokenizer_config.json"):
        shutil.copyfile(model / file, out / "minilm" / file)
    check(weights, path)


def encoder(weights, path):
    """(input_ids, attention_mask) → last_hidden_state."""
    graph = Graph()
    names = {
        name: graph.constant(array.T if array.ndim == 2 and "embeddings" not in name else array, name)
        for name, array in weights.items()
        if name not in (POSITION_TABLE, TYPE_TABLE)  # added up beforehand
    }

    def norm(x, name):
        gain, bias = names[f"{name}.weight"], names[f"{name}.bias"]
        return graph.op("LayerNormalization", x, gain, bias, axis=-1, epsilon=EPSILON)

    def linear(x, name):
        return graph.op("Add", graph.op("MatMul", x, names[f"{name}.weight"]), names[f"{name}.bias"])

    def gelu(x):
        half = graph.op("Erf", graph.op("Div", x, graph.scalar(2**0.5)))
        return graph.op("Mul", graph.op("Mul", x, graph.op("Add", half, graph.scalar(1))), graph.scalar(0.5))

    places = graph.constant(weights[POSITION_TABLE][:SEQ] + weights[TYPE_TABLE][0])
    kept = graph.op("Cast", graph.op("Unsqueeze", "attention_mask", graph.ints(1, 2)), to=FLOAT)
    mask = graph.op("Mul", graph.op("Sub", graph.scalar(1), kept), graph.scalar(-1e9))
    words = graph.op("Gather", names["embeddings.word_embeddings.weight"], "input_ids")
    x = norm(graph.op("Add", words, places), "embeddings.LayerNorm")
    heads, flat = graph.ints(BATCH, SEQ, HEADS, WIDTH // HEADS), graph.ints(BATCH, SEQ, WIDTH)
    for i in range(LAYERS):
        layer = f"encoder.layer.{i}"

        def split(which, order):
            projected = linear(x, f"{layer}.attention.self.{which}")
            return graph.op("Transpose", graph.op("Reshape", projected, heads), perm=order)

        scores = graph.op("MatMul", split("query", [0, 2, 1, 3]), split("key", [0, 2, 3, 1]))
        scores = graph.op("Mul", scores, graph.scalar((WIDTH / HEADS) ** -0.5))
        pattern = graph.op("Softmax", graph.op("Add", scores, mask), axis=-1)
        mixed = graph.op("MatMul", pattern, split("value", [0, 2, 1, 3]))
        mixed = graph.op("Reshape", graph.op("Transpose", mixed, perm=[0, 2, 1, 3]), flat)
        output = f"{layer}.attention.output"
        x = norm(graph.op("Add", x, linear(mixed, f"{output}.dense")), f"{output}.LayerNorm")
        inner = gelu(linear(x, f"{layer}.intermediate.dense"))
        x = norm(graph.op("Add", x, linear(inner, f"{layer}.output.dense")), f"{layer}.output.LayerNorm")
    graph.nodes[-1].output[0] = "last_hidden_state"
    tokens = (INT64, [BATCH, SEQ])
    outputs = {"last_hidden_state": (FLOAT, [BATCH, SEQ, WIDTH])}
    graph.save(path, {"input_ids": tokens, "attention_mask": tokens}, outputs)


def check(weights, path):
    """Compares the first two sequences with a forward in f64."""
    ids = ints(BATCH * SEQ, 1, 20000).reshape(BATCH, SEQ) + 1000
    session = onnxruntime.InferenceSession(path)
    found = session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0]
    error = max(np.abs(forward(weights, ids[b]) - found[b]).max() for b in range(2))
    print(f"minilm: the graph differs from numpy in f64 by at most {error:.1e}")
    assert error < CHECKED_TO


def forward(weights, ids):
    """The last hidden state [pos, WIDTH] of one sequence, in f64."""
    n_pos = len(ids)
    wide = {name: array.astype(np.float64) for name, array in weights.items() if "word_embeddings" not in name}
    erf_of = np.vectorize(erf)

    def norm(x, name):
        centred = x - x.mean(-1, keepdims=True)
        return centred / np.sqrt(x.var(-1, keepdims=True) + EPSILON) * wide[f"{name}.weight"] + wide[f"{name}.bias"]

    def linear(x, name):
        return x @ wide[f"{name}.weight"].T + wide[f"{name}.bias"]

    x = weights["embeddings.word_embeddings.weight"][ids].astype(np.float64)
    x = x + wide[POSITION_TABLE][:n_pos] + wide[TYPE_TABLE][0]
    x = norm(x, "embeddings.LayerNorm")
    for i in range(LAYERS):
        layer = f"encoder.layer.{i}"
        query, key, value = (
            linear(x, f"{layer}.attention.self.{which}").reshape(n_pos, HEADS, WIDTH // HEADS)
            for which in ("query", "key", "value")
        )
        pattern = np.einsum("qhd,khd->hqk", query, key) / np.sqrt(WIDTH // HEADS)
        pattern = np.exp(pattern - pattern.max(-1, keepdims=True))
        pattern /= pattern.sum(-1, keepdims=True)
        mixed = np.einsum("hqk,khd->qhd", pattern, value).reshape(n_pos, WIDTH)
        output = f"{layer}.attention.output"
        x = norm(x + linear(mixed, f"{output}.dense"), f"{output}.LayerNorm")
        inner = linear(x, f"{layer}.intermediate.dense")
        inner = inner * 0.5 * (1 + erf_of(inner / np.sqrt(2)))
        x = norm(x + linear(inner, f"{layer}.output.dense"), f"{layer}.output.LayerNorm")
    return x
