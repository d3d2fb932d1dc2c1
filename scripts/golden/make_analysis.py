"""Makes crates/analysis/tests/golden/analysis.json: what Python's references say the measures are.

Packages (pip): numpy 2.4.6, scipy 1.17.1, scikit-learn 1.9.1, rsatoolbox 0.3.2; Python 3.11.
Run from the repository's root: python scripts/golden/make_analysis.py

Inputs are seeded, rounded to f32 and then widened, so that the reference and the crate start from
the same numbers; everything after that is f64. References:
  squared_euclidean_per_unit, correlation   rsatoolbox.rdm.calc_rdm ("euclidean", "correlation")
  euclidean, cosine                         scipy.spatial.distance.pdist
  rdm_*                                     rsatoolbox.rdm.compare, on the RDMs as written here
  pca                                       sklearn.decomposition.PCA(svd_solver="full")
  cka_linear_biased                         |YcT Xc|^2 / (|XcT Xc| |YcT Yc|), Kornblith et al. 2019, eq. 3
  cka_linear_debiased                       Song et al. 2012, eq. 5 (HSIC_1), written out below in exact fractions
                                            and checked against Szekely & Rizzo 2014's U-centred inner product
  participation_ratio                       eigenvalues of numpy.cov
A value on which a measure is undefined is null.
"""

import json
import pathlib
from fractions import Fraction

import numpy as np
import rsatoolbox
from scipy.spatial.distance import pdist, squareform
from sklearn.decomposition import PCA

OUT = pathlib.Path("crates/analysis/tests/golden/analysis.json")


def rounded(values):
    """13 digits: a hundred times finer than the finest comparison, and half the file's size."""
    return [float(f"{value:.13g}") for value in np.asarray(values, dtype=float).ravel()]


def as_f32(x):
    return np.asarray(x, dtype=np.float32).astype(np.float64)


def rdms(x):
    data = rsatoolbox.data.Dataset(x)
    of_rsatoolbox = lambda method: rsatoolbox.rdm.calc_rdm(data, method=method).dissimilarities[0]
    no_constant_row = (x.max(axis=1) > x.min(axis=1)).all()
    no_zero_row = (x != 0).any(axis=1).all()
    return {
        "squared_euclidean_per_unit": rounded(of_rsatoolbox("euclidean")),
        "euclidean": rounded(pdist(x, "euclidean")),
        "correlation": rounded(of_rsatoolbox("correlation")) if no_constant_row else None,
        "cosine": rounded(pdist(x, "cosine")) if no_zero_row else None,
    }


def rdm_comparisons(a, b):
    wrap = lambda upper: rsatoolbox.rdm.RDMs(np.array([upper]))
    value = lambda method: float(rsatoolbox.rdm.compare(wrap(a), wrap(b), method=method)[0, 0])
    return {
        "rdm_pearson": value("corr"),
        "rdm_spearman": value("spearman"),
        "rdm_kendall_tau_a": value("tau-a"),
        "rdm_cosine": value("cosine"),
    }


def cka_biased(x, y):
    x, y = x - x.mean(axis=0), y - y.mean(axis=0)
    norm = np.linalg.norm
    return norm(y.T @ x) ** 2 / (norm(x.T @ x) * norm(y.T @ y))


def hsic_1(k, l):
    """Song et al. 2012, eq. 5, for kernels k and l [n, n]."""
    n = len(k)
    k, l = k - np.diag(np.diag(k)), l - np.diag(np.diag(l))
    trace = (k * l).sum()
    product = k.sum() * l.sum() / ((n - 1) * (n - 2))
    cross = 2 * (k.sum(axis=0) * l.sum(axis=0)).sum() / (n - 2)
    return (trace + product - cross) / (n * (n - 3))


def u_centred(k):
    """Szekely & Rizzo 2014, definition 2, of a kernel k [n, n] with its diagonal set to 0."""
    n = len(k)
    k = k - np.diag(np.diag(k))
    rows = k.sum(axis=1) / (n - 2)
    u = k - rows[:, None] - rows[None, :] + k.sum() / ((n - 1) * (n - 2))
    return u - np.diag(np.diag(u))


def cka_debiased(x, y):
    # In fractions, exactly: with one stimulus far from the rest eq. 5 loses 12 digits.
    exact = np.vectorize(Fraction, otypes=[object])
    k, l = (exact(z) @ exact(z).T for z in (x, y))
    value = float(hsic_1(k, l)) / np.sqrt(float(hsic_1(k, k))) / np.sqrt(float(hsic_1(l, l)))
    uk, ul = u_centred(k), u_centred(l)
    assert (uk * ul).sum() == hsic_1(k, l) * len(x) * (len(x) - 3)
    return value


def pca(x):
    n_components = min(5, len(x) - 1, x.shape[1])
    model = PCA(n_components=n_components, svd_solver="full")
    scores = model.fit_transform(x)
    return {
        "n_components": n_components,
        "scores": rounded(scores),
        "explained_variance": rounded(model.explained_variance_),
        "explained_variance_ratio": rounded(model.explained_variance_ratio_),
    }


