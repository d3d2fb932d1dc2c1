// What can be done with arrays by name.

import type { Command } from '../../components/command';
import { nameInWords } from '../../figures/labels';
import { data } from '../../state/data';
import { kindRefusal, whyNot } from '../../state/data-fit';
import { type TaskKind, taskOf } from '../../state/data-form';
import { offersExamples } from '../../state/embed';
import { t } from '../../words/words';
import { linkCommands } from '../link-commands';
import { change, chooseKind } from './changes';
import { makeExample } from './example';
import { makeLink } from './link';
import { removeArray } from './removal';
import { cancel, run } from './run';
import { KINDS } from './sentences';
import { addFiles } from './shelf';

export function dataCommands(): Command[] {
  const { job, cards, list, form } = data.value;
  const why = whyNot(taskOf(form), cards, list);
  const kinds = (Object.keys(KINDS) as TaskKind[]).filter(
    (kind) => kind !== form.kind && kindRefusal(kind, cards, list) === undefined,
  );
  return [
    job
      ? { words: t`Cancel the run`, run: cancel }
      : { words: t`Run`, run: () => why ?? void run().catch(() => {}) },
    ...linkCommands(makeLink),
    ...(cards.length === 0 && offersExamples()
      ? [{ words: t`Try made-up arrays`, run: () => addFiles(makeExample()) }]
      : kinds.map((kind) => ({ words: t`Analysis: ${KINDS[kind].title}`, run: () => chooseKind(kind) }))),
    ...(form.kind === 'compare' ? (list?.measures ?? []) : []).map(({ name }) => ({
      words: t`Measure: ${nameInWords(name)}`,
      run: () => change({ measure: name }),
    })),
    ...(list?.distances ?? []).map(({ name }) => ({
      words: t`Distance: ${nameInWords(name)}`,
      run: () => change({ distance: name }),
    })),
    ...cards.map(({ name }) => ({ words: t`Remove ${name}`, run: () => removeArray(name) })),
  ];
}
