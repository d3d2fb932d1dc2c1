"""Makes crates/tensor/tests/golden/conv.json: small convolutions, poolings, their norms and resizings of
torch, most with the gradients of a third of the summed cubes of the output (the summed squares of what was
normalised hardly change). Run from the repository's root:

    python scripts/golden/make_conv.py

Inputs are drawn in f32 from torch's generator at seed 0; results are computed in f64 and stored in f32.
"""

import json
import pathlib

import torch
import torch.nn.functional as F

torch.manual_seed(0)
cases = []


def packed(x):
    return {"shape": list(x.shape), "data": [float(f"{v:.9g}") for v in x.detach().float().flatten().tolist()]}


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


def add_with_gradients(name, op, inputs, function, **params):
    inputs = [x.clone().requires_grad_() for x in inputs]
    out = function(*inputs)
    add(name, op, inputs, [out, *torch.autograd.grad((out**3).sum() / 3, inputs)], **params)


def draw(*shape):
    return torch.randn(*shape).double()


def conv(name, op, x, weight, n_out, **options):
    function = getattr(F, op)
    add_with_gradients(name, op, [x, weight, draw(n_out)], lambda *a: function(*a, **options), **options)


conv("1-D", "conv1d", draw(2, 3, 9), draw(4, 3, 3), 4, stride=1, padding=1, dilation=1, groups=1)
conv("1-D, stride, dilation, groups", "conv1d", draw(2, 4, 9), draw(6, 2, 2), 6, stride=2, padding=2, dilation=3, groups=2)

one = dict(stride=[1, 1], padding=[0, 0], dilation=[1, 1], groups=1)
conv("2-D", "conv2d", draw(2, 3, 5, 4), draw(2, 3, 3, 2), 2, **{**one, "padding": [1, 1]})
conv("2-D, strides", "conv2d", draw(2, 2, 7, 6), draw(3, 2, 3, 2), 3, **{**one, "stride": [2, 3], "padding": [1, 0]})
conv("2-D, dilation", "conv2d", draw(2, 2, 6, 7), draw(3, 2, 2, 3), 3, **{**one, "dilation": [3, 2], "padding": [0, 2]})
conv("2-D, groups", "conv2d", draw(2, 4, 4, 4), draw(6, 2, 3, 3), 6, **{**one, "groups": 2})
conv("2-D, depthwise", "conv2d", draw(2, 3, 5, 4), draw(3, 1, 3, 3), 3, **{**one, "groups": 3, "padding": [1, 1]})
conv("2-D, depthwise, two filters", "conv2d", draw(1, 3, 5, 4), draw(6, 1, 2, 3), 6, **{**one, "groups": 3, "stride": [2, 1]})
conv("2-D, pointwise", "conv2d", draw(2, 4, 3, 2), draw(3, 4, 1, 1), 3, **one)

cube = dict(stride=[1, 1, 1], padding=[0, 0, 0], dilation=[1, 1, 1], groups=1)
conv("3-D", "conv3d", draw(2, 2, 3, 4, 3), draw(3, 2, 2, 3, 2), 3, **{**cube, "padding": [1, 0, 1]})
conv("3-D, stride, dilation, groups", "conv3d", draw(1, 4, 5, 4, 5), draw(2, 2, 2, 2, 3), 2,
     stride=[2, 1, 2], padding=[0, 1, 1], dilation=[2, 3, 1], groups=2)

conv("transposed 1-D", "conv_transpose1d", draw(2, 3, 5), draw(3, 2, 3), 2,
     stride=2, padding=1, dilation=1, groups=1, output_padding=1)
conv("transposed 1-D, dilation, groups", "conv_transpose1d", draw(2, 4, 5), draw(4, 3, 2), 6,
     stride=3, padding=0, dilation=2, groups=2, output_padding=2)
conv("transposed 2-D", "conv_transpose2d", draw(2, 3, 3, 4), draw(3, 2, 3, 3), 2, **one, output_padding=[0, 0])
conv("transposed 2-D, stride", "conv_transpose2d", draw(2, 2, 3, 2), draw(2, 3, 3, 4), 3,
     **{**one, "stride": [2, 3], "padding": [1, 2]}, output_padding=[1, 0])
