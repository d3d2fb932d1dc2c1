"""Makes crates/analysis/tests/golden/decoding.json: probes, the control task's parts and codelengths.

Packages (pip): numpy 2.4.6, scikit-learn 1.9.1; Python 3.11.
Run from the repository's root: python scripts/golden/analysis/decoding.py

References:
  logistic         sklearn.linear_model.LogisticRegression(C, solver="newton-cg", tol=1e-10), for two classes its
                   coefficient vector as plus and minus one half; checked against solver="lbfgs"
  probes           LogisticRegression, RidgeClassifier, NearestCentroid in plain loops over PredefinedSplit; the
                   penalty by GridSearchCV within each fold; accuracy_score, balanced_accuracy_score,
                   confusion_matrix
  correlation      Haxby et al. 2001 written out with numpy.corrcoef
  codelength       Voita & Titov 2020 (online code), written out on LogisticRegression.predict_log_proba
"""

import json
import pathlib
import warnings

import numpy as np
from sklearn.linear_model import LogisticRegression, RidgeClassifier
from sklearn.metrics import accuracy_score, balanced_accuracy_score, confusion_matrix
from sklearn.model_selection import GridSearchCV, PredefinedSplit
from sklearn.neighbors import NearestCentroid

OUT = pathlib.Path("crates/analysis/tests/golden/decoding.json")
CS = [0.01, 1.0, 100.0]
ALPHAS = [100.0, 1.0, 0.01]


def rounded(values):
    return [float(f"{value:.13g}") for value in np.asarray(values, dtype=float).ravel()]


def logistic(c=1.0):
    return LogisticRegression(C=c, solver="newton-cg", tol=1e-10, max_iter=10_000)


class Correlation:
    def fit(self, x, y):
        self.classes = np.unique(y)
        self.means = np.array([x[y == k].mean(axis=0) for k in self.classes])
        return self

    def predict(self, x):
        scores = np.array([[np.corrcoef(row, mean)[0, 1] for mean in self.means] for row in x])
        return self.classes[scores.argmax(axis=1)]


def chosen(model, name, grid, x, y, fold_of):
    search = GridSearchCV(model, {name: grid}, cv=PredefinedSplit(fold_of), scoring="accuracy")
    # Accuracies that differ by rounding only are equal; the first is taken.
    scores = search.fit(x, y).cv_results_["mean_test_score"]
    return grid[int(np.argmax(scores >= scores.max() - 1e-9))]


def probe(kind, x, y, fold_of):
    predictions, penalties, accuracies = np.zeros_like(y), [], []
    for fold in range(fold_of.max() + 1):
        train, test = fold_of != fold, fold_of == fold
        inner, penalty = (x[train], y[train], fold_of[train]), 1.0
        if kind == "probe_logistic":
            penalty = chosen(logistic(), "C", CS, *inner)
            model = logistic(penalty)
        elif kind == "probe_ridge":
            penalty = chosen(RidgeClassifier(solver="svd"), "alpha", ALPHAS, *inner)
            model = RidgeClassifier(alpha=penalty, solver="svd")
        else:
            model = NearestCentroid() if kind == "probe_nearest_centroid" else Correlation()
        predictions[test] = model.fit(x[train], y[train]).predict(x[test])
        penalties.append(penalty)
        accuracies.append(accuracy_score(y[test], predictions[test]))
    return {
        "predictions": predictions.tolist(),
        "penalties": penalties,
        "fold_accuracies": rounded(accuracies),
        "accuracy": accuracy_score(y, predictions),
        "balanced_accuracy": balanced_accuracy_score(y, predictions),
        "confusion": confusion_matrix(y, predictions).ravel().tolist(),
    }


def coefficients(x, y, c):
    model = logistic(c).fit(x, y)
    other = LogisticRegression(C=c, solver="lbfgs", tol=1e-9, max_iter=100_000).fit(x, y)
    assert np.allclose(model.coef_, other.coef_, rtol=1e-3, atol=1e-4 * np.abs(model.coef_).max())
    weights, intercepts = model.coef_, model.intercept_
    if len(weights) == 1:
        weights, intercepts = np.vstack([-weights, weights]) / 2, np.array([-intercepts[0], intercepts[0]]) / 2
    intercepts = intercepts - intercepts.mean()
    return {"coefficients": rounded(weights.T), "intercepts": rounded(intercepts)}


