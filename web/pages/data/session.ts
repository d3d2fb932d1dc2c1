// What this page held is kept for its tab: the files as they were given, and form and figures as plain data.

import { signal } from '@preact/signals';
import { type DataState, data } from '../../state/data';
import { dropPart, dropParts, forgetOld, keepPart, readParts, sizeOfParts } from '../../state/session';

const FILES = 'data/file/';
const STATE = 'data/state';
/** Several changes are written as one. */
const WRITE_AFTER_MS = 150;

type KeptState = Pick<
  DataState,
  'cards' | 'origins' | 'form' | 'isChosen' | 'wanted' | 'isAwaited' | 'shown' | 'comparison'
>;

/** What was kept before a reload. */
export interface TakenUp {
  files: Map<string, Blob>;
  state: KeptState;
}

/** How many bytes of files are kept for this tab, and which files are not. */
export const keeping = signal<{ bytes: number; left: string[] }>({ bytes: 0, left: [] });

/** Keeps a file, or says that there was no room. */
export async function keepFile(name: string, blob: Blob): Promise<void> {
  const isKept = await keepPart(FILES + name, blob, blob.size);
  await count((left) => [...left.filter((one) => one !== name), ...(isKept ? [] : [name])]);
}

export async function dropFile(name: string): Promise<void> {
  await dropPart(FILES + name);
  await count((left) => left.filter((one) => one !== name));
}

export async function dropAll(): Promise<void> {
  await dropParts('data/');
  await count(() => []);
}

async function count(change: (left: string[]) => string[]) {
  keeping.value = { bytes: await sizeOfParts(FILES), left: change(keeping.value.left) };
}

let taken: Promise<void> | undefined;
/** Whether what was kept is on the page. */
export let isTakenUp = false;

/** Hands over what was kept, once, and keeps what changes from then on. */
export function takeUp(use: (taken: TakenUp) => void): Promise<void> {
  taken ??= read().then((kept) => {
    if (kept) use(kept);
    isTakenUp = true;
    follow();
    void count((left) => left);
    void forgetOld();
  });
  return taken;
}

async function read(): Promise<TakenUp | undefined> {
  const parts = await readParts('data/');
  const state = parts.get(STATE) as KeptState | undefined;
  if (!state) return undefined;
  const files = new Map(
    [...parts].flatMap(([key, value]): [string, Blob][] =>
      key.startsWith(FILES) ? [[key.slice(FILES.length), value as Blob]] : [],
    ),
  );
  // Files for which there was no room are gone, and so are their arrays.
  const cards = state.cards.filter(({ name }) => files.has(state.origins[name]?.file ?? ''));
  return { files, state: { ...state, cards } };
}

function follow() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let before = keptOf(data.value);
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    void keepPart(STATE, before);
  };
  data.subscribe((state) => {
    const now = keptOf(state);
    if ((Object.keys(now) as (keyof KeptState)[]).every((field) => now[field] === before[field])) return;
    const isNewResult = now.shown !== before.shown;
    before = now;
    if (isNewResult) write();
    else timer ??= setTimeout(write, WRITE_AFTER_MS);
  });
  globalThis.addEventListener?.('pagehide', () => timer !== undefined && write());
}

function keptOf(state: DataState): KeptState {
  const { cards, origins, form, isChosen, wanted, isAwaited, shown, comparison } = state;
  return { cards, origins, form, isChosen, wanted, isAwaited, shown, comparison };
}
