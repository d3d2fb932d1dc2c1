"""Makes crates/analysis/tests/golden/maps.json: what scikit-learn and umap-learn say maps of stimuli are.

Packages (pip): numpy 2.4.6, scipy 1.17.1, scikit-learn 1.9.1, umap-learn 0.5.12; Python 3.11.
Run from the repository's root: python scripts/golden/analysis/maps.py

Inputs: map_inputs.py; distances are scipy's Euclidean pdist. References:
  classical_mds     eigenvalues by numpy.linalg.eigh of the double-centred squares, written out below; coordinates by
                    sklearn.manifold.ClassicalMDS where the first eigenvalues are apart
  metric_mds        sklearn.manifold.smacof from a given start
  nonmetric_mds     the same with metric=False, where no distance is 0 (scikit-learn takes a 0 as missing)
  tsne              sklearn's _joint_probabilities; sklearn.manifold.TSNE(method="exact") from a given start,
                    the divergence by its _kl_divergence; TSNE(method="barnes_hut", angle=0) for many stimuli
  umap              umap.umap_.fuzzy_simplicial_set from exact neighbours; find_ab_params; simplicial_set_embedding is
                    not compared, because it draws from another generator
  trustworthiness   sklearn.manifold.trustworthiness, also with both sides exchanged, where no distances are equal
  scaled_stress     Kruskal's stress-1 at the best scale, written out below
A value that the reference leaves open is null.
"""

import json
import pathlib
import warnings

import numpy as np
from map_inputs import inputs, layer, rounded
from scipy.spatial.distance import pdist, squareform
from sklearn.manifold import TSNE, ClassicalMDS, smacof, trustworthiness
from sklearn.manifold import _t_sne
from sklearn.manifold._t_sne import _joint_probabilities, _kl_divergence
from umap.umap_ import find_ab_params, fuzzy_simplicial_set

OUT = pathlib.Path("crates/analysis/tests/golden/maps.json")
APART = 1e-3
# (steps, early exaggeration). Of so few stimuli an exaggeration of 12 makes one point, which rounding then parts, and
# scikit-learn's own rate, 50, makes steps so long that rounding decides where they lead.
RUNS = [(10, 12.0), (260, 1.5), (300, 1.5)]
RATE = 2.0


def classical(d):
    n = len(d)
    centring = np.eye(n) - 1 / n
    values = np.linalg.eigh(-0.5 * centring @ d**2 @ centring)[0][::-1]
    is_open = values[1] < APART * values[0] or (values[:2] - values[1:3]).min() < APART * values[0]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = None if is_open else rounded(ClassicalMDS(n_components=2, metric="precomputed").fit_transform(d))
    return {"eigenvalues": rounded(values), "coordinates": found}


def scaled(d, start, metric):
    if not metric and (squareform(d, checks=False) == 0).any():
        return None
    found = []
    for steps in (1, 5, 300):
        y, stress, n_steps = smacof(
            d,
            metric=metric,
            n_components=2,
            init=start.copy(),
            n_init=1,
            max_iter=steps,
            eps=1e-6,
            return_n_iter=True,
            normalized_stress=False,
        )
        stress_1 = np.sqrt(stress / (pdist(y) ** 2).sum())
        found.append(
            {"max_iterations": steps, "n_iterations": n_steps, "coordinates": rounded(y, 10), "raw": stress, "stress_1": stress_1}
        )
    return found


def tsne(x, d, start, perplexity):
    joint = _joint_probabilities(d**2, perplexity, 0)
    found = []
    for steps, exaggeration in RUNS:
        # _fit, because fit refuses fewer than 250 steps.
        model = TSNE(
            2,
            perplexity=perplexity,
            init=start.copy(),
            method="exact",
            max_iter=steps,
            learning_rate=RATE,
            early_exaggeration=exaggeration,
        )
        model._EXPLORATION_MAX_ITER = min(250, steps)
        y = model._fit(x)
        # scikit-learn's own number is from before the last step.
        kl = _kl_divergence(y.ravel(), joint, 1, len(x), 2)[0]
        coordinates = rounded(y, 8) if steps < 250 else None
        found.append({"n_steps": steps, "early_exaggeration": exaggeration, "kl": float(kl), "coordinates": coordinates})
    return {"perplexity": perplexity, "learning_rate": RATE, "joint": rounded(joint, 8), "maps": found}


