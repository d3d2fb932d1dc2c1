"""The layers that one_layer.py and classes.py measure: seeded, some of them awkward, seven digits each."""

import numpy as np


def short(x):
    """Seven digits: what the crate reads is then exactly what the reference was given."""
    return np.array([[float(f"{value:.7g}") for value in row] for row in np.asarray(x, dtype=float)])


def layer_cases():
    """Yields (name, activations [n_stimuli, n_units], classes [n_stimuli])."""
    rng = np.random.default_rng(20260611)
    normal = lambda *shape: rng.standard_normal(shape)
    # Products of two such numbers have four decimals, so that a product of low rank is exactly of low rank.
    coarse = lambda *shape: normal(*shape).round(2)

    def case(name, x, classes=None):
        if classes is None:
            classes = np.arange(len(x)) % min(3, max(1, len(x) // 2))
        return name, short(x), np.asarray(classes)

    yield case("more stimuli than units", normal(12, 5))
    yield case("more units than stimuli", normal(6, 16))
    yield case("as many units as stimuli", normal(8, 8))
    yield case("rank two", (coarse(10, 2) @ coarse(2, 9)).round(4))
    yield case("rank two with more units than stimuli", (coarse(7, 2) @ coarse(2, 12)).round(4))
    x = normal(10, 6)
    x[:, [1, 4]] = [2.5, 0.0]
    yield case("two constant units", x)
    x = normal(9, 6)
    x[5], x[8] = x[1], x[0]
    yield case("duplicated stimuli", x)
    yield case("an offset of a hundred", normal(10, 6) + 100)
    yield case("another offset for each unit", normal(10, 6) + 50 * normal(6))
    yield case("a tiny scale", 1e-6 * normal(9, 5))
    yield case("a huge scale", 1e6 * normal(9, 5))
    yield case("units of very different scale", normal(12, 6) * 10.0 ** np.arange(-3, 3))
    yield case("rectified answers", np.maximum(normal(14, 7), 0) + 0)
    x = np.maximum(normal(14, 7), 0)
    x[:, 2] = 0
    yield case("rectified answers and a dead unit", x)
    yield case("counts with ties", rng.integers(0, 4, (12, 5)) + np.arange(5))
    means = 3 * normal(3, 6)
    classes = np.repeat([0, 1, 2], [4, 5, 3])
    yield case("three separate classes", means[classes] + 0.3 * normal(12, 6), classes)
    yield case("two classes of very different size", normal(12, 4), np.repeat([0, 1], [10, 2]))
    yield case("a class of one stimulus", normal(9, 4), np.repeat([0, 1, 2], [4, 4, 1]))
    yield case("four classes in more units than stimuli", normal(8, 12), np.repeat(np.arange(4), 2))
    yield case("classes that are points", normal(3, 5)[np.arange(9) % 3], np.arange(9) % 3)
    yield case("a single unit", normal(9, 1))
    yield case("two stimuli", normal(2, 4))
    yield case("three stimuli", normal(3, 4))
    x = normal(8, 6)
    x[3] = 0
    yield case("a stimulus that no unit answers", x)
    yield case("a layer without variance", np.ones((6, 1)) * normal(1, 4))
    yield case("stimuli all equally far apart", np.eye(6))
    x = 0.01 * normal(8, 5)
    x[6] += 20
    yield case("one stimulus far from the rest", x)
    yield case("enough stimuli for all neighbours", normal(30, 3))
    yield case("enough components for Stringer's ranks", normal(20, 22) * np.arange(1, 23) ** -0.7)


def described(name, x, classes):
    return {
        "name": name,
        "n_stimuli": x.shape[0],
        "n_units": x.shape[1],
        "data": x.ravel().tolist(),
        "classes": classes.tolist(),
    }


def number(value):
    """13 digits, or null where the measure is undefined."""
    return None if value is None or not np.isfinite(value) else float(f"{value:.13g}")
