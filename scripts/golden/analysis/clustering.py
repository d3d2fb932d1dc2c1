"""Makes crates/analysis/tests/golden/clustering.json: what SciPy and scikit-learn say groups of stimuli are.

Packages (pip): numpy 2.4.6, scipy 1.17.1, scikit-learn 1.9.1; Python 3.11.
Run from the repository's root: python scripts/golden/analysis/clustering.py

Inputs: map_inputs.py. References:
  linkage_*            scipy.cluster.hierarchy linkage, leaves_list, cut_tree, on scipy's Euclidean pdist
  k_means              sklearn.cluster.KMeans from given centres
  spectral_embedding   sklearn.manifold.spectral_embedding where its eigenvalues are apart and the affinities hang
                       together; eigenvalues by numpy.linalg.eigh of the normalised Laplacian, written out below
  agreement            sklearn.metrics adjusted_rand_score, adjusted_mutual_info_score
A value that the reference leaves open is null.
"""

import json
import pathlib
import warnings

import numpy as np
from map_inputs import inputs, layer, rounded
from scipy.cluster.hierarchy import cut_tree, leaves_list, linkage
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import pdist, squareform
from sklearn.cluster import KMeans
from sklearn.manifold import spectral_embedding
from sklearn.metrics import adjusted_mutual_info_score, adjusted_rand_score

OUT = pathlib.Path("crates/analysis/tests/golden/clustering.json")
APART = 1e-3


def by_first(labels):
    known = []
    for label in labels:
        if label not in known:
            known.append(label)
    return [known.index(label) for label in labels]


def hierarchies(x):
    out = {}
    for method in ["single", "complete", "average", "ward"]:
        z = linkage(pdist(x), method)
        cuts = {str(k): by_first(cut_tree(z, k).ravel()) for k in (1, 2, 3, len(x))}
        # cut_tree undoes merges one by one, so equal heights leave nothing open.
        out[f"linkage_{method}"] = {"merges": rounded(z), "leaf_order": leaves_list(z).tolist(), "groups": cuts}
    return out


def k_means(x, k, centres):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = KMeans(k, init=centres, n_init=1, tol=1e-4, max_iter=300, algorithm="lloyd").fit(x)
    return {
        "n_groups": k,
        "start": rounded(centres),
        "groups": found.labels_.tolist(),
        "centres": rounded(found.cluster_centers_),
        "inertia": float(found.inertia_),
        "n_iterations": int(found.n_iter_),
    }


def spectral(affinity, k):
    np.fill_diagonal(affinity, 0)
    degrees = affinity.sum(axis=0)
    roots = np.sqrt(np.where(degrees > 0, degrees, 1))
    laplacian = np.diag((degrees > 0) * 1.0) - affinity / np.outer(roots, roots)
    values = np.linalg.eigh(laplacian)[0]
    n_parts = connected_components(affinity)[0]
    is_open = n_parts > 1 or np.diff(values)[: k + 1].min() < APART
    coordinates = None if is_open else rounded(spectral_embedding(affinity, n_components=k, random_state=0))
    return {"eigenvalues": rounded(np.maximum(values[1 : k + 1], 0)), "coordinates": coordinates, "n_parts": int(n_parts)}


def nearest_affinity(x, k):
    d = squareform(pdist(x))
    np.fill_diagonal(d, -1)
    graph = np.zeros_like(d)
    for i, order in enumerate(np.argsort(d, axis=1, kind="stable")):
        graph[i, order[1 : k + 1]] = 1
    return (graph + graph.T) / 2


def case(name, x, rng):
    k = 3
    start = x[rng.choice(len(x), k, replace=False)]
    gamma = float(f"{1 / np.median(pdist(x)) ** 2:.3g}")
    return layer(name, x) | {
        "hierarchies": hierarchies(x),
        "k_means": k_means(x, k, start),
        "spectral": {
            "nearest": spectral(nearest_affinity(x, 4), 2) if len(x) > 5 else None,
            "gamma": gamma,
            "rbf": spectral(np.exp(-gamma * squareform(pdist(x)) ** 2), 2),
        },
    }


def empty_group(x):
    """A start whose last mean is nobody's nearest."""
    return k_means(x, 3, np.array([x[0], x[1], x[0] + 1000]))


def agreements(rng):
    pairs = [rng.integers(0, (2, 5), (20, 2)).T for _ in range(8)] + [rng.integers(0, (9, 4), (12, 2)).T for _ in range(8)]
    pairs += [(np.arange(6), np.array([0, 0, 1, 1, 2, 2])), (np.zeros(6, int), np.array([0, 0, 1, 1, 2, 2]))]
    pairs += [(np.zeros(5, int), np.zeros(5, int)), (np.arange(5), np.arange(5)[::-1]), (np.array([0, 0, 1]), np.array([4, 4, 2]))]
    return [
        {
            "a": np.asarray(a).tolist(),
            "b": np.asarray(b).tolist(),
            "rand": float(adjusted_rand_score(a, b)),
            "information": float(adjusted_mutual_info_score(a, b)),
        }
        for a, b in pairs
    ]


def main():
    rng = np.random.default_rng(7)
    layers = inputs()
    golden = {
        "layers": [case(name, x, rng) for name, x in layers],
        "empty_group": [layer(name, x) | {"k_means": empty_group(x)} for name, x in layers[:4]],
        "agreements": agreements(rng),
    }
    OUT.write_text(json.dumps(golden, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
