// Where each page's code comes from. It makes texts as it loads, so that the words have to be here before.

/** Loads a page's module; a second time it is the same one. */
export const PAGE_MODULES = {
  gallery: () => import('./gallery/gallery'),
  experiment: () => import('./experiment/experiment'),
  bench: () => import('./bench/bench'),
  train: () => import('./train/training'),
  data: () => import('./data/data'),
};