conv("transposed 2-D, dilation, groups", "conv_transpose2d", draw(1, 4, 3, 3), draw(4, 1, 2, 3), 2,
     **{**one, "dilation": [3, 2], "groups": 2, "stride": [2, 1]}, output_padding=[2, 1])


def pool(name, op, x, function, **params):
    options = dict(stride=params["stride"], padding=params["padding"], ceil_mode=params["ceil"])
    if op == "avg_pool2d":
        options["count_include_pad"] = params["counts_padding"]
    add_with_gradients(name, op, [x], lambda x: function(x, params["kernel"], **options), **params)


for ceil in (False, True):
    pool(f"max pooling, ceil {ceil}", "max_pool2d", draw(2, 2, 6, 7), F.max_pool2d,
         kernel=[3, 2], stride=[2, 2], padding=[1, 1], ceil=ceil, counts_padding=True)
    for counted in (False, True):
        pool(f"mean pooling, ceil {ceil}, padding counted {counted}", "avg_pool2d", draw(2, 2, 6, 7), F.avg_pool2d,
             kernel=[3, 2], stride=[2, 2], padding=[1, 1], ceil=ceil, counts_padding=counted)
pool("overlapping means", "avg_pool2d", draw(1, 2, 5, 5), F.avg_pool2d,
     kernel=[3, 3], stride=[1, 2], padding=[0, 0], ceil=True, counts_padding=True)

for size in ([3, 2], [2, 3], [1, 1], [7, 5]):
    for op in ("adaptive_avg_pool2d", "adaptive_max_pool2d"):
        add_with_gradients(f"{op} to {size}", op, [draw(2, 2, 6, 5)], lambda x: getattr(F, op)(x, size), size=size)

x, gain, bias = draw(3, 4, 2, 3) + 2, draw(4), draw(4)
y = F.batch_norm(x, None, None, gain, bias, training=True, eps=1e-5)
add("batch norm", "batch_norm", [x, gain, bias], [y, x.mean((0, 2, 3)), x.var((0, 2, 3), correction=0)])
mean, var = draw(4), draw(4).abs() + 0.5
y = F.batch_norm(x, mean, var, gain, bias, training=False, eps=1e-5)
add("batch norm, evaluation", "batch_norm_with", [x, mean, var, gain, bias], [y])
add_with_gradients("instance norm", "instance_norm", [x, gain, bias],
                   lambda x, g, b: F.instance_norm(x, None, None, g, b, eps=1e-5))
add_with_gradients("group norm", "group_norm", [x, gain, bias], lambda x, g, b: F.group_norm(x, 2, g, b, 1e-5), groups=2)

x = draw(2, 8, 2, 3)
add("pixel shuffle", "pixel_shuffle", [x], [F.pixel_shuffle(x, 2)], r=2)
x = draw(2, 2, 4, 6)
add("pixel unshuffle", "pixel_unshuffle", [x], [F.pixel_unshuffle(x, 2)], r=2)

for size in ([8, 7], [3, 2], [1, 5]):
    x = draw(1, 2, 5, 4)
    add_with_gradients(f"nearest to {size}", "nearest", [x], lambda x: F.interpolate(x, size, mode="nearest"), size=size)
    for corners in (False, True):
        add_with_gradients(f"bilinear to {size}, corners aligned {corners}", "bilinear", [x],
                           lambda x: F.interpolate(x, size, mode="bilinear", align_corners=corners),
                           size=size, align_corners=corners)

made_with = {"torch": torch.__version__}
path = pathlib.Path("crates/tensor/tests/golden/conv.json")
lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases)
path.write_text(f'{{"made_by": "scripts/golden/make_conv.py", "made_with": {json.dumps(made_with)}, "cases": [\n{lines}\n]}}\n')
print(f"{len(cases)} cases, {path.stat().st_size} bytes")
