"""Makes crates/analysis/tests/golden/encoding.json: folds, ridge regression and ridge encoding.

Packages (pip): numpy 2.4.6, scikit-learn 1.9.1, himalaya 0.4.11; Python 3.11.
Run from the repository's root: python scripts/golden/analysis/encoding.py

References:
  folds            sklearn.model_selection KFold, StratifiedKFold, LeaveOneGroupOut
  ridge            sklearn.linear_model.Ridge(alpha, solver="svd")
  ridge_encoding   himalaya.ridge.RidgeCV(fit_intercept=True) with a PredefinedSplit of the other folds, within
                   each outer fold; checked against sklearn.linear_model.Ridge in plain loops; scores by
                   sklearn.metrics.r2_score and numpy.corrcoef
A value on which a measure is undefined is null.
"""

import json
import pathlib

import numpy as np
from himalaya.ridge import RidgeCV
from sklearn.linear_model import Ridge
from sklearn.metrics import r2_score
from sklearn.model_selection import KFold, LeaveOneGroupOut, PredefinedSplit, StratifiedKFold

OUT = pathlib.Path("crates/analysis/tests/golden/encoding.json")
ALPHAS = [0.01, 1.0, 30.0, 1000.0]


def rounded(values):
    return [float(f"{value:.13g}") for value in np.asarray(values, dtype=float).ravel()]


def of_stimuli(splits, n):
    fold_of = np.full(n, -1)
    for fold, (_, test) in enumerate(splits):
        fold_of[test] = fold
    return fold_of.tolist()


def folds():
    rng = np.random.default_rng(3)
    kfold = [
        {"n": n, "k": k, "of_stimuli": of_stimuli(KFold(k).split(np.zeros(n)), n)}
        for n, k in [(2, 2), (5, 2), (10, 3), (11, 4), (12, 12), (17, 5)]
    ]
    stratified = []
    for n, classes, k in [(12, 2, 3), (13, 2, 4), (20, 3, 3), (17, 3, 2), (30, 4, 5)]:
        labels = np.concatenate([np.tile(np.arange(classes), k), rng.integers(0, classes, n)])
        splits = StratifiedKFold(k).split(np.zeros(len(labels)), labels)
        stratified.append({"labels": labels.tolist(), "k": k, "of_stimuli": of_stimuli(splits, len(labels))})
    groups = rng.integers(0, 4, 15)
    group = {
        "groups": groups.tolist(),
        "of_stimuli": of_stimuli(LeaveOneGroupOut().split(np.zeros(15), groups=groups), 15),
    }
    return {"k_fold": kfold, "stratified": stratified, "group": group}


def nested(x, y, fold_of, per_target):
    """Held-out predictions, and chosen alphas [n_folds, n_targets]."""
    predictions, chosen = np.zeros_like(y), []
    for fold in range(fold_of.max() + 1):
        train, test = fold_of != fold, fold_of == fold
        model = RidgeCV(
            alphas=ALPHAS,
            fit_intercept=True,
            cv=PredefinedSplit(fold_of[train]),
            solver_params={"local_alpha": per_target, "warn": False},
        ).fit(x[train], y[train])
        alphas = np.broadcast_to(model.best_alphas_, y.shape[1:])
        assert np.allclose(alphas, plain_choice(x[train], y[train], fold_of[train], per_target))
        for target, alpha in enumerate(alphas):
            fitted = Ridge(alpha=alpha, solver="svd").fit(x[train], y[train, target])
            predictions[test, target] = fitted.predict(x[test])
        assert np.allclose(model.predict(x[test]), predictions[test], rtol=1e-6, atol=1e-8)
        chosen.append(alphas)
    return predictions, np.array(chosen)


def plain_choice(x, y, fold_of, per_target):
    errors = np.zeros((len(ALPHAS), y.shape[1]))
    for place, alpha in enumerate(ALPHAS):
        for train, test in PredefinedSplit(fold_of).split():
            predicted = Ridge(alpha=alpha, solver="svd").fit(x[train], y[train]).predict(x[test])
            errors[place] += ((predicted.reshape(len(test), -1) - y[test]) ** 2).mean(axis=0)
    best = errors.argmin(axis=0) if per_target else np.full(y.shape[1], errors.mean(axis=1).argmin())
    return np.array(ALPHAS)[best]


