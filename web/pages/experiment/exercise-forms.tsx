import { useId, useState } from 'preact/hooks';
import { formatValue } from '../../figures/numbers';
import type { Condition, Exercise, Values } from '../../lab/experiment-types';
import { type Answer, answers, judge, putAnswer, readingOf } from '../../state/exercises';
import { experiment, isBusy } from '../../state/experiment';
import { areSame, settingOf } from '../../state/experiment-params';
import { fromEngine } from '../../words/engine';
import { EngineWords } from '../../words/engine-words';
import { t } from '../../words/words';
import { setParams } from './changes';
import { runIfAsked } from './opening';
import { settingInWords } from './words';

/** What answers an exercise, by its kind, and what became of the answer. */
export function ExerciseForm({ exercise }: { exercise: Exercise }) {
  const { kind } = exercise.kind;
  if (kind === 'choice') return <ChoiceForm exercise={exercise} />;
  if (kind === 'number') return <NumberForm exercise={exercise} />;
  if (kind === 'prediction') return <PredictionForm exercise={exercise} />;
  return <SettingForm exercise={exercise} />;
}

function give(exercise: Exercise, value: number) {
  const before = answers.value[exercise.id];
  const { shown, slug } = experiment.value;
  const isRight = exercise.kind.kind === 'prediction' ? undefined : judge(exercise, value, shown?.report);
  const answer: Answer = { value, n_tries: (before?.n_tries ?? 0) + 1, at: Date.now() };
  putAnswer(slug, exercise.id, isRight === undefined ? answer : { ...answer, is_right: isRight });
}

interface OptionsProps {
  options: readonly string[];
  chosen: number | undefined;
  isFixed?: boolean;
  onChoose: (place: number) => void;
}

