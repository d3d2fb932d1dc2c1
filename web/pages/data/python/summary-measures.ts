// Numbers for one array as functions of numpy, scipy and scikit-learn, called by Inscape's exact names.

export interface Summary {
  name: string;
  imports?: readonly string[];
  helpers?: readonly string[];
  text: string;
}

const VARIANCES = `def variances(x):
    """Along the principal axes, falling, without those that are rounding."""
    s = np.linalg.svd(x - x.mean(0), compute_uv=False)
    return s[s > s[0] * 1e-12 * max(x.shape)] ** 2 / (len(x) - 1)`;

const EXPONENT = `def exponent(values, first, last):
    """How fast the variances fall from rank first to last: the slope in logarithms, each weighted by 1 / rank."""
    if last <= first:
        return np.nan
    ranks = np.arange(first, last + 1)
    return -np.polyfit(np.log(ranks), np.log(values[first - 1 : last]), 1, w=1 / np.sqrt(ranks))[0]`;

const SPARSENESS = `def sparseness(rows):
    """Vinje & Gallant 2000, mean over rows that are not all 0."""
    if (rows < 0).any():
        return np.nan
    rows = rows[rows.any(axis=1)]
    return ((1 - rows.mean(1) ** 2 / (rows**2).mean(1)) / (1 - 1 / rows.shape[1])).mean()`;

const MEANS = `def means_of(x, y):
    return np.array([x[y == one].mean(0) for one in np.unique(y)])`;

const PAIRS = 'from scipy.spatial.distance import pdist, squareform';

/** Of an array alone. */
export const OF_LAYERS: readonly Summary[] = [
  {
    name: 'participation_ratio',
    helpers: [VARIANCES],
    text: `def participation_ratio(x):
    """Over how many dimensions the stimuli spread (Gao et al. 2017)."""
    v = variances(x)
    return v.sum() ** 2 / (v**2).sum()`,
  },
  {
    name: 'effective_rank',
    helpers: [VARIANCES],
    text: `def effective_rank(x):
    """Roy & Vetterli 2007."""
    p = np.sqrt(variances(x)) / np.sqrt(variances(x)).sum()
    return np.exp(-(p * np.log(p)).sum())`,
  },
  {
    name: 'stable_rank',
    helpers: [VARIANCES],
    text: `def stable_rank(x):
    return variances(x).sum() / variances(x)[0]`,
  },
  {
    name: 'components_to_90',
    helpers: [VARIANCES],
    text: `def components_to_90(x):
    v = variances(x)
    return 1 + np.argmax(np.cumsum(v) >= (0.9 - 1e-12) * v.sum())`,
  },
  {
    name: 'spectrum_exponent_all',
    helpers: [VARIANCES, EXPONENT],
    text: `def spectrum_exponent_all(x):
    return exponent(variances(x), 1, len(variances(x)))`,
  },
  {
    name: 'spectrum_exponent_11_500',
    helpers: [VARIANCES, EXPONENT],
    text: `def spectrum_exponent_11_500(x):
    return exponent(variances(x), 11, min(500, len(variances(x))))`,
  },
  {
    name: 'intrinsic_dimension_two_nn',
    imports: [PAIRS],
    text: `def intrinsic_dimension_two_nn(x):
    """Facco et al. 2017, without the largest tenth of the ratios."""
    first, second = np.sort(squareform(pdist(x)), axis=1)[:, 1:3].T
    ratios = np.sort(second[first > 0] / first[first > 0])
    kept = int(len(ratios) * 0.9)
    logs, heights = np.log(ratios[:kept]), -np.log(1 - np.arange(1, kept + 1) / len(ratios))
    return logs @ heights / (logs @ logs)`,
  },
  {
    name: 'intrinsic_dimension_mle_20',
    imports: [PAIRS],
    text: `def intrinsic_dimension_mle_20(x):
    """Levina & Bickel 2004, with the mean of MacKay & Ghahramani, from 20 neighbours."""
    k = min(20, len(x) - 1)
    d = np.sort(squareform(pdist(x)), axis=1)[:, 1 : k + 1]
    return len(x) * (k - 1) / np.log(d[:, -1:] / d[:, :-1]).sum()`,
  },
  {
    name: 'mean_cosine_similarity',
    imports: [PAIRS],
    text: `def mean_cosine_similarity(x):
    return (1 - pdist(x, "cosine")).mean()`,
  },
  {
    name: 'isoscore',
    helpers: [VARIANCES],
    text: `def isoscore(x):
    """Rudman et al. 2022, algorithm 1."""
    p, v = x.shape[1], variances(x)
    filled = np.sqrt(p) * np.pad(v, (0, p - len(v))) / np.linalg.norm(v)
    defect = np.linalg.norm(filled - 1) / np.sqrt(2 * (p - np.sqrt(p)))
    used = (p - defect**2 * (p - np.sqrt(p))) ** 2 / p**2
    return (p * used - 1) / (p - 1)`,
  },
  {
    name: 'lifetime_sparseness',
    helpers: [SPARSENESS],
    text: `def lifetime_sparseness(x):
    return sparseness(x.T)`,
  },
  {
    name: 'population_sparseness',
    helpers: [SPARSENESS],
    text: `def population_sparseness(x):
    return sparseness(x)`,
  },
];

