"""The layers that alike.py compares, and the labels: seeded, ordinary and awkward."""

import numpy as np
from scipy.spatial.distance import pdist


def cases():
    rng = np.random.default_rng(20261130)
    normal = lambda *shape: rng.standard_normal(shape)
    mixed = lambda x, units: x @ normal(x.shape[1], units) + 0.5 * normal(len(x), units)

    x = normal(14, 5)
    yield "more stimuli than units", x, mixed(x, 4)
    x = normal(13, 4)
    yield "more units in the second", x, mixed(x, 8)
    x = normal(12, 6)
    yield "as many units in both", x, mixed(x, 6)
    x = normal(7, 12)
    yield "more units than stimuli", x, mixed(x, 9)
    x = normal(6, 5)
    yield "one unit less than stimuli", x, mixed(x, 3)
    yield "unrelated layers", normal(14, 5), normal(14, 7)
    x = normal(12, 2) @ normal(2, 7)
    yield "rank two against full rank", x, mixed(x, 5)
    yield "rank two and rank three", x, np.hstack([x[:, :2], normal(12, 1)]) @ normal(3, 6)
    x = normal(12, 7)
    constant = x.copy()
    constant[:, [2, 5]] = [3.7, 0.0]
    yield "two constant units", constant, mixed(x, 5)
    yield "two constant units in the second", mixed(x, 4), constant
    x = normal(12, 6)
    doubled = x.copy()
    doubled[4], doubled[6] = doubled[1], doubled[0]
    yield "repeated stimuli", doubled, mixed(x, 5)
    x = normal(12, 6)
    yield "an offset of a thousand for all units", x + 1e3, x * 2 + 1e3
    yield "another offset for each unit", x + 1e2 * normal(6), mixed(x, 4)
    yield "another offset for each stimulus", x + 1e2 * normal(12, 1), mixed(x, 4)
    x = normal(12, 5)
    yield "a tiny scale", 1e-6 * x, 1e-9 * mixed(x, 4)
    yield "a huge scale", 1e6 * x, 1e9 * mixed(x, 4)
    x = normal(13, 6)
    yield "units of very different scale", x * 10.0 ** rng.uniform(-1.5, 1.5, 6), mixed(x, 5)
    x = np.maximum(normal(14, 8), 0) + 0.01 * np.eye(14, 8)
    x[:, 0] += 0.1
    y = np.maximum(mixed(x, 6), 0)
    y[:, 0] += 0.1
    yield "rectified answers", x, y
    yield "counts with ties", rng.integers(0, 3, (12, 6)) + 1, rng.integers(0, 3, (12, 5)) + 1
    x = normal(4, 3)
    yield "four stimuli", x, mixed(x, 2)
    x = normal(3, 4)
    yield "three stimuli", x, mixed(x, 6)
    x = normal(2, 3)
    yield "two stimuli", x, mixed(x, 2)
    x = normal(12, 1)
    yield "a single unit against many", x, mixed(x, 7)
    x = normal(12, 6)
    x[3] = 0
    yield "a stimulus that no unit answers", x, mixed(x, 4)
    x = normal(12, 5)
    yield "the same units in another order", x, x[:, [3, 0, 4, 1, 2]]
    yield "every unit twice", x, np.hstack([x, x])
    x = np.ones((12, 1)) * normal(1, 5) * 5
    x[6] *= -20
    yield "one stimulus far from the rest", x + 0.1 * normal(12, 5), mixed(x, 4)
    x = normal(12, 4)
    yield "a dead layer", x, np.ones((12, 1)) * [0.1, 0.2, 3.0]
    x = np.repeat([[1.0, 2.0, 0.5], [2.0, -1.0, 1.0]], 6, axis=0)
    x[11] += 1
    yield "two clusters without a median distance", x, normal(12, 3)


def labels():
    for numbers in [[0, 0, 1, 1, 2], [5, -3, 5, -3, 5, 7], [1, 1, 1], [4, 3, 2, 1]]:
        upper = pdist(np.array(numbers)[:, None], "hamming")
        yield {"labels": numbers, "upper": upper.tolist()}
