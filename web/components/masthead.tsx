import { bench } from '../state/bench';
import { encodeRecipe } from '../state/hash';
import { type Page, page } from '../state/page';
import { encodeSetup } from '../state/train-link';
import { setup } from '../state/train-setup';
import { CopyLink } from './copy-link';
import { Segments } from './section';
import { chooseTheme, theme } from './use-theme';

interface MastheadProps {
  /** What the copied address is of: `this bench`. */
  what: string;
  makeLink: () => { address: string; words: string };
}

/** Name of the lab, its pages, theme, and the link of what is in view. */
export function Masthead({ what, makeLink }: MastheadProps) {
  return (
    <header class="masthead">
      <p class="wordmark">Inscape</p>
      <nav class="pages" aria-label="Pages">
        <PageLink to="bench" address={encodeRecipe(bench.value.recipe) || '#'} words="Bench" />
        <PageLink to="train" address={encodeSetup(setup.value)} words="Training" />
        <PageLink to="data" address="#data" words="Your data" />
      </nav>
      <p class="tagline">a laboratory for looking inside neural networks; everything runs on your machine</p>
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
    </header>
  );
}

/** The page in view is named, not linked. */
function PageLink({ to, address, words }: { to: Page; address: string; words: string }) {
  return page.value === to ? <span aria-current="page">{words}</span> : <a href={address}>{words}</a>;
}
