// What can be done with trainings by name.

import type { Command } from '../../components/command';
import { offered } from '../../state/embed';
import { isBusy, train } from '../../state/train';
import { setup } from '../../state/train-setup';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';
import { linkCommands } from '../link-commands';
import { chooseTask } from './changes';
import { makeLink } from './link';
import { cancel, pause, start } from './run';

export function trainCommands(): Command[] {
  const { phase, tasks } = train.value;
  const begin = { words: t`Start the training`, run: () => void start(setup.value).catch(() => {}) };
  const others = offered(tasks, () => false).filter(({ id }) => id !== setup.value.task);
  return [
    ...(phase === 'idle' ? [begin] : [{ words: t`Cancel the training`, run: cancel }]),
    ...(phase === 'training' ? [{ words: t`Pause the training`, run: () => pause(true) }] : []),
    ...(phase === 'paused' ? [{ words: t`Go on with the training`, run: () => pause(false) }] : []),
    ...linkCommands(makeLink),
    ...(isBusy(train.value) ? [] : others).map(({ id, title }) => ({
      words: t`Task: ${fromEngine(title)}`,
      run: () => chooseTask(id),
    })),
  ];
}
