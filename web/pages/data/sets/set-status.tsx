import { useState } from 'preact/hooks';
import { ProgressLine } from '../../../components/progress-line';
import { cardNamed } from '../../../state/data';
import { t } from '../../../words/words';
import { askFirst, cancelTake, forgetTaken, isHere, sets } from './take';

/** A set on its way, and what is asked of it first. */
export function SetStatus() {
  const { job, taken } = sets.value;
  const canAsk = taken !== undefined && isHere(taken);
  return (
    <div class="set-status">
      {job && <ProgressLine job={job} onCancel={cancelTake} />}
      <p role="status">
        {taken && t`${taken.name} lies on the shelf.`} {taken?.question}
      </p>
      {taken && (
        <p class="picks">
          {canAsk && (
            <button type="button" class="primary" onClick={askFirst}>
              {t`Ask this`}
            </button>
          )}
          {taken.prompts && <CopyPrompts array={taken.prompts} />}
          <button type="button" class="quiet" onClick={forgetTaken}>
            {t`Dismiss`}
          </button>
        </p>
      )}
    </div>
  );
}

/** Copies the names of an array's rows, one a line, for the texts of the bench. */
function CopyPrompts({ array }: { array: string }) {
  const [said, setSaid] = useState('');
  const prompts = cardNamed(array)?.stimuli ?? [];
  if (prompts.length === 0) return null;
  const copy = () =>
    navigator.clipboard.writeText(prompts.join('\n')).then(
      () => setSaid(t`Copied; paste them as texts on the bench.`),
      () => setSaid(t`Copying is not allowed here; the prompts stand in the table’s file.`),
    );
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {t`Copy the ${prompts.length} prompts`}
      </button>{' '}
      <span role="status">{said}</span>{' '}
    </>
  );
}
