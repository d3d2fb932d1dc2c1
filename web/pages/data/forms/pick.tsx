import { useId } from 'preact/hooks';
import { Choice } from '../../../components/section';
import type { ArrayCard } from '../../../lab/types';
import { data } from '../../../state/data';
import { type Role, refusal } from '../../../state/data-fit';
import { t } from '../../../words/words';
import { type ListField, tick } from '../changes';

interface PickSeveralProps {
  label: string;
  as: Role;
  /** The form's list that the ticks are in. */
  field?: ListField;
  /** Stimuli that they must have; those of the first when absent. */
  n?: number | undefined;
  /** Arrays that are used as something else already. */
  except?: string | readonly string[];
}

/** Arrays by ticks. Those that cannot be used say why. */
export function PickSeveral({ label, as, field = 'arrays', n, except = [] }: PickSeveralProps) {
  const { cards, form } = data.value;
  const name = useId();
  const ticked = form[field];
  const first = cards.find((card) => ticked.includes(card.name) && !refusal(card, as))?.n_stimuli;
  // Labels stand for a model where RDMs are wanted; ticked there, they can be taken away here.
  const isOffered = ({ name, kind }: ArrayCard) => as === 'rdm' || kind !== 'labels' || ticked.includes(name);
  const offered = cards.filter((card) => isOffered(card) && ![except].flat().includes(card.name));
  return (
    <fieldset class="pick">
      <legend>{label}</legend>
      {offered.map((card) => {
        const reason = refusal(card, as, n ?? first);
        const isOn = ticked.includes(card.name);
        return (
          <label key={card.name} class={reason ? 'unfit' : ''}>
            <input
              type="checkbox"
              name={name}
              checked={isOn}
              // What is ticked can always be taken away.
              disabled={reason !== undefined && !isOn}
              onChange={(event) => tick(card.name, event.currentTarget.checked, field)}
            />
            <span>
              {card.name}
              {(reason ?? asModel(card)) && <span class="help">{reason ?? asModel(card)}</span>}
            </span>
          </label>
        );
      })}
      {ticked
        .filter((one) => !cards.some((card) => card.name === one))
        .map((one) => (
          <label key={one} class="unfit">
            <input type="checkbox" checked onChange={() => tick(one, false, field)} />
            <span>
              {one}
              <span class="help">{t`not here yet`}</span>
            </span>
          </label>
        ))}
      {offered.length === 0 && <p class="help">{t`No array yet.`}</p>}
    </fieldset>
  );
}

/** Labels have distances only as a model. */
const asModel = ({ kind }: ArrayCard) =>
  kind === 'labels' ? t`as a model: 0 within a class, 1 between classes` : undefined;

interface PickOneProps {
  label: string;
  as: Role;
  value: string;
  /** Whether there may be none, and what that is called. */
  none?: string;
  n?: number | undefined;
  except?: string;
  onChoose: (name: string) => void;
}

/** One array by its name. Those that cannot be used stand in the list with the reason. */
export function PickOne({ label, as, value, none, n, except, onChoose }: PickOneProps) {
  const { cards } = data.value;
  const option = (card: ArrayCard) => {
    const reason = refusal(card, as, n);
    return {
      value: card.name,
      label: reason ? `${card.name} (${reason})` : card.name,
      isDisabled: reason !== undefined,
    };
  };
  const options = cards.filter(({ name }) => name !== except).map(option);
  // What can be chosen comes first.
  const sorted = [...options.filter((one) => !one.isDisabled), ...options.filter((one) => one.isDisabled)];
  const isHere = value === '' || cards.some(({ name }) => name === value);
  return (
    <Choice
      label={label}
      value={value}
      options={[
        ...(none !== undefined || value === '' ? [{ value: '', label: none ?? t`choose …` }] : []),
        ...(isHere ? [] : [{ value, label: t`${value} (not here yet)` }]),
        ...sorted,
      ]}
      onChoose={onChoose}
    />
  );
}
