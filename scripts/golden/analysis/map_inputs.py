"""Inputs of the golden files for groups and maps: seeded, rounded to two decimals so that Rust and Python read the
same numbers, among them awkward ones."""

import numpy as np


def inputs():
    """(name, activations [n_stimuli, n_units]) of 22 layers."""
    rng = np.random.default_rng(20240)
    draw = lambda n, p: rng.normal(size=(n, p))
    layers = []
    for n, p in [(12, 3), (12, 8), (10, 2), (9, 5), (8, 8), (12, 1), (7, 6), (11, 4), (6, 8), (5, 3)]:
        layers.append((f"normal {n} x {p}", draw(n, p)))
    for n, p, k in [(12, 4, 3), (12, 6, 2), (10, 5, 4), (12, 2, 4)]:
        centres = 6 * draw(k, p)
        layers.append((f"{k} groups {n} x {p}", centres[np.arange(n) % k] + draw(n, p)))
    layers.append(("rank 1", np.outer(draw(10, 1), draw(1, 6))))
    layers.append(("rank 2", draw(12, 2) @ draw(2, 7)))
    constant = draw(10, 5)
    constant[:, 2] = 7
    layers.append(("a constant unit", constant))
    doubled = draw(10, 4)
    doubled[5:8] = doubled[:3]
    layers.append(("doubled stimuli", doubled))
    layers.append(("a grid", np.array([[i, j] for i in range(4) for j in range(3)], dtype=float)))
    layers.append(("a line", np.arange(9.0)[:, None] ** 2))
    far = draw(10, 3)
    far[4] += 60
    layers.append(("one far stimulus", far))
    layers.append(("a large offset", draw(9, 4) + 500))
    return [(name, np.round(x, 2) + 0.0) for name, x in layers]


def rounded(values, digits=13):
    return [float(f"{value:.{digits}g}") for value in np.asarray(values, dtype=float).ravel()]


def layer(name, x):
    return {"name": name, "n_stimuli": x.shape[0], "n_units": x.shape[1], "data": rounded(x)}
