import type { ExperimentReport } from '../lab/experiment-types';
import { downloadJson } from './download';

/** A report of an experiment's defaults that was computed before, its figures thinned. */
export type StoredRun = ExperimentReport;

/** Where each stored run lies, by the experiment's name. */
const addresses = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>('../experiments/stored/*.json', {
      query: '?url',
      import: 'default',
      eager: true,
    }),
  ).map(([path, address]) => [path.replace(/^.*\/|\.json$/g, ''), address]),
);

/** Whether a run of an experiment is stored. */
export const isStored = (slug: string) => slug in addresses;

/** The stored run of an experiment. Rejects with an `ErrorReport`. */
export const fetchStoredRun = (slug: string): Promise<StoredRun> =>
  downloadJson<StoredRun>(addresses[slug] ?? '', 'the stored run');
