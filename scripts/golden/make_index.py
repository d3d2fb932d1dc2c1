"""Makes crates/tensor/tests/golden/index.json: small results of torch for lookups, sorting, distances, masked
attention, networks through time and Fourier transforms. Run from the repository's root:

    python scripts/golden/make_index.py

Inputs are drawn in f32 from torch's generator at seed 0; results are computed in f64 and stored in f32.
"""

import json
import pathlib

import torch
import torch.nn.functional as F

torch.manual_seed(0)
cases = []


def packed(x):
    return {"shape": list(x.shape), "data": [float(f"{v:.9g}") for v in x.float().flatten().tolist()]}


def add(name, op, inputs, outputs, **params):
    cases.append({"name": name, "op": op, "params": params,
                  "inputs": [packed(x) for x in inputs], "outputs": [packed(x) for x in outputs]})


def draw(*shape):
    return torch.randn(*shape).double()


x = draw(3, 5, 2)
indices = torch.randint(0, 5, (2, 4, 2))
add("gather by fewer indices", "take", [x, indices], [torch.gather(x, 1, indices)], dim=1)
values, indices = draw(3, 4), torch.randint(0, 6, (3, 4))
add("scatter add", "scatter_add", [values, indices],
    [torch.zeros(3, 6).double().scatter_add(1, indices, values)], dim=1, size=6)
x = torch.round(3 * draw(3, 17)) / 2
for is_descending in (False, True):
    out = torch.sort(x, dim=-1, descending=is_descending, stable=True)
    add(f"sort with ties, descending {is_descending}", "sort", [x], [out.values, out.indices],
        dim=1, is_descending=is_descending)
x = draw(9, 3)
out = torch.topk(x, 4, dim=0)
add("top 4", "top_k", [x], [out.values, out.indices], dim=0, k=4)

x, y = draw(4, 6), draw(5, 6)
add("squared distances", "squared_distances", [x, y], [torch.cdist(x, y) ** 2])
add("distances", "distances", [x, y], [torch.cdist(x, y)])
add("Manhattan distances", "manhattan_distances", [x, y], [torch.cdist(x, y, p=1)])
add("cosine similarities", "cosine_similarities", [x, y], [F.cosine_similarity(x[:, None], y[None], dim=-1)])

q, k, v = draw(2, 4, 3, 8), draw(2, 2, 5, 8), draw(2, 2, 5, 7)
allowed = torch.rand(3, 5) < 0.6
allowed[:, 0] = True
options = {"enable_gqa": True, "scale": 0.3}
add("attention, boolean mask", "attention_boolean", [q, k, v, allowed],
    [F.scaled_dot_product_attention(q, k, v, attn_mask=allowed, **options)])
bias = draw(4, 3, 5)
add("attention, additive mask", "attention_additive", [q, k, v, bias],
    [F.scaled_dot_product_attention(q, k, v, attn_mask=bias, **options)])

for op, layer, n_states in (
    ("rnn_tanh", torch.nn.RNN(3, 5, batch_first=True), 1),
    ("rnn_relu", torch.nn.RNN(3, 5, batch_first=True, nonlinearity="relu"), 1),
    ("gru", torch.nn.GRU(3, 5, batch_first=True), 1),
    ("lstm", torch.nn.LSTM(3, 5, batch_first=True), 2),
):
    layer = layer.double()
    with torch.no_grad():
        for weight in layer.parameters():
            weight.copy_(weight.float())
    x, states = draw(2, 6, 3), [draw(1, 2, 5) for _ in range(n_states)]
    outputs, last = layer(x, states[0] if n_states == 1 else tuple(states))
    last = [last] if n_states == 1 else list(last)
    # The loss Σ outputs² and its gradient for the recurrent weights.
    (gradient,) = torch.autograd.grad((outputs**2).sum(), layer.weight_hh_l0)
    weights = [layer.weight_ih_l0, layer.weight_hh_l0, layer.bias_ih_l0, layer.bias_hh_l0]
    add(op, op, [x, *weights, *[state[0] for state in states]],
        [outputs, *[state[0] for state in last], gradient])

for n in (1, 2, 9, 16, 30):
    x = draw(2, n)
    spectrum = torch.fft.rfft(x)
    add(f"rfft of {n}", "rfft", [x], [torch.view_as_real(spectrum)])
    spectrum = torch.complex(draw(2, n // 2 + 1), draw(2, n // 2 + 1))
    add(f"irfft to {n}", "irfft", [torch.view_as_real(spectrum)], [torch.fft.irfft(spectrum, n)], n=n)
for height, width in ((5, 6), (4, 7)):
    x = draw(2, height, width)
    add(f"rfft2 of {height} × {width}", "rfft2", [x], [torch.view_as_real(torch.fft.rfft2(x))])
    spectrum = torch.complex(draw(2, height, width // 2 + 1), draw(2, height, width // 2 + 1))
    add(f"irfft2 to {height} × {width}", "irfft2", [torch.view_as_real(spectrum)],
        [torch.fft.irfft2(spectrum, (height, width))], n=width)

path = pathlib.Path("crates/tensor/tests/golden/index.json")
lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases)
made_with = json.dumps({"torch": torch.__version__})
path.write_text(f'{{"made_by": "scripts/golden/make_index.py", "made_with": {made_with}, "cases": [\n{lines}\n]}}\n')
print(f"{len(cases)} cases, {path.stat().st_size} bytes")
