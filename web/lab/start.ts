import { languageNow } from '../words/words';
import { LabClient } from './client';

/** The lab of this page. The worker starts with the first call. */
export const lab = makeLab();

/** A lab of its own, for what runs beside the bench. The worker's name says which language it speaks. */
export function makeLab(): LabClient {
  return new LabClient(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: languageNow() }),
  );
}