def encoding(x, y, fold_of, per_target):
    predictions, alphas = nested(x, y, fold_of, per_target)
    return {
        "predictions": rounded(predictions),
        "alphas": rounded(alphas),
        "r2_pooled": rounded(r2_score(y, predictions, multioutput="raw_values")),
        "pearson_pooled": rounded([np.corrcoef(a, b)[0, 1] for a, b in zip(y.T, predictions.T)]),
    }


def case(name, x, y, fold_of):
    x, y = (np.array([[float(f"{v:.6g}") for v in row] for row in z]) for z in (x, y))
    fold_of = np.asarray(fold_of)
    fits = [Ridge(alpha=alpha, solver="svd").fit(x, y) for alpha in ALPHAS]
    # A layer or a target without variance has no score.
    defined = (np.ptp(x, axis=0) > 0).any() and (np.ptp(y, axis=0) > 0).all()
    return {
        "name": name,
        "n": len(x),
        "p": x.shape[1],
        "t": y.shape[1],
        "x": x.ravel().tolist(),
        "y": y.ravel().tolist(),
        "folds": fold_of.tolist(),
        "coefficients": [rounded(np.atleast_2d(fit.coef_).T) for fit in fits],
        "intercepts": [rounded(fit.intercept_) for fit in fits],
        "per_target": encoding(x, y, fold_of, True) if defined else None,
        "common": encoding(x, y, fold_of, False) if defined else None,
    }


def cases():
    rng = np.random.default_rng(20260101)
    normal = lambda *shape: rng.standard_normal(shape)
    answers = lambda x, t, noise=0.5: x @ normal(x.shape[1], t) + noise * normal(len(x), t)
    k = lambda n, folds: np.arange(n) * folds // n
    shapes = [(12, 4, 3), (12, 8, 2), (9, 8, 3), (8, 12, 2), (10, 10, 2), (12, 1, 2), (6, 11, 1), (12, 11, 3)]
    for n, p, t in shapes:
        x = normal(n, p)
        yield f"{n} stimuli of {p} units, {t} targets", x, answers(x, t), k(n, 3)
    x = normal(12, 5)
    yield "a fold for each stimulus", x, answers(x, 2), np.arange(12)
    yield "unrelated targets", normal(12, 5), normal(12, 3), k(12, 4)
    x = normal(12, 5)
    yield "folds of different size", x, answers(x, 2), [0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 0]
    x = normal(10, 2) @ normal(2, 7)
    yield "rank two", x, answers(x, 3), k(10, 5)
    x = normal(12, 6)
    x[:, [1, 4]] = [3.7, 0.0]
    yield "two constant units", x, answers(x, 2), k(12, 3)
    x = normal(10, 6)
    x[5], x[9] = x[0], x[1]
    yield "duplicated stimuli", x, answers(x, 2), k(10, 5)
    x = normal(12, 5)
    yield "an offset of a thousand", x + 1e3, answers(x, 2) - 1e3, k(12, 4)
    yield "units of very different size", x * 10.0 ** rng.uniform(-2, 2, 5), answers(x, 2), k(12, 4)
    x = normal(12, 5)
    yield "targets of very different size", x, answers(x, 3) * [1e-4, 1.0, 1e4], k(12, 4)
    x = np.maximum(normal(12, 8), 0)
    yield "rectified answers", x, answers(x, 2), k(12, 3)
    x = rng.integers(0, 3, (12, 4)).astype(float)
    yield "counts", x, answers(x, 2), k(12, 3)
    x = normal(12, 3)
    yield "targets without noise", x, answers(x, 2, 0.0), k(12, 3)
    x = normal(6, 3)
    yield "six stimuli", x, answers(x, 2), [0, 1, 2, 0, 1, 2]
    yield "a dead layer", np.ones((9, 3)) * [0.1, 0.2, 0.3], normal(9, 2), k(9, 3)
    x, y = normal(9, 3), normal(9, 2)
    y[:, 1] = 0.7
    yield "a constant target", x, y, k(9, 3)


def main():
    golden = {"folds": folds(), "ridge": [case(*arguments) for arguments in cases()]}
    OUT.write_text(json.dumps(golden, separators=(",", ":"), allow_nan=False) + "\n")
    print(f"{OUT}: {len(golden['ridge'])} cases, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
