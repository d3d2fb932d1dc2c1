import { NumberField, TextField } from '../../../components/fields';
import { isLanguageModel, PROMPT, type ViewKind, type ViewOf } from './kind';

/** What a language model says next. */
export const nextTokens: ViewKind<ViewOf<'next_tokens'>> = {
  title: 'Next tokens',
  about: 'The likeliest next tokens after a prompt.',
  fits: isLanguageModel,
  fresh: () => ({ kind: 'next_tokens', prompt: PROMPT, n: 10 }),
  Form: ({ view, onChange }) => (
    <>
      <TextField
        label="Prompt"
        value={view.prompt}
        onInput={(prompt) => onChange({ ...view, prompt }, true)}
      />
      <NumberField
        label="Tokens listed"
        value={view.n}
        least={1}
        most={200}
        onChange={(n) => onChange({ ...view, n }, true)}
      />
    </>
  ),
};
