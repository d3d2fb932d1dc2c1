"""Makes crates/analysis/tests/golden/classes.json: numbers for one layer with labels, and for its units.

Packages (pip): numpy 2.4.6, scipy 1.17.1, scikit-learn 1.9.1; Python 3.11.
Run from the repository's root: python scripts/golden/analysis/classes.py

References:
  silhouette                    sklearn.metrics.silhouette_score
  auc_best_class                sklearn.metrics.roc_auc_score, the largest over classes, mean over units
  nearest_class_mean_accuracy   sklearn.neighbors.NearestCentroid fitted without each stimulus
  gdv                           Schilling et al. 2021, written out here (constant units left out)
  class_separation_r2           Kornblith et al. 2021, its sums over pairs written out here
  within_between_ratio, nc1     both scatter matrices made, numpy.linalg.pinv (Papyan et al. 2020, NC1)
  class_selectivity_index       Morcos et al. 2018, equation 1, written out here
  d_prime_preferred_class       written out here on numpy.var(ddof=1)
  lifetime_sparseness, population_sparseness
                                Vinje & Gallant 2000, written out here
A value on which a measure is undefined is null.
"""

import json
import pathlib
from itertools import combinations

import numpy as np
from one_layer_cases import described, layer_cases, number
from scipy.spatial.distance import cdist, pdist
from sklearn.metrics import roc_auc_score, silhouette_score
from sklearn.neighbors import NearestCentroid

OUT = pathlib.Path("crates/analysis/tests/golden/classes.json")


def gdv(x, y):
    x = x[:, (x != x[0]).any(axis=0)]
    if smallest(y) < 2 or x.shape[1] == 0:
        return None
    s = 0.5 * (x - x.mean(axis=0)) / x.std(axis=0)
    members = [s[y == k] for k in np.unique(y)]
    intra = np.mean([pdist(m).mean() for m in members])
    inter = np.mean([cdist(a, b).mean() for a, b in combinations(members, 2)])
    return (intra - inter) / np.sqrt(x.shape[1])


def smallest(y):
    """The size of the smallest class; 0 if there is one class only."""
    _, counts = np.unique(y, return_counts=True)
    return counts.min() if len(counts) > 1 else 0


def class_separation_r2(x, y):
    if smallest(y) < 1 or not (x != 0).any(axis=1).all():
        return None
    members = [x[y == k] for k in np.unique(y)]
    within = np.mean([cdist(m, m, "cosine").mean() for m in members])
    total = np.mean([cdist(a, b, "cosine").mean() for a in members for b in members])
    return None if total < 1e-14 else 1 - within / total


def silhouette(x, y):
    if not 1 < len(np.unique(y)) < len(x):
        return None
    return silhouette_score(x, y)


def scatters(x, y):
    if smallest(y) < 1:
        return None, None
    means = np.array([x[y == k].mean(axis=0) for k in np.unique(y)])
    residuals = x - means[np.unique(y, return_inverse=True)[1]]
    apart = means - means.mean(axis=0)
    if np.abs(apart).max() <= 1e-13 * np.abs(means).max():
        return None, None
    within, between = residuals.T @ residuals / len(x), apart.T @ apart / len(means)
    ratio = np.trace(within) / np.trace(between)
    return ratio, np.trace(within @ np.linalg.pinv(between, rcond=1e-13, hermitian=True)) / len(means)


def nearest_class_mean(x, y):
    if smallest(y) < 2:
        return None
    rest = [np.arange(len(x)) != i for i in range(len(x))]
    if (x == x[0]).all():
        # NearestCentroid refuses these; all means are equally near, so the first class is taken.
        return (y == y.min()).mean()
    return np.mean([NearestCentroid().fit(x[keep], y[keep]).predict(x[[i]])[0] == y[i] for i, keep in enumerate(rest)])


def mean_of(values):
    values = [value for value in values if value is not None]
    return np.mean(values) if values else None


def class_selectivity_index(x, y):
    if smallest(y) < 1 or (x < 0).any():
        return None

    def of_unit(answers):
        if not answers.any():
            return None
        means = np.sort([answers[y == k].mean() for k in np.unique(y)])
        return (means[-1] - means[:-1].mean()) / (means[-1] + means[:-1].mean())

    return mean_of(map(of_unit, x.T))


def d_prime(x, y):
    if smallest(y) < 2:
        return None

    def of_unit(answers):
        best = max(np.unique(y), key=lambda k: answers[y == k].mean())
        inside, outside = answers[y == best], answers[y != best]
        if np.ptp(inside) == 0 and np.ptp(outside) == 0:
            return None
        return (inside.mean() - outside.mean()) / np.sqrt((inside.var(ddof=1) + outside.var(ddof=1)) / 2)

    return mean_of(map(of_unit, x.T))


def auc(x, y):
    if smallest(y) < 1:
        return None
    of_unit = lambda a: None if np.ptp(a) == 0 else max(roc_auc_score(y == k, a) for k in np.unique(y))
    return mean_of(map(of_unit, x.T))


def sparseness(rows):
    if (rows < 0).any() or rows.shape[1] < 2:
        return None
    of_row = lambda r: (1 - r.mean() ** 2 / (r**2).mean()) / (1 - 1 / len(r)) if r.any() else None
    return mean_of(map(of_row, rows))


def case(name, x, y):
    ratio, nc1 = scatters(x, y)
    values = {
        "gdv": gdv(x, y),
        "class_separation_r2": class_separation_r2(x, y),
        "silhouette": silhouette(x, y),
        "within_between_ratio": ratio,
        "nc1": nc1,
        "nearest_class_mean_accuracy": nearest_class_mean(x, y),
        "class_selectivity_index": class_selectivity_index(x, y),
        "d_prime_preferred_class": d_prime(x, y),
        "auc_best_class": auc(x, y),
        "lifetime_sparseness": sparseness(x.T),
        "population_sparseness": sparseness(x),
    }
    return described(name, x, y) | {"values": {key: number(value) for key, value in values.items()}}


def main():
    cases = [case(*layer) for layer in layer_cases()]
    OUT.write_text(json.dumps({"layers": cases}, separators=(",", ":"), allow_nan=False) + "\n")
    print(f"{OUT}: {len(cases)} layers, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
