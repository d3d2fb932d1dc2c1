// The likeness of two arrays of activations, each measure as a function `measure(x, y)` of numpy.

import { ORDERS } from './draws';
import { INFORMATION } from './information-measures';

export interface Formula {
  imports?: readonly string[];
  /** Functions that `measure` needs. */
  helpers?: readonly string[];
  measure: string;
}

const HSIC = `def hsic(k, l):
    """The unbiased estimator of HSIC (Song et al. 2012, equation 5)."""
    n = len(k)
    k, l = k - np.diag(np.diag(k)), l - np.diag(np.diag(l))
    means = k.sum() * l.sum() / ((n - 1) * (n - 2)) - 2 * k.sum(0) @ l.sum(0) / (n - 2)
    return ((k * l).sum() + means) / (n * (n - 3))`;

const BIASED_HSIC = `def hsic(k, l):
    """The biased estimator of HSIC (Gretton et al. 2005), up to a factor."""
    h = np.eye(len(k)) - 1 / len(k)
    return np.trace(k @ h @ l @ h)`;

const GAUSSIAN = `def kernel(x):
    """A Gaussian of the distances, as wide as their median."""
    d = pdist(x)
    return np.exp(-(squareform(d) ** 2) / (2 * np.median(d) ** 2))`;

const cka = (kernels: string, about: string) => `def measure(x, y):
    """${about}"""
    k, l = ${kernels}
    return hsic(k, l) / np.sqrt(hsic(k, k) * hsic(l, l))`;

const DISTANCES = 'from scipy.spatial.distance import pdist, squareform';

const rbf = (hsic: string, about: string): Formula => ({
  imports: [DISTANCES],
  helpers: [hsic, GAUSSIAN],
  measure: cka('kernel(x), kernel(y)', about),
});

const CORRELATIONS = `def correlations(x, y):
    """Of each unit of x with each of y; units that answer alike to all stimuli are left out."""
    x, y = (z[:, np.ptp(z, axis=0) > 0] for z in (x, y))
    return np.corrcoef(x.T, y.T)[: x.shape[1], x.shape[1] :]`;

const TRANSPORT = `def transport(costs):
    """The least cost at which one layer's units go to the other's, each layer's weighing the same."""
    p, q = costs.shape
    return ot.emd2(np.full(p, 1 / p), np.full(q, 1 / q), np.ascontiguousarray(costs), numItermax=10**6)`;

const SPREAD = `def spread(x):
    """The stimuli along the principal axes, and how far they spread along each."""
    u, s, _ = np.linalg.svd(x - x.mean(0), full_matrices=False)
    return u[:, s > 1e-6 * s[0]], s[s > 1e-6 * s[0]]`;

const PROCRUSTES = `def procrustes(x, y):
    """How far apart two layers are after the best rotation; the narrower has silent units besides."""
    width = max(x.shape[1], y.shape[1])
    x, y = (np.pad(z, ((0, 0), (0, width - z.shape[1]))) for z in (x, y))
    return np.linalg.norm(x @ orthogonal_procrustes(x, y)[0] - y)`;

const ROTATION = 'from scipy.linalg import orthogonal_procrustes';

const rotated = (shape: string, result: string, about: string): Formula => ({
  imports: [ROTATION],
  helpers: [SPREAD, PROCRUSTES],
  measure: `def measure(x, y):
    """${about}"""
    x, y = (${shape} for z in (x, y))
    return ${result}`,
});

const SCORES = 'np.multiply(*spread(z))';
const UNIT_SCORES = 'np.multiply(*spread(z)) / np.linalg.norm(spread(z)[1])';
const UNIT_BASIS = 'spread(z)[0] / np.sqrt(spread(z)[0].shape[1])';
const ANGLE = '2 * np.arcsin(min(1, procrustes(x, y) / 2))';

const neighbours = (metric: string): Formula => ({
  imports: [DISTANCES],
  helpers: [
    `def nearest(x):
    """The ten nearest of each stimulus; of equally far ones those that come first."""
    d = squareform(pdist(x, "${metric}"))
    steps = np.round(d / (1e-12 * d.max()))
    np.fill_diagonal(steps, np.inf)
    return np.argsort(steps, axis=1, kind="stable")[:, :10]`,
  ],
  measure: `def measure(x, y):
    """The share of the ten nearest that both layers have in common (Huh et al. 2024)."""
    return np.mean([len(set(a) & set(b)) / 10 for a, b in zip(nearest(x), nearest(y))])`,
});

const predictivity = (about: string, fit: string) => `def measure(x, y):
    """${about}, of stimuli left out in five parts: R2, mean over y's units."""
    found, order = np.zeros_like(y), shuffled(0, len(x))
    for part in range(5):
        new = order[part::5]
        known = np.setdiff1d(order, new)
        x_mean, y_mean = x[known].mean(0), y[known].mean(0)
${fit}
    used = np.ptp(y, axis=0) > 0
    r2 = 1 - ((y - found) ** 2).sum(0)[used] / ((y - y.mean(0)) ** 2).sum(0)[used]
    return r2.mean()`;

const LEAST_SQUARES = `        weights = np.linalg.lstsq(x[known] - x_mean, y[known] - y_mean, rcond=1e-6)[0]
        found[new] = (x[new] - x_mean) @ weights + y_mean`;