def participation_ratio(x):
    values = np.linalg.eigvalsh(np.atleast_2d(np.cov(x.T)))
    return values.sum() ** 2 / (values**2).sum()


def layer(x):
    return {
        "n_stimuli": x.shape[0],
        "n_units": x.shape[1],
        "data": [float(str(value)) for value in x.astype(np.float32).ravel()],
        "rdms": rdms(x),
        "pca": pca(x),
        "participation_ratio": participation_ratio(x),
    }


def case(name, x, y):
    x, y = as_f32(x), as_f32(y)
    first, second = layer(x), layer(y)
    comparisons = {
        distance: rdm_comparisons(first["rdms"][distance], second["rdms"][distance])
        for distance in ("squared_euclidean_per_unit", "correlation")
        if first["rdms"][distance] and second["rdms"][distance]
    }
    cka = {
        "cka_linear_biased": cka_biased(x, y),
        "cka_linear_debiased": cka_debiased(x, y) if len(x) >= 4 else None,
    }
    return {"name": name, "x": first, "y": second, "comparisons": comparisons, "cka": cka}


def layer_cases():
    rng = np.random.default_rng(20240607)
    normal = lambda *shape: rng.standard_normal(shape)
    mixed = lambda x, units: x @ normal(x.shape[1], units) + 0.5 * normal(len(x), units)

    x = normal(10, 6)
    yield "more stimuli than units", x, mixed(x, 4)
    x = normal(6, 30)
    yield "more units than stimuli", x, mixed(x, 17)
    x = normal(8, 8)
    yield "as many units as stimuli", x, mixed(x, 8)
    yield "unrelated layers", normal(9, 40), normal(9, 25)
    x = normal(9, 2) @ normal(2, 20)
    yield "rank two against full rank", x, mixed(x, 12)
    x = normal(8, 10)
    constant = x.copy()
    constant[:, [2, 7]] = [3.7, 0.0]
    yield "two constant units", constant, x
    x = normal(7, 12)
    doubled = x.copy()
    doubled[4], doubled[6] = doubled[1], doubled[0]
    yield "duplicated stimuli", doubled, mixed(x, 9)
    x = normal(8, 15)
    yield "an offset of a thousand for all units", x + 1e3, x * 2 + 1e3
    yield "another offset for each unit", x + 1e3 * normal(15), mixed(x, 6)
    yield "another offset for each stimulus", x + 1e3 * normal(8, 1), mixed(x, 6)
    x = normal(8, 11)
    yield "a tiny scale", 1e-6 * x, 1e-9 * mixed(x, 5)
    yield "a huge scale", 1e6 * x, 1e9 * mixed(x, 5)
    x = normal(8, 14)
    yield "units of very different scale", x * 10.0 ** rng.uniform(-3, 3, 14), x
    x = np.maximum(normal(9, 24), 0)
    yield "rectified answers", x, np.maximum(mixed(x, 16), 0)
    yield "counts with ties", rng.integers(0, 3, (8, 6)) + np.arange(6), rng.integers(0, 3, (8, 5)) + np.arange(5)
    x = normal(4, 5)
    yield "the fewest stimuli for a debiased CKA", x, mixed(x, 3)
    x = normal(3, 4)
    yield "three stimuli", x, mixed(x, 6)
    x = normal(6, 1)
    yield "a single unit against many", x, mixed(x, 7)
    x = normal(7, 9)
    x[3] = 0
    yield "a stimulus that no unit answers", x, mixed(x, 4)
    x = normal(8, 10)
    near = x.copy()
    near[5] = near[2] + 1e-4 * normal(10)
    yield "two stimuli almost alike", near, x
    x = np.ones((7, 1)) * normal(1, 9) * 50
    x[6] *= -20
    yield "one stimulus far from the rest", x + 0.01 * normal(7, 9), mixed(x, 4)


def tied_rdm_cases():
    """RDMs of whole numbers, so that ties are exact."""
    rng = np.random.default_rng(7)
    for name, a_levels, b_levels in [
        ("many ties in both", 3, 4),
        ("two categories against five levels", 2, 5),
        ("ties in one only", 3, 10**6),
    ]:
        a, b = rng.integers(0, a_levels, 45), rng.integers(0, b_levels, 45)
        b = b + a * (b_levels // 3)
        yield {
            "name": name,
            "a": a.tolist(),
            "b": b.tolist(),
            "square": squareform(a).tolist(),
            "n_stimuli": 10,
            "comparisons": rdm_comparisons(a.astype(float), b.astype(float)),
        }


def main():
    golden = {
        "layers": [case(name, x, y) for name, x, y in layer_cases()],
        "tied_rdms": list(tied_rdm_cases()),
    }
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(golden, separators=(",", ":"), allow_nan=False) + "\n")
    print(f"{OUT}: {len(golden['layers'])} layer pairs, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
