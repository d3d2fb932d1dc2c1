import { useEffect, useState } from 'preact/hooks';
import { Section } from '../../components/section';
import { linesOf } from '../../inputs/lines';
import { bench } from '../../state/bench';
import { isSame } from '../../state/same';
import { t } from '../../words/words';
import { change } from './changes';

/** What is changed on the way through the model: ablation and the like, one a line. */
export function ChangesSection() {
  const { recipe, card } = bench.value;
  const [text, setText] = useState(recipe.changes.join('\n'));
  // Another model, or an opened link, brings other changes.
  useEffect(() => {
    if (!isSame(recipe.changes, linesOf(text))) setText(recipe.changes.join('\n'));
  }, [recipe.changes]);
  return (
    <Section
      title={t`Changes`}
      topic="changes"
      aside={recipe.changes.length === 0 ? t`none` : `${recipe.changes.length}`}
    >
      <label class="lines">
        <span>{t`One a line: a site, perhaps heads, positions or units with numbers from 0, then = zero, = mean or = × 2. Or the word weight, a tensor’s name, perhaps rows or columns, then = zero, = × 2 or = + noise 0.01 seed 7.`}</span>
        <textarea
          rows={2}
          spellcheck={false}
          placeholder={exampleFor(card?.sites.map((site) => site.short) ?? [])}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            change({ changes: linesOf(event.currentTarget.value) }, 900);
          }}
        />
      </label>
    </Section>
  );
}

/** A change that this model has a place for. */
function exampleFor(shorts: string[]): string {
  if (shorts.includes('z.1')) return 'z.1 heads 0, 3 = zero';
  const middle = shorts[Math.floor(shorts.length / 2)];
  return middle ? `${middle} units 0 = zero` : '';
}
