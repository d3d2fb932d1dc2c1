"""Makes crates/analysis/tests/golden/encoding_extras.json: what comes with encoding models.

Packages (pip): numpy 2.4.6, scipy 1.17.1, scikit-learn 1.9.1, himalaya 0.4.11; Python 3.11.
Run from the repository's root: python scripts/golden/analysis/encoding_extras.py

References:
  banded_ridge            sklearn.linear_model.Ridge(1) on scaled spaces
  banded_ridge_encoding   himalaya.ridge.GroupRidgeCV with the given weights as its search, a PredefinedSplit of the
                          other folds within each outer fold; checked against plain loops of Ridge
  noise_ceiling           the formulas of Allen et al. 2022 and Dupre la Tour et al. 2025, written out in numpy
  variance_partition      sklearn.linear_model.Ridge within plain loops, inclusion and exclusion by hand
  two_versus_two          the formula of Mitchell et al. 2008, written out with scipy.spatial.distance.cosine
  rsa_regression          scipy.optimize.nnls, numpy.corrcoef
A value on which a measure is undefined is null.
"""

import json
import pathlib
import warnings

import numpy as np
from himalaya.ridge import GroupRidgeCV
from scipy.optimize import nnls
from scipy.spatial.distance import cosine
from sklearn.linear_model import Ridge
from sklearn.metrics import r2_score
from sklearn.model_selection import PredefinedSplit

OUT = pathlib.Path("crates/analysis/tests/golden/encoding_extras.json")
ALPHAS = [0.1, 10.0, 300.0]
WEIGHTS = [[1.0, 0.0], [0.0, 1.0], [0.5, 0.5], [0.9, 0.1], [0.2, 0.8]]


def rounded(values):
    return [float(f"{value:.13g}") for value in np.asarray(values, dtype=float).ravel()]


def short(x):
    return np.array([[float(f"{v:.6g}") for v in row] for row in x])


def fit(x, y, alpha):
    return Ridge(alpha=alpha, solver="svd").fit(x, y)


def banded(spaces, y, alphas):
    x = np.hstack([space / np.sqrt(alpha) for space, alpha in zip(spaces, alphas)])
    model = fit(x, y, 1.0)
    coefficients, start = [], 0
    for space, alpha in zip(spaces, alphas):
        own = np.atleast_2d(model.coef_).T[start : start + space.shape[1]]
        coefficients.append(rounded(own / np.sqrt(alpha)))
        start += space.shape[1]
    return {"alphas": alphas, "coefficients": coefficients, "intercepts": rounded(model.intercept_)}


def errors(x, y, alpha, fold_of):
    """Mean squared error [n_targets], averaged over folds."""
    of_fold = [((fit(x[a], y[a], alpha).predict(x[b]).reshape(len(b), -1) - y[b]) ** 2).mean(axis=0)
               for a, b in PredefinedSplit(fold_of).split()]
    return np.mean(of_fold, axis=0)


def banded_encoding(spaces, y, fold_of, per_target):
    scaled = [np.hstack([space * np.sqrt(w) for space, w in zip(spaces, weights)]) for weights in WEIGHTS]
    choices = [(w, a) for w in range(len(WEIGHTS)) for a in range(len(ALPHAS))]
    predictions, alphas, weights = np.zeros_like(y), [], []
    for fold in range(fold_of.max() + 1):
        train, test = fold_of != fold, fold_of == fold
        table = np.array([errors(scaled[w][train], y[train], ALPHAS[a], fold_of[train]) for w, a in choices])
        best = table.argmin(axis=0) if per_target else np.full(y.shape[1], table.mean(axis=1).argmin())
        for target, choice in enumerate(best):
            w, a = choices[choice]
            predictions[test, target] = fit(scaled[w][train], y[train, target], ALPHAS[a]).predict(scaled[w][test])
            alphas.append(ALPHAS[a])
            weights.append(WEIGHTS[w])
        if per_target:
            model = GroupRidgeCV(
                groups="input", fit_intercept=True, cv=PredefinedSplit(fold_of[train]), random_state=0,
                # It takes the logarithm of weights, so none may be 0.
                solver_params={"n_iter": np.maximum(WEIGHTS, 1e-13), "alphas": np.array(ALPHAS), "progress_bar": False, "warn": False},
            ).fit([space[train] for space in spaces], y[train])
            assert np.allclose(model.predict([space[test] for space in spaces]), predictions[test], rtol=1e-5, atol=1e-6)
    return {
        "predictions": rounded(predictions), "alphas": rounded(alphas), "weights": rounded(weights),
        "r2_pooled": rounded(r2_score(y, predictions, multioutput="raw_values")),
    }