/** Of an array and classes. */
export const OF_CLASSES: readonly Summary[] = [
  {
    name: 'gdv',
    imports: ['from itertools import combinations', 'from scipy.spatial.distance import cdist', PAIRS],
    text: `def gdv(x, y):
    """The generalised discrimination value (Schilling et al. 2021)."""
    x = x[:, np.ptp(x, axis=0) > 0]
    z = 0.5 * (x - x.mean(0)) / x.std(0)
    members = [z[y == one] for one in np.unique(y)]
    within = np.mean([pdist(m).mean() for m in members])
    between = np.mean([cdist(a, b).mean() for a, b in combinations(members, 2)])
    return (within - between) / np.sqrt(x.shape[1])`,
  },
  {
    name: 'silhouette',
    imports: ['from sklearn.metrics import silhouette_score'],
    text: `def silhouette(x, y):
    return silhouette_score(x, y)`,
  },
  {
    name: 'within_between_ratio',
    helpers: [MEANS],
    text: `def within_between_ratio(x, y):
    means = means_of(x, y)
    within, between = x - means[y], means - means.mean(0)
    return (within**2).sum() / len(x) / ((between**2).sum() / len(means))`,
  },
  {
    name: 'nc1',
    helpers: [MEANS],
    text: `def nc1(x, y):
    """Papyan, Han & Donoho 2020: the within-class scatter along the classes' means."""
    means = means_of(x, y)
    u, s, vt = np.linalg.svd(means - means.mean(0), full_matrices=False)
    along = (x - means[y]) @ vt[s > 1e-6 * s[0]].T / s[s > 1e-6 * s[0]]
    return (along**2).sum() / len(x)`,
  },
  {
    name: 'nearest_class_mean_accuracy',
    imports: [
      'from sklearn.model_selection import LeaveOneOut, cross_val_score',
      'from sklearn.neighbors import NearestCentroid',
    ],
    text: `def nearest_class_mean_accuracy(x, y):
    return cross_val_score(NearestCentroid(), x, y, cv=LeaveOneOut()).mean()`,
  },
  {
    name: 'class_selectivity_index',
    helpers: [MEANS],
    text: `def class_selectivity_index(x, y):
    """Morcos et al. 2018, mean over units that answer."""
    if (x < 0).any():
        return np.nan
    means = np.sort(means_of(x[:, x.any(axis=0)], y), axis=0)
    best, rest = means[-1], means[:-1].mean(0)
    return ((best - rest) / (best + rest)).mean()`,
  },
  {
    name: 'd_prime_preferred_class',
    helpers: [MEANS],
    text: `def d_prime_preferred_class(x, y):
    """Of each unit's preferred class against all others, mean over units that vary within them."""
    found = []
    for unit, best in zip(x.T, means_of(x, y).argmax(0)):
        a, b = unit[y == best], unit[y != best]
        if np.ptp(a) > 0 or np.ptp(b) > 0:
            found.append((a.mean() - b.mean()) / np.sqrt((a.var(ddof=1) + b.var(ddof=1)) / 2))
    return np.mean(found)`,
  },
  {
    name: 'auc_best_class',
    imports: ['from sklearn.metrics import roc_auc_score'],
    text: `def auc_best_class(x, y):
    units = x.T[np.ptp(x, axis=0) > 0]
    return np.mean([max(roc_auc_score(y == one, unit) for one in np.unique(y)) for unit in units])`,
  },
];
