// What can be done in the gallery by name.

import type { Command } from '../../components/command';
import { list } from '../../experiments/cards';
import { changeFilter, filter, isFiltered, NO_FILTER } from '../../state/gallery';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';

/** Opens each experiment by its title or by that of its paper. */
export const openingCommands = (): Command[] =>
  list.map(({ slug, title, paper }) => ({
    words: t`Experiment: ${fromEngine(title)} (${paper.title})`,
    run: () => {
      location.hash = `#x/${slug}`;
    },
  }));

export function galleryCommands(): Command[] {
  const { isWithoutGpu, hasExercises } = filter.value;
  return [
    ...openingCommands(),
    {
      words: isWithoutGpu ? t`Also show what asks for a GPU` : t`Show only what runs without GPU`,
      run: () => changeFilter({ isWithoutGpu: !isWithoutGpu }),
    },
    {
      words: hasExercises ? t`Also show what has no exercises` : t`Show only what has exercises`,
      run: () => changeFilter({ hasExercises: !hasExercises }),
    },
    ...(isFiltered(filter.value)
      ? [
          {
            words: t`Show all experiments`,
            run: () => changeFilter({ ...NO_FILTER, seconds: undefined }),
          },
        ]
      : []),
  ];
}
