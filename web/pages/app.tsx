import { Alert } from '../components/alert';
import { page } from '../state/page';
import { t } from '../words/words';
import { Bench } from './bench/bench';
import { dataDoor, trainingDoor } from './doors';

/** The page that the address asks for. */
export function App() {
  if (page.value === 'bench') return <Bench />;
  const { view, words, unopened, open } = page.value === 'train' ? trainingDoor : dataDoor;
  const View = view.value;
  if (View) return <View />;
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
