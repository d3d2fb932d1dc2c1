import '../../styles/train.css';
import { useEffect } from 'preact/hooks';
import { EngineSection } from '../../components/engine-section';
import { Margin } from '../../components/margin';
import { Masthead } from '../../components/masthead';
import type { Capability } from '../../lab/types';
import { cardOf, isBusy, type Run, type Shown, train } from '../../state/train';
import { seedsOf, setup } from '../../state/train-setup';
import { t } from '../../words/words';
import { openCommands } from '../commands';
import { change } from './changes';
import { DataSection } from './data-section';
import { TrainFigure } from './figure';
import { makeLink } from './link';
import { open } from './opening';
import { Outcome } from './outcome';
import { RunSection } from './run-section';
import { SeedSection } from './seed-section';
import { Status } from './status';
import { TaskSection } from './task-section';
import { questionOf } from './words';

export { trainCommands } from './commands';
export { trainHere } from './console';
export { loseDevices } from './run';

/** Small networks that learn in front of the visitor. */
export function Training() {
  useEffect(open, []);
  const question = questionOf(setup.value.task);
  useEffect(() => {
    document.title = t`Training · Inscape`;
  }, []);
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it is page navigation; the hash itself is taken */}
      <a class="skip" href="#plate" onClick={toPlate}>{t`Skip to the figure`}</a>
      <Masthead what={t`this training`} makeLink={makeLink} openCommands={() => void openCommands()} />
      <div class="bench">
        <Controls />
        <main class="plate" id="plate" tabIndex={-1}>
          <h1>{question}</h1>
          <Status />
          <Plate />
        </main>
      </div>
    </>
  );
}

function Controls() {
  const { capability } = train.value;
  return (
    <Margin summary={t`Change task, seed, data, engine`} always={<RunSection />}>
      <TaskSection />
      <SeedSection />
      <DataSection />
      <EngineSection
        choice={setup.value.backend}
        capability={ofChoice(capability)}
        waiting={t`measured at the start`}
        isDisabled={isBusy(train.value)}
        onChoose={(backend) => change({ backend })}
      />
    </Margin>
  );
}

/** What was measured says nothing about another choice. */
function ofChoice(capability: Capability | undefined): Capability | undefined {
  const { backend } = setup.value;
  return capability && (backend === 'auto' || capability.chosen === backend) ? capability : undefined;
}

/** The runs in view, or the empty axes of what is about to be trained. */
function Plate() {
  const state = train.value;
  const { shown, runs } = state;
  if (shown) {
    return (
      <>
        <TrainFigure shown={shown} runs={runs} isEmpty={false} />
        <Outcome shown={shown} runs={runs} />
      </>
    );
  }
  const card = cardOf(state, setup.value.task);
  if (!card) return <div class="drawing" />;
  const seeds = seedsOf(setup.value);
  const coming: Shown = { group: '', setup: setup.value, seeds, card };
  const none: Run[] = seeds.map((seed) => ({ seed, points: [] }));
  return <TrainFigure shown={coming} runs={none} isEmpty />;
}

/** The hash belongs to the setup, so the skip link moves focus itself. */
function toPlate(event: Event) {
  event.preventDefault();
  document.getElementById('plate')?.focus();
}
