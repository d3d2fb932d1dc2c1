// What lies on this machine: seen and deleted by the visitor.

import { problem } from '../../state/problem';
import { t } from '../../words/words';
import type { Disk } from './disk';
import { decodeJournal, type Group, HEADER_BYTES, keptBytes } from './journal';
import { keyOf, keyOfJournal, namesOf } from './kept';
import type { Store } from './store';

/** Longest journal that is read for the list: that of a file of 256 GiB. */
const MOST_JOURNAL_BYTES = HEADER_BYTES + (16 << 20);

/** A file of which something is kept. */
export interface KeptFile {
  key: string;
  url: string;
  group: Group;
  length: number;
  kept: number;
  hasHash: boolean;
  isVerified: boolean;
  usedAt: number;
}

/** Every kept file. Files that are open elsewhere are listed as they were last written. */
export async function listKept(disk: Disk | undefined, store: Store): Promise<KeptFile[]> {
  if (!disk) return [];
  for (const file of store.openFiles) file.commit();
  const found: KeptFile[] = [];
  for (const name of await disk.names()) {
    const key = keyOfJournal(name);
    if (key === undefined) continue;
    const entry = await peek(disk, key).catch(() => undefined);
    if (entry) found.push(entry);
  }
  return found.sort((a, b) => b.usedAt - a.usedAt);
}

/** Deletes kept files, or all of them. Rejects when another tab has one open; the others are gone nevertheless. */
export async function dropKept(disk: Disk | undefined, store: Store, keys: string[] | 'all'): Promise<void> {
  if (!disk) return;
  let nHeld = 0;
  const names = (await disk.names()).filter((name) => keys === 'all' || keys.includes(keyOf(name)));
  store.forget(names.map(keyOf));
  // Journals first: data without one mean nothing.
  for (const name of names.sort((a, b) => b.localeCompare(a)))
    await disk.remove(name).catch(() => {
      nHeld++;
    });
  if (nHeld > 0) {
    throw problem(
      'store',
      t`Deleting what is kept failed in part: another tab with this page is using it. Close that tab, then delete again.`,
    );
  }
}

async function peek(disk: Disk, key: string): Promise<KeptFile | undefined> {
  const names = namesOf(key);
  const { bytes } = await disk.peek(names.journal, MOST_JOURNAL_BYTES);
  const { size } = await disk.peek(names.data, 0);
  const journal = decodeJournal(bytes, size);
  if (!journal) return undefined;
  const { url, group, length, sha256, isVerified, usedAt } = journal.facts;
  return { key, url, group, length, kept: keptBytes(journal), hasHash: sha256 !== '', isVerified, usedAt };
}
