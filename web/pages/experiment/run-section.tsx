import { formatSeconds } from '../../figures/numbers';
import { answers, openPredictions } from '../../state/exercises';
import { experiment, isBusy } from '../../state/experiment';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';
import { isLocked } from './opening';
import { start, verify } from './run';

/** Starts the run, or says what has to be done before. */
export function RunSection() {
  const { card, recipe } = experiment.value;
  if (!card || !recipe) return null;
  const isRunning = isBusy(experiment.value);
  const isWaiting = isLocked();
  const isOff = isRunning || isWaiting;
  const act = (what: () => Promise<unknown>) => () => {
    if (isOff) return;
    void what().catch(() => {});
    document.querySelector('.status')?.scrollIntoView({ block: 'nearest' });
  };
  const nOpen = openPredictions(card, answers.value, recipe.params).length;
  return (
    <section class="run" aria-label={t`Run`}>
      <p class="picks">
        <button
          type="button"
          class="primary"
          aria-disabled={isOff}
          aria-describedby="why-not"
          onClick={act(start)}
        >{t`Run`}</button>
        {card.verify_seeds.length > 0 && (
          <button
            type="button"
            aria-disabled={isOff}
            aria-describedby="why-not"
            title={t`Runs seeds ${card.verify_seeds.join(', ')} one after another`}
            onClick={act(verify)}
          >{t`Verify`}</button>
        )}
      </p>
      <p class="help" id="why-not" aria-live="polite">
        {isWaiting && !isRunning ? (
          <>
            {nOpen === 1 ? t`First make your prediction.` : t`First make your ${nOpen} predictions.`}{' '}
            <button type="button" class="quiet" onClick={toPrediction}>{t`Go to it`}</button>
          </>
        ) : isRunning ? (
          ''
        ) : card.needs.model === undefined ? (
          t`About ${formatSeconds(card.needs.seconds_cpu)} without a graphics card.`
        ) : (
          t`Loads ${fromEngine(card.needs.model)}; about ${formatSeconds(card.needs.seconds_cpu)} without a graphics card.`
        )}
      </p>
    </section>
  );
}

/** Brings the first prediction that is open into view, with the focus on it. */
function toPrediction() {
  const place = document.querySelector<HTMLElement>('.predictions .exercise');
  place?.scrollIntoView({ block: 'center' });
  place?.querySelector('input')?.focus();
}
