import '../../styles/gallery.css';
import { useEffect } from 'preact/hooks';
import { Masthead } from '../../components/masthead';
import { type ListedCard, list } from '../../experiments/cards';
import type { Wing } from '../../lab/experiment-types';
import { bench } from '../../state/bench';
import { filter, isFiltered, passes } from '../../state/gallery';
import { encodeRecipe } from '../../state/hash';
import { encodeSetup } from '../../state/train-link';
import { setup } from '../../state/train-setup';
import { t } from '../../words/words';
import { openCommands } from '../commands';
import { Card } from './card';
import { Filters } from './filters';
import { WING_NAMES, WINGS } from './wings';

export { galleryCommands } from './commands';

/** Papers as experiments, wing by wing, and the ways to one's own. */
export function Gallery() {
  useEffect(() => {
    document.title = 'Inscape';
  }, []);
  const shown = list.filter((card) => passes(card, filter.value, WINGS[card.wing].title));
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it is page navigation; the hash itself is taken */}
      <a class="skip" href="#plate" onClick={toPlate}>{t`Skip to the experiments`}</a>
      <Masthead openCommands={() => void openCommands()} />
      <main class="gallery" id="plate" tabIndex={-1}>
        <header class="frontispiece">
          <h1>{t`An atlas of what networks hold inside`}</h1>
          <p class="lead">
            {t`Each plate is a paper’s method in miniature. Run it on your machine, read what it claims beside its controls, change one thing, and see why the picture moves.`}
          </p>
          <Ways />
        </header>
        <Filters nShown={shown.length} nAll={list.length} />
        {WING_NAMES.map((name, i) => (
          <WingSection key={name} name={name} numeral={NUMERALS[i]!} shown={shown} />
        ))}
        {shown.length === 0 && isFiltered(filter.value) && (
          <p class="notice">{t`No experiment fits. Try fewer words or filters.`}</p>
        )}
      </main>
    </>
  );
}

const NUMERALS = ['I', 'II', 'III', 'IV', 'V', 'VI'];

/** The pages on which visitors bring their own. */
function Ways() {
  return (
    <ul class="ways">
      <li>
        <a href={encodeRecipe(bench.value.recipe)}>{t`The bench`}</a>{' '}
        {t`any model, any inputs, any sites, any measure`}
      </li>
      <li>
        <a href="#data">{t`Your own data`}</a> {t`activations and recordings from your files`}
      </li>
      <li>
        <a href={encodeSetup(setup.value)}>{t`Training`}</a> {t`small networks that learn in front of you`}
      </li>
    </ul>
  );
}

interface WingProps {
  name: Wing;
  numeral: string;
  /** The cards of all wings that pass the filter. */
  shown: readonly ListedCard[];
}

/** One wing: its question beside its plates. What is left empty by the filter is not there. */
function WingSection({ name, numeral, shown }: WingProps) {
  const { title, about, coming } = WINGS[name];
  const cards = shown.filter(({ wing }) => wing === name);
  if (cards.length === 0 && isFiltered(filter.value)) return null;
  const isEmpty = cards.length === 0;
  return (
    <section class={`wing${isEmpty ? ' empty-wing' : ''}`} aria-labelledby={`wing-${name}`}>
      <header>
        <h2 id={`wing-${name}`}>
          <span class="numeral">{numeral}</span> {title}
        </h2>
        <p>{about}</p>
      </header>
      {isEmpty ? (
        <p class="coming">{coming}</p>
      ) : (
        <ul class="entries">
          {cards.map((card) => (
            <Card key={card.slug} card={card} number={list.indexOf(card) + 1} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** The hash belongs to the page, so the skip link moves focus itself. */
function toPlate(event: Event) {
  event.preventDefault();
  document.getElementById('plate')?.focus();
}
