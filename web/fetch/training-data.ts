import type { TaskCard } from '../lab/types';
import { problem } from '../state/problem';
import { t } from '../words/words';
import { download, downloadJson } from './download';
import { count } from './sentences';
import { sha256 } from './sha256';

/** One set of data to train on, as the list names it. */
export interface DataEntry {
  id: string;
  name: string;
  licence: string;
  /** Where it comes from. */
  source: string;
  note: string;
  train: DataFile[];
  test: DataFile[];
}

interface DataFile {
  file: string;
  bytes: number;
  sha256: string;
}

export interface TrainingHost {
  /** Bytes that are here, and all; the latter absent where the list does not say. */
  progress(done: number, total: number | undefined): void;
  signal: AbortSignal;
}

/** Files that were fetched since the page was opened, by address. A run that follows another finds them here. */
const fetched = new Map<string, Blob>();

/** The data that this site holds. */
export async function fetchDataList(): Promise<DataEntry[]> {
  const index = await downloadJson<{ data?: DataEntry[] }>('models/index.json', t`the list of data`);
  return index.data ?? [];
}

/** The names of the files that a run needs: the first `nParts` of the training data (all when absent), then the test. */
export function filesFor(card: TaskCard, nParts?: number): string[] {
  return [...card.train_files.slice(0, nParts ?? card.train_files.length), ...card.test_files];
}

/** What a run would download now, in bytes; absent where the list does not say. */
export function bytesToFetch(
  card: TaskCard,
  nParts: number | undefined,
  entry: DataEntry | undefined,
): number | undefined {
  let bytes = 0;
  for (const name of filesFor(card, nParts)) {
    if (fetched.has(addressOf(card, name))) continue;
    const known = find(entry, name)?.bytes;
    if (known === undefined) return undefined;
    bytes += known;
  }
  return bytes;
}

/**
 * Fetches the files of a run, in the order of [`filesFor`]; those that are here already are not fetched again, so
 * trying anew goes on where it broke off. Rejects with an `ErrorReport`.
 */
export async function fetchTraining(
  card: TaskCard,
  nParts: number | undefined,
  entry: DataEntry | undefined,
  { progress, signal }: TrainingHost,
): Promise<{ name: string; blob: Blob }[]> {
  const total = bytesToFetch(card, nParts, entry);
  const files: { name: string; blob: Blob }[] = [];
  let before = 0;
  for (const name of filesFor(card, nParts)) {
    const address = addressOf(card, name);
    let blob = fetched.get(address);
    if (!blob) {
      const known = find(entry, name);
      blob = await download(address, {
        what: t`${name} of ${entry?.name ?? card.data}`,
        signal,
        onProgress: (done) => progress(before + done, total),
        ...(known && { bytes: known.bytes }),
      });
      await check(name, blob, known, address);
      before += blob.size;
      fetched.set(address, blob);
    }
    files.push({ name, blob });
  }
  return files;
}

/** Forgets what was fetched. */
export function forgetTraining() {
  fetched.clear();
}

const addressOf = (card: TaskCard, name: string) => `models/${card.data}/${name}`;

function find(entry: DataEntry | undefined, name: string): DataFile | undefined {
  return [...(entry?.train ?? []), ...(entry?.test ?? [])].find(({ file }) => file === name);
}

/** Two runs can only give the same bits when their data are the same. */
async function check(name: string, blob: Blob, known: DataFile | undefined, address: string) {
  if (!known?.sha256) return;
  const found = await sha256(blob);
  if (found === '' || found === known.sha256) return;
  throw problem(
    'fetch',
    t`${name} (${count(blob.size)} from ${address}) has SHA-256 ${found.slice(0, 16)}…, but the list says ${known.sha256.slice(0, 16)}…. The file was changed or damaged; fetch it again where the page is served from.`,
  );
}
