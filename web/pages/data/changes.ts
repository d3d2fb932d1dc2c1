// What a visitor can change before a run. The address follows.

import { type DataState, data, isSameRecipe, recipeNow, updateData } from '../../state/data';
import { propose } from '../../state/data-defaults';
import type { DataForm, TaskKind } from '../../state/data-form';
import { encodeData } from '../../state/data-link';
import { keepDraft } from '../../state/drafts';
import { page } from '../../state/page';
import { proposePairs } from '../../state/pairs-fit';
import { did } from '../../state/undo';
import { t } from '../../words/words';

/** Changes the form. What a link's author got no longer applies to it. */
export function change(patch: Partial<DataForm>) {
  const before = formState();
  const form = { ...data.value.form, ...patch };
  const after = { form, isChosen: true, wanted: undefined, isAwaited: false };
  put(after);
  keepDraft('data', encodeData(recipeNow()));
  did('data', {
    words: wordsOf(patch),
    key: Object.keys(patch).join(),
    undo: () => put(before),
    redo: () => put(after),
  });
}

/** What of the page's state a change of the form touches. */
export type FormState = Pick<DataState, 'form' | 'isChosen' | 'wanted' | 'isAwaited'>;

export function formState(): FormState {
  const { form, isChosen, wanted, isAwaited } = data.value;
  return { form, isChosen, wanted, isAwaited };
}

/** Puts a form in the place of the one on the page. */
export function put(state: FormState) {
  updateData({ ...state, comparison: undefined });
  writeAddress();
}

/** What was changed, as it goes on after “Undone:” */
function wordsOf(patch: Partial<DataForm>): string {
  if (patch.kind) return t`choice of the task`;
  if (patch.seed !== undefined) return t`choice of the seed`;
  const isOfArrays = ['arrays', 'array', 'labels', 'groups', 'reference', 'targets'].some(
    (field) => field in patch,
  );
  return isOfArrays ? t`choice of the arrays` : t`setting of the analysis`;
}

/** Another task: what it needs and the form does not say yet is proposed. */
export function chooseKind(kind: TaskKind) {
  const { form, cards, list } = data.value;
  const proposed = propose(cards, list);
  change({
    kind,
    arrays: form.arrays.length > 0 ? form.arrays : proposed.arrays,
    array: form.array || proposed.array,
    targets: form.targets || proposed.targets,
    reference: form.reference || proposed.reference,
    decoder: form.decoder || proposed.decoder,
    method: form.method || proposed.method,
    grouping: form.grouping || proposed.grouping,
    estimator: form.estimator || proposed.estimator,
    ...(kind === 'pairs' && form.ratings === '' && proposePairs(cards)),
    graph: form.graph || (kind === 'energy' ? proposed.graph : ''),
    // Elsewhere no labels may be what is wanted.
    labels: kind === 'rdm' ? '' : form.labels || (kind === 'decode' ? proposed.labels : ''),
  });
}

/** The lists of arrays that a form has. */
export type ListField = 'arrays' | 'more' | 'repeats';

/** Ticks an array or takes its tick away; arrays keep the order in which they came. */
export function tick(name: string, isOn: boolean, field: ListField = 'arrays') {
  const { form, cards } = data.value;
  const place = (one: string) => cards.findIndex((card) => card.name === one);
  const others = form[field].filter((one) => one !== name);
  change({ [field]: isOn ? [...others, name].sort((a, b) => place(a) - place(b)) : others });
}

/** The recipe for the address and for links: the author's while it is asked for, else with this machine's digest. */
export function recipeToShare() {
  const { wanted, shown } = data.value;
  if (wanted) return wanted;
  const recipe = recipeNow();
  const digest = shown && isSameRecipe(shown.asked, recipe) ? shown.report.recipe.digest : undefined;
  return { ...recipe, ...(digest && { digest }) };
}

/** Puts the form into the address bar without a step in the history, unless another page is in view. */
export function writeAddress() {
  if (page.value !== 'data') return;
  const { pathname, search } = location;
  history.replaceState(null, '', `${pathname}${search}${encodeData(recipeToShare())}`);
}
