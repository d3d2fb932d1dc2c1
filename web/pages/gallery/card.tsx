import type { ListedCard } from '../../experiments/cards';
import { isStored } from '../../fetch/stored-experiments';
import { formatSeconds } from '../../figures/numbers';
import { fromEngine } from '../../words/engine';
import { EngineWords } from '../../words/engine-words';
import { t } from '../../words/words';
import { authorsOf } from './authors';
import { Thumbnail } from './thumbnail';

/** An experiment as a small plate: picture, title, first claim, paper, and what it takes. */
export function Card({ card, number }: { card: ListedCard; number: number }) {
  const { slug, title, paper, claims, needs, n_exercises } = card;
  return (
    <li class="entry">
      <a href={`#x/${slug}`} class="entry-link">
        <Thumbnail slug={slug} />
        <h3>
          <span class="plate-number">{t`Plate ${number}.`}</span> {fromEngine(title)}
        </h3>
      </a>
      <p class="entry-claim">
        <EngineWords text={claims[0]} />
      </p>
      <p class="entry-paper">
        <cite>{paper.title}</cite>, {authorsOf(paper)}, {paper.year}
      </p>
      <p class="entry-facts">
        <span>{t`about ${formatSeconds(needs.seconds_cpu)} without GPU`}</span>
        {needs.gpu && <span>{t`a graphics card helps`}</span>}
        <span>{needs.model === undefined ? t`no model to load` : t`needs ${needs.model}`}</span>
        {n_exercises > 0 && <span>{n_exercises === 1 ? t`1 exercise` : t`${n_exercises} exercises`}</span>}
        {isStored(slug) && <span>{t`picture of a stored run`}</span>}
      </p>
    </li>
  );
}
