// Which array can be used as what, and why another cannot.

import type { AnalysisList, ArrayCard, ArrayKind, Choice, DataTask } from '../lab/types';
import { t } from '../words/words';
import { lacksMore } from './data-fit-more';
import { namesOf, type TaskKind } from './data-form';
import { pairsRefusal, whyNotPairs } from './pairs-fit';

/** What a task uses an array as. */
export type Role = 'activations' | 'rdm' | 'reference' | 'labels' | 'graph';

const TAKES: Record<Role, readonly ArrayKind[]> = {
  activations: ['activations', 'values'],
  // Labels are the model of same and different classes.
  rdm: ['activations', 'values', 'rdm', 'labels'],
  reference: ['rdms', 'rdm', 'activations', 'values', 'labels'],
  labels: ['labels', 'values'],
  graph: ['rdm', 'activations'],
};

const WANTS: Record<Role, string> = {
  activations: t`activations`,
  rdm: t`activations or one RDM`,
  reference: t`RDMs or activations`,
  labels: t`one whole number a stimulus`,
  graph: t`weights or a list of edges`,
};

export const KIND_WORDS: Record<ArrayKind, string> = {
  activations: t`activations`,
  rdm: t`an RDM`,
  rdms: t`several RDMs`,
  labels: t`labels`,
  values: t`one number a stimulus`,
  other: t`nothing that can be analysed`,
};

/** Why an array cannot be used so; `undefined` when it can. `n` is the number of stimuli of the others. */
export function refusal(card: ArrayCard, role: Role, n?: number): string | undefined {
  if (!TAKES[role].includes(card.kind)) return t`is ${KIND_WORDS[card.kind]}; wanted is ${WANTS[role]}`;
  if (card.n_nan + card.n_infinite > 0) return t`has NaN or infinite values`;
  if (role === 'graph') return graphRefusal(card, n);
  if (n !== undefined && card.n_stimuli !== n) return t`has ${card.n_stimuli} stimuli, the others have ${n}`;
  return undefined;
}

/** A square of weights is of as many stimuli; a list of edges has as many rows as it likes. */
function graphRefusal({ shape }: ArrayCard, n?: number): string | undefined {
  const [rows, columns] = shape;
  if (shape.length === 2 && (columns === 2 || columns === 3)) return undefined;
  if (shape.length !== 2 || rows !== columns) return t`is neither a square of weights nor a list of edges`;
  return n !== undefined && rows !== n ? t`has ${rows!} stimuli, the others have ${n}` : undefined;
}

/** What a measure compares. */
export function roleOfMeasure(measures: readonly Choice[] | undefined, name: string): Role {
  const takes = measures?.find((measure) => measure.name === name)?.takes;
  return (takes ?? (name.startsWith('rdm_') ? 'rdms' : 'activations')) === 'rdms' ? 'rdm' : 'activations';
}

/** What a way to lay out or group stimuli takes: most also take distances. */
export function roleOfMap(maps: readonly Choice[] | undefined, name: string): Role {
  const takes = maps?.find((map) => map.name === name)?.takes;
  return takes === 'rdms' ? 'rdm' : 'activations';
}

/** The arrays of a task with what each is used as. */
export function rolesOf(task: DataTask, list: AnalysisList | undefined): { name: string; role: Role }[] {
  const each = (names: readonly string[], role: Role) => names.map((name) => ({ name, role }));
  const some = (name: string | null, role: Role) => each(name ? [name] : [], role);
  switch (task.kind) {
    case 'compare':
      return each(task.arrays, roleOfMeasure(list?.measures, task.measure));
    case 'summaries':
      return [...each(task.arrays, 'activations'), ...some(task.labels, 'labels')];
    case 'reference':
      return [...each(task.arrays, 'rdm'), ...some(task.reference, 'reference')];
    case 'decode':
      return [
        ...some(task.array, 'activations'),
        ...some(task.labels, 'labels'),
        ...some(task.groups, 'labels'),
        ...some(task.control ?? null, 'labels'),
      ];
    case 'encode':
      return each(namesOf(task), 'activations');
    case 'information':
      return [...some(task.x, 'activations'), ...some(task.y, 'activations')];
    case 'rdms':
      return [...each(task.arrays, 'reference'), ...some(task.labels, 'labels')];
    case 'cluster':
      return [...some(task.array, roleOfMap(list?.groupings, task.method)), ...some(task.labels, 'labels')];
    case 'rdm':
      return [
        ...some(task.array, task.labels ? 'activations' : 'rdm'),
        ...some(task.labels, 'labels'),
        ...some(task.groups, 'labels'),
      ];
    case 'regression':
      return [...each(task.arrays, 'rdm'), ...some(task.reference, 'reference')];
    case 'energy':
      return [...each(task.arrays, 'activations'), ...some(task.graph, 'graph')];
    case 'neighbours':
    case 'map':
      return [...some(task.array, roleOfMap(list?.maps, task.method)), ...some(task.labels, 'labels')];
    // Their rows are not the same stimuli: see `whyNotPairs`.
    case 'pairs':
      return [];
  }
}

