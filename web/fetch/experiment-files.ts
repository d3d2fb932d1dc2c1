import type { ExperimentCard, Values } from '../lab/experiment-types';
import { download } from './download';

/** Files that were fetched since the page was opened, by address. */
const fetched = new Map<string, Blob>();

/** The files that a run with these values reads: those that every run does, and those of the chosen options. */
export function filesWith(
  { needs, params }: Pick<ExperimentCard, 'needs' | 'params'>,
  values: Values,
): string[] {
  const ofOptions = params.flatMap(({ name, kind }) =>
    kind.kind === 'choice'
      ? kind.options
          .filter((option) => option.name === (values[name] ?? kind.default))
          .flatMap((option) => option.files ?? [])
      : [],
  );
  return [...needs.files, ...ofOptions];
}

/** The files of models and data that a run needs, those fetched before not again. Rejects with an `ErrorReport`. */
export async function fetchExperimentFiles(
  card: Pick<ExperimentCard, 'needs' | 'params'>,
  values: Values,
  {
    progress,
    signal,
  }: { progress(name: string, done: number, total: number | undefined): void; signal: AbortSignal },
): Promise<{ name: string; blob: Blob }[]> {
  const all: { name: string; blob: Blob }[] = [];
  for (const name of filesWith(card, values)) {
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
