"""Makes crates/analysis/tests/golden/alike.json: what Python's references say of the likeness of two layers.

Packages (pip): numpy 2.4.6, scipy 1.17.1, scikit-learn 1.9.1, POT 0.9.7; Python 3.11.
Run from the repository's root: python scripts/golden/analysis/alike.py

Inputs are seeded and rounded to f32; everything after that is f64. References:
  unit_matching_*           numpy.corrcoef; scipy.optimize.linear_sum_assignment
  soft_matching_*           ot.emd2 (POT's exact network simplex) with equal weights
  procrustes_*              scipy.linalg.orthogonal_procrustes, checked against Ding et al. 2021's nuclear norm
  shape_angular             the angle of that distance, checked against the arccos of the nuclear norm (Williams
                            et al. 2021, alpha = 1, written out: netrep is not installed)
  shape_angular_whitened    the same after whitening by the covariance's eigenvectors (alpha = 0)
  cca_mean, svcca_*         scipy.linalg.subspace_angles of the centred units (of their principal components)
  pwcca                     Morcos et al. 2018 written out with inverse roots of covariances, as Google's code does
  cka_rbf_*                 Kornblith et al. 2019 written out; HSIC_1 of Song et al. 2012, eq. 5
  kernel_alignment_linear   Cristianini et al. 2001, definition 1, written out
  mutual_knn_*              pdist and a stable sort; where there are no ties sklearn.neighbors.NearestNeighbors agrees
  linear_predictivity_*     numpy.linalg.lstsq in folds dealt as crates/draws does (SplitMix64, written out)
  sparse_predictivity_*     sklearn.linear_model.Lasso on standardised units, in the same folds
  relative_cosine_*         sklearn.metrics.pairwise.cosine_similarity
  label_rdm                 scipy.spatial.distance.pdist(labels, "hamming")
A value on which a measure is undefined is null.
"""

import json
import pathlib
import warnings

import numpy as np
import ot
import scipy.linalg
from scipy.optimize import linear_sum_assignment
from scipy.spatial.distance import pdist, squareform
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import Lasso
from sklearn.metrics.pairwise import cosine_similarity
from sklearn.neighbors import NearestNeighbors

from alike_cases import cases, labels

OUT = pathlib.Path("crates/analysis/tests/golden/alike.json")
RANK = 1e-6
norm = np.linalg.norm


class Undefined(Exception):
    pass


def needs(condition):
    if not condition:
        raise Undefined


def centred(x):
    """Less the means; a unit that answers the same to all stimuli becomes exactly 0."""
    x = x - x[0]
    x = x - x.mean(axis=0)
    needs((x != 0).any())
    return x


# Unit matching ------------------------------------------------------------------------------------


def alive(x):
    needs(len(x) >= 3)
    keep = x.max(axis=0) > x.min(axis=0)
    needs(keep.any())
    return x[:, keep]


def correlations(x, y):
    x, y = alive(x), alive(y)
    return np.corrcoef(x.T, y.T)[: x.shape[1], x.shape[1] :]


def one_to_one(x, y):
    r = correlations(x, y)
    return r[linear_sum_assignment(r, maximize=True)].mean()


def semi(x, y):
    return correlations(x, y).max(axis=1).mean()


def transport(costs):
    p, q = costs.shape
    return ot.emd2(np.full(p, 1 / p), np.full(q, 1 / q), np.ascontiguousarray(costs), numItermax=10**6)


def soft_distance(x, y):
    needs(len(x) >= 3)
    scale = max(abs(x).max(), abs(y).max())
    costs = (((x[:, :, None] - y[:, None, :]) / scale) ** 2).sum(axis=0)
    return scale * np.sqrt(transport(costs))


def soft_correlation(x, y):
    return 1 - transport(1 - correlations(x, y))


# Shapes -------------------------------------------------------------------------------------------


def procrustes(a, b):
    width = max(a.shape[1], b.shape[1])
    a, b = (np.pad(m, ((0, 0), (0, width - m.shape[1]))) for m in (a, b))
    rotation, nuclear = scipy.linalg.orthogonal_procrustes(a, b)
    distance = norm(a @ rotation - b)
    assert np.isclose(distance**2, norm(a) ** 2 + norm(b) ** 2 - 2 * nuclear, rtol=1e-9, atol=1e-12 * norm(a) ** 2)
    return distance, nuclear


def procrustes_distance(x, y):
    a, b = centred(x), centred(y)
    return procrustes(a, b)[0]


def normalised(x, y):
    a, b = centred(x), centred(y)
    return procrustes(a / norm(a), b / norm(b))[0]


def angle(a, b):
    a, b = a / norm(a), b / norm(b)
    distance, nuclear = procrustes(a, b)
    found = 2 * np.arcsin(distance / 2)
    # The papers' formula, which keeps half of the digits near 0.
    assert abs(found - np.arccos(min(1.0, nuclear))) < 1e-7
    return found


