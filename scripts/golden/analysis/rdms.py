"""Makes crates/analysis/tests/golden/rdms.json: comparisons of RDMs, inference on them, distances with
noise, and topology, as Python's references have them.

Packages (pip): numpy 2.4.6, scipy 1.17.1, scikit-learn 1.9.1, rsatoolbox 0.3.2, statsmodels 0.15.0,
ripser 0.6.15; Python 3.11.
Run from the repository's root: OMP_NUM_THREADS=1 python scripts/golden/analysis/rdms.py

Inputs are not in the file but made again by tests/cases/rdms: both sides read the counter generator of
tests/support (SplitMix64's finaliser) as uniform numbers, which are the same to the bit. References:
  rdm_rho_a, rdm_whitened_cosine, _pearson   rsatoolbox.rdm.compare ("rho-a", "cosine_cov", "corr_cov")
  comparisons on chosen stimuli              the same, after rsatoolbox's subsample_pattern
  permutations                               the same comparisons on orders drawn by crates/draws' SplitMix64
  noise ceilings                             rsatoolbox.inference.noise_ceiling.boot_noise_ceiling
  t, signed rank, sign flips                 scipy.stats.ttest_rel, wilcoxon (of ties: all signs counted by
                                             permutation_test), permutation_test
  corrections                                statsmodels.stats.multitest.multipletests
  noise covariances                          rsatoolbox.data.noise.cov_from_residuals, all four methods
  squared_mahalanobis_per_unit, crossnobis   rsatoolbox.rdm.calc_rdm, with numpy.linalg.inv of that covariance
  rank and geo-topological transforms        rsatoolbox.rdm.transform
  geodesics                                  scipy.sparse.csgraph.shortest_path, on scikit-learn's graph of nearest neighbours
                                             and on distances below a threshold (rsatoolbox's geodesic_transform
                                             loses the nearest pair, whose distance it has moved to 0)
  barcodes                                   ripser (which computes in f32)
  Betti curves                               ranks modulo 2 of the boundary matrices, written out below
A value on which a measure is undefined is null.
"""

import json
import pathlib
import warnings

import numpy as np
import rsatoolbox
from rsatoolbox.inference.noise_ceiling import boot_noise_ceiling
from scipy import stats
from statsmodels.stats.multitest import multipletests

from rdms_seeded import (
    METHODS,
    Draws,
    features,
    is_undefined,
    rdms_of,
    rounded,
    squared_distances,
    uniform,
)
from rdms_topology import noise_distances, topology

OUT = pathlib.Path("crates/analysis/tests/golden/rdms.json")


def compared(a, b, method):
    """One number of two RDMs objects of one RDM each, or null where it is not finite."""
    with np.errstate(all="ignore"):
        value = float(rsatoolbox.rdm.compare(a, b, method=METHODS[method])[0, 0])
    return value if np.isfinite(value) else None


def pairs_of_rdms():
    """(name, n_stimuli, a, b); `rdm_case` of tests/cases/rdms makes the same."""
    pairs = lambda n: n * (n - 1) // 2
    for case in range(24):
        n = [3, 4, 5, 7, 9, 12][case % 6]
        seed = 100 + 10 * case
        if case < 6:  # squared distances of related features
            x = features(seed, n, 4)
            y = x + features(seed + 1, n, 4)
            a, b = squared_distances(x), squared_distances(y)
        elif case < 12:  # tied levels
            a = np.floor(uniform(seed, pairs(n)) * 3)
            b = np.floor(uniform(seed + 1, pairs(n)) * 4) + a
        elif case < 18:  # estimates around 0, as cross-validated distances are
            a = uniform(seed, pairs(n)) - 0.5
            b = uniform(seed + 1, pairs(n)) - 0.25 + a
        elif case < 22:  # duplicated stimuli (the last is the first again) and a large offset
            x = features(seed, n, 3)
            x[-1] = x[0]
            y = features(seed + 1, n, 2)
            a, b = squared_distances(x), squared_distances(y) + 1000.0
        elif case == 22:  # a constant RDM
            a, b = np.full(pairs(n), 0.25), uniform(seed + 1, pairs(n))
        else:  # an RDM of zeros
            a, b = np.zeros(pairs(n)), uniform(seed + 1, pairs(n))
        yield case, n, a, b


def comparisons():
    for case, n, a, b in pairs_of_rdms():
        both = [rdms_of(a), rdms_of(b)]
        whole = {m: None if is_undefined(m, a, b) else compared(*both, m) for m in METHODS}
        # Stimuli drawn with replacement: floor(n * uniform).
        chosen = np.floor(n * uniform(105 + 10 * case, n)).astype(int)
        on_chosen = {}
        if len(set(chosen)) >= 3 and case < 22:
            sub = [r.subsample_pattern("index", chosen) for r in both]
            kept = [r.dissimilarities[0][~np.isnan(r.dissimilarities[0])] for r in sub]
            on_chosen = {m: None if is_undefined(m, *kept) else compared(*sub, m) for m in METHODS}
        yield {"case": case, "n_stimuli": n, "whole": whole, "chosen": chosen.tolist(), "on_chosen": on_chosen}


