"""Makes crates/tensor/tests/golden/tensor.json: small results of torch and transformers (Llama's rotary
embedding and attention) that the tensor crate must reproduce. Run from the repository's root:

    python scripts/golden/make_tensor.py

Inputs are drawn in f32 from torch's generator at seed 0; results are computed in f64 and stored in f32.
"""

import json
import pathlib

import torch
import torch.nn.functional as F
import transformers
from transformers.models.llama import modeling_llama as llama

torch.manual_seed(0)
cases = []


def packed(x):
    return {"shape": list(x.shape), "data": [float(f"{v:.9g}") for v in x.float().flatten().tolist()]}


def add(name, op, inputs, outputs, **params):
    cases.append(
        {
            "name": name,
            "op": op,
            "params": params,
            "inputs": [packed(x) for x in inputs],
            "outputs": [packed(x) for x in outputs],
        }
    )


def draw(*shape):
    return torch.randn(*shape).double()


def conv2d(name, x, weight, bias, stride, top, bottom, left, right):
    out = F.conv2d(F.pad(x, (left, right, top, bottom)), weight, bias, stride)
    sides = {"top": top, "bottom": bottom, "left": left, "right": right}
    add(name, "conv2d", [x, weight, bias], [out], stride=stride, **sides)


conv2d("3 × 3, padding 1", draw(2, 3, 6, 5), draw(4, 3, 3, 3), draw(4), 1, 1, 1, 1, 1)
conv2d("stride 2, asymmetric padding", draw(1, 2, 7, 6), draw(3, 2, 3, 3), draw(3), 2, 0, 1, 1, 2)
conv2d("pointwise", draw(1, 5, 3, 4), draw(2, 5, 1, 1), draw(2), 1, 0, 0, 0, 0)

x = draw(1, 2, 7, 6)
for ceil in (False, True):
    out = F.max_pool2d(x, 3, 2, ceil_mode=ceil)
    add(f"max pooling, ceil {ceil}", "max_pool2d", [x], [out], kernel=3, stride=2, ceil=ceil)

x, gain, bias = draw(3, 70), draw(70), draw(70)
add("layer norm", "layer_norm", [x, gain, bias], [F.layer_norm(x, (70,), gain, bias, 1e-5)], eps=1e-5)
add("layer norm far from zero", "layer_norm", [x + 100, gain, bias],
    [F.layer_norm((x + 100).float().double(), (70,), gain, bias, 1e-5)], eps=1e-5)

norm = llama.LlamaRMSNorm(70, eps=1e-6)
norm.weight.data = gain.float()
add("rms norm", "rms_norm", [x, gain], [F.rms_norm(x, (70,), gain, 1e-6)], eps=1e-6)
assert torch.allclose(norm(x.float()), F.rms_norm(x, (70,), gain, 1e-6).float(), atol=1e-6)

x = 10 * draw(2, 3, 9)
add("softmax", "softmax", [x], [F.softmax(x, -1)])
x = torch.linspace(-8, 8, 97).double()
add("gelu", "gelu_erf", [x], [F.gelu(x)])
add("silu", "silu", [x], [F.silu(x)])

for is_causal in (True, False):
    q, k, v = draw(1, 4, 5, 8), draw(1, 2, 5, 8), draw(1, 2, 5, 8)
    z = F.scaled_dot_product_attention(q, k, v, is_causal=is_causal, enable_gqa=True)
    scores = q @ k.repeat_interleave(2, 1).transpose(-1, -2) / 8**0.5
    if is_causal:
        scores = scores.masked_fill(torch.ones(5, 5).triu(1).bool(), -torch.inf)
    pattern = scores.softmax(-1)
    assert torch.allclose(pattern @ v.repeat_interleave(2, 1), z)
    add(f"grouped-query attention, causal {is_causal}", "attention", [q[0], k[0], v[0]], [pattern[0], z[0]],
        is_causal=is_causal)

theta = 10_000.0
config = transformers.LlamaConfig(hidden_size=32, num_attention_heads=4, max_position_embeddings=64,
                                  rope_parameters={"rope_type": "default", "rope_theta": theta})
x = draw(1, 4, 20, 8)
cos, sin = llama.LlamaRotaryEmbedding(config)(x, torch.arange(20)[None])
turned, _ = llama.apply_rotary_pos_emb(x.float(), x.float(), cos.float(), sin.float())
add("rotary embedding of Llama", "rope", [x[0]], [turned[0]], theta=theta)

made_with = {"torch": torch.__version__, "transformers": transformers.__version__}
path = pathlib.Path("crates/tensor/tests/golden/tensor.json")
lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases)
path.write_text(f'{{"made_by": "scripts/golden/make_tensor.py", "made_with": {json.dumps(made_with)}, "cases": [\n{lines}\n]}}\n')
print(f"{len(cases)} cases, {path.stat().st_size} bytes")
