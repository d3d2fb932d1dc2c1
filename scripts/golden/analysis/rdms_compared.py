"""RDMs compared by rsatoolbox, for rdms.py and rdms_bootstraps.py."""

import numpy as np
import rsatoolbox

METHODS = {
    "rdm_pearson": "corr",
    "rdm_spearman": "spearman",
    "rdm_kendall_tau_a": "tau-a",
    "rdm_cosine": "cosine",
    "rdm_rho_a": "rho-a",
    "rdm_whitened_cosine": "cosine_cov",
    "rdm_whitened_pearson": "corr_cov",
}


def compared(a, b, method):
    """One number of two RDMs objects of one RDM each, or null where it is not finite."""
    with np.errstate(all="ignore"):
        value = float(rsatoolbox.rdm.compare(a, b, method=METHODS[method])[0, 0])
    return value if np.isfinite(value) else None