def subject_rdms(seed, n_stimuli, n_subjects):
    """A model's RDM and noisy ones; `subjects` of tests/cases/rdms makes the same."""
    m = n_stimuli * (n_stimuli - 1) // 2
    model = uniform(seed, m)
    return model, [model + 1.5 * uniform(seed + 1 + s, m) for s in range(n_subjects)]


def permutations():
    model, subjects = subject_rdms(2100, 6, 1)
    square = rsatoolbox.rdm.RDMs(np.array(subjects)).get_matrices()[0]
    upper = np.triu_indices(6, 1)
    for method in METHODS:
        orders = [Draws(9).stream(s).permutation(6) for s in range(25)]
        permuted = [square[np.ix_(o, o)][upper] for o in orders]
        values = [compared(rdms_of(model), rdms_of(p), method) for p in permuted]
        observed = compared(rdms_of(model), rdms_of(subjects[0]), method)
        yield {"method": method, "observed": observed, "permuted": values}


def noise_ceilings():
    for case in range(20):
        n, n_subjects = [4, 5, 8][case % 3], [2, 3, 6, 9][case % 4]
        _, subjects = subject_rdms(2200 + 20 * case, n, n_subjects)
        if case >= 15:  # ties
            subjects = [np.floor(4 * s) for s in subjects]
        values = {}
        for method in METHODS:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                values[method] = rounded(boot_noise_ceiling(rdms_of(*subjects), METHODS[method]))
        yield {"case": case, "n_stimuli": n, "n_subjects": n_subjects, "values": values}


def paired_tests():
    for case in range(24):
        n = [2, 3, 5, 9, 12, 60 if case < 18 else 120][case % 6]
        a, b = uniform(3000 + 2 * case, n), uniform(3001 + 2 * case, n)
        if case >= 18:  # differences that are 0 or tied
            a, b = np.floor(4 * a), np.floor(4 * b)
        elif case >= 12:  # a small p-value
            a = a + 2
        elif case >= 6:
            a = a + 0.3
        d = a - b
        no_spread, all_zero = d.max() == d.min(), not d.any()
        t = None if no_spread else stats.ttest_rel(a, b)
        kept = d[d != 0]
        signed_rank, flips = None, None
        if not all_zero:
            ranks = stats.rankdata(np.abs(kept))
            plus = lambda signed: (ranks * (np.asarray(signed) > 0)).sum()
            statistic = min(plus(kept), plus(-kept))
            if len(kept) > 50:
                p = stats.wilcoxon(a, b, method="asymptotic", correction=False).pvalue
            elif len(set(np.abs(kept))) == len(kept) == n:
                p = stats.wilcoxon(a, b, method="exact").pvalue
            else:
                # Exact for ties: the part of all signs with as small a rank sum, twice.
                signs = 2 * ((np.arange(2 ** len(kept))[:, None] >> np.arange(len(kept))) & 1) - 1
                p = min(1, 2 * ((signs > 0) @ ranks <= statistic).mean())
            signed_rank = [float(statistic), float(p)]
        if not all_zero and n <= 12:
            mean = lambda x, axis: np.abs(np.mean(x, axis=axis))
            flips = stats.permutation_test(
                (d,), mean, permutation_type="samples", n_resamples=np.inf, alternative="greater"
            ).pvalue
        yield {
            "case": case,
            "n": n,
            "t": t and [float(t.statistic), float(t.pvalue)],
            "d": None if no_spread else float(d.mean() / d.std(ddof=1)),
            "signed_rank": signed_rank,
            "flips": flips and float(flips),
            "delta": float(np.sign(a[:, None] - b[None]).mean()),
        }


def student():
    """Paired values whose t is far out, and many degrees of freedom."""
    for n, shift in [(2, 0.0), (2, 1e3), (3, 50.0), (8, 30.0), (40, 3.0), (500, 0.1), (2000, 0.001)]:
        a, b = uniform(3900, n) + shift, uniform(3901, n)
        yield {"n": n, "shift": shift, "p": float(stats.ttest_rel(a, b).pvalue)}


def corrections():
    names = {"Bonferroni": "bonferroni", "Holm": "holm", "BenjaminiHochberg": "fdr_bh"}
    for case in range(20):
        p = uniform(3200 + case, 1 + case) ** (1 + case % 4)
        if case % 5 == 0:
            p = np.round(p, 1)
        yield {"case": case, "n": len(p)} | {n: rounded(multipletests(p, method=m)[1]) for n, m in names.items()}


def main():
    golden = {
        "topology": list(topology()),
        "noise_distances": list(noise_distances()),
        "comparisons": list(comparisons()),
        "permutations": list(permutations()),
        "noise_ceilings": list(noise_ceilings()),
        "paired": list(paired_tests()),
        "student": list(student()),
        "corrections": list(corrections()),
    }
    OUT.write_text(json.dumps(golden, separators=(",", ":"), allow_nan=False) + "\n")
    print(f"{OUT}: {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
