// Estimators of mutual information as functions `measure(x, y)` of numpy and scipy.

import type { Formula } from './measures';

const JOINT = `def apart(x):
    """The largest difference over units of each two stimuli."""
    d = cdist(x, x, "chebyshev")
    np.fill_diagonal(d, np.inf)
    return d`;

const CELLS = `def cells(x):
    """The cell of each stimulus: 30 bins a unit over the range of all."""
    bins = np.floor((x - x.min()) / np.ptp(x) * 30).clip(max=29)
    return np.unique(bins, axis=0, return_inverse=True)[1].ravel()`;

const NEIGHBOURS = ['from scipy.spatial.distance import cdist', 'from scipy.special import digamma'];

export const INFORMATION: Record<string, Formula> = {
  mi_ksg1_3_nats: {
    imports: NEIGHBOURS,
    helpers: [JOINT],
    measure: `def measure(x, y):
    """Mutual information in nats from 3 neighbours (Kraskov et al. 2004, equation 8)."""
    a, b = apart(x), apart(y)
    radius = np.sort(np.maximum(a, b), axis=1)[:, 2:3]
    within = digamma((a < radius).sum(1) + 1) + digamma((b < radius).sum(1) + 1)
    return digamma(3) + digamma(len(x)) - within.mean()`,
  },
  mi_ksg2_3_nats: {
    imports: NEIGHBOURS,
    helpers: [JOINT],
    measure: `def measure(x, y):
    """Mutual information in nats from 3 neighbours (Kraskov et al. 2004, equation 9)."""
    a, b = apart(x), apart(y)
    near = np.argsort(np.maximum(a, b), axis=1, kind="stable")[:, :3]
    n_near = [(d <= np.take_along_axis(d, near, 1).max(1, keepdims=True)).sum(1) for d in (a, b)]
    return digamma(3) - 1 / 3 + digamma(len(x)) - (digamma(n_near[0]) + digamma(n_near[1])).mean()`,
  },
  mi_binned_30_bits: {
    imports: ['from sklearn.metrics import mutual_info_score'],
    helpers: [CELLS],
    measure: `def measure(x, y):
    """Mutual information of the cells in bits."""
    return mutual_info_score(cells(x), cells(y)) / np.log(2)`,
  },
};
