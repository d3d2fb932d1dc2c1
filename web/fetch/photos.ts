import { problem } from '../state/problem';
import { t } from '../words/words';
import { download, downloadJson } from './download';

/** One bundled photograph. */
export interface Photo {
  file: string;
  label: string;
  group: string;
  credit: string;
  licence: string;
}

let list: Promise<Photo[]> | undefined;

/** The bundled photographs, in their fixed order. */
export function fetchPhotoList(): Promise<Photo[]> {
  list ??= downloadJson<Photo[]>('models/photos/photos.json', t`the list of photographs`);
  list.catch(() => {
    list = undefined;
  });
  return list;
}

export const photoAddress = (photo: Photo) => `models/photos/${photo.file}`;

/** The photographs as files for the engine, named by their labels. */
export async function fetchPhotos(signal: AbortSignal): Promise<{ name: string; blob: Blob }[]> {
  const photos = await fetchPhotoList();
  if (photos.length === 0)
    throw problem('inputs', t`The list of photographs is empty; install them where the page is served from.`);
  return Promise.all(
    photos.map(async (photo) => ({
      name: photo.label,
      blob: await download(photoAddress(photo), { what: t`the photograph “${photo.label}”`, signal }),
    })),
  );
}
