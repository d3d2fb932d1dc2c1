// Files dropped anywhere on a page: the page in view decides what is done with them.

import { readDropped } from '../fetch/dropped';
import { type Page, page } from '../state/page';
import { take } from './bench/page-drop';
import { dataDoor } from './doors';

const TAKERS: Partial<Record<Page, (files: File[]) => Promise<void>>> = {
  bench: take,
  data: async (files) =>
    (await dataDoor.load()).addFiles(files.map((file) => ({ name: file.name, blob: file }))),
};

/** Listens for drops that no control has taken. */
export function listenForDrops() {
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    if (event.defaultPrevented || !event.dataTransfer) return;
    event.preventDefault();
    const taker = TAKERS[page.value];
    if (taker) void readDropped(event.dataTransfer).then(taker);
  });
}
