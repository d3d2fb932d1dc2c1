import type { Figure } from '../lab/types';
import { bench } from '../state/bench';
import { embed } from '../state/embed';
import { encodeRecipe } from '../state/hash';
import { type Page, page } from '../state/page';
import { encodeSetup } from '../state/train-link';
import { setup } from '../state/train-setup';
import { CopyLink } from './copy-link';
import { EmbedBar } from './embed-bar';
import { EmbedButton } from './embed-dialog';
import { OfflineLine } from './offline-line';
import { Segments } from './section';
import { chooseTheme, theme } from './use-theme';

interface MastheadProps {
  /** What the copied address is of: `this bench`. */
  what: string;
  makeLink: () => { address: string; words: string };
  /** The figures in view, each of which can be embedded alone. */
  figures?: readonly Pick<Figure, 'caption'>[] | undefined;
}

/** Name of the lab, its pages, theme, and the link of what is in view. */
export function Masthead({ what, makeLink, figures = [] }: MastheadProps) {
  if (embed) return <EmbedBar makeLink={makeLink} />;
  const named = figures.map(({ caption: { id } }) => ({ id, title: id.replaceAll('_', ' ') }));
  return (
    <header class="masthead">
      <p class="wordmark">Inscape</p>
      <nav class="pages" aria-label="Pages">
        <PageLink to="bench" address={encodeRecipe(bench.value.recipe) || '#'} words="Bench" />
        <PageLink to="train" address={encodeSetup(setup.value)} words="Training" />
        <PageLink to="data" address="#data" words="Your data" />
      </nav>
      <p class="tagline">
        a laboratory for looking inside neural networks; everything runs on your machine <OfflineLine />
      </p>
      <Segments
        label="Theme"
        value={theme.value}
        options={[
          { value: 'auto', label: 'Auto' },
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ]}
        onChoose={chooseTheme}
      />
      <CopyLink what={what} make={makeLink} />
      <EmbedButton makeLink={makeLink} figures={named} />
    </header>
  );
}

/** The page in view is named, not linked. */
function PageLink({ to, address, words }: { to: Page; address: string; words: string }) {
  return page.value === to ? <span aria-current="page">{words}</span> : <a href={address}>{words}</a>;
}
