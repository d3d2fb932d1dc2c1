import { useRef, useState } from 'preact/hooks';
import { ProgressLine } from '../../components/progress-line';
import { inWords } from '../../figures/labels';
import { lab } from '../../lab/start';
import type { Progress, SiteCheck } from '../../lab/types';
import { asProblem, isCancelled } from '../../state/problem';
import { fromEngine } from '../../words/engine';
import { localised } from '../../words/numbers';
import { t } from '../../words/words';

/** A button that tries the identities by which a model's sites are defined, and what came of it. */
export function SiteCheckPanel() {
  const [check, setCheck] = useState<SiteCheck>();
  const [progress, setProgress] = useState<Progress>();
  const [trouble, setTrouble] = useState('');
  const stop = useRef<AbortController | undefined>(undefined);
  const start = async () => {
    const controller = new AbortController();
    stop.current = controller;
    setTrouble('');
    setProgress({ stage: t`checking the sites`, done: 0 });
    try {
      setCheck(await lab.call('checkSites', [], { signal: controller.signal, onProgress: setProgress }));
    } catch (error) {
      const problem = asProblem(error);
      if (!isCancelled(problem)) setTrouble(problem.message);
    } finally {
      setProgress(undefined);
    }
  };
  return (
    <div class="site-check">
      {progress ? (
        <ProgressLine
          job={{ stage: progress.stage, done: progress.done, secondsLeft: progress.seconds_left }}
          onCancel={() => stop.current?.abort()}
        />
      ) : (
        <button type="button" onClick={() => void start()}>{t`Check this model’s sites`}</button>
      )}
      <p role="status">{trouble || (check && verdict(check))}</p>
      {check && (
        <details>
          <summary>{t`Each identity`}</summary>
          <table class="identities">
            <thead>
              <tr>
                <th>{t`Identity`}</th>
                <th>{t`off by`}</th>
              </tr>
            </thead>
            <tbody>
              {check.identities.map(({ statement, deviation, holds }) => (
                <tr key={statement} class={holds ? '' : 'broken'}>
                  <td>{fromEngine(inWords(statement))}</td>
                  <td>
                    {deviation === null ? t`not a number` : localised(deviation.toExponential(1))}
                    {holds ? '' : ' ✗'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      {check?.absent.map((why) => (
        <p class="help" key={why}>
          {fromEngine(inWords(why))}
        </p>
      ))}
    </div>
  );
}

/** What was found, in a sentence. */
export function verdict({ identities, n_sites, tolerance, input }: SiteCheck): string {
  if (identities.length === 0)
    return t`All ${n_sites} sites were reached with ${input}; this architecture states no identity between them.`;
  const broken = identities.filter(({ holds }) => !holds);
  const worst = identities.reduce(
    (most, { deviation }) => Math.max(most, deviation ?? Number.POSITIVE_INFINITY),
    0,
  );
  if (broken.length === 0)
    return t`All ${identities.length} identities between ${n_sites} sites hold on ${input}: at most ${localised(worst.toExponential(1))} off, ${tolerance.toExponential(0)} is allowed.`;
  return t`${broken.length} of ${identities.length} identities do not hold on ${input}; the first is ${fromEngine(inWords(broken[0]?.statement ?? ''))}.`;
}
