import { useState } from 'preact/hooks';
import { Markdown } from '../../components/markdown';
import { save } from '../../figures/export';
import type { Exercise } from '../../lab/experiment-types';
import { offersExamples } from '../../state/embed';
import { answers, forgetAnswers, openPredictions } from '../../state/exercises';
import { experiment } from '../../state/experiment';
import { engineLang } from '../../words/engine-words';
import { t } from '../../words/words';
import { ExerciseForm } from './exercise-forms';
import { handIn } from './files';

const openedAt = Date.now();

/** Questions that the page itself checks, and the file that is handed in. */
export function Exercises() {
  const { card } = experiment.value;
  if (!card || card.exercises.length === 0 || !offersExamples()) return null;
  const above = predictionsAbove();
  return (
    <section class="exercises" aria-labelledby="exercises">
      <h2 id="exercises">{t`Exercises`}</h2>
      <p class="help">{t`Answers stay in this browser until you hand them in.`}</p>
      <ol>
        {card.exercises
          .filter((one) => !above.includes(one))
          .map((exercise) => (
            <One key={`${card.slug} ${exercise.id}`} exercise={exercise} />
          ))}
      </ol>
      <HandInForm />
    </section>
  );
}

function One({ exercise }: { exercise: Exercise }) {
  const answer = answers.value[exercise.id];
  const state = answer === undefined ? 'unanswered' : 'answered';
  const isDone = answer?.is_right === true || (answer !== undefined && isOnce(exercise));
  const { kind } = exercise.kind;
  return (
    <li class={`exercise ${state}`}>
      {kind === 'prediction' && <p class="kind">{t`Before you run it`}</p>}
      {kind === 'setting' && <p class="kind">{t`Find it by running`}</p>}
      <Markdown text={exercise.question} lang={engineLang(exercise.question)} />
      <ExerciseForm exercise={exercise} />
      {!isDone && exercise.hint && (
        <details>
          <summary>{t`A hint`}</summary>
          <Markdown text={exercise.hint} lang={engineLang(exercise.hint)} />
        </details>
      )}
      {isDone && answer?.is_right !== undefined && (
        <div class="why">
          <Markdown text={exercise.why} lang={engineLang(exercise.why)} />
        </div>
      )}
    </li>
  );
}

/** The predictions that the next run would decide, which stand above it until they are made. */
function predictionsAbove(): Exercise[] {
  const { card, recipe } = experiment.value;
  return card && recipe ? openPredictions(card, answers.value, recipe.params) : [];
}

/** The predictions that have to be made before the run. */
export function Predictions() {
  const { card } = experiment.value;
  const open = predictionsAbove();
  if (!card || open.length === 0) return null;
  return (
    <section class="predictions" aria-labelledby="predictions">
      <h2 id="predictions">{t`What do you expect?`}</h2>
      <ul>
        {open.map((exercise) => (
          <One key={`${card.slug} ${exercise.id}`} exercise={exercise} />
        ))}
      </ul>
    </section>
  );
}

/** What can be answered but once, because the run gives the answer away. */
const isOnce = ({ kind }: Exercise) => kind.kind === 'prediction';

/** One small file with the answers, the last run's recipe and digest, and the times. */
function HandInForm() {
  const [name, setName] = useState('');
  const { card, shown } = experiment.value;
  if (!card) return null;
  const nAnswered = card.exercises.filter(({ id }) => answers.value[id] !== undefined).length;
  const give = () => {
    const file = handIn(card, answers.value, shown, { name, openedAt });
    const suffix = name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '');
    save(
      `${card.slug}${suffix && `-${suffix}`}.hand-in.json`,
      JSON.stringify(file, null, 1),
      'application/json',
    );
  };
  return (
    <div class="hand-in">
      <label>
        <span>{t`Your name, for the file alone`}</span>
        <input
          type="text"
          autoComplete="name"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <button type="button" aria-disabled={nAnswered === 0} onClick={() => nAnswered > 0 && give()}>
        {t`Hand in`}
      </button>
      <p class="help">
        {t`${nAnswered} of ${card.exercises.length} answered.`}{' '}
        {shown ? t`The last run’s recipe goes along.` : t`There is no run yet to go along.`}{' '}
        {nAnswered > 0 && (
          <button
            type="button"
            class="quiet"
            onClick={() => forgetAnswers(card.slug)}
          >{t`Forget my answers`}</button>
        )}
      </p>
    </div>
  );
}
