// Verdicts and values in words. A verdict is a word and a sign, so that it reads without colour.

import { formatSeconds, formatValue } from '../../figures/numbers';
import type { Claim, ClaimVerdict, ExperimentCard, Param, Value } from '../../lab/experiment-types';
import type { Verdict } from '../../lab/types';
import type { ShownRun } from '../../state/experiment';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';

/** Each verdict with its sign. */
export const VERDICTS: Record<ClaimVerdict, { sign: string; words: string; about: string }> = {
  holds: { sign: '✓', words: t`holds`, about: t`criterion and control both came out as they must` },
  fails: { sign: '✗', words: t`fails`, about: t`the criterion was not met, or the control did not come out` },
  open: { sign: '○', words: t`open`, about: t`it cannot be judged at these settings` },
};

/** A knob's setting as its control shows it. */
export function settingInWords({ kind, unit }: Param, value: Value): string {
  if (typeof value === 'boolean') return value ? t`yes` : t`no`;
  if (kind.kind === 'choice') {
    const option = kind.options.find(({ name }) => name === value);
    return option ? fromEngine(option.label) : String(value);
  }
  const number = kind.kind === 'integer' ? String(value) : formatValue(Number(value));
  return unit ? `${number} ${fromEngine(unit)}` : number;
}

/** The claims' verdicts counted, worst first: `2 hold, 1 fails`. */
export function tally(claims: readonly Claim[]): string {
  const count = (verdict: ClaimVerdict) => claims.filter((claim) => claim.verdict === verdict).length;
  const [holds, fails, open] = [count('holds'), count('fails'), count('open')];
  const words = [
    holds > 0 && (holds === 1 ? t`1 holds` : t`${holds} hold`),
    fails > 0 && (fails === 1 ? t`1 fails` : t`${fails} fail`),
    open > 0 && (open === 1 ? t`1 is open` : t`${open} are open`),
  ];
  return words.filter(Boolean).join(', ');
}

/** The verdict on a whole run: one failure is enough. */
export function overall(claims: readonly Claim[]): ClaimVerdict {
  const has = (verdict: ClaimVerdict) => claims.some((claim) => claim.verdict === verdict);
  return has('fails') ? 'fails' : has('open') || claims.length === 0 ? 'open' : 'holds';
}

/** The number of a claim with its interval and unit. */
export function numberOf({ value, interval, unit }: Claim): string {
  if (value === undefined) return '';
  const number = unit ? `${formatValue(value)} ${fromEngine(unit)}` : formatValue(value);
  return interval
    ? t`${number} (95 % interval ${formatValue(interval[0])} to ${formatValue(interval[1])})`
    : number;
}

/** How the figures in view came about. */
export function originSentence({ report }: ShownRun): string {
  const { run } = report;
  const seconds = run.times.reduce((sum, time) => sum + time.seconds, 0);
  return t`Computed on this machine: seed ${run.seed}, ${run.backend.toUpperCase()} (${run.device}), ${run.precision}, ${formatSeconds(seconds)}.`;
}

/** How a run compares with that of a link's author. */
export function matchSentence(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'exact':
      return t`Match: the same as the link’s author, to the last bit.`;
    case 'close':
      return t`Match: the same as the link’s author within ${formatValue(verdict.worst)} of each figure’s largest value.`;
    case 'differs':
      return verdict.worst === undefined
        ? t`Differs from the link’s author: ${verdict.figure.replaceAll('_', ' ')} is missing or of another size.`
        : t`Differs from the link’s author: most in ${verdict.figure.replaceAll('_', ' ')}, by ${formatValue(verdict.worst)} of its largest value.`;
  }
}

/** What the arrows of the system say, for who cannot see them: `input → hidden (weights)`. */
export function flowOf({ system }: Pick<ExperimentCard, 'system'>): string[] {
  const label = (id: string) => fromEngine(system.boxes.find((box) => box.id === id)?.label ?? id);
  return system.arrows.map(({ from, to, label: words }) => {
    const flow = t`${label(from)} leads to ${label(to)}`;
    return words ? `${flow} (${fromEngine(words)})` : flow;
  });
}
