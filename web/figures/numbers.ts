import { decimals, localised } from '../words/numbers';
import { t } from '../words/words';

/** A value as a reader wants it: three significant digits, a true minus sign. */
export function formatValue(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? t`not a number` : value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  const text =
    size === 0
      ? '0'
      : size >= 1e5 || size < 1e-3
        ? value.toExponential(2).replace(/e\+?(-?\d+)/, (_, power) => ` × 10${superscript(power)}`)
        : size >= 100
          ? value.toFixed(0)
          : size >= 10
            ? value.toFixed(1)
            : size >= 1
              ? value.toFixed(2)
              : value.toFixed(3);
  return localised(text.replace('-', '−'));
}

/** A difference as a power of ten or a share: `2 × 10⁻⁶`. */
export function formatDifference(value: number): string {
  if (value === 0) return '0';
  const [digits, power] = value.toExponential(0).split('e') as [string, string];
  return `${digits} × 10${superscript(String(Number(power)))}`;
}

function superscript(power: string): string {
  return [...power].map((digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)])).join('');
}

/** Seconds in words. */
export function formatSeconds(seconds: number): string {
  if (seconds < 0.05) return t`less than 0.1 s`;
  if (seconds < 0.95) return `${decimals(seconds, 1)} s`;
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return `${Math.round(seconds / 60)} min`;
}

/** A tick of an axis: no more digits than it has. */
export function formatTick(value: number): string {
  return localised(String(Number(value.toPrecision(6))).replace('-', '−'));
}
