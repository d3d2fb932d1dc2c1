"""Makes crates/tensor/tests/golden/linalg.json: decompositions and solves of torch, with gradients, that the
tensor crate must reproduce. Run from the repository's root:

    python scripts/golden/make_linalg.py

Inputs are drawn in f32 from torch's generator at seed 0; results are computed in f64 and stored in f32. Signs
of vectors are turned as the crate turns them, within the graph, so that gradients are of the same function.
The gradients are of the sum over all outputs of weight · output, weights stored beside them.
"""

import json
import pathlib

import torch

torch.manual_seed(0)
cases = []


def packed(x):
    return {"shape": list(x.shape), "data": [float(f"{v:.9g}") for v in x.detach().float().flatten().tolist()]}


def column_signs(x):
    largest = x.detach().abs().argmax(-2, keepdim=True)
    return x.detach().gather(-2, largest).sign()


def svd(a):
    u, s, vt = torch.linalg.svd(a, full_matrices=False)
    signs = column_signs(u)
    return u * signs, s, vt * signs.transpose(-1, -2)


def eigh(a):
    values, vectors = torch.linalg.eigh((a + a.mT) / 2)
    return values, vectors * column_signs(vectors)


def qr(a):
    q, r = torch.linalg.qr(a)
    signs = r.detach().diagonal(dim1=-2, dim2=-1).sign()
    return q * signs.unsqueeze(-2), r * signs.unsqueeze(-1)


OPS = {
    "svd": svd,
    "eigh": eigh,
    "qr": qr,
    "cholesky": lambda a: (torch.linalg.cholesky((a + a.mT) / 2),),
    "solve": lambda a, b: (torch.linalg.solve(a, b),),
    "solve_lower": lambda a, b: (torch.linalg.solve_triangular(a.tril(), b, upper=False),),
    "solve_upper": lambda a, b: (torch.linalg.solve_triangular(a.triu(), b, upper=True),),
    "inverse": lambda a: (torch.linalg.inv(a),),
    "log_determinant": lambda a: tuple(torch.linalg.slogdet(a)),
    "least_squares": lambda a, b: (torch.linalg.pinv(a, rtol=1e-6) @ b,),
    "pseudo_inverse": lambda a: (torch.linalg.pinv(a, rtol=1e-6),),
}


def add(name, op, *inputs):
    inputs = [x.float().double().requires_grad_() for x in inputs]
    outputs = OPS[op](*inputs)
    weights = [torch.randn_like(x).float().double() for x in outputs]
    loss = sum((weight * x).sum() for weight, x in zip(weights, outputs))
    gradients = torch.autograd.grad(loss, inputs)
    lists = {"inputs": inputs, "outputs": outputs, "weights": weights, "gradients": gradients}
    cases.append({"name": name, "op": op} | {key: [packed(x) for x in value] for key, value in lists.items()})


def draw(*shape):
    return torch.randn(*shape)


def positive(*shape):
    x = draw(*shape)
    return x @ x.mT + torch.eye(shape[-2])


add("a tall SVD", "svd", draw(6, 4))
add("a wide batch of SVDs", "svd", draw(2, 3, 5))
add("eigenvectors of a batch", "eigh", positive(2, 5, 5))
add("a tall QR", "qr", draw(2, 6, 4))
add("a wide QR", "qr", draw(3, 5))
add("Cholesky", "cholesky", positive(2, 5, 5))
add("a system", "solve", draw(5, 5), draw(5, 2))
add("a batch of systems", "solve", draw(2, 4, 4), draw(2, 4, 3))
add("a lower triangular system", "solve_lower", positive(5, 5), draw(5, 2))
add("an upper triangular system", "solve_upper", positive(5, 5), draw(5, 2))
add("an inverse", "inverse", draw(4, 4))
add("determinants", "log_determinant", draw(3, 4, 4))
add("more equations than unknowns", "least_squares", draw(7, 3), draw(7, 2))
add("more unknowns than equations", "least_squares", draw(3, 6), draw(3, 2))
add("a pseudo-inverse", "pseudo_inverse", draw(4, 6))

path = pathlib.Path("crates/tensor/tests/golden/linalg.json")
made_with = json.dumps({"torch": torch.__version__})
lines = ",\n".join(json.dumps(case) for case in cases)
path.write_text(f'{{"made_by": "scripts/golden/make_linalg.py", "made_with": {made_with}, "cases": [\n{lines}\n]}}\n')
print(f"{len(cases)} cases, {path.stat().st_size} bytes")
