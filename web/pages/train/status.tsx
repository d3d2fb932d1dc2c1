import { useEffect, useRef, useState } from 'preact/hooks';
import { Alert } from '../../components/alert';
import { DraftOffer } from '../../components/draft-offer';
import { formatSeconds } from '../../figures/numbers';
import { embed } from '../../state/embed';
import type { KeptRun } from '../../state/kept-runs';
import { sentence } from '../../state/problem';
import { isOtherSetup, stepNow, type TrainState, train, updateTrain } from '../../state/train';
import { setup } from '../../state/train-setup';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';
import { discard, start } from './run';
import { keptWords, linkVerdict, progressWords, stepsOf, whole } from './sentences';

/** What a screen reader hears of a run, and how often. */
const SAY_EVERY_MS = 10_000;

/** What is going on, how the figure came about, what went wrong, and what was left undone. */
export function Status() {
  const { problem, notice, shown, phase } = train.value;
  const isRetried = problem !== undefined && problem.kind !== 'link' && problem.kind !== 'export';
  const groups = phase === 'idle' ? groupsOf(train.value.kept) : [];
  const own = shown && groups.find(([first]) => isOf(first!, train.value));
  const isBroken = problem?.kind === 'device' || problem?.kind === 'trap';
  const retry =
    isBroken && own ? () => resume(own) : () => void start(shown?.setup ?? setup.value).catch(() => {});
  return (
    <div class="status">
      <div class="status-line">
        <Origin />
        <RunProgress />
      </div>
      {problem && (
        <Alert
          report={problem}
          title={isBroken ? t`The training broke off` : undefined}
          onDismiss={() => updateTrain({ problem: undefined })}
          onRetry={isRetried ? retry : undefined}
          retryWords={isBroken && own ? t`Resume` : t`Try again`}
        />
      )}
      {notice && <p class="notice">{sentence(notice)}</p>}
      <DraftOffer page="train" />
      {/* What was left on another page is no business of the one around this. */}
      {(embed ? [] : groups)
        .slice(0, 3)
        .map((group) =>
          isBroken && group === own ? null : <KeptOffer key={group[0]!.group} kept={group} />,
        )}
    </div>
  );
}

/** How the figure in view came about. */
function Origin() {
  const { phase, shown, runs } = train.value;
  const reports = runs.flatMap(({ report }) => report ?? []);
  if (phase !== 'idle' || !shown || reports.length === 0) return null;
  if (isOtherSetup(train.value))
    return <p class="origin">{t`The figure shows the last run: ${fromEngine(shown.card.title)}.`}</p>;
  const verdict = linkVerdict(shown, runs);
  if (verdict) return <p class={`origin verdict ${verdict.kind}`}>{verdict.words}</p>;
  const seconds = Math.max(...reports.map((report) => report.seconds));
  return (
    <p class="origin">{t`Trained on your machine in ${formatSeconds(seconds)}, ${reports[0]!.device}.`}</p>
  );
}

/** Progress for the eye a few times a second, for the ear now and then. */
function RunProgress() {
  const state = train.value;
  const words = wordsOf(state);
  const spoken = useNowAndThen(words, state.phase);
  if (state.phase === 'idle') return <p class="visually-hidden" role="status" />;
  const { share } = words;
  return (
    <div class="progress">
      <progress
        max={100}
        {...(share !== undefined && { value: Math.round(share * 100) })}
        aria-label={t`Progress of the training`}
      />
      <p class="number">{words.line}</p>
      <p class="visually-hidden" role="status">
        {spoken}
      </p>
    </div>
  );
}

interface ProgressWords {
  line: string;
  /** 0 to 1; absent while it cannot be told. */
  share: number | undefined;
}

function wordsOf({ phase, job, shown, runs }: TrainState): ProgressWords {
  if (job) {
    const percent = job.done === undefined ? '' : ` ${Math.round(job.done * 100)} %`;
    return { line: `${sentence(job.stage).replace(/\.$/, '')}${percent}`, share: job.done };
  }
  if (!shown) return { line: '', share: undefined };
  const nSteps = stepsOf(shown, runs);
  const done = runs.reduce((sum, run) => sum + stepNow(run), 0);
  const share = done / (nSteps * Math.max(runs.length, 1));
  if (phase === 'stopping') return { line: t`Stopping …`, share };
  const at = Math.min(...runs.map((run) => stepNow(run)));
  if (phase === 'paused') return { line: t`Paused at step ${whole(at)} of ${whole(nSteps)}`, share };
  return { line: progressWords(runs, nSteps), share };
}

/** The line as it was when it was last due to be said: at once in another phase, else every ten seconds. */
function useNowAndThen({ line }: ProgressWords, phase: TrainState['phase']): string {
  const [spoken, setSpoken] = useState('');
  const latest = useRef(line);
  latest.current = line;
  useEffect(() => {
    setSpoken(latest.current);
    if (phase === 'idle' || phase === 'paused') return;
    const timer = setInterval(() => setSpoken(latest.current), SAY_EVERY_MS);
    return () => clearInterval(timer);
  }, [phase]);
  return spoken;
}

/** A run that was left before its end. */
function KeptOffer({ kept }: { kept: KeptRun[] }) {
  return (
    <p class="notice kept">
      {keptWords(kept)} <button type="button" onClick={() => resume(kept)}>{t`Resume`}</button>{' '}
      <button type="button" class="quiet" onClick={() => void discard(kept)}>{t`Discard`}</button>
    </p>
  );
}

function resume(kept: KeptRun[]) {
  setup.value = { ...kept[0]!.setup };
  void start(kept[0]!.setup, kept).catch(() => {});
}

const isOf = (run: KeptRun, { shown }: TrainState) => shown !== undefined && run.group === shown.group;

/** Runs that were started together, newest first. */
function groupsOf(kept: readonly KeptRun[]): KeptRun[][] {
  const groups = new Map<string, KeptRun[]>();
  for (const run of kept) groups.set(run.group, [...(groups.get(run.group) ?? []), run]);
  return [...groups.values()];
}
