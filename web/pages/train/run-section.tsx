import type { Ref } from 'preact';
import { useRef } from 'preact/hooks';
import { bytesToFetch } from '../../fetch/training-data';
import { cardOf, isBusy, train } from '../../state/train';
import { setup } from '../../state/train-setup';
import { t } from '../../words/words';
import { change } from './changes';
import { cancel, pause, start } from './run';
import { downloadNote, whole } from './sentences';

/** Start, pause, resume, cancel. The same place for each, so that a finger finds it. */
export function RunSection() {
  const state = train.value;
  const card = cardOf(state, setup.value.task);
  const entry = state.data.find(({ id }) => id === card?.data);
  const { n_steps, n_train_files } = setup.value;
  const main = useRef<HTMLButtonElement>(null);
  const stop = () => {
    // This button is about to go, and the keyboard's place with it.
    main.current?.focus();
    cancel();
  };
  return (
    <section class="run" aria-label={t`Run`}>
      <p class="picks">
        <MainButton place={main} />
        {isBusy(state) && (
          <button type="button" aria-disabled={state.phase === 'stopping'} onClick={stop}>{t`Cancel`}</button>
        )}
      </p>
      {card && !isBusy(state) && <p class="help">{downloadNote(bytesToFetch(card, n_train_files, entry))}</p>}
      {card && n_steps !== undefined && n_steps < card.n_steps && (
        <p class="help">
          {t`A short run of ${whole(n_steps)} steps, of ${whole(card.n_steps)} in all.`}{' '}
          <button
            type="button"
            class="quiet"
            disabled={isBusy(state)}
            onClick={() => change({ n_steps: undefined })}
          >{t`Take all`}</button>
        </p>
      )}
    </section>
  );
}

/** One button that stays where it is, so that the keyboard stays on it: start, then pause, then resume. */
function MainButton({ place }: { place: Ref<HTMLButtonElement> }) {
  const { phase } = train.value;
  const act = {
    idle: [t`Start`, () => void start(setup.value).catch(() => {})],
    paused: [t`Resume`, () => pause(false)],
    training: [t`Pause`, () => pause(true)],
    preparing: [t`Pause`, undefined],
    stopping: [t`Pause`, undefined],
  } as const;
  const [words, onClick] = act[phase];
  return (
    <button ref={place} type="button" class="primary" aria-disabled={onClick === undefined} onClick={onClick}>
      {words}
    </button>
  );
}
