"""Makes crates/analysis/tests/golden/one_layer.json: numbers for one layer without labels.

Packages (pip): numpy 2.4.6, scipy 1.17.1, scikit-learn 1.9.1, scikit-dimension 0.5.0; Python 3.11.
Run from the repository's root: python scripts/golden/analysis/one_layer.py

References:
  effective_rank, stable_rank, components_to_90, spectrum_exponent_*
                                 written out here on numpy.linalg.svd of the centred activations; the exponent by
                                 weighted normal equations, as in the code of Stringer et al. 2019
  intrinsic_dimension_two_nn     skdim.id.TwoNN(discard_fraction=0.1), and Facco et al. 2017 written out: F of the i-th
                                 ratio is i/n with i from 1 (the script asserts that both agree)
  intrinsic_dimension_mle_20     skdim.id.MLE().fit(n_neighbors=20, comb="mle")
  mean_cosine_similarity         scipy.spatial.distance.pdist(metric="cosine")
  isoscore                       Rudman et al. 2022, algorithm 1, written out here step by step
  partition_isotropy             Mu & Viswanath 2018, written out here on numpy.linalg.svd
A value on which a measure is undefined is null.
"""

import json
import pathlib
import warnings

import numpy as np
import skdim
from one_layer_cases import described, layer_cases, number
from scipy.spatial.distance import pdist, squareform
from scipy.special import logsumexp

OUT = pathlib.Path("crates/analysis/tests/golden/one_layer.json")


def singular_values(x):
    """Of the centred activations, those that are not rounding."""
    if len(x) < 2 or (x == x[0]).all():
        return np.array([])
    sigma = np.linalg.svd(x - x.mean(axis=0), compute_uv=False)
    return sigma[sigma > sigma[0] * 1e-12 * max(x.shape)]


def spectrum(x):
    sigma = singular_values(x)
    names = ["effective_rank", "stable_rank", "components_to_90", "spectrum_exponent_all", "spectrum_exponent_11_500"]
    if len(sigma) == 0:
        return dict.fromkeys(names)
    p = sigma / sigma.sum()
    variances = sigma**2 / (len(x) - 1)
    explained = np.cumsum(variances) / variances.sum()
    values = [
        np.exp(-(p * np.log(p)).sum()),
        (sigma**2).sum() / sigma[0] ** 2,
        np.argmax(explained >= 0.9 - 1e-12) + 1,
        exponent(variances, 1, len(variances)),
        exponent(variances, 11, min(500, len(variances))),
    ]
    return dict(zip(names, map(number, values)))


def exponent(variances, first, last):
    if last <= first:
        return None
    ranks = np.arange(first, last + 1)
    a = np.stack([-np.log(ranks), np.ones(len(ranks))], axis=1)
    w = 1.0 / ranks[:, None]
    return np.linalg.solve(a.T @ (a * w), (w * a).T @ np.log(variances[first - 1 : last]))[0]


def two_nn_of_paper(x):
    distances = np.sort(squareform(pdist(x)), axis=1)[:, 1:3]
    mu = np.sort([second / first for first, second in distances if first > 0])
    kept = int(len(mu) * 0.9)
    if kept < 2:
        return None
    log_mu = np.log(mu[:kept])
    if log_mu.max() < 1e-10:
        return None
    heights = -np.log(1 - np.arange(1, kept + 1) / len(mu))
    return (log_mu @ heights) / (log_mu @ log_mu)


def two_nn(x):
    if len(x) < 3:
        return None
    value = two_nn_of_paper(x)
    if value is not None and x.shape[1] >= 2:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reference = skdim.id.TwoNN(discard_fraction=0.1).fit(x).dimension_
        assert abs(value - reference) <= 1e-6 * reference, (value, reference)
    return number(value)


def mle(x):
    if len(x) < 3 or pdist(x).min() == 0:
        return None
    k = min(20, len(x) - 1)
    distances = np.sort(squareform(pdist(x)), axis=1)[:, 1 : k + 1]
    logs = np.log(distances[:, -1:] / distances[:, :-1])
    if logs.max() < 1e-10:
        return None
    value = len(x) * (k - 1) / logs.sum()
    if x.shape[1] >= 2:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reference = skdim.id.MLE().fit(x, n_neighbors=k, comb="mle").dimension_
        assert abs(value - reference) <= 1e-6 * reference, (value, reference)
    return number(value)


def mean_cosine(x):
    if len(x) < 2 or not (x != 0).any(axis=1).all():
        return None
    return number((1 - pdist(x, "cosine")).mean())


def isoscore(x):
    p = x.shape[1]
    if p < 2 or len(x) < 2 or (x == x[0]).all():
        return None
    variances = np.linalg.eigvalsh(np.cov(x.T))
    scaled = np.sqrt(p) * variances / np.linalg.norm(variances)
    defect = np.linalg.norm(scaled - np.ones(p)) / np.sqrt(2 * (p - np.sqrt(p)))
    used = (p - defect**2 * (p - np.sqrt(p))) ** 2 / p**2
    return number((p * used - 1) / (p - 1))


def partition(x):
    if len(x) < 2 or not x.any():
        return None
    _, sigma, vt = np.linalg.svd(x, full_matrices=True)
    sigma = np.concatenate([sigma, np.zeros(len(vt) - len(sigma))])
    # Along directions without answers the product is 0, not rounding.
    along = x @ vt.T * (sigma > sigma[0] * 1e-12 * max(x.shape))
    logs = np.concatenate([logsumexp(along, axis=0), logsumexp(-along, axis=0)])
    return number(np.exp(logs.min() - logs.max()))


def case(name, x, classes):
    values = spectrum(x) | {
        "intrinsic_dimension_two_nn": two_nn(x),
        "intrinsic_dimension_mle_20": mle(x),
        "mean_cosine_similarity": mean_cosine(x),
        "isoscore": isoscore(x),
        "partition_isotropy": partition(x),
    }
    return described(name, x, classes) | {"values": values}


def main():
    cases = [case(*layer) for layer in layer_cases()]
    OUT.write_text(json.dumps({"layers": cases}, separators=(",", ":"), allow_nan=False) + "\n")
    print(f"{OUT}: {len(cases)} layers, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
