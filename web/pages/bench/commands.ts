// What can be done on the bench by name.

import type { Command } from '../../components/command';
import { nameInWords } from '../../figures/labels';
import { textsOf } from '../../inputs/texts';
import type { View } from '../../lab/types';
import { bench } from '../../state/bench';
import { offered } from '../../state/embed';
import { t } from '../../words/words';
import { linkCommands } from '../link-commands';
import { change, chooseModel, chooseSites, putView, removeView } from './changes';
import { makeLink } from './link';
import { cancelRun, runNow } from './run';
import { kindOf, VIEW_KINDS } from './views/list';

export function benchCommands(): Command[] {
  const { job, models, recipe, card, catalogue } = bench.value;
  const kinds = (Object.keys(VIEW_KINDS) as View['kind'][]).filter((kind) => card && kindOf(kind).fits(card));
  const texts = textsOf(recipe.inputs) ?? [];
  const add = (kind: View['kind']) => putView(recipe.views.length, kindOf(kind).fresh(recipe, texts), 0);
  return [
    job
      ? { words: t`Cancel the run`, run: cancelRun }
      : { words: t`Run`, run: () => void runNow().catch(() => {}) },
    ...linkCommands(makeLink),
    ...offered(models, () => false)
      .filter(({ id, isInstalled }) => isInstalled && id !== recipe.model.id)
      .map((entry) => ({ words: t`Load the model ${entry.name}`, run: () => chooseModel(entry) })),
    ...kinds.map((kind) => ({ words: t`Look closer: ${kindOf(kind).title}`, run: () => add(kind) })),
    ...recipe.views.map(({ kind }, i) => ({
      words: t`Remove closer look ${i + 1}: ${kindOf(kind).title}`,
      run: () => removeView(i),
    })),
    ...(card ? [{ words: t`Look at the usual sites`, run: () => chooseSites(card.default_sites) }] : []),
    ...(catalogue?.measures ?? []).map(({ name }) => ({
      words: t`Between sites: ${nameInWords(name)}`,
      run: () => change({ similarity: name }),
    })),
    ...(catalogue?.distances ?? []).map(({ name }) => ({
      words: t`Between stimuli: ${nameInWords(name)}`,
      run: () => change({ distance: name }),
    })),
  ];
}
