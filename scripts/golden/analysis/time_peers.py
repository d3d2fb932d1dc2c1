"""Times with rsatoolbox, numpy and himalaya what crates/analysis/benches/rsa.rs and ridge.rs time: one thread, best of three.

Packages (pip): numpy 2.4.6, rsatoolbox 0.3.2, scikit-learn 1.9.1, himalaya 0.4.11; Python 3.11.
Run from the repository's root: OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python scripts/golden/analysis/time_peers.py
"""

import time

import numpy as np
import rsatoolbox
from himalaya.ridge import RidgeCV

ALPHAS = 10.0 ** np.arange(-2, 8)


def best(title, run, n=3):
    times = []
    for _ in range(n):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    print(f"{title:<70} {1e3 * min(times):9.1f} ms", flush=True)


def bootstrap(method):
    """rsatoolbox's bootstrap over patterns: the RDM, then 1,000 samples of its comparison with another."""
    rng = np.random.default_rng(1)
    data = rsatoolbox.data.Dataset(rng.standard_normal((92, 1000)))
    other = rsatoolbox.rdm.calc_rdm(rsatoolbox.data.Dataset(rng.standard_normal((92, 1000))), method="correlation")
    model = rsatoolbox.model.ModelFixed("other", other)

    def run():
        rdm = rsatoolbox.rdm.calc_rdm(data, method="correlation")
        rsatoolbox.inference.eval_bootstrap_pattern(model, rdm, method=method, N=1000, boot_noise_ceil=False)

    return run


def cka():
    rng = np.random.default_rng(2)
    layers = [rng.standard_normal((1000, 768)) for _ in range(24)]
    n = 1000

    def centred(x):
        x = x - x.mean(0)
        k = x @ x.T
        np.fill_diagonal(k, 0)
        rows = k.sum(0) / (n - 2)
        k = k - rows[:, None] - rows[None] + k.sum() / ((n - 1) * (n - 2))
        np.fill_diagonal(k, 0)
        return k

    def run():
        grams = [centred(x).ravel() for x in layers]
        [a @ b / np.sqrt(a @ a * (b @ b)) for a in grams[:12] for b in grams[12:]]

    return run


def ridge():
    """As ridge_encoding: in each of 5 folds the penalty is chosen for each target by the other 4."""
    rng = np.random.default_rng(3)
    x, y = rng.standard_normal((1000, 768)), rng.standard_normal((1000, 2000))
    folds = np.arange(1000) // 200

    def run():
        for fold in range(5):
            train = folds != fold
            inner = [(np.flatnonzero(folds[train] != k), np.flatnonzero(folds[train] == k)) for k in range(5) if k != fold]
            model = RidgeCV(alphas=ALPHAS, fit_intercept=True, cv=inner, solver_params={"local_alpha": True})
            model.fit(x[train], y[train]).predict(x[~train])

    return run


def main():
    for method in ("corr", "spearman", "cosine"):
        best(f"rsatoolbox: RDM 92 x 1000, {method}, 1000 bootstrap samples", bootstrap(method), 1)
    best("numpy: debiased CKA 12 x 12 layers of 1000 x 768", cka())
    best("himalaya: ridge 1000 x 768, 2000 targets, 10 alphas, 5 folds nested", ridge(), 1)


if __name__ == "__main__":
    main()
