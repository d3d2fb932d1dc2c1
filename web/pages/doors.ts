import { t } from '../words/words';
import { makeDoor } from './door';

/** Small networks that learn in front of the visitor. */
export const trainingDoor = makeDoor(
  'train',
  t`the training page`,
  () => import('./train/training'),
  (module) => module.Training,
);

/** Arrays of the visitor's own. */
export const dataDoor = makeDoor(
  'data',
  t`the page of your data`,
  () => import('./data/data'),
  (module) => module.Data,
);
