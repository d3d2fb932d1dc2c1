"""Makes crates/analysis/tests/golden/rdms_bootstraps.json: bootstraps of RDMs by rsatoolbox's own evaluation, on our draws.

Packages (pip): numpy 2.4.6, scipy 1.17.1, scikit-learn 1.9.1, rsatoolbox 0.3.2; Python 3.11.
Run from the repository's root: OMP_NUM_THREADS=1 python scripts/golden/analysis/rdms_bootstraps.py

rsatoolbox draws by numpy.random.randint, which is replaced while it runs by the draws of crates/draws (SplitMix64, written
out in rdms_seeded.py), so that its samples are ours:
  stimuli            rsatoolbox.inference.eval_bootstrap_pattern
  subjects           rsatoolbox.inference.eval_bootstrap_rdm
  both               rsatoolbox.inference.eval_bootstrap
  standard errors    the variances of those, corrected by n / (n - 1) (rsatoolbox's Result), and of both factors together
                     by rsatoolbox.util.inference_util._dual_bootstrap
Inputs are not in the file but made again by tests/cases/rdms/bootstraps.rs. A comparison that is undefined, on the whole,
on a sample or on more than half of the samples, is null: rsatoolbox says 0 or what rounding leaves, Inscape refuses.
"""

import contextlib
import io
import json
import pathlib
import warnings
from unittest import mock

import numpy as np
import rsatoolbox
from rsatoolbox.inference import eval_bootstrap, eval_bootstrap_pattern, eval_bootstrap_rdm, evaluate
from rsatoolbox.model import ModelFixed
from rsatoolbox.util.inference_util import _dual_bootstrap

from rdms_seeded import METHODS, Draws, features, is_undefined, rdms_of, squared_distances, uniform

OUT = pathlib.Path("crates/analysis/tests/golden/rdms_bootstraps.json")
N_SAMPLES = 40
# Of each bootstrap as many samples are kept; all count in its standard error.
N_KEPT = 8
# The stream of the subjects that are drawn beside the stimuli of a sample.
SUBJECTS = 1 << 32


def related(seed, n, n_subjects, change):
    """Squared distances of features and of noisy ones, all after a change of the features."""
    x = features(seed, n, 5)
    noisy = [x + features(seed + 1 + s, n, 5) for s in range(n_subjects)]
    return [squared_distances(change(x)) for x in (x, *noisy)]


def with_twins(x):
    """The last stimulus is the first again, and the one before it the second."""
    x = x.copy()
    x[-1], x[-2] = x[0], x[1]
    return x


def with_constant_units(x):
    """Three of five units answer everything alike."""
    x = x.copy()
    x[:, 1], x[:, 2], x[:, 4] = 0, 7, -1
    return x


def without_variety(x):
    """Four units are multiples of the first."""
    return x[:, :1] * np.array([1, 2, 0.5, -4, 0.25])


def inputs():
    """(name, n_stimuli, RDM of the model, RDMs of subjects); `input` of bootstraps.rs makes the same."""
    pairs = lambda n: n * (n - 1) // 2
    plain = lambda x: x
    for case in range(24):
        kind, size = case % 8, case // 8
        seed = 5000 + 20 * case
        entries = lambda n, n_subjects: [uniform(seed + s, pairs(n)) for s in range(1 + n_subjects)]
        if kind == 0:
            name, n, all_of = "related features", [6, 9, 15][size], related(seed, [6, 9, 15][size], 4, plain)
        elif kind == 1:
            name, n, all_of = "twins", [6, 8, 12][size], related(seed, [6, 8, 12][size], 3, with_twins)
        elif kind == 2:
            name, n = "few stimuli", [3, 4, 5][size]
            all_of = related(seed, n, 3, plain)
        elif kind == 3:
            name, n, all_of = "constant units", 7, related(seed, 7, [2, 3, 6][size], with_constant_units)
        elif kind == 4:
            name, n = "two subjects and ties", [5, 7, 10][size]
            all_of = [np.floor(4 * of) for of in entries(n, 2)]
        elif kind == 5:
            name, n = "distances around 0", [5, 8, 11][size]
            model, *subjects = [of - 0.5 for of in entries(n, 5)]
            all_of = [model, *[model + of for of in subjects]]
        elif kind == 6:
            name, n = "unlike scales", [6, 8, 10][size]
            model, *subjects = related(seed, n, 3, without_variety)
            all_of = [1000 + model, *[of * 10.0 ** (3 * s - 3) for s, of in enumerate(subjects)]]
        else:
            name, n = ["one subject", "a constant model", "a subject of zeros"][size], [20, 7, 7][size]
            model, *subjects = entries(n, [1, 3, 3][size])
            if size == 1:
                model = np.full(pairs(n), 0.25)
            if size == 2:
                subjects[1] = np.zeros(pairs(n))
            all_of = [model, *subjects]
        yield name, n, all_of[0], all_of[1:]


