import { useId } from 'preact/hooks';
import { NumberField } from '../../components/fields';
import { Choice, Section, Segments } from '../../components/section';
import type { Param, Value } from '../../lab/experiment-types';
import type { Backend } from '../../lab/types';
import { experiment, isBusy } from '../../state/experiment';
import { settingOf } from '../../state/experiment-params';
import { LARGEST_SEED } from '../../state/train-setup';
import { fromEngine } from '../../words/engine';
import { EngineWords } from '../../words/engine-words';
import { t } from '../../words/words';
import { resetAll, setBackend, setParam, setSeed } from './changes';
import { settingInWords } from './words';

/** The knobs of the experiment, as its card describes them. */
export function ParamControls() {
  const { card, recipe } = experiment.value;
  if (!card || !recipe) return null;
  const isAtDefaults =
    Object.keys(recipe.params).length === 0 && recipe.seed === card.seed && recipe.backend === 'cpu';
  const isOff = isBusy(experiment.value);
  return (
    <fieldset class="knobs" disabled={isOff}>
      <legend class="visually-hidden">{t`Settings of the experiment`}</legend>
      {card.params.length > 0 && (
        <Section title={t`Settings`} topic="knobs">
          {card.params.map((param) => (
            <Knob key={param.name} param={param} value={settingOf(param, recipe.params)} />
          ))}
        </Section>
      )}
      <Section title={t`Chance and engine`} topic="chance">
        <NumberField
          label={t`Seed of what is drawn at random`}
          value={recipe.seed}
          least={0}
          most={LARGEST_SEED}
          onChange={setSeed}
        />
        <Segments
          label={t`Engine`}
          value={recipe.backend}
          options={[
            { value: 'cpu', label: 'CPU' },
            { value: 'gpu', label: 'GPU' },
          ]}
          onChoose={(backend: Backend) => setBackend(backend)}
        />
        <p class="help">
          {recipe.backend === 'cpu'
            ? t`On the CPU a run gives the same bits on every machine.`
            : t`On a graphics card a run is often faster; another card may differ in the last digits.`}
        </p>
        {!isAtDefaults && (
          <button type="button" class="quiet" onClick={resetAll}>{t`Back to the defaults`}</button>
        )}
      </Section>
    </fieldset>
  );
}

function Knob({ param, value }: { param: Param; value: Value }) {
  const { kind, help } = param;
  const id = useId();
  const label = fromEngine(param.label);
  if (kind.kind === 'choice') {
    const chosen = kind.options.find(({ name }) => name === value);
    return (
      <Choice
        label={label}
        value={String(value)}
        options={kind.options.map((option) => ({ value: option.name, label: fromEngine(option.label) }))}
        onChoose={(name) => setParam(param, name)}
        help={[help, chosen?.about ?? ''].filter(Boolean).map(fromEngine).join(' ')}
      />
    );
  }
  return (
    <div class="knob">
      {kind.kind === 'flag' ? (
        <label class="tick">
          <input
            type="checkbox"
            checked={value === true}
            aria-describedby={id}
            onChange={(event) => setParam(param, event.currentTarget.checked)}
          />{' '}
          {label}
        </label>
      ) : (
        <Slider param={param} value={Number(value)} describedBy={id} />
      )}
      <p class="help" id={id}>
        <EngineWords text={help} />
      </p>
    </div>
  );
}

interface SliderProps {
  param: Param;
  value: number;
  describedBy: string;
}

/** A number by slider and by keyboard; along its logarithm where the card says so. */
function Slider({ param, value, describedBy }: SliderProps) {
  const { kind } = param;
  if (kind.kind !== 'integer' && kind.kind !== 'number') return null;
  const isLog = kind.kind === 'number' && kind.is_log;
  const to = (number: number) => (isLog ? Math.log10(number) : number);
  const from = (place: number) => (isLog ? rounded(10 ** place) : place);
  const within = (number: number) => Math.min(kind.max, Math.max(kind.min, number));
  const label = fromEngine(param.label);
  return (
    <>
      <NumberField
        label={param.unit ? `${label} (${fromEngine(param.unit)})` : label}
        value={value}
        least={kind.min}
        most={kind.max}
        isWhole={kind.kind === 'integer'}
        onChange={(number) => setParam(param, number)}
      />
      <input
        type="range"
        class="slider"
        aria-label={t`${label}, by slider`}
        min={to(kind.min)}
        max={to(kind.max)}
        step={kind.step}
        value={to(value)}
        aria-valuetext={settingInWords(param, value)}
        aria-describedby={describedBy}
        onInput={(event) => setParam(param, within(from(Number(event.currentTarget.value))))}
      />
    </>
  );
}

/** A number of a slider to three digits, so that a link stays readable. */
const rounded = (number: number) => Number(number.toPrecision(3));
