import { NumberField, TextField } from '../../../components/fields';
import { t } from '../../../words/words';
import { isLanguageModel, PROMPT, type ViewKind, type ViewOf } from './kind';

/** What a language model says next. */
export const nextTokens: ViewKind<ViewOf<'next_tokens'>> = {
  title: t`Next tokens`,
  about: t`The likeliest next tokens after a prompt.`,
  fits: isLanguageModel,
  fresh: () => ({ kind: 'next_tokens', prompt: PROMPT, n: 10 }),
  Form: ({ view, onChange }) => (
    <>
      <TextField
        label={t`Prompt`}
        value={view.prompt}
        onInput={(prompt) => onChange({ ...view, prompt }, true)}
      />
      <NumberField
        label={t`Tokens listed`}
        value={view.n}
        least={1}
        most={200}
        onChange={(n) => onChange({ ...view, n }, true)}
      />
    </>
  ),
};
