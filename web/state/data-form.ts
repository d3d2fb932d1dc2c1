// What a visitor asks of arrays: one form for all tasks, so that a choice survives a change of task.

import type { DataRecipe, DataTask, Prepare } from '../lab/types';
import {
  comparing,
  decoding,
  encoding,
  FRESH_MORE,
  type MoreForm,
  ofDecoding,
  ofEncoding,
  ofRdm,
  transformOf,
} from './data-form-more';

export type TaskKind = DataTask['kind'];

/** Version of the recipes that this page writes. */
export const DATA_RECIPE_VERSION = 1;
/** Seeds are whole numbers up to this. */
export const LARGEST_SEED = 2 ** 32 - 1;

export interface DataForm extends MoreForm {
  kind: TaskKind;
  /** The arrays of tasks that take several. */
  arrays: string[];
  /** The array of tasks that take one. */
  array: string;
  /** Empty for none, as with the next three. */
  labels: string;
  groups: string;
  reference: string;
  targets: string;
  /** Ratings of pairs, and their columns of names. */
  ratings: string;
  first: string;
  second: string;
  measure: string;
  distance: string;
  comparison: string;
  decoder: string;
  /** What is done to recordings before they are decoded. */
  isDetrended: boolean;
  isStandardised: boolean;
  isAveraged: boolean;
  /** Numbers of classes that are left out, as typed. */
  leftOut: string;
  estimator: string;
  method: string;
  /** How stimuli are put into groups, and into how many. */
  grouping: string;
  n_groups: number;
  n_bootstrap: number;
  n_permutations: number;
  n_folds: number;
  seed: number;
}

export const FRESH_FORM: Readonly<DataForm> = {
  kind: 'compare',
  arrays: [],
  array: '',
  labels: '',
  groups: '',
  reference: '',
  targets: '',
  ratings: '',
  first: '',
  second: '',
  measure: 'cka_linear_debiased',
  distance: 'correlation',
  comparison: 'rdm_spearman',
  decoder: '',
  isDetrended: false,
  isStandardised: false,
  isAveraged: false,
  leftOut: '',
  estimator: '',
  method: '',
  grouping: '',
  n_groups: 4,
  n_bootstrap: 1000,
  n_permutations: 1000,
  n_folds: 5,
  seed: 1,
  ...FRESH_MORE,
};

/** The task that a form asks for. */
export function taskOf(form: DataForm): DataTask {
  const { arrays, array, distance, n_bootstrap, n_permutations, n_folds } = form;
  const labels = form.labels || null;
  switch (form.kind) {
    case 'compare':
      return { kind: 'compare', arrays, measure: form.measure, distance, ...comparing(form) };
    case 'summaries':
      return { kind: 'summaries', arrays, labels };
    case 'reference': {
      const { reference, comparison } = form;
      return { kind: 'reference', arrays, reference, distance, comparison, n_bootstrap, n_permutations };
    }
    case 'decode': {
      const { decoder, groups } = form;
      const asked = { array, labels: form.labels, groups: groups || null, decoder };
      const prepare = prepareOf(form);
      const before = prepare && { prepare };
      return { kind: 'decode', ...asked, n_folds, n_permutations, ...before, ...decoding(form) };
    }
    case 'encode':
      return { kind: 'encode', array, targets: form.targets, n_folds, ...encoding(form) };
    case 'information':
      return { kind: 'information', x: array, y: form.targets, estimator: form.estimator };
    case 'rdms':
      return { kind: 'rdms', arrays, distance, labels };
    case 'cluster': {
      const { grouping, n_groups } = form;
      return { kind: 'cluster', array, method: grouping, distance, n_groups, labels };
    }
    case 'neighbours': {
      const { n_neighbours, method } = form;
      return { kind: 'neighbours', array, distance, n_neighbours, method, labels };
    }
    case 'map':
      return { kind: 'map', array, method: form.method, labels };
    case 'pairs': {
      const { ratings, first, second } = form;
      return { kind: 'pairs', array, ratings, first: first || null, second };
    }
    case 'rdm': {
      const { rdmDistance, noise, groups, hasTopology } = form;
      const asked = { array, labels, groups: groups || null, distance: rdmDistance, noise };
      return { kind: 'rdm', ...asked, transform: transformOf(form), has_topology: hasTopology };
    }
    case 'regression':
      return { kind: 'regression', arrays, reference: form.reference, distance, n_permutations };
    case 'energy':
      return { kind: 'energy', arrays, graph: form.graph };
  }
}

/** The form that asks for a recipe's task; what the task does not say stays as it was. */
export function formOf({ task, seed }: DataRecipe, before: DataForm): DataForm {
  if (task.kind === 'information') {
    const { kind, x: array, y: targets, estimator } = task;
    return { ...before, kind, array, targets, estimator, seed };
  }
  if (task.kind === 'decode') {
    const { prepare, groups, control: _, is_coded: __, ...asked } = task;
    return { ...before, ...asked, groups: groups ?? '', ...preparing(prepare), ...ofDecoding(task), seed };
  }
  if (task.kind === 'cluster') {
    const { method: grouping, labels, ...asked } = task;
    return { ...before, ...asked, grouping, labels: labels ?? '', seed };
  }
  if (task.kind === 'encode') {
    const { kind, array, targets, n_folds } = task;
    return { ...before, kind, array, targets, n_folds, ...ofEncoding(task), seed };
  }
  if (task.kind === 'compare') {
    const { has_intervals, ...asked } = task;
    return { ...before, ...asked, hasIntervals: has_intervals ?? false, seed };
  }
  if (task.kind === 'rdm') return { ...before, ...ofRdm(task), seed };
  const orEmpty = Object.entries(task).map(([field, value]) => [field, value ?? '']);
  return { ...before, ...(Object.fromEntries(orEmpty) as Partial<DataForm>), seed };
}

/** The numbers in a text such as `5, 7`. */
const numbersIn = (text: string) => (text.match(/-?\d+/g) ?? []).map(Number);

/** What is done to recordings; nothing where nothing is asked for. */
function prepareOf({ isDetrended, isStandardised, isAveraged, leftOut }: DataForm): Prepare | undefined {
  const left_out = numbersIn(leftOut);
  if (!isDetrended && !isStandardised && !isAveraged && left_out.length === 0) return undefined;
  return { is_detrended: isDetrended, is_standardised: isStandardised, left_out, is_averaged: isAveraged };
}

const preparing = (prepare: Prepare | undefined) => ({
  isDetrended: prepare?.is_detrended ?? false,
  isStandardised: prepare?.is_standardised ?? false,
  isAveraged: prepare?.is_averaged ?? false,
  leftOut: prepare?.left_out.join(', ') ?? '',
});

/** The arrays that a task names, each once. */
export function namesOf(task: DataTask): string[] {
  if (task.kind === 'information') return [...new Set([task.x, task.y])].filter((name) => !!name);
  const several = 'arrays' in task ? task.arrays : [task.array];
  const more = [
    'reference' in task ? task.reference : '',
    'labels' in task ? task.labels : '',
    'groups' in task ? task.groups : '',
    'targets' in task ? task.targets : '',
    ...(task.kind === 'pairs' ? [task.ratings, task.first, task.second] : []),
    'graph' in task ? task.graph : '',
    ...('control' in task && task.control ? [task.control] : []),
    ...(task.kind === 'encode' ? [...(task.more ?? []), ...(task.repeats ?? [])] : []),
  ];
  return [...new Set([...several, ...more])].filter((name): name is string => !!name);
}
