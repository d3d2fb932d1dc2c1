import { NumberField, TextField } from '../../../components/fields';
import { Choice } from '../../../components/section';
import { shorten } from '../../../figures/labels';
import type { Ablated, Ablating, Measured } from '../../../lab/types';
import { t } from '../../../words/words';
import { hasPatterns, isLanguageModel, PROMPT, type ViewKind, type ViewOf } from './kind';
import { NumbersField } from './numbers-field';

/** What each kind of part starts with. */
const PARTS: { [K in Ablated['kind']]: Extract<Ablated, { kind: K }> } = {
  heads: { kind: 'heads' },
  layers: { kind: 'layers' },
  neurons: { kind: 'neurons', n: 20 },
  listed_neurons: { kind: 'listed_neurons', layer: 0, units: [0] },
};

const WHAT: { value: Ablated['kind']; label: string }[] = [
  { value: 'heads', label: t`each head` },
  { value: 'layers', label: t`attention and MLP of each layer` },
  { value: 'neurons', label: t`the neurons that matter most` },
  { value: 'listed_neurons', label: t`named neurons of a layer` },
];

const CHANGES: { value: Ablating; label: string }[] = [
  { value: 'zero', label: t`zero` },
  { value: 'mean', label: t`its mean over the text` },
];

/** What each measure starts with. */
const MEASURES: { [K in Measured['kind']]: Extract<Measured, { kind: K }> } = {
  answer: { kind: 'answer', prompt: PROMPT, answer: ' Paris' },
  text: { kind: 'text', text: 0 },
  repeated_random: { kind: 'repeated_random', n_tokens: 25, seed: 1 },
};

const JUDGED: { value: Measured['kind']; label: string }[] = [
  { value: 'answer', label: t`the logit of an answer` },
  { value: 'text', label: t`the loss of a text` },
  { value: 'repeated_random', label: t`the loss of random tokens that come again` },
];

/** What a model loses without a part. */
export const ablation: ViewKind<ViewOf<'ablation'>> = {
  title: t`Ablation`,
  about: t`Parts switched off one at a time: what the model loses without each. Costs about half a pass a part: layers × heads, or a part each.`,
  fits: (card) => isLanguageModel(card) && hasPatterns(card),
  fresh: () => ({
    kind: 'ablation',
    what: PARTS.heads,
    change: 'zero',
    measure: MEASURES.answer,
    layers: [],
  }),
  Form: ({ view, texts, onChange }) => (
    <>
      <Choice
        label={t`Without`}
        value={view.what.kind}
        options={WHAT}
        onChoose={(kind) => onChange({ ...view, what: PARTS[kind] })}
      />
      <PartFields what={view.what} onChange={(what) => onChange({ ...view, what }, true)} />
      <Choice
        label={t`In its place`}
        value={view.change}
        options={CHANGES}
        onChoose={(change) => onChange({ ...view, change })}
      />
      <Choice
        label={t`Judged by`}
        value={view.measure.kind}
        options={JUDGED}
        onChoose={(kind) => onChange({ ...view, measure: MEASURES[kind] })}
      />
      <MeasureFields
        measure={view.measure}
        texts={texts}
        onChange={(measure) => onChange({ ...view, measure }, true)}
      />
      {view.what.kind !== 'listed_neurons' && (
        <NumbersField
          label={t`Layers`}
          placeholder={t`all`}
          value={view.layers}
          onChange={(layers) => onChange({ ...view, layers }, true)}
        />
      )}
    </>
  ),
};

function PartFields({ what, onChange }: { what: Ablated; onChange: (what: Ablated) => void }) {
  if (what.kind === 'neurons') {
    return (
      <NumberField
        label={t`Neurons`}
        value={what.n}
        least={1}
        most={500}
        onChange={(n) => onChange({ ...what, n })}
      />
    );
  }
  if (what.kind !== 'listed_neurons') return null;
  return (
    <>
      <NumberField
        label={t`Layer`}
        value={what.layer}
        least={0}
        most={9999}
        onChange={(layer) => onChange({ ...what, layer })}
      />
      <NumbersField
        label={t`Neurons`}
        value={what.units}
        onChange={(units) => onChange({ ...what, units })}
      />
    </>
  );
}

interface MeasureProps {
  measure: Measured;
  texts: string[];
  onChange: (measure: Measured) => void;
}

function MeasureFields({ measure, texts, onChange }: MeasureProps) {
  if (measure.kind === 'text') {
    return (
      <Choice
        label={t`Text`}
        value={String(measure.text)}
        options={texts.map((text, i) => ({ value: String(i), label: shorten(text, 40) }))}
        onChoose={(text) => onChange({ ...measure, text: Number(text) })}
      />
    );
  }
  if (measure.kind === 'answer') {
    return (
      <>
        <TextField
          label={t`Prompt`}
          value={measure.prompt}
          onInput={(prompt) => onChange({ ...measure, prompt })}
        />
        <TextField
          label={t`Answer, with its space`}
          rows={1}
          value={measure.answer}
          onInput={(answer) => onChange({ ...measure, answer })}
        />
      </>
    );
  }
  return (
    <>
      <NumberField
        label={t`Random tokens`}
        value={measure.n_tokens}
        least={2}
        most={256}
        onChange={(n_tokens) => onChange({ ...measure, n_tokens })}
      />
      <NumberField
        label={t`Seed`}
        value={measure.seed}
        least={0}
        most={4294967295}
        onChange={(seed) => onChange({ ...measure, seed })}
      />
    </>
  );
}
