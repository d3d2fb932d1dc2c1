// The one state of the page of the visitor's own arrays. The files themselves lie in the engine.

import { signal } from '@preact/signals';
import type {
  AnalysisList,
  ArrayCard,
  ArrayRef,
  DataRecipe,
  DataReport,
  ErrorReport,
  Reading,
  Verdict,
} from '../lab/types';
import type { Job } from './bench';
import { DATA_RECIPE_VERSION, type DataForm, FRESH_FORM, namesOf, taskOf } from './data-form';
import { isSame } from './same';

/** Where an array was read from. */
export interface ArrayOrigin {
  file: string;
  /** Its name inside the file; absent where the file has but one. */
  key?: string | undefined;
  /** Whether the page made the file, so that the visitor has none of it yet. */
  isMadeHere?: boolean | undefined;
}

/** A finished analysis, and what was asked. */
export interface ShownData {
  report: DataReport;
  asked: DataRecipe;
}

/** How a run compares with that of a link's author. */
export interface DataComparison {
  verdict: Verdict;
  /** Arrays whose numbers are not the author's. */
  others: string[];
}

export interface DataState {
  /** What was understood of each array, in the order in which they came. */
  cards: ArrayCard[];
  origins: Record<string, ArrayOrigin>;
  list?: AnalysisList | undefined;
  form: DataForm;
  /** Whether the form was chosen, by the visitor or by a link; else it follows the arrays. */
  isChosen: boolean;
  /** What a link asked for, until something else is chosen. */
  wanted?: DataRecipe | undefined;
  /** Whether it is to be run as soon as its arrays are here. */
  isAwaited: boolean;
  /** Files that are being read. */
  reading: string[];
  /** Files that could not be read. */
  refused: { file: string; report: ErrorReport }[];
  shown?: ShownData | undefined;
  comparison?: DataComparison | undefined;
  job?: Job | undefined;
  problem?: ErrorReport | undefined;
  notice?: string | undefined;
}

export const EMPTY_DATA: Readonly<DataState> = {
  cards: [],
  origins: {},
  form: FRESH_FORM,
  isChosen: false,
  isAwaited: false,
  reading: [],
  refused: [],
};

export const data = signal<DataState>(EMPTY_DATA);

export function updateData(patch: Partial<DataState>) {
  data.value = { ...data.value, ...patch };
}

export const cardNamed = (name: string): ArrayCard | undefined =>
  data.value.cards.find((card) => card.name === name);

/** The recipe of the form. Of arrays that are not here the link's hashes stand in it. */
export function recipeNow({ form, cards, wanted }: DataState = data.value): DataRecipe {
  const task = taskOf(form);
  const arrays = namesOf(task).map((name): ArrayRef => {
    const card = cards.find((one) => one.name === name);
    if (card) return { name, sha256: card.sha256, ...toldReading(card) };
    return wanted?.arrays.find((array) => array.name === name) ?? { name, sha256: '' };
  });
  return { version: DATA_RECIPE_VERSION, arrays, task, seed: form.seed };
}

/** How an array is read, where its shape allows two ways. */
export function readingOf({ pairs_of, kind }: ArrayCard): Reading | undefined {
  if (pairs_of === undefined) return undefined;
  return kind === 'rdm' || kind === 'rdms' ? 'rdms' : 'activations';
}

/** What a recipe must say of it: nothing where its shape says it. */
const toldReading = (card: ArrayCard) => (readingOf(card) === 'rdms' ? ({ read_as: 'rdms' } as const) : {});

/** Whether two recipes ask for the same of the same numbers. */
export const isSameRecipe = (a: DataRecipe, b: DataRecipe) =>
  isSame({ ...a, digest: undefined }, { ...b, digest: undefined });

/** Whether the figures belong to something else than what is asked for. */
export function isOtherRecipe(state: DataState): boolean {
  return state.shown !== undefined && !isSameRecipe(state.shown.asked, recipeNow(state));
}

/** Arrays that the form names and that are not here. */
export function missingArrays(state: DataState = data.value): string[] {
  return namesOf(taskOf(state.form)).filter((name) => !state.cards.some((card) => card.name === name));
}

/** Arrays that are here with other numbers than a link's author had. */
export function otherArrays({ wanted, cards }: DataState): string[] {
  return (wanted?.arrays ?? []).flatMap(({ name, sha256 }) => {
    const card = cards.find((one) => one.name === name);
    return card && sha256 !== '' && card.sha256 !== sha256 ? [name] : [];
  });
}
