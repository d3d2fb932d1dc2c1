import type { Figure } from '../lab/types';
import { bench } from '../state/bench';
import { embed } from '../state/embed';
import { encodeRecipe } from '../state/hash';
import { HOME_HASH, type Page, page } from '../state/page';
import { encodeSetup } from '../state/train-link';
import { setup } from '../state/train-setup';
import { chooseLanguage, LANGUAGES, type Language, languageNow, t } from '../words/words';
import { CopyLink, type Shared } from './copy-link';
import { EmbedBar } from './embed-bar';
import { EmbedButton } from './embed-dialog';
import { OfflineLine } from './offline-line';
import { Segments } from './section';
import { UndoButtons } from './undo-buttons';
import { chooseTheme, theme } from './use-theme';

interface MastheadProps {
  /** What the copied address is of: `this bench`. */
  what?: string;
  /** Absent where there is nothing to hand on or to take back. */
  makeLink?: () => Shared;
  /** Opens the list of everything that can be done. */
  openCommands: () => void;
  /** The figures in view, each of which can be embedded alone. */
  figures?: readonly Pick<Figure, 'caption'>[] | undefined;
}

/** Name of the lab, its pages, theme, and the link of what is in view. */
export function Masthead({ what = '', makeLink, openCommands, figures = [] }: MastheadProps) {
  if (embed) return makeLink ? <EmbedBar makeLink={makeLink} /> : null;
  const named = figures.map(({ caption: { id } }) => ({ id, title: id.replaceAll('_', ' ') }));
  return (
    <header class="masthead">
      <p class="wordmark">Inscape</p>
      <nav class="pages" aria-label={t`Pages`}>
        <PageLink to="gallery" address={HOME_HASH} words={t`Experiments`} />
        <PageLink to="bench" address={encodeRecipe(bench.value.recipe)} words={t`Bench`} />
        <PageLink to="train" address={encodeSetup(setup.value)} words={t`Training`} />
        <PageLink to="data" address="#data" words={t`Your data`} />
      </nav>
      <p class="tagline">
        {t`everything runs on your machine`} <OfflineLine />
      </p>
      <Segments
        label={t`Theme`}
        value={theme.value}
        options={[
          { value: 'auto', label: t`Auto` },
          { value: 'light', label: t`Light` },
          { value: 'dark', label: t`Dark` },
        ]}
        onChoose={chooseTheme}
      />
      <LanguageChoice />
      {makeLink && <UndoButtons />}
      <button
        type="button"
        class="quiet"
        onClick={openCommands}
        title={t`All commands (Ctrl+K)`}
      >{t`Commands`}</button>
      {makeLink && <CopyLink what={what} make={makeLink} />}
      {makeLink && <EmbedButton makeLink={makeLink} figures={named} />}
    </header>
  );
}

/** Each language by its own name, so that whoever reads no other finds it. */
function LanguageChoice() {
  return (
    <select
      class="language"
      aria-label={t`Language`}
      value={languageNow()}
      onChange={(event) => chooseLanguage(event.currentTarget.value as Language)}
    >
      {Object.entries(LANGUAGES).map(([language, name]) => (
        <option key={language} value={language} lang={language}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** The page in view is named, not linked. */
function PageLink({ to, address, words }: { to: Page; address: string; words: string }) {
  return page.value === to ? <span aria-current="page">{words}</span> : <a href={address}>{words}</a>;
}
