import { Drawing } from '../../components/drawing';
import { diagram } from '../../figures/diagram';
import type { ExperimentCard } from '../../lab/experiment-types';
import { fromEngine } from '../../words/engine';
import { EngineWords } from '../../words/engine-words';
import { t } from '../../words/words';
import { flowOf } from './words';

/** What the paper claims, in its three sentences, and what runs. */
export function Claimed({ card }: { card: ExperimentCard }) {
  const flow = flowOf(card);
  const alt = t`The system: ${flow.join('; ')}.`;
  return (
    <div class="claimed">
      <section aria-labelledby="claimed">
        <h2 id="claimed">{t`What the paper claims`}</h2>
        <ol>
          {card.claims.map((claim) => (
            <li key={claim}>
              <EngineWords text={claim} />
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="system">
        <h2 id="system">{t`What runs`}</h2>
        <Drawing draw={(width) => diagram(card.system, { width, alt, words: fromEngine })} on={[card]} />
      </section>
    </div>
  );
}

/** How the result could be had without the effect, and what would show it. */
export function Fake({ card }: { card: ExperimentCard }) {
  return (
    <section class="fake" aria-labelledby="fake">
      <h2 id="fake">{t`What would a fake look like?`}</h2>
      <p>
        <EngineWords text={card.fake} />
      </p>
    </section>
  );
}
