"""Distances of noisy conditions, and topology: the parts of rdms.json that rdms.py takes from here."""

import numpy as np
import rsatoolbox
from ripser import ripser
from rsatoolbox.rdm.transform import geotopological_transform, rank_transform
from scipy.sparse.csgraph import csgraph_from_dense, shortest_path
from scipy.spatial.distance import squareform
from sklearn.neighbors import kneighbors_graph

from rdms_seeded import features, rdms_of, rounded, squared_distances, uniform


def noise_distances():
    """Measurements of conditions in partitions, and residuals; `measurements` of tests/cases/rdms makes the same."""
    methods = {
        "None": "full",
        "VariancesOnly": "diag",
        "TowardsIdentity": "shrinkage_eye",
        "TowardsVariances": "shrinkage_diag",
    }
    for case in range(20):
        n_conditions, n_partitions, p = 3 + case % 3, 2 + case % 4, [1, 2, 5, 8, 12][case % 5]
        n_residuals = [4, 20][case % 2]
        # Each condition once in each partition, then some of them again: unbalanced for odd cases.
        conditions = np.tile(np.arange(n_conditions), n_partitions)
        partitions = np.repeat(np.arange(n_partitions), n_conditions)
        if case % 2:
            conditions = np.concatenate([conditions, np.arange(n_conditions)])
            partitions = np.concatenate([partitions, np.arange(n_conditions) % n_partitions])
        x = features(4000 + 2 * case, len(conditions), p) + conditions[:, None]
        residuals = features(4001 + 2 * case, n_residuals, p) - 0.5
        if p > 1:
            residuals[:, 1] += residuals[:, 0]
        data = rsatoolbox.data.Dataset(
            x, obs_descriptors={"condition": conditions.tolist(), "partition": partitions.tolist()}
        )
        calc = lambda method, **kw: rounded(
            rsatoolbox.rdm.calc_rdm(data, method=method, descriptor="condition", **kw).dissimilarities[0]
        )
        out = {
            "case": case,
            "n_residuals": n_residuals,
            "n_units": p,
            "conditions": conditions.tolist(),
            "partitions": partitions.tolist(),
            "crossnobis": calc("crossnobis", cv_descriptor="partition"),
            "noise": {},
        }
        for name, method in methods.items():
            if name == "None" and n_residuals <= p:
                out["noise"][name] = None
                continue
            if name == "TowardsIdentity" and p == 1:
                # The target is the sample: rsatoolbox divides 0 by 0.
                covariance = rsatoolbox.data.noise.cov_from_residuals(residuals, method="full")
            elif name == "TowardsVariances" and p == 1:
                covariance = rsatoolbox.data.noise.cov_from_residuals(residuals, method="full")
            else:
                covariance = rsatoolbox.data.noise.cov_from_residuals(residuals, method=method)
            precision = np.linalg.inv(covariance)
            out["noise"][name] = {
                "covariance": rounded(covariance),
                "mahalanobis": calc("mahalanobis", noise=precision),
                "crossnobis": calc("crossnobis", noise=precision, cv_descriptor="partition"),
            }
        covariance = rsatoolbox.data.noise.cov_from_residuals(residuals, method="diag", dof=2)
        out["with_two_degrees_of_freedom"] = rounded(covariance)
        yield out


def rank_modulo_2(matrix):
    matrix = matrix.copy() % 2
    rank = 0
    for column in range(matrix.shape[1]):
        rows = np.flatnonzero(matrix[rank:, column]) + rank
        if len(rows):
            matrix[[rank, rows[0]]] = matrix[[rows[0], rank]]
            others = np.flatnonzero(matrix[:, column])
            matrix[others[others != rank]] ^= matrix[rank]
            rank += 1
    return rank


def betti(square, threshold):
    n = len(square)
    edges = [(i, j) for j in range(n) for i in range(j) if square[i, j] <= threshold]
    places = {edge: place for place, edge in enumerate(edges)}
    triangles = [
        [(i, j), (i, k), (j, k)]
        for k in range(n)
        for j in range(k)
        for i in range(j)
        if max(square[i, j], square[i, k], square[j, k]) <= threshold
    ]
    to_points = np.zeros((n, max(len(edges), 1)), dtype=np.int64)
    for place, edge in enumerate(edges):
        to_points[list(edge), place] = 1
    to_edges = np.zeros((max(len(edges), 1), max(len(triangles), 1)), dtype=np.int64)
    for place, triangle in enumerate(triangles):
        to_edges[[places[edge] for edge in triangle], place] = 1
    rank = rank_modulo_2(to_points)
    return [n - rank, len(edges) - rank - rank_modulo_2(to_edges)]


def topology_rdm(case):
    """Distances of stimuli; `topology_rdm` of tests/cases/rdms makes the same."""
    n = [4, 6, 9, 12][case % 4]
    u = uniform(5000 + case, 2 * n)
    if case < 8:  # points on the plane
        upper = np.sqrt(squared_distances(u.reshape(n, 2)))
    elif case < 16:  # any distances
        upper = uniform(5000 + case, n * (n - 1) // 2)
    elif case < 20:  # many equal distances
        upper = np.floor(6 * uniform(5000 + case, n * (n - 1) // 2)) + 1
    else:  # around a loop of places: the shorter way, with a little noise
        place = np.arange(n)
        around = np.abs(place[:, None] - place[None])
        upper = np.minimum(around, n - around)[np.triu_indices(n, 1)] + 0.1 * uniform(5000 + case, n * (n - 1) // 2)
    return n, upper


def topology():
    for case in range(24):
        n, upper = topology_rdm(case)
        square = squareform(upper)
        tied = len(set(upper)) < len(upper)
        # A thousand times as large: rsatoolbox 0.3.2 scales before it asks which entries exceed the upper
        # threshold, so that one below 1 sets entries between the thresholds to 1 as well.
        geo, large = {}, 1024 * upper
        for low, up in [(0.0, 1.0), (0.2, 0.8), (0.35, 0.5)]:
            if np.quantile(upper, low) < np.quantile(upper, up):
                geo[f"{low} {up}"] = rounded(geotopological_transform(rdms_of(large), low, up).dissimilarities[0])
            else:
                geo[f"{low} {up}"] = None
        nearest = []
        if not tied:  # of equally near neighbours, scikit-learn takes any
            graph = kneighbors_graph(square, 2, mode="distance", metric="precomputed").toarray()
            ways = shortest_path(np.maximum(graph, graph.T), method="D", directed=False)
            nearest = rounded(ways[np.triu_indices(n, 1)]) if np.isfinite(ways).all() else None
        joined = np.where(square < np.quantile(upper, 0.75), square, np.inf)
        below = shortest_path(csgraph_from_dense(joined, null_value=np.inf), method="D", directed=False)
        below = below[np.triu_indices(n, 1)]
        bars = ripser(square, distance_matrix=True, maxdim=1)["dgms"]
        thresholds = np.linspace(0, upper.max(), 9)
        yield {
            "case": case,
            "n_stimuli": n,
            "ranks": rounded(rank_transform(rdms_of(upper)).dissimilarities[0]),
            "geo_topological": geo,
            "nearest": nearest,
            "threshold": float(np.quantile(upper, 0.75)),
            "below": rounded(below) if np.isfinite(below).all() else None,
            "joins": sorted(rounded(bars[0][:-1, 1])),
            "loops": [rounded(bar) for bar in sorted(bars[1].tolist())],
            "betti": [betti(square, t) for t in thresholds],
        }
