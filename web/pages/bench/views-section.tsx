import { useState } from 'preact/hooks';
import { Choice, Section } from '../../components/section';
import { textsOf } from '../../inputs/texts';
import type { View } from '../../lab/types';
import { bench } from '../../state/bench';
import { t } from '../../words/words';
import { putView, removeView } from './changes';
import { kindOf, VIEW_KINDS } from './views/list';

/** What is typed is run after this pause, in milliseconds. */
const TYPING_MS = 900;

/** Closer looks at a model that reads text: a list of them to add from, and the settings of each. */
export function ViewsSection() {
  const { recipe, card } = bench.value;
  const kinds = (Object.keys(VIEW_KINDS) as View['kind'][]).filter((kind) => card && kindOf(kind).fits(card));
  const [chosen, setChosen] = useState<View['kind']>();
  const { views } = recipe;
  if (kinds.length === 0 && views.length === 0) return null;
  const kind = chosen && kinds.includes(chosen) ? chosen : kinds[0];
  const texts = textsOf(recipe.inputs) ?? [];
  const add = () => kind && putView(views.length, kindOf(kind).fresh(recipe, texts), 0);
  return (
    <Section title={t`Look closer`} topic="views" aside={views.length === 0 ? t`none` : `${views.length}`}>
      {kind && (
        <div class="add-view">
          <Choice
            label={t`Closer look`}
            value={kind}
            options={kinds.map((value) => ({ value, label: kindOf(value).title }))}
            onChoose={setChosen}
            help={kindOf(kind).about}
          />
          <button type="button" onClick={add}>{t`Add`}</button>
        </div>
      )}
      {views.map((view, i) => {
        const { title, Form } = kindOf(view.kind);
        return (
          <fieldset class="view" key={`${i} ${view.kind}`}>
            <legend>
              {title}{' '}
              <button
                type="button"
                class="quiet"
                onClick={() => removeView(i)}
                aria-label={t`Remove ${title}`}
              >{t`Remove`}</button>
            </legend>
            <Form
              view={view}
              texts={texts}
              onChange={(next, isTyped) => putView(i, next, isTyped ? TYPING_MS : 0)}
            />
          </fieldset>
        );
      })}
    </Section>
  );
}
