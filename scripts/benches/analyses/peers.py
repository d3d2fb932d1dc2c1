"""The analyses of this bench in rsatoolbox, numpy and himalaya, on one thread.

    python peers.py make FOLDER     writes the arrays that everyone reads
    python peers.py run FOLDER      answers each workload's name on standard input by a line {"ms", "values"}

`values` are what main.mjs compares: the numbers of a report that do not depend on the time it took.
"""

import json
import os
import sys
import time
import warnings
from pathlib import Path

# Before numpy is imported, which reads them then.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np  # noqa: E402

N_STIMULI, N_UNITS, N_LAYERS, N_TARGETS, N_FOLDS, N_SAMPLES = 1000, 768, 12, 2000, 5, 1000
ALPHAS = 10.0 ** np.arange(-2, 8)


def make(folder):
    """Layers of two models that share a part of their variance, targets that the units predict in part, two sets of 92."""
    rng = np.random.default_rng(1)
    shared = rng.standard_normal((N_STIMULI, 32))
    for number in range(2 * N_LAYERS):
        noise = rng.standard_normal((N_STIMULI, N_UNITS))
        layer = shared @ rng.standard_normal((32, N_UNITS)) / (4 + number % N_LAYERS) + noise
        np.save(folder / f"layer{number:02}.npy", layer)
    x = rng.standard_normal((N_STIMULI, N_UNITS))
    weights = rng.standard_normal((N_UNITS, N_TARGETS)) / np.sqrt(N_UNITS)
    np.save(folder / "units.npy", x)
    np.save(folder / "targets.npy", x @ weights + 0.5 * rng.standard_normal((N_STIMULI, N_TARGETS)))
    model = rng.standard_normal((92, 1000))
    np.save(folder / "model.npy", model)
    np.save(folder / "measured.npy", model + 2 * rng.standard_normal((92, 1000)))


def rsa(folder, method):
    """rsatoolbox: two RDMs, and 1,000 bootstrap samples over stimuli of their comparison."""
    import rsatoolbox

    names = {"index": np.arange(92)}
    read = lambda name: rsatoolbox.data.Dataset(np.load(folder / f"{name}.npy"), obs_descriptors=names)  # noqa: E731
    data = [read("model"), read("measured")]

    def run():
        model, measured = (rsatoolbox.rdm.calc_rdm(one, method="correlation") for one in data)
        fixed = rsatoolbox.model.ModelFixed("model", model)
        estimate = rsatoolbox.rdm.compare(model, measured, method=method).item()
        found = rsatoolbox.inference.eval_bootstrap_pattern(
            fixed, measured, method=method, N=N_SAMPLES, boot_noise_ceil=False
        )
        return [estimate, *np.nanquantile(found.evaluations, [0.025, 0.975])]

    return run


def cka(folder):
    """numpy: each Gram matrix U-centred and scaled once, then one product for all pairs."""
    layers = [np.load(folder / f"layer{number:02}.npy") for number in range(2 * N_LAYERS)]
    n = N_STIMULI

    def u_centred(x):
        x = x - x.mean(0)
        k = x @ x.T
        np.fill_diagonal(k, 0)
        rows = k.sum(0) / (n - 2)
        k -= rows
        k -= (rows - rows.sum() / (n - 1))[:, None]
        np.fill_diagonal(k, 0)
        k /= np.linalg.norm(k)
        return k.ravel()

    def run():
        grams = np.stack([u_centred(x) for x in layers])
        return [(grams[:N_LAYERS] @ grams[N_LAYERS:].T).mean()]

    return run


def ridge(folder):
    """himalaya: in each of 5 folds the penalty is chosen for each target by the other 4, as by Inscape."""
    from himalaya.ridge import RidgeCV

    x, y = np.load(folder / "units.npy"), np.load(folder / "targets.npy")
    folds = np.arange(N_STIMULI) * N_FOLDS // N_STIMULI

    def run():
        predicted = np.empty_like(y)
        for fold in range(N_FOLDS):
            train = folds != fold
            of_train = folds[train]
            inner = [(np.flatnonzero(of_train != k), np.flatnonzero(of_train == k)) for k in np.unique(of_train)]
            model = RidgeCV(alphas=ALPHAS, fit_intercept=True, cv=inner, solver_params={"local_alpha": True})
            predicted[~train] = model.fit(x[train], y[train]).predict(x[~train])
        r2 = 1 - ((y - predicted) ** 2).sum(0) / ((y - y.mean(0)) ** 2).sum(0)
        return [r2.mean()]

    return run


WORKLOADS = {
    "rsa-pearson": lambda folder: rsa(folder, "corr"),
    "rsa-spearman": lambda folder: rsa(folder, "spearman"),
    "rsa-cosine": lambda folder: rsa(folder, "cosine"),
    "cka": cka,
    "ridge": ridge,
}


def answer(folder):
    warnings.simplefilter("ignore")
    ready = {}
    for name in map(str.strip, sys.stdin):
        if name not in ready:
            ready[name] = WORKLOADS[name](folder)
        started = time.perf_counter()
        values = ready[name]()
        ms = 1e3 * (time.perf_counter() - started)
        print(json.dumps({"ms": ms, "values": [float(value) for value in values]}), flush=True)


if __name__ == "__main__":
    {"make": make, "run": answer}[sys.argv[1]](Path(sys.argv[2]))
