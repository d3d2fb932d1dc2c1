import { useId } from 'preact/hooks';
import { Section } from '../../components/section';
import { formatSeconds } from '../../figures/numbers';
import type { TaskCard } from '../../lab/types';
import { isBusy, train } from '../../state/train';
import { setup } from '../../state/train-setup';
import { chooseTask } from './changes';
import { targetWords, whole } from './sentences';

/** What is trained, all choices in view, with the card of the chosen one. */
export function TaskSection() {
  const { tasks } = train.value;
  const name = useId();
  return (
    <Section title="Task">
      {tasks.length === 0 && <p class="help">Asking the engine …</p>}
      <fieldset class="tasks">
        <legend class="visually-hidden">Task</legend>
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
              {card.title}
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
  return (
    <div class="task-facts">
      <p class="help">{card.about}</p>
      <p class="help">
        Target: {metric.name} {metric.is_higher_better ? 'at least' : 'at most'} {targetWords(metric)}, within{' '}
        {formatSeconds(budget_secs)} on two slow cores.
      </p>
      <details>
        <summary>Network and optimiser</summary>
        <p class="help">
          {network}; {whole(n_parameters)} parameters. {optimiser}; {whole(n_steps)} steps of {batch}.
        </p>
      </details>
    </div>
  );
}
