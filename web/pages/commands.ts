// What can be done by name on every page; each page has a list of its own beside it.

import type { Command } from '../components/command';
import { openPalette } from '../components/palette';
import { openShortcuts } from '../components/shortcut-sheet';
import { redoNow, undoNow } from '../components/undo-buttons';
import { chooseTheme } from '../components/use-theme';
import { bench } from '../state/bench';
import { encodeRecipe } from '../state/hash';
import { HOME_HASH, page } from '../state/page';
import { encodeSetup } from '../state/train-link';
import { setup } from '../state/train-setup';
import { chooseLanguage, LANGUAGES, type Language, languageNow, t } from '../words/words';
import { benchDoor, dataDoor, experimentDoor, galleryDoor, trainingDoor } from './doors';
import { take } from './page-drop';

/** Opens the palette of the page in view. */
export async function openCommands() {
  openPalette([...(await ownCommands()), ...figureCommands(), ...commonCommands()]);
}

/** A page that has not come yet has no commands of its own. */
async function ownCommands(): Promise<Command[]> {
  switch (page.value) {
    case 'gallery':
      return (await galleryDoor.load()).galleryCommands();
    case 'experiment':
      return (await experimentDoor.load()).experimentCommands();
    case 'bench':
      return (await benchDoor.load()).benchCommands();
    case 'train':
      return (await trainingDoor.load()).trainCommands();
    case 'data':
      return (await dataDoor.load()).dataCommands();
  }
}

/** The files of the figures in view, as their buttons save them. */
function figureCommands(): Command[] {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('.figure .files button[aria-label]')];
  return buttons.map((button) => ({
    words: button.getAttribute('aria-label')!,
    run: () => button.click(),
  }));
}

function commonCommands(): Command[] {
  const to = (name: typeof page.value, words: string, hash: () => string): Command[] =>
    page.value === name ? [] : [{ words, run: () => goTo(hash()) }];
  const languages = (Object.keys(LANGUAGES) as Language[]).filter((one) => one !== languageNow());
  return [
    ...to('gallery', t`Go to the experiments`, () => HOME_HASH),
    ...to('bench', t`Go to the bench`, () => encodeRecipe(bench.value.recipe)),
    ...to('train', t`Go to training`, () => encodeSetup(setup.value)),
    ...to('data', t`Go to your data`, () => '#data'),
    { words: t`Open files …`, run: openFiles },
    { words: t`Undo`, keys: 'Ctrl+Z', run: undoNow },
    { words: t`Redo`, keys: 'Ctrl+Shift+Z', run: redoNow },
    { words: t`Light theme`, run: () => chooseTheme('light') },
    { words: t`Dark theme`, run: () => chooseTheme('dark') },
    { words: t`Theme of the system`, run: () => chooseTheme('auto') },
    ...languages.map((one) => ({ words: t`Language: ${LANGUAGES[one]}`, run: () => chooseLanguage(one) })),
    { words: t`Skip to the figures`, run: () => document.getElementById('plate')?.focus() },
    { words: t`Keys of this page`, keys: '?', run: openShortcuts },
  ];
}

const goTo = (hash: string) => {
  location.hash = hash;
};

/** Files of any kind that can be dropped on the page. */
function openFiles() {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.addEventListener('change', () => void take([...(input.files ?? [])]));
  input.click();
}
