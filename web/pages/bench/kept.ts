// What lies on this machine, grouped by model, and what the visitor can do with it.

import { signal } from '@preact/signals';
import type { KeptFile } from '../../fetch/store/shelf';
import type { KeptList } from '../../lab/protocol';
import { lab } from '../../lab/start';
import { bench, type Job, update } from '../../state/bench';
import { asProblem, isCancelled } from '../../state/problem';
import { t } from '../../words/words';

/** What was last seen; `undefined` before the first look. */
export const kept = signal<(KeptList & { isPersisted: boolean }) | undefined>(undefined);

/** The download of a whole model. */
export const download = signal<Job | undefined>(undefined);
let stop: AbortController | undefined;

/** A model of which something is kept. */
export interface KeptModel {
  id: string;
  revision: string;
  keys: string[];
  kept: number;
  length: number;
  state: 'verified' | 'whole' | 'partial';
}

/** Files by the model that they belong to, the one used last first. */
export function groupKept(files: KeptFile[]): KeptModel[] {
  const groups = new Map<string, KeptFile[]>();
  const nameOf = ({ id, revision }: KeptFile['group']) => `${id}\n${revision}`;
  // What belongs to no revision joins the first one of its model.
  for (const file of [...files].sort((a, b) => Number(!a.group.revision) - Number(!b.group.revision))) {
    const { id, revision } = file.group;
    const name =
      [...groups.keys()].find((name) => revision === '' && name.startsWith(`${id}\n`)) ?? nameOf(file.group);
    groups.set(name, [...(groups.get(name) ?? []), file]);
  }
  return [...groups.values()].map((group) => {
    const sum = (of: (file: KeptFile) => number) => group.reduce((total, file) => total + of(file), 0);
    const isWhole = group.every((file) => file.kept === file.length);
    const hashed = group.filter((file) => file.hasHash);
    const isVerified = hashed.length > 0 && hashed.every((file) => file.isVerified);
    return {
      ...group[0]!.group,
      keys: group.map((file) => file.key),
      kept: sum((file) => file.kept),
      length: sum((file) => file.length),
      state: !isWhole ? 'partial' : isVerified ? 'verified' : 'whole',
    };
  });
}

/** Looks again. */
export async function lookAtKept() {
  const list = await lab.call('listKept', []).catch(() => undefined);
  const isPersisted = (await navigator.storage?.persisted?.()) ?? false;
  if (list) kept.value = { ...list, isPersisted };
}

export async function deleteKept(keys: string[] | 'all') {
  try {
    await lab.call('dropKept', [keys]);
  } catch (error) {
    update({ problem: asProblem(error) });
  }
  await lookAtKept();
}

/** Asks the browser not to clear what is kept when it is short of room. */
export async function askToPersist() {
  const isGranted = await navigator.storage?.persist?.();
  if (!isGranted)
    update({
      notice: t`The browser did not promise to keep the files: it may clear them when it is short of room. Browsers promise it to pages that are used often or bookmarked.`,
    });
  await lookAtKept();
}

/** Fetches what is missing of the open model. What has arrived stays when it is cancelled or cut off. */
export async function downloadWhole() {
  const { remotes } = bench.value;
  stop = new AbortController();
  download.value = { stage: t`downloading all weights` };
  try {
    await lab.call('fetchWhole', [remotes], {
      signal: stop.signal,
      onProgress: ({ stage, done, seconds_left }) => {
        download.value = { stage, done, secondsLeft: seconds_left };
      },
    });
  } catch (error) {
    const report = asProblem(error);
    if (!isCancelled(report)) update({ problem: report });
  }
  download.value = undefined;
  await lookAtKept();
}

export function cancelDownload() {
  stop?.abort();
}
