import { useRef, useState } from 'preact/hooks';
import { ProgressLine } from '../../components/progress-line';
import type { Progress } from '../../lab/types';
import { bench } from '../../state/bench';
import { asProblem, isCancelled } from '../../state/problem';
import { mark } from '../../words/mark';
import { t } from '../../words/words';
import { dataDoor } from '../doors';
import { captureFile } from './capture-file';

/** A button that puts the chosen sites' activations onto the page “Your data”, where models are compared with each other. */
export function TakeAlong() {
  const { recipe, card } = bench.value;
  const [progress, setProgress] = useState<Progress>();
  const [said, setSaid] = useState('');
  const [there, setThere] = useState(0);
  const stop = useRef<AbortController | undefined>(undefined);
  const start = async () => {
    const controller = new AbortController();
    stop.current = controller;
    setSaid('');
    setThere(0);
    setProgress({ stage: t`capturing`, done: 0 });
    try {
      const names = await takeAlong(controller.signal, setProgress);
      setThere(names.length);
    } catch (error) {
      const report = asProblem(error);
      if (!isCancelled(report)) setSaid(report.message);
    } finally {
      setProgress(undefined);
    }
  };
  return (
    <div class="take-along">
      {progress ? (
        <ProgressLine
          job={{ stage: progress.stage, done: progress.done, secondsLeft: progress.seconds_left }}
          onCancel={() => stop.current?.abort()}
        />
      ) : (
        <button
          type="button"
          disabled={!card || recipe.sites.length === 0}
          onClick={() => void start()}
        >{t`Take these sites along to Your data`}</button>
      )}
      <p class="help" role="status">
        {said}
        {there > 0 &&
          mark(thereWords(there), {
            a: (words) => <a href="#data">{words}</a>,
          })}
      </p>
    </div>
  );
}

const thereWords = (n: number) =>
  n === 1
    ? t`One array lies on the page <a>Your data</a>. Open another model here and take its sites along too, to compare the two.`
    : t`${n} arrays lie on the page <a>Your data</a>. Open another model here and take its sites along too, to compare the two.`;

/** Captures the sites of the bench and adds them to the shelf, as the model's name and the site's. Rejects with an `ErrorReport`. */
export async function takeAlong(
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<string[]> {
  const { name, blob } = await captureFile(bench.value.recipe, signal, onProgress);
  const cards = await (await dataDoor.load()).addMadeHere(name, blob);
  return cards.map((card) => card.name);
}
