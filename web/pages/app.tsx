import { Alert } from '../components/alert';
import { Palette } from '../components/palette';
import { ShortcutSheet } from '../components/shortcut-sheet';
import { page } from '../state/page';
import { t } from '../words/words';
import { DOORS } from './doors';

/** The page that the address asks for, and what opens over any of them. */
export function App() {
  return (
    <>
      <View />
      <Palette />
      <ShortcutSheet />
    </>
  );
}

function View() {
  const { view, words, unopened, open } = DOORS[page.value];
  const Page = view.value;
  if (Page) return <Page />;
  return (
    <main class="opening">
      {unopened.value ? (
        <Alert report={unopened.value} title={t`The page could not be opened`} onRetry={() => void open()} />
      ) : (
        <p class="notice" role="status">{t`Opening ${words} …`}</p>
      )}
    </main>
  );
}