def held_out_r2(x, y, fold_of):
    predictions = np.zeros_like(y)
    for fold in range(fold_of.max() + 1):
        train, test = fold_of != fold, fold_of == fold
        table = np.array([errors(x[train], y[train], alpha, fold_of[train]) for alpha in ALPHAS])
        for target, place in enumerate(table.argmin(axis=0)):
            predictions[test, target] = fit(x[train], y[train, target], ALPHAS[place]).predict(x[test])
    return r2_score(y, predictions, multioutput="raw_values")


def partition(spaces, y, fold_of):
    r2 = lambda *chosen: held_out_r2(np.hstack([spaces[k] for k in chosen]), y, fold_of)
    a, b, ab = r2(0), r2(1), r2(0, 1)
    if len(spaces) == 2:
        return {"r2": rounded([a, b, ab]), "parts": rounded([ab - b, ab - a, a + b - ab])}
    c, ac, bc, abc = r2(2), r2(0, 2), r2(1, 2), r2(0, 1, 2)
    parts = [
        abc - bc, abc - ac, ac + bc - c - abc, abc - ab, ab + bc - b - abc, ab + ac - a - abc,
        a + b + c - ab - ac - bc + abc,
    ]
    return {"r2": rounded([a, b, ab, c, ac, bc, abc]), "parts": rounded(parts)}


def spaces_case(name, spaces, y, fold_of):
    spaces, y, fold_of = [short(space) for space in spaces], short(y), np.asarray(fold_of)
    return {
        "name": name, "n": len(y), "p": [space.shape[1] for space in spaces], "t": y.shape[1],
        "spaces": [space.ravel().tolist() for space in spaces], "y": y.ravel().tolist(), "folds": fold_of.tolist(),
        "banded": banded(spaces, y, [0.5, 20.0, 3.0][: len(spaces)]),
        "per_target": banded_encoding(spaces, y, fold_of, True) if len(spaces) == 2 else None,
        "common": banded_encoding(spaces, y, fold_of, False) if len(spaces) == 2 else None,
        "partition": partition(spaces, y, fold_of),
    }


def spaces_cases():
    rng = np.random.default_rng(5)
    normal = lambda *shape: rng.standard_normal(shape)
    k = lambda n, folds: np.arange(n) % folds
    for n, p, t in [(12, (2, 3), 2), (12, (5, 4), 2), (10, (6, 8), 1), (12, (1, 1), 2), (9, (8, 2), 2), (12, (2, 2, 3), 2),
                    (12, (3, 5, 6), 1)]:
        spaces = [normal(n, q) for q in p]
        y = sum(space @ normal(space.shape[1], t) * s for space, s in zip(spaces, [1.5, 0.5, 1])) + 0.5 * normal(n, t)
        yield f"{n} stimuli, spaces of {p} units, {t} targets", spaces, y, k(n, 3)
    for case in range(9):
        spaces = [normal(9, 1 + case % 4), normal(9, 1 + case % 3)]
        y = spaces[case % 2] @ normal(spaces[case % 2].shape[1], 2) + 0.4 * normal(9, 2)
        yield f"random spaces {case}", spaces, y, k(9, 3)
    x = normal(10, 4)
    x[5:] = x[:5]
    yield "duplicated stimuli", [x[:, :2], x[:, 2:]], x @ normal(4, 1) + 0.3 * normal(10, 1), k(10, 5)
    x = normal(12, 3)
    yield "two spaces that share two units", [x, np.hstack([x[:, :2], normal(12, 1)])], x @ normal(3, 2) + 0.3 * normal(12, 2), k(12, 4)
    yield "spaces of different scale and offset", [10 * normal(12, 2) + 50, 0.1 * x], x @ normal(3, 2) + 0.3 * normal(12, 2), k(12, 4)
    dead = normal(12, 3)
    dead[:, 1] = 4.2
    yield "a constant unit", [dead, normal(12, 2)], dead @ normal(3, 2) + 0.3 * normal(12, 2), k(12, 3)


