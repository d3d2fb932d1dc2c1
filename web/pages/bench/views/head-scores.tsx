import { NumberField } from '../../../components/fields';
import { Choice } from '../../../components/section';
import type { ScoredOn } from '../../../lab/types';
import { t } from '../../../words/words';
import { hasPatterns, type ViewKind, type ViewOf } from './kind';

const SCORES = [
  { value: 'head_induction', label: t`induction` },
  { value: 'head_previous_token', label: t`previous token` },
  { value: 'head_duplicate_token', label: t`duplicate token` },
  { value: 'head_copy', label: t`copying` },
];

const RANDOM: Extract<ScoredOn, { kind: 'repeated_random' }> = {
  kind: 'repeated_random',
  n_tokens: 25,
  n_sequences: 1,
  seed: 1,
};

const TEXTS = [
  { value: 'repeated_random', label: t`random tokens, twice` },
  { value: 'texts', label: t`the texts under Inputs` },
] as const;

/** What each attention head does, by a score. */
export const headScores: ViewKind<ViewOf<'head_scores'>> = {
  title: t`Head scores`,
  about: t`Which heads look at the token before, at a token’s earlier places, or at what followed them.`,
  fits: hasPatterns,
  fresh: () => ({ kind: 'head_scores', score: 'head_induction', on: RANDOM }),
  Form: ({ view, onChange }) => {
    const { on } = view;
    return (
      <>
        <Choice
          label={t`Score`}
          value={view.score}
          options={SCORES}
          onChoose={(score) => onChange({ ...view, score })}
        />
        <Choice
          label={t`On`}
          value={on.kind}
          options={TEXTS}
          onChoose={(kind) => onChange({ ...view, on: kind === 'texts' ? { kind } : RANDOM })}
        />
        {on.kind === 'repeated_random' && (
          <>
            <NumberField
              label={t`Random tokens`}
              value={on.n_tokens}
              least={2}
              most={256}
              onChange={(n_tokens) => onChange({ ...view, on: { ...on, n_tokens } }, true)}
            />
            <NumberField
              label={t`Texts`}
              value={on.n_sequences}
              least={1}
              most={32}
              onChange={(n_sequences) => onChange({ ...view, on: { ...on, n_sequences } }, true)}
            />
            <NumberField
              label={t`Seed`}
              value={on.seed}
              least={0}
              most={4294967295}
              onChange={(seed) => onChange({ ...view, on: { ...on, seed } }, true)}
            />
          </>
        )}
      </>
    );
  },
};
