import type { Page } from '../state/page';
import { t } from '../words/words';
import { type Door, makeDoor } from './door';

/** Papers as experiments: the home page. */
export const galleryDoor = makeDoor(
  'gallery',
  t`the gallery`,
  () => import('./gallery/gallery'),
  (module) => module.Gallery,
);

/** One experiment. */
export const experimentDoor = makeDoor(
  'experiment',
  t`the experiment`,
  () => import('./experiment/experiment'),
  (module) => module.Experiment,
);

/** Any model, any inputs, any sites. */
export const benchDoor = makeDoor(
  'bench',
  t`the bench`,
  () => import('./bench/bench'),
  (module) => module.Bench,
);

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

/** The door of each page. */
export const DOORS: Record<Page, Pick<Door<unknown>, 'view' | 'words' | 'unopened' | 'open' | 'listen'>> = {
  gallery: galleryDoor,
  experiment: experimentDoor,
  bench: benchDoor,
  train: trainingDoor,
  data: dataDoor,
};
