"""Makes crates/analysis/tests/golden/information.json: information, entropy, and Dirichlet energies.

Packages (pip): numpy 2.4.6, scipy 1.17.1, scikit-learn 1.9.1, networkx 3.6.1; Python 3.11.
Run from the repository's root: python scripts/golden/analysis/information.py

References:
  mi_ksg*            Kraskov et al. 2004, equations 8 and 9, written out here with scipy.special.digamma; the first is
                     checked against scikit-learn's estimator (sklearn.feature_selection._mutual_info) on single units
  mi_binned_*, *_information_binned_*
                     sklearn.metrics.mutual_info_score and scipy.stats.entropy of cells; the bins of single units are
                     checked against numpy.histogram
  *_information_kde_*
                     Kolchinsky & Tracey 2017, section 4: entropies of mixtures with all constants, as in their code,
                     by scipy.special.logsumexp
  entropies          scipy.stats.entropy, and Miller & Madow's (m - 1) / 2n
  dirichlet_energy*  traces with networkx.laplacian_matrix, and with I - D^-1/2 A D^-1/2 of the graph with loops (Cai & Wang
                     2020), written out here
  nearest            sklearn.neighbors.kneighbors_graph, made symmetric
A value on which a measure is undefined is null.
"""

import json
import pathlib

import networkx
import numpy as np
from one_layer_cases import described, layer_cases, number, short
from scipy.spatial.distance import cdist, pdist
from scipy.special import digamma, logsumexp
from scipy.stats import entropy
from sklearn.feature_selection._mutual_info import _compute_mi_cc
from sklearn.metrics import mutual_info_score
from sklearn.neighbors import kneighbors_graph

OUT = pathlib.Path("crates/analysis/tests/golden/information.json")


def cells(x, n_bins):
    least, most = x.min(), x.max()
    if least == most:
        return np.zeros(len(x), dtype=int)
    bins = np.minimum(np.floor((x - least) / (most - least) * n_bins), n_bins - 1).astype(int)
    if x.shape[1] == 1:
        assert (np.histogram(x, n_bins)[0] == np.bincount(bins[:, 0], minlength=n_bins)).all()
    return np.unique(bins, axis=0, return_inverse=True)[1].ravel()


def mi_binned(x, y, n_bins):
    return mutual_info_score(cells(x, n_bins), cells(y, n_bins))


def ksg(x, y, k, algorithm):
    n = len(x)
    if n <= k:
        return None
    dx, dy = cdist(x, x, "chebyshev"), cdist(y, y, "chebyshev")
    total = 0
    for i in range(n):
        others = np.arange(n) != i
        a, b = dx[i, others], dy[i, others]
        near = np.argsort(np.maximum(a, b), kind="stable")[:k]
        radius = np.maximum(a, b)[near[-1]]
        if radius == 0:
            return None
        if algorithm == 1:
            total += digamma((a < radius).sum() + 1) + digamma((b < radius).sum() + 1)
        else:
            total += digamma((a <= a[near].max()).sum()) + digamma((b <= b[near].max()).sum()) + 1 / k
    value = digamma(k) + digamma(n) - total / n
    if algorithm == 1 and x.shape[1] == y.shape[1] == 1:
        assert abs(max(0, value) - _compute_mi_cc(x[:, 0], y[:, 0], k)) < 1e-10
    return value


def mixture_entropy(x, variance, bound):
    """Kolchinsky & Tracey's estimators for a mixture of Gaussians of equal weights at the rows of x."""
    n, p = x.shape
    scale = {"upper": 1, "lower": 4}[bound]
    log_density = logsumexp(-cdist(x, x, "sqeuclidean") / (2 * scale * variance), axis=1) - np.log(n)
    constant = p / 2 * np.log(2 * np.pi * scale * variance)
    bound_constant = {"upper": p / 2, "lower": p / 2 + p / 2 * np.log(0.25)}[bound]
    return -(log_density - constant).mean() + bound_constant


