import { NumberField, TextField } from '../../../components/fields';
import { Choice } from '../../../components/section';
import type { WritingChoice } from '../../../lab/types';
import { t } from '../../../words/words';
import { isLanguageModel, PROMPT, type ViewKind, type ViewOf } from './kind';

type Way = WritingChoice['kind'];

/** What each way of choosing tokens starts with. */
const FRESH: { [K in Way]: Extract<WritingChoice, { kind: K }> } = {
  greedy: { kind: 'greedy' },
  sampled: { kind: 'sampled', temperature: 0.8, top_k: 50, top_p: 0.95, seed: 1 },
  beams: { kind: 'beams', n_beams: 3 },
};

const WAYS: { value: Way; label: string }[] = [
  { value: 'greedy', label: t`the likeliest each time` },
  { value: 'sampled', label: t`drawn at random` },
  { value: 'beams', label: t`the likeliest texts (beams)` },
];

/** What a language model writes. */
export const writing: ViewKind<ViewOf<'writing'>> = {
  title: t`Writing`,
  about: t`How the model goes on from a prompt, with the probability of each token.`,
  fits: isLanguageModel,
  fresh: () => ({ kind: 'writing', prompt: PROMPT, n_new: 12, choice: FRESH.greedy }),
  Form: ({ view, onChange }) => (
    <>
      <TextField
        label={t`Prompt`}
        value={view.prompt}
        onInput={(prompt) => onChange({ ...view, prompt }, true)}
      />
      <NumberField
        label={t`New tokens, at most`}
        value={view.n_new}
        least={1}
        most={512}
        onChange={(n_new) => onChange({ ...view, n_new }, true)}
      />
      <Choice
        label={t`Tokens are`}
        value={view.choice.kind}
        options={WAYS}
        onChoose={(way) => onChange({ ...view, choice: FRESH[way] })}
      />
      <WayFields choice={view.choice} onChange={(choice) => onChange({ ...view, choice }, true)} />
    </>
  ),
};

function WayFields({
  choice,
  onChange,
}: {
  choice: WritingChoice;
  onChange: (choice: WritingChoice) => void;
}) {
  if (choice.kind === 'greedy') return null;
  if (choice.kind === 'beams') {
    return (
      <NumberField
        label={t`Beams`}
        value={choice.n_beams}
        least={1}
        most={16}
        onChange={(n_beams) => onChange({ ...choice, n_beams })}
      />
    );
  }
  const { top_k, ...rest } = choice;
  return (
    <>
      <NumberField
        label={t`Temperature`}
        value={choice.temperature}
        least={0.01}
        most={10}
        isWhole={false}
        onChange={(temperature) => onChange({ ...choice, temperature })}
      />
      <NumberField
        label={t`Top k (0 for all)`}
        value={top_k ?? 0}
        least={0}
        most={100_000}
        onChange={(k) => onChange(k === 0 ? rest : { ...rest, top_k: k })}
      />
      <NumberField
        label={t`Top p (1 for all)`}
        value={choice.top_p}
        least={0.01}
        most={1}
        isWhole={false}
        onChange={(top_p) => onChange({ ...choice, top_p })}
      />
      <NumberField
        label={t`Seed`}
        value={choice.seed}
        least={0}
        most={4294967295}
        onChange={(seed) => onChange({ ...choice, seed })}
      />
    </>
  );
}