def tsne_of_many(rng):
    """scikit-learn's Barnes-Hut from the nearest 13 of 39, with angle 0, so that its tree groups nothing."""
    x = np.round(rng.normal(size=(40, 3)), 2)
    start = np.round(rng.normal(size=(40, 2)), 3)
    model = TSNE(2, perplexity=4.0, init=start.copy(), method="barnes_hut", angle=0.0, max_iter=11, learning_rate=RATE)
    model._EXPLORATION_MAX_ITER = 11
    model._N_ITER_CHECK = 1
    divergences = []
    descend = _t_sne._gradient_descent

    def recorded(objective, *args, **kwargs):
        return descend(lambda *a, **k: divergences.append((a[0].copy(), objective(*a, **k))) or divergences[-1][1], *args, **kwargs)

    _t_sne._gradient_descent = recorded
    model._fit(x)
    _t_sne._gradient_descent = descend
    # Where the eleventh step starts is where the tenth ends; the divergence without exaggeration.
    y, (exaggerated, _) = divergences[10]
    factor = model.early_exaggeration
    kl = exaggerated / factor - np.log(factor)
    return layer("many", x) | {
        "start": rounded(start),
        "perplexity": 4.0,
        "learning_rate": RATE,
        "n_steps": 10,
        "coordinates": rounded(y, 8),
        "kl": float(kl),
    }


def umap(x, d, k):
    order = np.argsort(d + np.where(np.eye(len(d)), -1, 0), axis=1, kind="stable")[:, :k]
    graph, _, _ = fuzzy_simplicial_set(
        x, k, np.random.RandomState(0), "euclidean", knn_indices=order, knn_dists=np.take_along_axis(d, order, 1)
    )
    graph = graph.toarray()
    return {"n_neighbours": k, "graph": rounded(squareform(graph, checks=False), 8)}


def quality(x, y, k):
    d, e = pdist(x), pdist(y)
    is_open = len(np.unique(d)) < len(d) or len(np.unique(e)) < len(e)
    b = (d * e).sum() / (e * e).sum()
    return {
        "n_neighbours": k,
        "map": rounded(y),
        "trustworthiness": None if is_open else trustworthiness(x, y, n_neighbors=k),
        "continuity": None if is_open else trustworthiness(y, x, n_neighbors=k),
        "scaled_stress": float(np.sqrt(((d - b * e) ** 2).sum() / (d**2).sum())),
    }


def case(name, x, rng):
    d = squareform(pdist(x))
    start = np.round(rng.normal(size=(len(x), 2)), 3)
    return layer(name, x) | {
        "classical": classical(d),
        "start": rounded(start),
        "metric_mds": scaled(d, start, True),
        "nonmetric_mds": scaled(d, start, False),
        "tsne": tsne(x, d, 1e-2 * start, 2.5),
        "umap": umap(x, d, 4),
        "quality": quality(x, start, 2),
    }


def main():
    rng = np.random.default_rng(11)
    golden = {
        "layers": [case(name, x, rng) for name, x in inputs()],
        "many": tsne_of_many(rng),
        "curves": [
            {"min_distance": m, "spread": s, "ab": [float(v) for v in find_ab_params(s, m)]}
            for m, s in [(0.1, 1.0), (0.0, 1.0), (0.001, 1.0), (0.25, 1.0), (0.5, 1.0), (0.8, 1.0), (0.99, 1.0), (0.5, 2.0), (0.05, 0.5)]
        ],
    }
    OUT.write_text(json.dumps(golden, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