def kde_stimulus(x, variance, bound):
    if len(x) < 2:
        return None
    return mixture_entropy(x, variance, bound) - x.shape[1] / 2 * (np.log(2 * np.pi * variance) + 1)


def kde_label(x, y, variance, bound):
    if len(x) < 2:
        return None
    parts = [(y == k).mean() * mixture_entropy(x[y == k], variance, bound) for k in np.unique(y)]
    return mixture_entropy(x, variance, bound) - sum(parts)


def energies(x, weights):
    graph = networkx.from_numpy_array(weights)
    with_loops = weights + np.eye(len(x))
    roots = np.sqrt(with_loops.sum(axis=1))
    normalised = np.eye(len(x)) - with_loops / np.outer(roots, roots)
    plain = networkx.laplacian_matrix(graph).toarray()
    return {
        "dirichlet_energy": number(np.trace(x.T @ plain @ x)),
        "dirichlet_energy_normalised": number(np.trace(x.T @ normalised @ x)),
    }


def dirichlet(rng, x, y):
    n = len(x)
    weights = np.triu((rng.uniform(size=(n, n)) < 0.4) * rng.integers(1, 9, (n, n)), 1) / 4
    edges = [[int(i), int(j), float(weights[i, j])] for i, j in np.argwhere(weights)]
    found = {"edges": edges, "energies": energies(x, weights + weights.T), "nearest": None}
    # Without ties, which scikit-learn breaks in another way.
    distances = np.sort(pdist(y))
    if n > 3 and (np.diff(distances) > 1e-6 * distances[-1]).all() and distances[0] > 0:
        near = kneighbors_graph(y, 3).toarray()
        found["nearest"] = energies(x, np.maximum(near, near.T))
    return found


def case(rng, name, x, classes):
    scale = np.abs(x).max() or 1
    y = short(x @ rng.standard_normal((x.shape[1], 3)) / scale + 0.3 * rng.standard_normal((len(x), 3)))
    values = {
        "stimulus_information_binned_30_bits": entropy(np.bincount(cells(x, 30)), base=2),
        "label_information_binned_30_bits": mutual_info_score(cells(x, 30), classes) / np.log(2),
    }
    for bound in ("upper", "lower"):
        values[f"stimulus_information_kde_{bound}_0_1_nats"] = kde_stimulus(x, 0.1, bound)
        values[f"label_information_kde_{bound}_0_1_nats"] = kde_label(x, classes, 0.1, bound)
    unit_x, unit_y = x[:, :1], y[:, :1]
    return described(name, x, classes) | {
        "values": {key: number(value) for key, value in values.items()},
        "y": {"n_stimuli": len(y), "n_units": 3, "data": y.ravel().tolist()},
        "measures": {
            "mi_ksg1_3_nats": number(ksg(x, y, 3, 1)),
            "mi_ksg2_3_nats": number(ksg(x, y, 3, 2)),
            "mi_binned_30_bits": number(mi_binned(x, y, 30) / np.log(2)),
        },
        "first_units": {
            "ksg1_2": number(ksg(unit_x, unit_y, 2, 1)),
            "ksg2_2": number(ksg(unit_x, unit_y, 2, 2)),
            "binned_4": number(mi_binned(unit_x, unit_y, 4)),
        },
        "graph": dirichlet(rng, x, y),
    }


def entropies(rng):
    for length in (1, 2, 5, 9, 20):
        counts = rng.integers(0, 12, length) + (np.arange(length) == 0)
        plug_in = entropy(counts)
        yield {
            "counts": counts.tolist(),
            "plug_in": number(plug_in),
            "miller_madow": number(plug_in + ((counts > 0).sum() - 1) / (2 * counts.sum())),
        }


def main():
    rng = np.random.default_rng(20260612)
    cases = [case(rng, *layer) for layer in layer_cases()]
    golden = {"layers": cases, "entropies": list(entropies(rng))}
    OUT.write_text(json.dumps(golden, separators=(",", ":"), allow_nan=False) + "\n")
    print(f"{OUT}: {len(cases)} layers, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
