import { bench } from './de/bench';
import { benchResults } from './de/bench-results';
import { commands } from './de/commands';
import { data } from './de/data';
import { embed } from './de/embed';
import { exercises } from './de/exercises';
import { experiment } from './de/experiment';
import { fetch } from './de/fetch';
import { figures } from './de/figures';
import { gallery } from './de/gallery';
import { help } from './de/help';
import { parts } from './de/parts';
import { sets } from './de/sets';
import { state } from './de/state';
import { tasks } from './de/tasks';
import { train } from './de/train';
import { views } from './de/views';
import type { Catalogue } from './words';

/** German, by the English text. */
export const de: Catalogue = {
  ...bench,
  ...benchResults,
  ...commands,
  ...data,
  ...embed,
  ...exercises,
  ...experiment,
  ...fetch,
  ...figures,
  ...gallery,
  ...help,
  ...parts,
  ...sets,
  ...state,
  ...tasks,
  ...train,
  ...views,
};
