// Recordings predicted from several arrays, and what each explains, in scikit-learn.

import { quoted } from './loader';

/** Weights of the arrays that are tried beside each alone and all evenly, as many as Inscape takes. */
const N_RANDOM_WEIGHTS = 16;

const SIMPLEX = `def simplex(n_spaces, seed):
    """Weights that sum to 1: each array alone, all evenly, and some drawn at random."""
    unit = lambda number, cut: (draw(draw(seed, number), cut) >> 11) / 2**53
    cuts = [sorted([0, 1, *(unit(number, cut) for cut in range(1, n_spaces))]) for number in range(${N_RANDOM_WEIGHTS})]
    return [*np.eye(n_spaces), np.full(n_spaces, 1 / n_spaces), *np.diff(cuts)]`;

const ERRORS = `def errors(x, y, folds):
    """Mean squared error of each penalty and target on each of the folds, averaged."""
    of_folds = []
    for fold in np.unique(folds):
        train, test = folds != fold, folds == fold
        fits = [Ridge(alpha, solver="svd").fit(x[train], y[train]) for alpha in ALPHAS]
        of_folds.append([((fit.predict(x[test]).reshape(test.sum(), -1) - y[test]) ** 2).mean(0) for fit in fits])
    return np.mean(of_folds, axis=0)`;

const encoded = (isShared: boolean) => `def encoded(designs, y, folds):
    """Held-out predictions, and which design the other folds chose for each fold and target."""
    found, chosen = np.zeros_like(y), []
    for fold in np.unique(folds):
        train, test = folds != fold, folds == fold
        table = np.concatenate([errors(x[train], y[train], folds[train]) for x in designs])
        best = ${isShared ? 'np.full(y.shape[1], table.mean(1).argmin())' : 'table.argmin(0)'}
        for target, choice in enumerate(best):
            x, alpha = designs[choice // len(ALPHAS)], ALPHAS[choice % len(ALPHAS)]
            fit = Ridge(alpha, solver="svd").fit(x[train], y[train, target])
            found[test, target] = fit.predict(x[test])
        chosen.append(best // len(ALPHAS))
    return found, np.array(chosen)`;

/** Banded ridge regression: each array scaled by the root of its weight, which is a penalty of its own. */
export const bandedSteps = (seed: number) => ({
  helpers: (isShared: boolean) => [SIMPLEX, ERRORS, encoded(isShared)],
  lines: [
    `tried = np.array(simplex(len(spaces), ${seed}))`,
    'designs = [np.hstack([np.sqrt(w) * x for w, x in zip(one, spaces)]) for one in tried]',
    'found, chosen = encoded(designs, y, folds)',
    'weights = tried[chosen]',
  ],
});

/** R² of every set of the arrays, parted by inclusion and exclusion; sets are numbered in binary. */
export const partitionSteps = (names: readonly string[]) => [
  '',
  `names = [${names.map(quoted).join(', ')}]`,
  'all = 2 ** len(names) - 1',
  'members = lambda number: [k for k in range(len(names)) if number >> k & 1]',
  'scores = {0: np.zeros(y.shape[1])}',
  'for number in range(1, all + 1):',
  '    x = np.hstack([spaces[k] for k in members(number)])',
  '    scores[number] = r2_score(y, encoded([x], y, folds)[0], multioutput="raw_values")',
  'for number in range(1, all + 1):',
  '    subsets = [one for one in range(1, number + 1) if one & ~number == 0]',
  '    signs = [(-1) ** (len(members(number)) - len(members(one))) for one in subsets]',
  '    part = sum(sign * (scores[all] - scores[all & ~one]) for sign, one in zip(signs, subsets))',
  '    print("part of", *(names[k] for k in members(number)), end=": ")',
  '    print(f"mean {part.mean():.9f}, median {np.median(part):.9f}, R2 {scores[number].mean():.9f}")',
];