def whitened(x):
    x = centred(x)
    values, vectors = np.linalg.eigh(x.T @ x)
    keep = values > RANK**2 * values.max()
    # Twice: the first pass leaves an error of the square root's condition.
    z = x @ vectors[:, keep] / np.sqrt(values[keep])
    values, vectors = np.linalg.eigh(z.T @ z)
    return z @ vectors / np.sqrt(values)


# Canonical correlations ---------------------------------------------------------------------------


def basis(x):
    return scipy.linalg.orth(x, rcond=RANK)


def canonical(a, b):
    needs(len(a) >= 3)
    return np.cos(scipy.linalg.subspace_angles(basis(a), basis(b)))


def cca_mean(x, y):
    return canonical(centred(x), centred(y)).mean()


def principal(x, kept):
    u, s, _ = np.linalg.svd(centred(x), full_matrices=False)
    parts = np.cumsum(s**2) / np.sum(s**2)
    count = int((parts < kept).sum()) + 1
    assert abs(parts - kept).min() > 1e-9
    return u[:, :count] * s[:count]


def svcca(kept):
    return lambda x, y: canonical(principal(x, kept), principal(y, kept)).mean()


def pwcca(x, y):
    needs(len(x) >= 3)
    a, b = whitened(x), whitened(y)
    left, rho, _ = np.linalg.svd(a.T @ b, full_matrices=False)
    weights = abs((a @ left).T @ centred(x)).sum(axis=1)
    return (weights * rho).sum() / weights.sum()


# Kernels ------------------------------------------------------------------------------------------


def hsic_1(k, l):
    n = len(k)
    k, l = k - np.diag(np.diag(k)), l - np.diag(np.diag(l))
    product = k.sum() * l.sum() / ((n - 1) * (n - 2))
    cross = 2 * (k.sum(axis=0) @ l.sum(axis=0)) / (n - 2)
    return ((k * l).sum() + product - cross) / (n * (n - 3))


def hsic_0(k, l):
    h = np.eye(len(k)) - 1 / len(k)
    return np.trace(k @ h @ l @ h)


def cka_rbf(fraction, hsic):
    def kernel(x):
        distances = pdist(x)
        median = np.median(distances)
        needs(median > 0)
        return np.exp(-(squareform(distances) ** 2) / (2 * (fraction * median) ** 2))

    def value(x, y):
        needs(len(x) >= (4 if hsic is hsic_1 else 2))
        k, l = kernel(x), kernel(y)
        return hsic(k, l) / np.sqrt(hsic(k, k) * hsic(l, l))

    return value


def kernel_alignment(x, y):
    needs(x.any() and y.any())
    k, l = x @ x.T, y @ y.T
    return (k * l).sum() / (norm(k) * norm(l))


# Neighbours and anchors ---------------------------------------------------------------------------


def mutual_knn(k, metric):
    def nearest(x):
        needs(metric == "euclidean" or x.any(axis=1).all())
        distances = squareform(pdist(x, metric))
        if metric == "cosine":
            unit = x / norm(x, axis=1, keepdims=True)
            distances = ((unit[:, None] - unit[None]) ** 2).sum(axis=2) / 2
        steps = np.round(distances / (1e-12 * distances.max())) if distances.any() else distances
        np.fill_diagonal(steps, np.inf)
        found = np.argsort(steps, axis=1, kind="stable")[:, :k]
        if all(len(np.unique(row)) == len(row) for row in steps):
            model = NearestNeighbors(n_neighbors=k, metric=metric, algorithm="brute").fit(x)
            assert (np.sort(model.kneighbors()[1]) == np.sort(found)).all()
        return found

    def value(x, y):
        needs(len(x) >= k + 2)
        return np.mean([len(set(a) & set(b)) / k for a, b in zip(nearest(x), nearest(y))])

    return value


def relative_cosine(every):
    def value(x, y):
        needs(len(x) >= 2 and x.any(axis=1).all() and y.any(axis=1).all())
        a, b = (cosine_similarity(z, z[::every]) for z in (x, y))
        return (cosine_similarity(a, b)).diagonal().mean()

    return value


# Predictivity -------------------------------------------------------------------------------------

MASK = 2**64 - 1


def draw(seed, counter):
    z = (seed + (counter + 1) * 0x9E3779B97F4A7C15) & MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def dealt(n, folds, seed):
    order = list(range(n))
    for last in range(n - 1, 0, -1):
        other = (draw(seed, last) * (last + 1)) >> 64
        order[last], order[other] = order[other], order[last]
    return [sorted(order[fold::folds]) for fold in range(folds)]


def least_squares(x, y, new):
    weights = np.linalg.lstsq(x, y, rcond=RANK)[0]
    return new @ weights


def lasso(penalty):
    def predict(x, y, new):
        return new @ np.stack([lasso_weights(x, unit, penalty) for unit in y.T], axis=1)

    return predict


