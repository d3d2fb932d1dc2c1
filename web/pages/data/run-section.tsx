import { data } from '../../state/data';
import { whyNot } from '../../state/data-fit';
import { taskOf } from '../../state/data-form';
import { t } from '../../words/words';
import { run } from './run';

/** Starts the analysis, or says why it cannot be. */
export function RunSection() {
  const { form, cards, list, job, reading } = data.value;
  const why =
    cards.length === 0
      ? t`Give files first.`
      : reading.length > 0
        ? t`Reading ${reading[0]!} …`
        : whyNot(taskOf(form), cards, list);
  const isOff = job !== undefined || why !== undefined;
  const start = () => {
    if (!isOff) void run().catch(() => {});
  };
  return (
    <section class="run" aria-label={t`Run`}>
      <p class="picks">
        <button
          type="button"
          class="primary"
          aria-disabled={isOff}
          aria-describedby="why-not"
          onClick={start}
        >{t`Run`}</button>
      </p>
      <p class="help" id="why-not" aria-live="polite">
        {job ? '' : why}
      </p>
    </section>
  );
}
