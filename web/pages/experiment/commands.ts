// What can be done with an experiment by name.

import type { Command } from '../../components/command';
import { list } from '../../experiments/cards';
import { experiment, isBusy, updateExperiment } from '../../state/experiment';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';
import { linkCommands } from '../link-commands';
import { resetAll } from './changes';
import { saveClaims, saveReport } from './files';
import { commandLine, makeLink } from './link';
import { isLocked } from './opening';
import { cancel, pause, start, verify } from './run';

export function experimentCommands(): Command[] {
  const { phase, shown, card, kept, isComparing, slug } = experiment.value;
  const begin = (work: () => Promise<unknown>) => () =>
    isLocked() ? t`First make your prediction.` : void work().catch(() => {});
  const idle: Command[] = [
    { words: t`Run`, run: begin(start) },
    ...(card?.verify_seeds.length ? [{ words: t`Verify at the listed seeds`, run: begin(verify) }] : []),
    { words: t`Back to the defaults`, run: resetAll },
  ];
  const busy: Command[] = [
    { words: t`Cancel the run`, run: cancel },
    ...(phase === 'running' ? [{ words: t`Pause the run`, run: () => pause(true) }] : []),
    ...(phase === 'paused' ? [{ words: t`Go on with the run`, run: () => pause(false) }] : []),
  ];
  const finished: Command[] = shown
    ? [
        { words: t`Keep this run`, run: () => updateExperiment({ kept: shown, isComparing: false }) },
        { words: t`Save the report as JSON`, run: () => saveReport(shown.report) },
        { words: t`Save the claims as CSV`, run: () => saveClaims(shown.report) },
      ]
    : [];
  const compare: Command[] =
    kept && kept !== shown
      ? [
          {
            words: isComparing ? t`Show this run alone` : t`Compare with the kept one`,
            run: () => updateExperiment({ isComparing: !isComparing }),
          },
        ]
      : [];
  return [
    ...(isBusy(experiment.value) ? busy : idle),
    ...linkCommands(makeLink),
    ...finished,
    ...compare,
    { words: t`Copy the command`, run: () => navigator.clipboard.writeText(commandLine()) },
    ...list
      .filter((one) => one.slug !== slug)
      .map((one) => ({
        words: t`Experiment: ${fromEngine(one.title)} (${one.paper.title})`,
        run: () => {
          location.hash = `#x/${one.slug}`;
        },
      })),
  ];
}
