"""Numbers that tests/support draws too, for rdms.py and rdms_topology.py."""

import numpy as np
import rsatoolbox

MASK = (1 << 64) - 1


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