def ceiling_cases():
    rng = np.random.default_rng(6)
    for repeats, n, t, noise in [(2, 8, 3, 0.5), (3, 5, 2, 1.0), (5, 10, 2, 2.0), (2, 2, 1, 0.1), (4, 6, 3, 0.0), (10, 4, 2, 5.0)] + [
        (2 + case % 4, 3 + case, 2, 0.3 * case) for case in range(1, 10)
    ] + [(3, 2, 3, 8.0), (2, 30, 2, 2.0), (12, 3, 1, 0.01), (7, 20, 2, 1.0), (2, 9, 5, 0.0), (6, 40, 2, 3.0)]:
        signal = rng.standard_normal((n, t))
        if n == 30:  # noise alone
            signal *= 0
        elif n == 20:  # ties
            signal = np.round(signal)
        elif n == 40:  # large numbers
            signal, noise = 1e6 * signal, 1e6 * noise
        data = np.array([short(signal + noise * rng.standard_normal((n, t)) + 100 * (n == 5)) for _ in range(repeats)])
        noise_variance = data.var(axis=0, ddof=1).mean(axis=0)
        of_mean, of_one = data.mean(axis=0).var(axis=0, ddof=1), data.var(axis=1, ddof=1).mean(axis=0)
        signal_variance = np.maximum(of_mean - noise_variance / repeats, 0)
        ncsnr = np.sqrt(signal_variance) / np.sqrt(np.where(noise_variance > 0, noise_variance, 1))
        ceiling = lambda k: np.where(noise_variance > 0, ncsnr**2 / (ncsnr**2 + 1 / k), 1.0)
        ev = of_mean / of_one
        yield {
            "n": n, "t": t, "repeats": [repeat.ravel().tolist() for repeat in data],
            "noise_variance": rounded(noise_variance), "signal_variance": rounded(signal_variance),
            "r2_of_one_repeat": rounded(ceiling(1)), "r2_of_mean": rounded(ceiling(repeats)),
            "explainable_variance_corrected": rounded(ev - (1 - ev) / (repeats - 1)),
        }


def two_versus_two_cases():
    rng = np.random.default_rng(8)
    for n, t, noise in [(2, 3, 1.0), (5, 4, 1.0), (8, 6, 2.0), (10, 2, 1.0), (7, 9, 5.0), (6, 1, 1.0), (6, 5, 0.1)] + [
        (3 + case % 8, 1 + case % 6, 0.2 * case) for case in range(1, 15)
    ]:
        y = short(rng.standard_normal((n, t)))
        p = short(y + noise * rng.standard_normal((n, t)))
        if n == 7:
            y[3], p[5] = y[2], p[4]
        alike = lambda i, j: 1 - cosine(y[i], p[j])
        leads = [alike(i, i) + alike(j, j) - alike(i, j) - alike(j, i) for i in range(n) for j in range(i + 1, n)]
        # Sums that differ by rounding only are a tie, which is half right.
        right = [0.5 if abs(lead) <= 1e-12 else float(lead > 0) for lead in leads]
        yield {"n": n, "t": t, "y": y.ravel().tolist(), "p": p.ravel().tolist(), "accuracy": float(np.mean(right))}


def rsa_cases():
    rng = np.random.default_rng(9)
    for n, m, kind in [(4, 2, "mixed"), (6, 3, "mixed"), (7, 5, "mixed"), (5, 1, "mixed"), (6, 4, "unrelated"), (8, 6, "unrelated"),
                       (4, 6, "mixed"), (6, 3, "negative"), (5, 8, "unrelated")] + [
        (4 + case % 4, 1 + case % 5, ["mixed", "unrelated"][case % 2]) for case in range(12)
    ]:
        models = short(rng.uniform(0.1, 2, (m, n * (n - 1) // 2)))
        weights = rng.uniform(-0.5, 1.5, m)
        rdm = weights @ models + 0.2 * rng.uniform(0, 1, models.shape[1])
        if kind == "unrelated":
            rdm = rng.uniform(0, 1, models.shape[1])
        if kind == "negative":
            rdm = -np.abs(rdm)
        rdm = short([rdm])[0]
        weights, residual = nnls(models.T, rdm)
        mixture = weights @ models
        yield {
            "n": n, "rdm": rdm.tolist(), "models": models.tolist(), "weights": rounded(weights), "residual": float(residual),
            "pearson": float(np.corrcoef(rdm, mixture)[0, 1]) if weights.any() else None,
        }


def main():
    warnings.simplefilter("ignore")
    golden = {
        "spaces": [spaces_case(*arguments) for arguments in spaces_cases()],
        "ceilings": list(ceiling_cases()),
        "two_versus_two": list(two_versus_two_cases()),
        "rsa": list(rsa_cases()),
    }
    OUT.write_text(json.dumps(golden, separators=(",", ":"), allow_nan=False) + "\n")
    print(f"{OUT}: {[len(cases) for cases in golden.values()]} cases, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
