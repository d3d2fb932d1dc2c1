// What a form holds for analyses beyond the plain ones, and how it becomes part of a task and comes back from it.

import type { DataTask, Noise, Transform } from '../lab/types';

type Task<K extends DataTask['kind']> = Extract<DataTask, { kind: K }>;

export interface MoreForm {
  /** Comparisons: whether pairs get intervals, where there are few. */
  hasIntervals: boolean;
  /** RDMs: a distance between stimuli or between conditions. */
  rdmDistance: string;
  noise: Noise;
  /** The name of what is done to distances; empty for nothing. */
  transform: '' | Transform['name'];
  lower: number;
  upper: number;
  n_neighbours: number;
  hasTopology: boolean;
  /** Energies: the graph. */
  graph: string;
  /** Decoding: types of stimuli for control tasks; empty for none. */
  control: string;
  isCoded: boolean;
  /** Encoding: further arrays that predict, and repeats of what is predicted. */
  more: string[];
  repeats: string[];
  isAlphaShared: boolean;
  hasPairs: boolean;
}

export const FRESH_MORE: Readonly<MoreForm> = {
  hasIntervals: true,
  rdmDistance: 'correlation',
  noise: 'towards_variances',
  transform: '',
  lower: 0.1,
  upper: 0.9,
  n_neighbours: 5,
  hasTopology: false,
  graph: '',
  control: '',
  isCoded: false,
  more: [],
  repeats: [],
  isAlphaShared: false,
  hasPairs: true,
};

/** What a comparison says beyond its arrays and measure; a recipe leaves out what is off. */
export const comparing = ({ hasIntervals }: MoreForm) => (hasIntervals ? { has_intervals: true } : {});

/** What decoding is asked beyond accuracy. */
export const decoding = ({ control, isCoded }: MoreForm) => ({
  ...(control && { control }),
  ...(isCoded && { is_coded: true }),
});

/** What encoding is asked beyond one array and its R². */
export const encoding = ({ more, repeats, isAlphaShared, hasPairs }: MoreForm) => ({
  ...(more.length > 0 && { more }),
  ...(repeats.length > 0 && { repeats }),
  ...(isAlphaShared && { is_alpha_shared: true }),
  ...(hasPairs && { has_pairs: true }),
});

/** The transform that a form asks for. */
export function transformOf({ transform, lower, upper, n_neighbours }: MoreForm): Transform | null {
  switch (transform) {
    case '':
      return null;
    case 'rank_transform':
      return { name: transform };
    case 'geo_topological_transform':
      return { name: transform, lower, upper };
    case 'geodesic_distance':
      return { name: transform, n_neighbours };
  }
}

/** The fields of a form that say what an RDM task asks for. */
export function ofRdm({ array, labels, groups, distance, noise, transform, has_topology }: Task<'rdm'>) {
  const { name = '', ...settings } = transform ?? {};
  return {
    kind: 'rdm',
    array,
    labels: labels ?? '',
    groups: groups ?? '',
    rdmDistance: distance,
    noise,
    transform: name,
    hasTopology: has_topology,
    ...settings,
  } as const;
}

/** The fields of a form that say what a decoding or an encoding asks for beyond the plain. */
export const ofDecoding = ({ control, is_coded }: Task<'decode'>) => ({
  control: control ?? '',
  isCoded: is_coded ?? false,
});

export const ofEncoding = ({ more, repeats, is_alpha_shared, has_pairs }: Task<'encode'>) => ({
  more: more ?? [],
  repeats: repeats ?? [],
  isAlphaShared: is_alpha_shared ?? false,
  hasPairs: has_pairs ?? false,
});
