import { CopyLink } from '../../components/copy-link';
import { Segments } from '../../components/section';
import { chooseTheme, theme } from '../../components/use-theme';
import { bench } from '../../state/bench';
import { encodeRecipe } from '../../state/hash';
import { isSame } from '../../state/same';
import { linkSentence } from './sentences';

/** Name of the lab, theme, and the link of this bench. */
export function Masthead() {
  return (
    <header class="masthead">
      <p class="wordmark">Inscape</p>
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
      <CopyLink make={makeLink} />
    </header>
  );
}

/** The link of what is on the page: with the digest when its run is finished. */
export function makeLink(): { address: string; words: string } {
  const { recipe, shown } = bench.value;
  const isFinished = shown && shown.stored === undefined && isSame(shown.asked, recipe);
  const { digest } = shown?.report.recipe ?? {};
  const carried = isFinished && digest ? { ...recipe, engine: shown.report.run.engine, digest } : recipe;
  const { origin, pathname, search } = location;
  return { address: `${origin}${pathname}${search}${encodeRecipe(carried)}`, words: linkSentence(carried) };
}