/** Why a task cannot be run, in a sentence; `undefined` when it can. */
export function whyNot(
  task: DataTask,
  cards: readonly ArrayCard[],
  list: AnalysisList | undefined,
): string | undefined {
  if (!list) return t`The engine has not said yet what it can do.`;
  const lacking = lacks(task, list);
  if (lacking) return lacking;
  const missing = namesOf(task).filter((name) => !cards.some((card) => card.name === name));
  if (missing.length > 0) return t`Not here yet: ${missing.join(', ')}. Give the files that hold them.`;
  if (task.kind === 'pairs') return whyNotPairs(task, cards);
  const used = rolesOf(task, list).map(({ name, role }) => ({
    card: cards.find((card) => card.name === name)!,
    role,
  }));
  const n = used[0]?.card.n_stimuli;
  for (const { card, role } of used) {
    const reason = refusal(card, role, n);
    if (reason) return `${card.name} ${reason}.`;
  }
  return undefined;
}

function lacks(task: DataTask, list: AnalysisList): string | undefined {
  switch (task.kind) {
    case 'compare':
      return task.arrays.length < 2 ? t`Choose at least two arrays.` : undefined;
    case 'summaries':
      return task.arrays.length < 1 ? t`Choose at least one array.` : undefined;
    case 'reference':
      if (!task.reference) return t`Choose the reference.`;
      if (task.arrays.includes(task.reference)) return t`The reference cannot be compared with itself.`;
      return task.arrays.length < 1 ? t`Choose at least one array beside the reference.` : undefined;
    case 'decode':
      if (list.decoders.length === 0) return NO_DECODER;
      if (!task.array) return t`Choose an array.`;
      if (!task.decoder) return t`Choose a decoder.`;
      return task.labels ? undefined : t`Choose the labels that are to be read.`;
    case 'encode':
      if (!task.array) return t`Choose an array.`;
      if (!task.targets) return t`Choose what is to be predicted.`;
      return [task.array, ...(task.more ?? [])].some((name) =>
        [task.targets, ...(task.repeats ?? [])].includes(name),
      )
        ? t`An array cannot predict itself; choose another.`
        : undefined;
    case 'rdm':
    case 'regression':
    case 'energy':
      return lacksMore(task);
    case 'information':
      if (!task.x || !task.y) return t`Choose two arrays.`;
      if (!task.estimator) return t`Choose an estimator.`;
      return task.x === task.y ? t`An array tells everything of itself; choose another.` : undefined;
    case 'rdms':
      return task.arrays.length < 1 ? t`Choose at least one array.` : undefined;
    case 'cluster':
      if (!task.array) return t`Choose an array.`;
      return task.method ? undefined : t`Choose a method.`;
    case 'neighbours':
      if (!task.array) return t`Choose an array.`;
      return task.method ? undefined : t`Choose a method.`;
    case 'map':
      if (list.maps.length === 0) return NO_MAP;
      if (!task.array) return t`Choose an array.`;
      return task.method ? undefined : t`Choose a method.`;
    case 'pairs':
      return undefined;
  }
}

const NO_DECODER = t`This engine has no decoder.`;
const NO_MAP = t`This engine has no way to draw a map.`;

/** Why a kind of task is out of reach with the arrays that are here; `undefined` when it is not. */
export function kindRefusal(
  kind: TaskKind,
  cards: readonly ArrayCard[],
  list: AnalysisList | undefined,
): string | undefined {
  const count = (role: Role) => cards.filter((card) => refusal(card, role) === undefined).length;
  switch (kind) {
    case 'compare':
      return count('rdm') < 2 ? t`needs two arrays of activations or RDMs` : undefined;
    case 'summaries':
      return count('activations') < 1 ? t`needs activations` : undefined;
    case 'reference':
      return count('rdm') < 1 || count('reference') < 2 ? t`needs an array and a reference` : undefined;
    case 'decode':
      if (list?.decoders.length === 0) return t`not in this version of the engine`;
      return count('activations') < 1 || count('labels') < 1 ? t`needs activations and labels` : undefined;
    case 'encode':
      return count('activations') < 2 ? t`needs two arrays of activations` : undefined;
    case 'information':
      return count('activations') < 2 ? t`needs two arrays of activations` : undefined;
    case 'rdms':
      return count('reference') < 1 ? t`needs activations or RDMs` : undefined;
    case 'rdm':
    case 'cluster':
    case 'neighbours':
      return count('rdm') < 1 ? t`needs activations or an RDM` : undefined;
    case 'regression':
      return count('rdm') < 1 || count('reference') < 2 ? t`needs models and a reference` : undefined;
    case 'energy':
      return count('activations') < 1 || count('graph') < 1
        ? t`needs activations and a graph of their stimuli`
        : undefined;
    case 'map':
      if (list?.maps.length === 0) return t`not in this version of the engine`;
      return count('rdm') < 1 ? t`needs activations or an RDM` : undefined;
    case 'pairs':
      return pairsRefusal(cards);
  }
}
