import { LabClient } from './client';

/** The lab of this page. The worker starts with the first call. */
export const lab = new LabClient(
  () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
);
