import { useRef, useState } from 'preact/hooks';
import { Drawing } from '../../components/drawing';
import { TableView } from '../../components/table-view';
import { shortTrainTable } from '../../figures/train-table';
import type { PanelOptions, TrainingCurves } from '../../figures/training';
import type { TrainReport } from '../../lab/types';
import { problem } from '../../state/problem';
import { isOtherSetup, type Run, type Shown, train, updateTrain } from '../../state/train';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';
import { FORMATS, type Format, saveTraining } from './files';
import { altOf, finding, linesWords, stepsOf, stepsPerEpoch, whole } from './sentences';
import { dataWords } from './words';

interface TrainFigureProps {
  shown: Shown;
  runs: Run[];
  /** Before the first run the axes and the target stand there alone. */
  isEmpty: boolean;
}

/** The curves of the runs, with caption, table view and files. */
export function TrainFigure({ shown, runs, isEmpty }: TrainFigureProps) {
  const place = useRef<HTMLElement>(null);
  const [isTable, setIsTable] = useState(false);
  const [isLog, setIsLog] = useState(false);
  const curves = curvesOf(shown, runs);
  const isStale = !isEmpty && isOtherSetup(train.value);
  const title = isEmpty
    ? t`Press Start, and the curves are drawn as the network learns`
    : t`${fromEngine(shown.card.title)}: loss as it learns, and on what it has not seen`;
  const saveAs = (format: Format) => {
    if (!place.current) return;
    saveTraining(format, curves, shown, runs, place.current).catch((error: unknown) =>
      updateTrain({
        problem: problem(
          'export',
          t`Saving the figure as ${format} failed: ${(error as Error).message}. Try another format.`,
        ),
      }),
    );
  };
  return (
    <figure class={`figure figure-training${isStale ? ' stale' : ''}`} ref={place}>
      <div class="figure-head">
        <h2>{title}</h2>
        <span class="figure-ways">
          <button
            type="button"
            class="quiet"
            aria-pressed={isLog}
            onClick={() => setIsLog(!isLog)}
          >{t`Log steps`}</button>
          <button type="button" class="quiet" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
            {isTable ? t`Picture` : t`Table`}
          </button>
        </span>
      </div>
      <div class="panels" hidden={isTable}>
        <Panel kind="loss" curves={curves} isLog={isLog} alt={altOf(shown, runs, 'loss')} />
        <Panel kind="metric" curves={curves} isLog={isLog} alt={altOf(shown, runs, 'metric')} />
      </div>
      {isTable && (
        <TableView
          table={shortTrainTable(curves)}
          caption={t`The curves of ${fromEngine(shown.card.title)}; the CSV file has every point.`}
        />
      )}
      <figcaption>
        {!isEmpty && (
          <p class="finding">
            <span class="figure-number">{t`Fig. ${1}.`}</span> {finding(shown, runs)}
          </p>
        )}
        <About shown={shown} runs={runs} />
        {!isEmpty && runs.some((run) => run.points.length > 0) && (
          <p class="files">
            {t`Save`}{' '}
            {FORMATS.map((format) => (
              <button
                key={format}
                type="button"
                class="quiet"
                onClick={() => saveAs(format)}
                aria-label={t`Save the curves as ${format}`}
              >
                {format}
              </button>
            ))}
          </p>
        )}
      </figcaption>
    </figure>
  );
}

interface PanelProps {
  kind: 'loss' | 'metric';
  curves: TrainingCurves;
  isLog: boolean;
  alt: string;
}

/** One of the two drawings. Beside each other on a wide page, which is when a panel is a narrower part of it. */
function Panel({ kind, curves, isLog, alt }: PanelProps) {
  const draw = async (width: number) => {
    const { lossPanel, metricPanel } = await import('../../figures/training');
    const isBeside = matchMedia('(min-width: 110rem)').matches;
    const [share, least, most] = isBeside
      ? [0.6, 420, 640]
      : kind === 'loss'
        ? [0.38, 230, 350]
        : [0.26, 170, 220];
    // Beside each other both are as high as the wider one asks.
    const height = isBeside
      ? Math.round(Math.min(most, Math.max(least, innerWidth * 0.22)))
      : Math.round(Math.min(most, Math.max(least, width * share)));
    const options: PanelOptions = {
      width,
      height,
      isLog,
      alt,
      fontSize: isBeside ? 13 : 11,
      isNamed: isBeside || kind === 'metric',
    };
    return kind === 'loss' ? lossPanel(curves, options) : metricPanel(curves, options);
  };
  return (
    <Drawing
      draw={draw}
      on={[
        curves.runs.map((run) => run.points.length).join(),
        curves.n_steps,
        curves.metric.name,
        isLog,
        alt,
      ]}
    />
  );
}

function About({ shown, runs }: { shown: Shown; runs: Run[] }) {
  const { capability } = train.value;
  const report = runs.find((run) => run.report)?.report;
  const chosen = capability?.backends.find(({ backend }) => backend === capability.chosen);
  const device = report?.device ?? (runs.some((run) => run.points.length > 0) ? chosen?.name : undefined);
  const seeds =
    shown.seeds.length === 1
      ? t`seed ${shown.seeds[0]!}`
      : t`seeds ${shown.seeds[0]!} to ${shown.seeds.at(-1)!}`;
  return (
    <p class="about">
      {linesWords(runs)} {t`The hairline is the target.`} <span class="facts">{examples(shown, report)}</span>{' '}
      {device && <span class="facts">{device}, f32</span>} <span class="facts">{seeds}</span>
    </p>
  );
}

/** How many examples there are: as the run counted them, before that as the data are known. */
function examples({ card, setup }: Shown, report: TrainReport | undefined): string {
  if (report) return t`n = ${whole(report.n_train)} to learn from, ${whole(report.n_test)} to test on`;
  const n = (dataWords(card)?.n_part ?? 0) * (setup.n_train_files ?? card.train_files.length);
  return n > 0 ? t`n = ${whole(n)} to learn from` : '';
}

export function curvesOf(shown: Shown, runs: readonly Run[]): TrainingCurves {
  return {
    runs: runs.map(({ seed, points }) => ({ label: t`seed ${seed}`, points })),
    n_steps: stepsOf(shown, runs),
    steps_per_epoch: stepsPerEpoch(shown.card, shown.setup.n_train_files),
    metric: shown.card.metric,
  };
}
