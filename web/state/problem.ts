import type { ErrorReport } from '../lab/types';
import { t } from '../words/words';

/** An error that already is a sentence for the visitor. The same form as the engine's errors. */
export function problem(kind: string, message: string, causes: string[] = []): ErrorReport {
  return { kind, message, causes };
}

/** Whatever was thrown, as an `ErrorReport`. */
export function asProblem(error: unknown): ErrorReport {
  if (typeof error === 'object' && error !== null && 'kind' in error && 'message' in error) {
    const report = error as ErrorReport;
    return { kind: report.kind, message: report.message, causes: report.causes ?? [] };
  }
  const words = error instanceof Error ? error.message : String(error);
  return problem(
    'unexpected',
    t`Something failed that should not: ${words}. The page goes on; please report this.`,
  );
}

export function isCancelled(error: unknown): boolean {
  return typeof error === 'object' && error !== null && (error as ErrorReport).kind === 'cancelled';
}

/** A sentence as the visitor reads it: capital first (unless a site's name begins it), one full stop last. */
export function sentence(words: string): string {
  const trimmed = words.trim();
  if (trimmed === '') return '';
  const isName = /^[^\s,]*[\d._:]/.test(trimmed.replace(/\.$/, ''));
  const capital = isName ? trimmed : trimmed[0]!.toUpperCase() + trimmed.slice(1);
  return /[.!?…]$/.test(capital) ? capital : `${capital}.`;
}
