import { useId } from 'preact/hooks';
import { Section } from '../../components/section';
import { formatSeconds } from '../../figures/numbers';
import type { TaskCard } from '../../lab/types';
import { offered } from '../../state/embed';
import { isBusy, train } from '../../state/train';
import { setup } from '../../state/train-setup';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';
import { chooseTask } from './changes';
import { targetWords, whole } from './sentences';

/** What is trained, all choices in view, with the card of the chosen one. */
export function TaskSection() {
  const tasks = offered(train.value.tasks, ({ id }) => id === setup.value.task);
  const name = useId();
  return (
    <Section title={t`Task`} topic="task">
      {tasks.length === 0 && <p class="help">{t`Asking the engine …`}</p>}
      <fieldset class="tasks">
        <legend class="visually-hidden">{t`Task`}</legend>
        {tasks.map((card) => (
          <div key={card.id}>
            <label>
              <input
                type="radio"
                name={name}
                checked={card.id === setup.value.task}
                disabled={isBusy(train.value)}
                onChange={() => chooseTask(card.id)}
              />
              {fromEngine(card.title)}
            </label>
            {card.id === setup.value.task && <TaskFacts card={card} />}
          </div>
        ))}
      </fieldset>
    </Section>
  );
}

function TaskFacts({ card }: { card: TaskCard }) {
  const { network, n_parameters, optimiser, batch, n_steps, metric, budget_secs } = card;
  const [name, target, time] = [fromEngine(metric.name), targetWords(metric), formatSeconds(budget_secs)];
  return (
    <div class="task-facts">
      <p class="help">{fromEngine(card.about)}</p>
      <p class="help">
        {metric.is_higher_better
          ? t`Target: ${name} at least ${target}, within ${time} on two slow cores.`
          : t`Target: ${name} at most ${target}, within ${time} on two slow cores.`}
      </p>
      <details>
        <summary>{t`Network and optimiser`}</summary>
        <p class="help">
          {t`${fromEngine(network)}; ${whole(n_parameters)} parameters. ${fromEngine(optimiser)}; ${whole(n_steps)} steps of ${fromEngine(String(batch))}.`}
        </p>
      </details>
    </div>
  );
}
