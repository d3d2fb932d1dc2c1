// A report as files: all of it, its claims, and what a student hands in.

import { blobInTurns } from '../../figures/blob-parts';
import { writeCsv } from '../../figures/csv';
import { save } from '../../figures/export';
import { jsonParts } from '../../figures/json-parts';
import type { WholeTable } from '../../figures/tables';
import type { ExperimentCard, ExperimentReport } from '../../lab/experiment-types';
import type { Answers } from '../../state/exercises';
import type { ShownRun } from '../../state/experiment';

const nameOf = ({ recipe, run }: ExperimentReport) => `inscape-${recipe.experiment}-seed-${run.seed}`;

export async function saveReport(report: ExperimentReport) {
  save(`${nameOf(report)}.json`, await blobInTurns(jsonParts(report)), 'application/json');
}

export function saveClaims(report: ExperimentReport) {
  save(`${nameOf(report)}-claims.csv`, writeCsv(claimsTable(report)), 'text/csv');
}

/** The claims, a row each; the columns are the report's own names. */
export function claimsTable({ claims }: Pick<ExperimentReport, 'claims'>): WholeTable {
  return {
    columns: [
      'id',
      'claim',
      'verdict',
      'value',
      'interval_low',
      'interval_high',
      'n',
      'unit',
      'measured',
      'criterion',
      'control',
      'control_measured',
      'control_holds',
    ],
    rows: claims.map((claim) => [
      claim.id,
      claim.claim,
      claim.verdict,
      claim.value ?? '',
      claim.interval?.[0] ?? '',
      claim.interval?.[1] ?? '',
      claim.n,
      claim.unit,
      claim.measured,
      claim.criterion,
      claim.control,
      claim.control_measured,
      String(claim.control_holds),
    ]),
  };
}

/** What a student hands in. Times are ISO 8601. */
export interface HandIn {
  kind: 'inscape-hand-in';
  version: 1;
  experiment: string;
  name: string;
  opened: string;
  made: string;
  answers: {
    id: string;
    question: string;
    answer: string;
    is_right: boolean | null;
    n_tries: number;
    answered: string | null;
  }[];
  /** The last run: its recipe with the digest, by which a teacher runs the same; absent without one. */
  run: (Pick<ExperimentReport, 'recipe' | 'readings'> & { ended: string; verdicts: string[] }) | null;
}

export function handIn(
  card: ExperimentCard,
  given: Answers,
  shown: ShownRun | undefined,
  { name, openedAt, now = Date.now() }: { name: string; openedAt: number; now?: number },
): HandIn {
  return {
    kind: 'inscape-hand-in',
    version: 1,
    experiment: card.slug,
    name,
    opened: iso(openedAt),
    made: iso(now),
    answers: card.exercises.map((exercise) => {
      const answer = given[exercise.id];
      return {
        id: exercise.id,
        question: exercise.question,
        answer: wordsOf(exercise, given),
        is_right: answer?.is_right ?? null,
        n_tries: answer?.n_tries ?? 0,
        answered: answer ? iso(answer.at) : null,
      };
    }),
    run: shown
      ? {
          recipe: shown.report.recipe,
          readings: shown.report.readings,
          ended: iso(shown.at),
          verdicts: shown.report.claims.map(({ id, verdict }) => `${id}: ${verdict}`),
        }
      : null,
  };
}

/** An answer as it was given. */
function wordsOf({ id, kind }: ExperimentCard['exercises'][number], given: Answers): string {
  const answer = given[id];
  if (!answer) return '';
  if (answer.isSkipped) return 'skipped';
  if (kind.kind === 'setting') return answer.is_right ? 'found' : 'not found';
  if (answer.value === undefined) return '';
  if (kind.kind === 'choice') return kind.options[answer.value] ?? '';
  if (kind.kind === 'prediction') return kind.options[answer.value]?.label ?? '';
  return String(answer.value);
}

const iso = (at: number) => new Date(at).toISOString();
