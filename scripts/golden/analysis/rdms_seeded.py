"""Numbers that tests/support draws too, and what rdms.py, rdms_bootstraps.py and rdms_topology.py share."""

import numpy as np
import rsatoolbox

MASK = (1 << 64) - 1
METHODS = {
    "rdm_pearson": "corr",
    "rdm_spearman": "spearman",
    "rdm_kendall_tau_a": "tau-a",
    "rdm_cosine": "cosine",
    "rdm_rho_a": "rho-a",
    "rdm_whitened_cosine": "cosine_cov",
    "rdm_whitened_pearson": "corr_cov",
}


def mixed(z):
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def uniform(seed, count):
    """tests/support's `uniform(seed, i)` for i below count: on (0, 1)."""
    at = lambda i: mixed((((seed << 40) + i + 1) * 0x9E3779B97F4A7C15) & MASK)
    return np.array([((at(i) >> 11) + 0.5) / (1 << 53) for i in range(count)])


def rounded(values):
    return [float(f"{value:.13g}") for value in np.asarray(values, dtype=float).ravel()]


def rdms_of(*uppers):
    return rsatoolbox.rdm.RDMs(np.array(uppers, dtype=float))


def features(seed, n_stimuli, n_units):
    return uniform(seed, n_stimuli * n_units).reshape(n_stimuli, n_units)


def squared_distances(x):
    upper = np.triu_indices(len(x), 1)
    return ((x[:, None] - x[None]) ** 2).sum(axis=2)[upper]


def is_undefined(method, a, b):
    constant = a.max() == a.min() or b.max() == b.min()
    zero = not a.any() or not b.any()
    return (constant and method in ("rdm_pearson", "rdm_spearman", "rdm_whitened_pearson")) or (
        zero and method in ("rdm_cosine", "rdm_whitened_cosine")
    )


class Draws:
    """crates/draws: SplitMix64 read by counter."""

    def __init__(self, seed):
        self.key = seed & MASK

    def at(self, counter):
        return mixed((self.key + (counter + 1) * 0x9E3779B97F4A7C15) & MASK)

    def stream(self, number):
        return Draws(self.at(number))

    def below(self, counter, limit):
        return (self.at(counter) * limit) >> 64

    def permutation(self, count):
        order = list(range(count))
        for last in range(count - 1, 0, -1):
            other = self.below(last, last + 1)
            order[last], order[other] = order[other], order[last]
        return order
