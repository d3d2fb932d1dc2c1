import { useState } from 'preact/hooks';
import { count } from '../../fetch/sentences';
import { formatSeconds, formatValue } from '../../figures/numbers';
import type { TrainReport } from '../../lab/types';
import type { Run, Shown } from '../../state/train';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';
import { saveWeights } from './files';
import { inUnit, lastTest, repeatWords, whole } from './sentences';

/** What the finished runs gave, like a table in a paper: one row a run. */
export function Outcome({ shown, runs }: { shown: Shown; runs: Run[] }) {
  const finished = runs.filter((run) => run.report !== undefined);
  if (finished.length === 0) return null;
  const { metric } = shown.card;
  return (
    <section class="outcome" aria-label={t`Finished runs`}>
      <table>
        <caption>{t`The finished runs and the fingerprints of their weights`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Seed`}</th>
            <th scope="col">{fromEngine(metric.name)}</th>
            <th scope="col">{t`Loss`}</th>
            <th scope="col">{t`SHA-256 of the weights`}</th>
          </tr>
        </thead>
        <tbody>
          {finished.map((run) => (
            <Row key={run.seed} run={run} report={run.report!} shown={shown} />
          ))}
        </tbody>
      </table>
      <Costs report={finished[0]!.report!} />
    </section>
  );
}

function Row({ run, report, shown }: { run: Run; report: TrainReport; shown: Shown }) {
  const value = report.metric ?? lastTest(run.points)?.metric;
  return (
    <tr>
      <th scope="row">{run.seed}</th>
      <td>{value === undefined ? '' : inUnit(value, shown.card.metric)}</td>
      <td>{formatValue(report.loss)}</td>
      <td class="hash">
        <Digest sha256={report.sha256} />
        <button
          type="button"
          class="quiet"
          onClick={() => saveWeights(report)}
          aria-label={t`Save the weights of seed ${run.seed} as safetensors`}
        >{t`Save weights`}</button>
        <span class={`again ${run.repeat?.kind ?? ''}`}>{repeatWords(run)}</span>
      </td>
    </tr>
  );
}

/** The first digits, all of them on demand, and a way to copy them. */
function Digest({ sha256 }: { sha256: string }) {
  const [words, setWords] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(sha256);
      setWords(t`Copied.`);
    } catch {
      setWords(t`Copying is not allowed here; open the digits and select them.`);
    }
  };
  return (
    <>
      <details class="digest">
        <summary>
          <code>{sha256.slice(0, 12)}…</code>
        </summary>
        <code class="all">{sha256}</code>
      </details>
      <button type="button" class="quiet" onClick={() => void copy()}>{t`Copy`}</button>
      <span class="said" role="status">
        {words}
      </span>
    </>
  );
}

function Costs({ report }: { report: TrainReport }) {
  const { step, seconds, kernels_per_step, precision, engine_version } = report;
  const { allocated_bytes_per_step, peak_bytes_per_step } = report;
  return (
    <p class="about">
      <span class="facts">{t`${whole(step)} steps in ${formatSeconds(seconds)}`}</span>{' '}
      <span class="facts">{t`${whole(kernels_per_step)} kernels a step`}</span>{' '}
      <span class="facts">{t`${count(allocated_bytes_per_step)} newly allocated a step`}</span>{' '}
      <span class="facts">{t`${count(peak_bytes_per_step)} at the peak of one`}</span>{' '}
      <span class="facts">{precision}</span> <span class="facts">Inscape {engine_version}</span>
    </p>
  );
}
