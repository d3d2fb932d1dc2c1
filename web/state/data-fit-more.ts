// Why tasks on RDMs and graphs cannot be run as they are asked for.

import type { DataTask } from '../lab/types';
import { t } from '../words/words';

type MoreTask = Extract<DataTask, { kind: 'rdm' | 'regression' | 'energy' }>;

/** The distances between conditions that were measured several times. */
export const OF_CONDITIONS: readonly string[] = ['crossnobis', 'squared_mahalanobis_per_unit'];

/** What a task lacks, in a sentence; `undefined` when it is whole. */
export function lacksMore(task: MoreTask): string | undefined {
  switch (task.kind) {
    case 'rdm':
      if (!task.array) return t`Choose an array.`;
      if (OF_CONDITIONS.includes(task.distance) && !task.labels)
        return t`Choose the conditions that were measured several times.`;
      if (task.distance === 'crossnobis' && !task.groups)
        return t`Choose the runs; crossnobis takes products over them.`;
      if (
        task.transform?.name === 'geo_topological_transform' &&
        task.transform.lower >= task.transform.upper
      )
        return t`The lower quantile must be below the upper one.`;
      return undefined;
    case 'regression':
      if (!task.reference) return t`Choose the reference.`;
      if (task.arrays.includes(task.reference)) return t`The reference cannot explain itself.`;
      return task.arrays.length < 1 ? t`Choose at least one model.` : undefined;
    case 'energy':
      if (task.arrays.length < 1) return t`Choose at least one array.`;
      return task.graph ? undefined : t`Choose the graph.`;
  }
}
