import { formatSeconds } from '../figures/numbers';
import type { Job } from '../state/bench';
import { sentence } from '../state/problem';
import { spoken } from '../words/engine';
import { t } from '../words/words';

/** What is being done, how far it is, how long it takes, and a way to stop it. */
export function ProgressLine({ job, onCancel }: { job: Job; onCancel: () => void }) {
  const percent = job.done === undefined ? undefined : Math.round(job.done * 100);
  const stage = spoken(job.stage);
  const left = job.secondsLeft === undefined ? '' : `, ${t`about ${formatSeconds(job.secondsLeft)} left`}`;
  return (
    <div class="progress">
      <progress max={100} {...(percent !== undefined && { value: percent })} aria-label={stage} />
      <p>
        <span>{sentence(stage).replace(/\.$/, '')}</span>
        <span class="number">
          {percent !== undefined && ` ${percent} %`}
          {left}
        </span>
      </p>
      <button type="button" onClick={onCancel}>{t`Cancel`}</button>
    </div>
  );
}
