import type { ExperimentCard } from '../lab/experiment-types';
import { t } from '../words/words';
import { download } from './download';

/** Files that were fetched since the page was opened, by address. */
const fetched = new Map<string, Blob>();

/** The files of models and data that an experiment needs, those fetched before not again. Rejects with an `ErrorReport`. */
export async function fetchExperimentFiles(
  { needs }: Pick<ExperimentCard, 'needs'>,
  {
    progress,
    signal,
  }: { progress(name: string, done: number, total: number | undefined): void; signal: AbortSignal },
): Promise<{ name: string; blob: Blob }[]> {
  const all: { name: string; blob: Blob }[] = [];
  for (const name of needs.files) {
    const address = `models/${name}`;
    const blob =
      fetched.get(address) ??
      (await download(address, {
        what: name,
        signal,
        onProgress: (done, total) => progress(name, done, total),
      }));
    fetched.set(address, blob);
    all.push({ name, blob });
  }
  return all;
}
