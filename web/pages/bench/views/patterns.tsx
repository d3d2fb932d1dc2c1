import { NumberField } from '../../../components/fields';
import { Choice } from '../../../components/section';
import { shorten } from '../../../figures/labels';
import { t } from '../../../words/words';
import { hasPatterns, type ViewKind, type ViewOf } from './kind';

/** Where every attention head looks in one text. */
export const patterns: ViewKind<ViewOf<'patterns'>> = {
  title: t`Attention patterns`,
  about: t`Where every head of every layer looks in one text.`,
  fits: hasPatterns,
  fresh: () => ({ kind: 'patterns', text: 0, max_tokens: 64 }),
  Form: ({ view, texts, onChange }) => (
    <>
      <Choice
        label={t`Text`}
        value={String(view.text)}
        options={texts.map((text, i) => ({ value: String(i), label: shorten(text, 40) }))}
        onChoose={(text) => onChange({ ...view, text: Number(text) })}
      />
      <NumberField
        label={t`Tokens, at most`}
        value={view.max_tokens}
        least={1}
        most={128}
        onChange={(max_tokens) => onChange({ ...view, max_tokens }, true)}
      />
    </>
  ),
};
