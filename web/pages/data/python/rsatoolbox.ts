import { t } from '../../../words/words';

/** Comparisons of RDMs as rsatoolbox calls them. */
export const RSA_METHODS: Record<string, string> = {
  rdm_pearson: 'corr',
  rdm_spearman: 'spearman',
  rdm_kendall_tau_a: 'tau-a',
  rdm_rho_a: 'rho-a',
  rdm_cosine: 'cosine',
  rdm_whitened_cosine: 'cosine_cov',
  rdm_whitened_pearson: 'corr_cov',
};

/** Why there is no script for a name. */
export const noReference = (name: string) =>
  t`For ${name} there is no short script with the usual libraries; its card names the paper with the formula.`;