def lasso_weights(x, y, penalty):
    largest = abs(x.T @ y).max() / len(x)
    if largest <= 1e-10 * np.sqrt((y**2).mean()):
        return np.zeros(x.shape[1])
    alpha = penalty * largest
    model = Lasso(alpha=alpha, fit_intercept=False, tol=1e-14, max_iter=3 * 10**6)
    with warnings.catch_warnings():
        # It may never reach its gap because of rounding; what counts is checked below.
        warnings.simplefilter("ignore", ConvergenceWarning)
        weights = model.fit(x, y).coef_
    slopes = x.T @ (y - x @ weights) / len(x)
    used = weights != 0
    assert abs(slopes[used] - alpha * np.sign(weights[used])).max() <= 1e-7 * alpha
    assert abs(slopes).max() <= alpha * (1 + 1e-7)
    return weights


def mean(x):
    """Of differences from the first: a unit that answers the same to all becomes exactly 0 without it."""
    return x[0] + (x - x[0]).mean(axis=0)


def spreads(x):
    values = x.std(axis=0)
    return np.where(x.max(axis=0) > x.min(axis=0), values, np.inf)


def r2(predict, folds, seed, standardise):
    def value(x, y):
        needs(len(x) >= max(folds, 3))
        x, y = centred(x), centred(y)
        predicted = np.zeros_like(y)
        for tested in dealt(len(x), folds, seed):
            fitted = np.setdiff1d(np.arange(len(x)), tested)
            x_mean, y_mean = mean(x[fitted]), mean(y[fitted])
            scale = spreads(x[fitted]) if standardise else 1.0
            known, new = ((x[rows] - x_mean) / scale for rows in (fitted, tested))
            predicted[tested] = predict(known, y[fitted] - y_mean, new) + y_mean
        keep = y.any(axis=0)
        return (1 - ((y - predicted) ** 2).sum(axis=0)[keep] / (y**2).sum(axis=0)[keep]).mean()

    return value


def units_used(x, y):
    needs(len(x) >= 5)
    x, y = centred(x), centred(y)
    return float(sum((lasso_weights(x / spreads(x), unit, 0.1) != 0).sum() for unit in y.T))


MEASURES = {
    "unit_matching_one_to_one": one_to_one,
    "unit_matching_semi": semi,
    "soft_matching_distance": soft_distance,
    "soft_matching_correlation": soft_correlation,
    "procrustes_orthogonal_distance": procrustes_distance,
    "procrustes_orthogonal_distance_normalised": normalised,
    "shape_angular": lambda x, y: angle(centred(x), centred(y)),
    "shape_angular_whitened": lambda x, y: angle(whitened(x), whitened(y)),
    "cca_mean": cca_mean,
    "svcca_99": svcca(0.99),
    "pwcca": pwcca,
    "cka_rbf_median_biased": cka_rbf(1.0, hsic_0),
    "cka_rbf_median_debiased": cka_rbf(1.0, hsic_1),
    "kernel_alignment_linear": kernel_alignment,
    "mutual_knn_10_cosine": mutual_knn(10, "cosine"),
    "mutual_knn_10_euclidean": mutual_knn(10, "euclidean"),
    "linear_predictivity_5_fold": r2(least_squares, 5, 0, False),
    "sparse_predictivity_tenth_5_fold": r2(lasso(0.1), 5, 0, True),
    "relative_cosine_all_anchors": relative_cosine(1),
    # With other parameters than the named ones.
    "svcca of 0.8": svcca(0.8),
    "cka_rbf biased of 0.4": cka_rbf(0.4, hsic_0),
    "cka_rbf debiased of 0.4": cka_rbf(0.4, hsic_1),
    "mutual_knn of 2, euclidean": mutual_knn(2, "euclidean"),
    "mutual_knn of 3, cosine": mutual_knn(3, "cosine"),
    "linear_predictivity of 3 folds, seed 7": r2(least_squares, 3, 7, False),
    "sparse_predictivity of 0.3, 4 folds, seed 9": r2(lasso(0.3), 4, 9, True),
    "units used by sparse_predictivity of 0.1": units_used,
    "relative_cosine of every third": relative_cosine(3),
}


def value(measure, x, y):
    try:
        found = float(measure(x, y))
    except Undefined:
        return None
    assert np.isfinite(found), measure
    return float(f"{found:.15g}")


def layer(x):
    return {
        "n_stimuli": x.shape[0],
        "n_units": x.shape[1],
        "data": [float(str(value)) for value in x.astype(np.float32).ravel()],
    }


def case(name, x, y):
    x, y = (np.asarray(z, dtype=np.float32).astype(np.float64) for z in (x, y))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        values = {key: value(measure, x, y) for key, measure in MEASURES.items()}
    return {"name": name, "x": layer(x), "y": layer(y), "values": values}


def main():
    golden = {"cases": [case(*inputs) for inputs in cases()], "labels": list(labels())}
    OUT.write_text(json.dumps(golden, separators=(",", ":"), allow_nan=False) + "\n")
    print(f"{OUT}: {len(golden['cases'])} pairs of layers, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
