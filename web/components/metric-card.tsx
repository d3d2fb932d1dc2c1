import { useState } from 'preact/hooks';
import type { MetricCard as Card } from '../lab/types';
import { sentence } from '../state/problem';
import { fromEngine } from '../words/engine';
import { EngineWords } from '../words/engine-words';
import { t } from '../words/words';
import { Formula } from './formula';

interface MetricCardProps {
  card: Card | undefined;
  /** What the fold says, where several stand together. */
  words?: string;
}

/** What a reader must know of a measure to trust its number, folded away. */
export function MetricCard({ card, words }: MetricCardProps) {
  const [isOpen, setIsOpen] = useState(false);
  if (!card || card.title === '') return null;
  return (
    <details class="metric-card" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        {words ?? t`What this measures`}
        {!words && <span class="visually-hidden">: {fromEngine(card.title)}</span>}
      </summary>
      {isOpen && <Facts card={card} />}
    </details>
  );
}

function Facts({ card }: { card: Card }) {
  return (
    <div class="metric-facts">
      <p class="metric-title">
        <EngineWords text={card.title} />
      </p>
      {card.formula && (
        <p class="metric-formula">
          <Formula tex={card.formula} />
        </p>
      )}
      <dl>
        <dt>{t`Range`}</dt>
        <dd>
          <EngineWords text={card.range} />
        </dd>
        <dt>{t`Larger is`}</dt>
        <dd>
          <EngineWords text={card.larger_is} />
        </dd>
        {card.unchanged_by.length > 0 && (
          <>
            <dt>{t`Unchanged by`}</dt>
            <dd>
              <ul>
                {card.unchanged_by.map((change) => (
                  <li key={change}>
                    <EngineWords text={change} />
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        <dt>{t`Misleads`}</dt>
        <dd>
          <EngineWords text={card.fails} shape={sentence} />
        </dd>
        <dt>{t`Source`}</dt>
        <dd>
          <EngineWords text={card.source} shape={sentence} />
        </dd>
      </dl>
    </div>
  );
}