function Options({ options, chosen, isFixed = false, onChoose }: OptionsProps) {
  const name = useId();
  return (
    <fieldset class="options" disabled={isFixed}>
      <legend class="visually-hidden">{t`Possible answers`}</legend>
      {options.map((option, i) => (
        <label key={option}>
          <input type="radio" name={name} checked={chosen === i} onChange={() => onChoose(i)} />{' '}
          <span>
            <EngineWords text={option} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function ChoiceForm({ exercise }: { exercise: Exercise }) {
  const given = answers.value[exercise.id];
  const [chosen, setChosen] = useState(given?.value);
  if (exercise.kind.kind !== 'choice') return null;
  return (
    <div class="answer">
      <Options options={exercise.kind.options} chosen={chosen} onChoose={setChosen} />
      <Check isOff={chosen === undefined} onCheck={() => chosen !== undefined && give(exercise, chosen)} />
      <Verdict answer={given?.value === chosen ? given : undefined} />
    </div>
  );
}

function NumberForm({ exercise }: { exercise: Exercise }) {
  const given = answers.value[exercise.id];
  const [text, setText] = useState(given?.value === undefined ? '' : String(given.value));
  if (exercise.kind.kind !== 'number') return null;
  const { tolerance, unit } = exercise.kind;
  const number = Number(text.trim().replace(',', '.').replace('−', '-'));
  const isNumber = text.trim() !== '' && Number.isFinite(number);
  const check = () => isNumber && give(exercise, number);
  return (
    <div class="answer">
      <label class="number">
        <span>{t`Your number, within ${formatValue(tolerance)}`}</span>
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && check()}
        />{' '}
        {unit && fromEngine(unit)}
      </label>
      <Check isOff={!isNumber} onCheck={check} />
      <Verdict answer={given?.value === number ? given : undefined} />
    </div>
  );
}

function PredictionForm({ exercise }: { exercise: Exercise }) {
  const given = answers.value[exercise.id];
  const [chosen, setChosen] = useState(given?.value);
  if (exercise.kind.kind !== 'prediction') return null;
  const { recipe } = experiment.value;
  const isLocking = recipe !== undefined && areSame(recipe.params, exercise.kind.params);
  const options = exercise.kind.options.map(({ label }) => label);
  const skip = () => {
    putAnswer(experiment.value.slug, exercise.id, { isSkipped: true, n_tries: 0, at: Date.now() });
    runIfAsked();
  };
  const predict = () => {
    if (chosen === undefined) return;
    give(exercise, chosen);
    runIfAsked();
  };
  return (
    <div class="answer">
      <Options options={options} chosen={chosen} isFixed={given !== undefined} onChoose={setChosen} />
      <Needed params={exercise.kind.params} />
      {given === undefined && (
        <p class="picks">
          <button type="button" aria-disabled={chosen === undefined} onClick={predict}>
            {t`Predict`}
          </button>
          {isLocking && (
            <button type="button" class="quiet" onClick={skip}>
              {t`Run it without a prediction`}
            </button>
          )}
        </p>
      )}
      {given?.isSkipped ? (
        <p class="help">{t`No prediction was made.`}</p>
      ) : given && given.is_right === undefined ? (
        <p class="help" role="status">{t`Noted. A run with the settings of the question decides it.`}</p>
      ) : (
        <Verdict answer={given} />
      )}
    </div>
  );
}

/** The settings that a question is about, with a way to take them. */
function Needed({ params }: { params: Values }) {
  const { card, recipe } = experiment.value;
  const needed = card?.params.filter(({ name }) => name in params) ?? [];
  if (!recipe || needed.length === 0) return null;
  const words = needed
    .map((param) => `${fromEngine(param.label)} ${settingInWords(param, settingOf(param, params))}`)
    .join(', ');
  return (
    <p class="help">
      {t`It is about these settings: ${words}.`}{' '}
      {!areSame(recipe.params, params) && (
        <button
          type="button"
          class="quiet"
          aria-disabled={isBusy(experiment.value)}
          onClick={() => !isBusy(experiment.value) && setParams(params)}
        >{t`Use them`}</button>
      )}
    </p>
  );
}

function SettingForm({ exercise }: { exercise: Exercise }) {
  const { shown } = experiment.value;
  const given = answers.value[exercise.id];
  if (exercise.kind.kind !== 'setting') return null;
  const { goal, conditions } = exercise.kind;
  return (
    <div class="answer">
      <p>
        <EngineWords text={goal} />
      </p>
      <ul class="conditions">
        {conditions.map((condition) => (
          <li key={condition.reading}>{conditionInWords(condition)}</li>
        ))}
      </ul>
      {given?.is_right === true ? (
        <Verdict answer={given} />
      ) : (
        <p class="help" role="status">
          {!shown || isBusy(experiment.value)
            ? t`The next run is held against it.`
            : t`The last run does not reach it yet. Change a setting and run again.`}
        </p>
      )}
    </div>
  );
}

/** `gap = 0.31, wanted: at least 0.4`. */
function conditionInWords(condition: Condition): string {
  const { at_least: least, at_most: most, reading } = condition;
  const report = experiment.value.shown?.report;
  const found = report && readingOf(condition, report);
  const value = found ? `${formatValue(found.value)}${found.unit ? ` ${fromEngine(found.unit)}` : ''}` : '…';
  const name = reading.replaceAll(/[_.]/g, ' ');
  const wanted =
    least !== undefined && most !== undefined
      ? t`between ${formatValue(least)} and ${formatValue(most)}`
      : least !== undefined
        ? t`at least ${formatValue(least)}`
        : t`at most ${formatValue(most ?? Number.NaN)}`;
  return t`${name} = ${value}; wanted: ${wanted}`;
}

function Check({ isOff, onCheck }: { isOff: boolean; onCheck: () => void }) {
  return (
    <button type="button" aria-disabled={isOff} onClick={onCheck}>
      {t`Check`}
    </button>
  );
}

/** Whether an answer is right, as sign and word. */
function Verdict({ answer }: { answer: Answer | undefined }) {
  const isRight = answer?.is_right;
  return (
    <p class={`judged${isRight === undefined ? '' : isRight ? ' right' : ' wrong'}`} role="status">
      {isRight === true && t`✓ Right.`}
      {isRight === false && t`✗ Not so.`}
    </p>
  );
}
