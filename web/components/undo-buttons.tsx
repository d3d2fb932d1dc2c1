import { signal } from '@preact/signals';
import { page } from '../state/page';
import { isBusy, train } from '../state/train';
import { redo, steps, undo } from '../state/undo';
import { t } from '../words/words';

/** What was last taken back or done again, for who cannot see it. */
const said = signal('');

export function undoNow() {
  if (isTraining()) return;
  const words = undo(page.value);
  said.value = words === undefined ? t`There is nothing to undo.` : t`Undone: ${words}.`;
}

export function redoNow() {
  if (isTraining()) return;
  const words = redo(page.value);
  said.value = words === undefined ? t`There is nothing to redo.` : t`Redone: ${words}.`;
}

/** A setup stays as it is while it is trained; whether it is now. */
function isTraining(): boolean {
  const isIt = page.value === 'train' && isBusy(train.value);
  if (isIt) said.value = t`Nothing can be undone while a training runs.`;
  return isIt;
}

/** Takes back what was done on the page in view, and does it again. */
export function UndoButtons() {
  const { past, future } = steps.value[page.value];
  const [last, next] = [past.at(-1)?.words, future.at(-1)?.words];
  return (
    <div class="undo">
      <button
        type="button"
        class="quiet"
        aria-disabled={last === undefined}
        title={last === undefined ? t`Nothing to undo (Ctrl+Z)` : t`Undo: ${last} (Ctrl+Z)`}
        onClick={undoNow}
      >{t`Undo`}</button>
      <button
        type="button"
        class="quiet"
        aria-disabled={next === undefined}
        title={next === undefined ? t`Nothing to redo (Ctrl+Shift+Z)` : t`Redo: ${next} (Ctrl+Shift+Z)`}
        onClick={redoNow}
      >{t`Redo`}</button>
      <span class="visually-hidden" role="status">
        {said.value}
      </span>
    </div>
  );
}
