import type { Page } from '../state/page';
import { t } from '../words/words';
import { type Door, makeDoor } from './door';
import { PAGE_MODULES } from './modules';

/** Papers as experiments: the home page. */
export const galleryDoor = makeDoor(
  'gallery',
  t`the gallery`,
  PAGE_MODULES.gallery,
  (module) => module.Gallery,
);

/** One experiment. */
export const experimentDoor = makeDoor(
  'experiment',
  t`the experiment`,
  PAGE_MODULES.experiment,
  (module) => module.Experiment,
);

/** Any model, any inputs, any sites. */
export const benchDoor = makeDoor('bench', t`the bench`, PAGE_MODULES.bench, (module) => module.Bench);

/** Small networks that learn in front of the visitor. */
export const trainingDoor = makeDoor(
  'train',
  t`the training page`,
  PAGE_MODULES.train,
  (module) => module.Training,
);

/** Arrays of the visitor's own. */
export const dataDoor = makeDoor(
  'data',
  t`the page of your data`,
  PAGE_MODULES.data,
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
