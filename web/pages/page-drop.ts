// Files dropped anywhere on a page: the page in view decides what is done with them.

import { readDropped } from '../fetch/dropped';
import { type Page, page } from '../state/page';
import { benchDoor, dataDoor } from './doors';
import { isRecipeFile, openFile } from './recipe-file';

const takeOnBench = async (files: File[]) => {
  const { take } = await benchDoor.load();
  page.value = 'bench';
  await take(files);
};

/** Models, images and texts that are dropped in the gallery are for the bench. */
const TAKERS: Partial<Record<Page, (files: File[]) => Promise<void>>> = {
  bench: takeOnBench,
  gallery: takeOnBench,
  data: async (files) =>
    (await dataDoor.load()).addFiles(files.map((file) => ({ name: file.name, blob: file }))),
};

/** A single recipe opens on its own page; everything else is for the page in view. */
export async function take(files: File[]): Promise<void> {
  const [first] = files;
  if (first && files.length === 1 && isRecipeFile(first)) await openFile(first);
  else await TAKERS[page.value]?.(files);
}

/** Listens for drops that no control has taken. */
export function listenForDrops() {
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    if (event.defaultPrevented || !event.dataTransfer) return;
    event.preventDefault();
    void readDropped(event.dataTransfer).then(take);
  });
}
