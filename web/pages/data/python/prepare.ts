import type { Prepare } from '../../../lab/types';

/** What is done to recordings before they are decoded, as steps on `x`, `y` and `groups`. */
export function prepareSteps(prepare: Prepare): { imports: string[]; helpers: string[]; lines: string[] } {
  const { is_detrended, is_standardised, left_out, is_averaged } = prepare;
  const lines = ['', 'groups = np.zeros(len(y), int) if groups is None else groups'];
  if (is_detrended || is_standardised) {
    lines.push('for group in np.unique(groups):', '    rows = groups == group');
    if (is_detrended) lines.push('    x[rows] = detrend(x[rows], axis=0)');
    if (is_standardised) lines.push('    x[rows] = standardised(x[rows])');
  }
  if (left_out.length > 0) {
    lines.push(`kept = ~np.isin(y, [${left_out.join(', ')}])`);
    lines.push('x, y, groups = x[kept], y[kept], groups[kept]');
  }
  if (is_averaged) {
    lines.push(
      'pairs = np.unique(np.stack([groups, y], axis=1), axis=0)',
      'x = np.array([x[(groups == group) & (y == one)].mean(0) for group, one in pairs])',
      'groups, y = pairs.T',
    );
  }
  return {
    imports: is_detrended ? ['from scipy.signal import detrend'] : [],
    helpers: is_standardised ? [STANDARDISED] : [],
    lines,
  };
}

const STANDARDISED = `def standardised(x):
    """Each unit with mean 0 and standard deviation 1; one without variance with 0."""
    mean, deviation = x.mean(0), x.std(0)
    varies = deviation > 1e-12 * abs(mean)
    return np.where(varies, x - mean, 0) / np.where(varies, deviation, 1)`;