const LASSO = `        scale = np.where(np.ptp(x[known], axis=0) > 0, x[known].std(0), np.inf)
        a, b = ((x[rows] - x_mean) / scale for rows in (known, new))
        for unit, answers in enumerate((y[known] - y_mean).T):
            penalty = 0.1 * abs(a.T @ answers).max() / len(known)
            lasso = Lasso(penalty, fit_intercept=False, tol=1e-9, max_iter=10**6)
            found[new, unit] = lasso.fit(a, answers).predict(b) + y_mean[unit]`;

/** By Inscape's exact names. */
export const FORMULAS: Record<string, Formula> = {
  cka_linear_biased: {
    measure: `def measure(x, y):
    """Linear CKA, biased (Kornblith et al. 2019, equation 3)."""
    x, y = x - x.mean(0), y - y.mean(0)
    k, l = x @ x.T, y @ y.T
    return (k * l).sum() / (np.linalg.norm(k) * np.linalg.norm(l))`,
  },
  cka_linear_debiased: {
    helpers: [HSIC],
    measure: `def measure(x, y):
    """Linear CKA, debiased."""
    x, y = x - x.mean(0), y - y.mean(0)
    k, l = x @ x.T, y @ y.T
    return hsic(k, l) / np.sqrt(hsic(k, k) * hsic(l, l))`,
  },
  cka_rbf_median_biased: rbf(BIASED_HSIC, 'CKA with a Gaussian kernel, biased.'),
  cka_rbf_median_debiased: rbf(HSIC, 'CKA with a Gaussian kernel, debiased.'),
  kernel_alignment_linear: {
    measure: `def measure(x, y):
    """Kernel alignment (Cristianini et al. 2001): CKA without centring."""
    k, l = x @ x.T, y @ y.T
    return (k * l).sum() / (np.linalg.norm(k) * np.linalg.norm(l))`,
  },
  unit_matching_one_to_one: {
    imports: ['from scipy.optimize import linear_sum_assignment'],
    helpers: [CORRELATIONS],
    measure: `def measure(x, y):
    """The mean correlation of units, each matched to one of the other layer (Li et al. 2016)."""
    r = correlations(x, y)
    return r[linear_sum_assignment(r, maximize=True)].mean()`,
  },
  unit_matching_semi: {
    helpers: [CORRELATIONS],
    measure: `def measure(x, y):
    """The mean over units of the largest correlation with a unit of the other layer."""
    return correlations(x, y).max(1).mean()`,
  },
  soft_matching_distance: {
    imports: ['import ot', 'from scipy.spatial.distance import cdist'],
    helpers: [TRANSPORT],
    measure: `def measure(x, y):
    """The soft matching distance of units (Khosla & Williams 2024)."""
    return np.sqrt(transport(cdist(x.T, y.T, "sqeuclidean")))`,
  },
  soft_matching_correlation: {
    imports: ['import ot'],
    helpers: [CORRELATIONS, TRANSPORT],
    measure: `def measure(x, y):
    """The mean correlation of softly matched units (Khosla & Williams 2024)."""
    return 1 - transport(1 - correlations(x, y))`,
  },
  procrustes_orthogonal_distance: rotated(
    SCORES,
    'procrustes(x, y)',
    'The distance after the best rotation (Ding et al. 2021).',
  ),
  procrustes_orthogonal_distance_normalised: rotated(
    UNIT_SCORES,
    'procrustes(x, y)',
    'The same of layers of norm 1.',
  ),
  shape_angular: rotated(UNIT_SCORES, ANGLE, 'The angle after the best rotation (Williams et al. 2021).'),
  shape_angular_whitened: rotated(UNIT_BASIS, ANGLE, 'The same of whitened layers.'),
  cca_mean: {
    helpers: [SPREAD],
    measure: `def measure(x, y):
    """The mean canonical correlation."""
    return np.linalg.svd(spread(x)[0].T @ spread(y)[0], compute_uv=False).mean()`,
  },
  svcca_99: {
    helpers: [
      SPREAD,
      `def leading(x):
    """The fewest principal axes that have 99 % of the variance."""
    u, s = spread(x)
    return u[:, : 1 + (np.cumsum(s**2) < 0.99 * (s**2).sum()).sum()]`,
    ],
    measure: `def measure(x, y):
    """The mean canonical correlation of leading principal components (Raghu et al. 2017)."""
    return np.linalg.svd(leading(x).T @ leading(y), compute_uv=False).mean()`,
  },
  pwcca: {
    helpers: [SPREAD],
    measure: `def measure(x, y):
    """Canonical correlations, weighted by how much of x lies along each (Morcos et al. 2018)."""
    a = spread(x)[0]
    u, correlations, _ = np.linalg.svd(a.T @ spread(y)[0], full_matrices=False)
    weights = abs((a @ u).T @ (x - x.mean(0))).sum(1)
    return (weights * correlations).sum() / weights.sum()`,
  },
  mutual_knn_10_cosine: neighbours('cosine'),
  mutual_knn_10_euclidean: neighbours('euclidean'),
  linear_predictivity_5_fold: {
    helpers: ORDERS,
    measure: predictivity('What least squares on x explains', LEAST_SQUARES),
  },
  sparse_predictivity_tenth_5_fold: {
    imports: ['from sklearn.linear_model import Lasso'],
    helpers: ORDERS,
    measure: predictivity('What the lasso on x explains', LASSO),
  },
  relative_cosine_all_anchors: {
    imports: ['from sklearn.metrics.pairwise import cosine_similarity'],
    measure: `def measure(x, y):
    """How alike the stimuli's likenesses to all others are (Moschella et al. 2023)."""
    return cosine_similarity(cosine_similarity(x), cosine_similarity(y)).diagonal().mean()`,
  },
  ...INFORMATION,
};