def compared(model, subjects, method):
    """rsatoolbox's comparison, not a number where it is undefined."""
    values = rsatoolbox.rdm.compare(model, subjects, method)
    name = next(name for name, of in METHODS.items() if of == method)
    of_model = model.dissimilarities[0]
    kept = ~np.isnan(of_model)
    for place, of_subject in enumerate(subjects.dissimilarities):
        if is_undefined(name, of_model[kept], of_subject[kept]):
            values[0, place] = np.nan
    return values


def evaluated(evaluation, draws, model, subjects, method):
    """The evaluations of all samples, and their variance."""
    drawn = iter(draws)
    with (
        mock.patch("numpy.random.randint", lambda low, high, size: next(drawn)),
        mock.patch.object(evaluate, "compare", compared),
        contextlib.redirect_stderr(io.StringIO()),
        warnings.catch_warnings(),
        np.errstate(all="ignore"),
    ):
        warnings.simplefilter("ignore")
        result = evaluation(
            ModelFixed("model", rdms_of(model)),
            rdms_of(*subjects),
            method=METHODS[method],
            N=N_SAMPLES,
            boot_noise_ceil=False,
        )
    values = result.evaluations[:, 0]
    defined = values[np.isfinite(values)]
    is_refused = 2 * len(defined) < N_SAMPLES
    return values, None if is_refused else np.var(defined, ddof=1)


def rounded(values):
    return [float(f"{value:.11g}") if np.isfinite(value) else None for value in np.ravel(values)]


def bootstrapped(case, n, model, subjects, method):
    """What is asked of one comparison on one input."""
    streams = lambda first: [Draws(case).stream(first + sample) for sample in range(N_SAMPLES)]
    of_stimuli = [np.array([stream.below(k, n) for k in range(n)]) for stream in streams(0)]
    draw = lambda stream: np.array([stream.below(k, len(subjects)) for k in range(len(subjects))])
    of_subjects, beside = [[draw(stream) for stream in streams(first)] for first in (0, SUBJECTS)]
    whole = [compared(rdms_of(model), rdms_of(of), METHODS[method])[0, 0] for of in subjects]
    if not np.all(np.isfinite(whole)):
        return None
    run = lambda evaluation, draws: evaluated(evaluation, draws, model, subjects, method)
    stimuli, of_stimuli_alone = run(eval_bootstrap_pattern, of_stimuli)
    found = {"estimate": rounded(np.mean(whole))[0], "stimuli": rounded(stimuli[:N_KEPT])}
    found["n_undefined"] = int(np.isnan(stimuli).sum())
    error = lambda variance, n: None if variance is None else rounded(np.sqrt(n / (n - 1) * variance))[0]
    found["error_over_stimuli"] = error(of_stimuli_alone, n)
    if len(subjects) >= 2:
        drawn, variance = run(eval_bootstrap_rdm, of_subjects)
        found["subjects"], found["error_over_subjects"] = rounded(drawn[:N_KEPT]), error(variance, len(subjects))
        _, of_subjects_alone = run(eval_bootstrap_rdm, beside)
        # In rsatoolbox's order: the subjects of a sample, then its stimuli.
        both = [drawn for pair in zip(beside, of_stimuli) for drawn in pair]
        _, of_both = run(eval_bootstrap, both)
        if of_both is None:
            found["both"] = None
        else:
            variances = np.array([of_both, of_subjects_alone, of_stimuli_alone])
            corrected = np.sqrt(_dual_bootstrap(variances, len(subjects), n))
            found["both"] = rounded([*variances, corrected])
    return found


def main():
    cases = []
    for case, (name, n, model, subjects) in enumerate(inputs()):
        methods = {method: bootstrapped(case, n, model, subjects, method) for method in METHODS}
        cases.append({"name": name, "n_stimuli": n, "n_subjects": len(subjects), "methods": methods})
    OUT.write_text(json.dumps(cases, separators=(",", ":"), allow_nan=False) + "\n")
    print(f"{OUT}: {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