def codelength(x, y, ends, c):
    n_classes = len(np.unique(y))
    bits = ends[0] * np.log2(n_classes)
    for start, end in zip(ends, ends[1:]):
        logs = logistic(c).fit(x[:start], y[:start]).predict_log_proba(x[start:end])
        bits -= logs[np.arange(end - start), y[start:end]].sum() / np.log(2)
    return bits


def cases():
    rng = np.random.default_rng(11)
    normal = lambda *shape: rng.standard_normal(shape)

    def groups(n, p, k, apart=1.5):
        y = rng.permutation(np.arange(n) % k)
        return normal(n, p) + apart * normal(k, p)[y], y

    for n, p, k, apart in [(12, 3, 2, 1.5), (12, 8, 2, 1.0), (15, 6, 3, 1.5), (12, 11, 3, 1.5), (12, 14, 2, 1.5),
                           (15, 5, 3, 0.3), (16, 4, 4, 1.5), (12, 2, 2, 1.0), (20, 4, 5, 2.0), (12, 9, 2, 0.0)]:
        yield f"{n} stimuli of {p} units in {k} classes {apart} apart", *groups(n, p, k, apart)
    x, y = groups(14, 4, 2, 6.0)
    yield "classes far apart", x, y
    x, y = groups(15, 2, 3)
    yield "rank two", x @ normal(2, 6), y
    x, y = groups(12, 6, 2)
    x[:, [0, 3]] = [2.5, 0.0]
    yield "two constant units", x, y
    x, y = groups(12, 5, 3)
    yield "duplicated stimuli", np.vstack([x[:6], x[:6]]), np.concatenate([y[:6], y[:6]])
    x, y = groups(12, 4, 2)
    yield "an offset of a hundred", x + 100, y
    x, y = groups(12, 4, 2)
    yield "units of different size", x * [0.1, 1, 5, 20], y
    x, y = groups(16, 5, 2)
    yield "uneven classes", x + 2 * (np.arange(16) % 4 == 0)[:, None], (np.arange(16) % 4 == 0).astype(int)
    x, y = groups(15, 8, 3)
    yield "rectified answers", np.maximum(x, 0), y
    x, y = groups(15, 4, 3)
    yield "counts", np.round(2 * x) + [0, 1, 2, 3], y
    x, y = groups(12, 3, 2)
    yield "tiny answers", 1e-3 * x, y


def golden_case(name, x, y):
    x = np.array([[float(f"{v:.6g}") for v in row] for row in x])
    # Three folds, each with every class: two can be left out.
    y = np.unique(y, return_inverse=True)[1]
    fold_of = np.zeros(len(y), dtype=int)
    for k in np.unique(y):
        fold_of[y == k] = np.arange((y == k).sum()) % 3
    kinds = ["probe_logistic", "probe_ridge", "probe_nearest_centroid", "probe_correlation"]
    # One stimulus of each class first, as an online code needs.
    first = np.unique(y, return_index=True)[1]
    order = np.concatenate([first, np.setdiff1d(np.arange(len(y)), first)])
    x, y, fold_of = x[order], y[order], fold_of[order]
    n = len(y)
    ends = [n // 3, n // 2, n]
    assert len(np.unique(y[: ends[0]])) == len(np.unique(y))
    return {
        "name": name, "n": n, "p": x.shape[1], "x": x.ravel().tolist(), "labels": y.tolist(), "folds": fold_of.tolist(),
        "logistic": [coefficients(x, y, c) for c in CS],
        "probes": {
            # Two patterns of two units correlate by 1 or -1.
            kind: None if kind == "probe_correlation" and x.shape[1] < 3 else probe(kind, x, y, fold_of) for kind in kinds
        },
        "codelength": {"ends": ends, "bits": codelength(x, y, ends, 1.0)},
    }


def main():
    warnings.simplefilter("ignore")
    golden = {"cases": [golden_case(*arguments) for arguments in cases()]}
    OUT.write_text(json.dumps(golden, separators=(",", ":"), allow_nan=False) + "\n")
    print(f"{OUT}: {len(golden['cases'])} cases, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
