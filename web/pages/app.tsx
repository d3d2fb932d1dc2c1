import { Alert } from '../components/alert';
import { page } from '../state/page';
import { Bench } from './bench/bench';
import { openTraining, training, unopened } from './training-door';

/** The page that the address asks for. */
export function App() {
  if (page.value === 'bench') return <Bench />;
  const Training = training.value;
  if (Training) return <Training />;
  return (
    <main class="opening">
      {unopened.value ? (
        <Alert report={unopened.value} onRetry={() => void openTraining()} />
      ) : (
        <p class="notice" role="status">
          Opening the training page …
        </p>
      )}
    </main>
  );
}
