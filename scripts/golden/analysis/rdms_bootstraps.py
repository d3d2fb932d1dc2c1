"""Bootstraps of comparisons of RDMs, for rdms.py: rsatoolbox's comparisons on the samples that Inscape draws."""

import numpy as np
from rsatoolbox.util.inference_util import _dual_bootstrap
from scipy import stats

from rdms_compared import METHODS, compared
from rdms_seeded import MASK, mixed, rdms_of, rounded, uniform


class Draws:
    """crates/draws: SplitMix64 read by counter."""

    def __init__(self, seed):
        self.key = seed & MASK

    def at(self, counter):
        return mixed((self.key + (counter + 1) * 0x9E3779B97F4A7C15) & MASK)

    def stream(self, number):
        return Draws(self.at(number))

    def below(self, counter, limit):
        return (self.at(counter) * limit) >> 64

    def permutation(self, count):
        order = list(range(count))
        for last in range(count - 1, 0, -1):
            other = self.below(last, last + 1)
            order[last], order[other] = order[other], order[last]
        return order


def subject_rdms(seed, n_stimuli, n_subjects):
    """A model's RDM and noisy ones; `subjects` of the Rust test makes the same."""
    m = n_stimuli * (n_stimuli - 1) // 2
    model = uniform(seed, m)
    return model, [model + 1.5 * uniform(seed + 1 + s, m) for s in range(n_subjects)]


def inputs(case):
    """(n_stimuli, model, subjects); `bootstrap_case` of the Rust test makes the same.

    Odd numbers of stimuli: of even ones a sample can have one stimulus half of the places and one more,
    where the covariance of the whitened comparisons has no inverse.
    """
    n, n_subjects = [7, 5, 9][case % 3], [4, 2, 3][case % 3]
    model, subjects = subject_rdms(2000 if case == 0 else 5000 + 20 * case, n, n_subjects)
    if 9 <= case < 13:  # tied levels
        model, subjects = np.floor(4 * model), [np.floor(2 * s) for s in subjects]
    elif 13 <= case < 16:  # estimates around 0, as cross-validated distances are
        model, subjects = model - 0.5, [s - 1.25 for s in subjects]
    elif 16 <= case < 18:  # a large offset, and very different scales
        model, subjects = model + 1000, [s * 10.0 ** (3 * k - 3) for k, s in enumerate(subjects)]
    elif case == 18:  # the model is the first subject
        subjects[0] = model
    elif case == 19:  # unrelated
        subjects = [uniform(5900 + s, len(model)) for s in range(n_subjects)]
    elif case == 20:  # opposite
        subjects = [2 - s for s in subjects]
    return n, model, subjects


def to_z(values):
    """artanh, of values at the ends as that of the nearest one that is not."""
    values = np.array(values)
    inside = 1 - np.abs(values) > 1e-9
    if not inside.any():
        return np.full(len(values), np.inf)
    return np.arctanh(np.clip(values, values[inside].min(), values[inside].max()))


def degrees_of_freedom(without_each):
    z = to_z(without_each)
    with np.errstate(all="ignore"):
        kurtosis = stats.kurtosis(z, fisher=False) if np.ptp(z) > 0 else 1
    return max(1, min(len(z) - 1, int(2 * len(z) / (kurtosis - 1)) if kurtosis > 1 + 1e-12 else len(z)))


def interval(estimate, error_of_z, freedom):
    if 1 - abs(estimate) <= 1e-9:
        return [estimate, estimate]
    if not np.isfinite(error_of_z):
        return [-1.0, 1.0]
    reach = stats.t.ppf(0.975, freedom) * error_of_z
    return rounded(np.tanh(np.arctanh(estimate) + np.array([-reach, reach])))


def variance_of_z(values):
    with np.errstate(all="ignore"):
        return np.var(to_z(values), ddof=1)


def bootstrap(case, method, n_samples):
    n, model, subjects = inputs(case)
    n_subjects = len(subjects)

    def on(chosen, subject):
        if len(set(chosen)) < 3:
            return None
        sub = [rdms_of(r).subsample_pattern("index", np.array(chosen)) for r in (model, subject)]
        kept = [r.dissimilarities[0][~np.isnan(r.dissimilarities[0])] for r in sub]
        needs_spread = method in ("rdm_pearson", "rdm_spearman", "rdm_whitened_pearson")
        if needs_spread and any(k.max() == k.min() for k in kept) or any(not k.any() for k in kept):
            return 0.0 if method in ("rdm_kendall_tau_a", "rdm_rho_a") else None
        return compared(*sub, method)

    def mean_on(chosen):
        values = [on(chosen, subject) for subject in subjects]
        return None if None in values else values

    whole = [compared(rdms_of(model), rdms_of(s), method) for s in subjects]
    single, both, stimuli_only, subjects_only = [], [], [], []
    for sample in range(n_samples):
        stream = Draws(5).stream(sample)
        chosen = [stream.below(k, n) for k in range(n)]
        stream = Draws(5).stream((1 << 32) + sample)
        drawn = [stream.below(k, n_subjects) for k in range(n_subjects)]
        single.append(on(chosen, subjects[0]))
        subjects_only.append(np.mean([whole[s] for s in drawn]))
        values = mean_on(chosen)
        if values is not None:
            both.append(np.mean([values[s] for s in drawn]))
            stimuli_only.append(np.mean(values))
    kept = [v for v in single if v is not None]
    if 2 * len(kept) < n_samples or 2 * len(both) < n_samples:
        return {"case": case, "method": method, "undefined": True}
    others = [[j for j in range(n) if j != i] for i in range(n)]
    without_stimulus = [on(o, subjects[0]) for o in others]
    mean_without_stimulus = [np.mean(values) for o in others if (values := mean_on(o)) is not None]
    without_subject = [np.mean(whole[:s] + whole[s + 1 :]) for s in range(n_subjects)]
    freedom = degrees_of_freedom([v for v in without_stimulus if v is not None])
    of_subjects = degrees_of_freedom(without_subject)
    of_both = min(of_subjects, degrees_of_freedom(mean_without_stimulus))
    lists = (both, subjects_only, stimuli_only)
    variances = np.array([np.var(v, ddof=1) for v in lists])
    with np.errstate(all="ignore"):
        error_of_z = np.sqrt(_dual_bootstrap(np.array([variance_of_z(v) for v in lists]), n_subjects, n))
    corrected = lambda variance, count: np.sqrt(count / (count - 1) * variance)
    return {
        "case": case,
        "method": method,
        "estimate": whole[0],
        "n_undefined": n_samples - len(kept),
        "samples": single if case == 0 else [],
        "standard_error": corrected(np.var(kept, ddof=1), n),
        "degrees_of_freedom": freedom,
        "interval": interval(whole[0], corrected(variance_of_z(kept), n), freedom),
        "mean_of_subjects": np.mean(whole),
        "interval_of_subjects": interval(
            np.mean(whole), corrected(variance_of_z(subjects_only), n_subjects), of_subjects
        ),
        "variances": rounded(variances),
        "two_factor_error": float(np.sqrt(_dual_bootstrap(variances, n_subjects, n))),
        "two_factor_degrees_of_freedom": of_both,
        "two_factor_interval": interval(np.mean(whole), error_of_z, of_both),
    }


def bootstraps():
    for case in range(21):
        for method in METHODS:
            yield bootstrap(case, method, 60 if case == 0 else 40)
