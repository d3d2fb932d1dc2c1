// What is asked of arrays before the visitor has chosen anything.

import type { AnalysisList, ArrayCard, Choice } from '../lab/types';
import { kindRefusal, refusal } from './data-fit';
import { type DataForm, FRESH_FORM } from './data-form';
import { proposePairs } from './pairs-fit';

/** Words in a name by which an array is taken for what was measured. */
const REFERENCE_WORDS =
  /(^|[^a-z])(ref|reference|brain|fmri|meg|eeg|ecog|neural|recordings?|spikes|subjects?|humans?|monkeys?|behaviou?r)([^a-z]|$)/i;

/** Of the first that the engine knows, or of its own first. */
const known = (choices: readonly Choice[] | undefined, ...names: string[]): string =>
  names.find((name) => choices?.some((choice) => choice.name === name)) ?? choices?.[0]?.name ?? '';

/** A sensible form for the arrays that are here. */
export function propose(cards: readonly ArrayCard[], list: AnalysisList | undefined): DataForm {
  const usable = cards.filter((card) => card.kind !== 'labels' && refusal(card, 'reference') === undefined);
  const first = usable.find(({ kind }) => kind === 'activations') ?? usable[0];
  const own = usable.filter((card) => card.n_stimuli === first?.n_stimuli);
  const activations = namesOfKind(own, 'activations');
  const labels =
    cards.find(({ kind, n_stimuli }) => kind === 'labels' && n_stimuli === first?.n_stimuli)?.name ?? '';
  const reference = referenceOf(own);
  const targets = activations.find((name) => REFERENCE_WORDS.test(name)) ?? activations[1] ?? '';
  const array = activations.find((name) => name !== targets) ?? activations[0] ?? own[0]?.name ?? '';
  const form: DataForm = {
    ...FRESH_FORM,
    array,
    labels,
    targets,
    reference: reference ?? '',
    graph: cards.find((card) => refusal(card, 'graph', first?.n_stimuli) === undefined)?.name ?? '',
    decoder: known(list?.decoders, 'probe_ridge', 'probe_logistic'),
    estimator: known(list?.estimators, 'mi_ksg1_3_nats'),
    method: known(list?.maps, 'pca'),
    grouping: known(list?.groupings, 'linkage_average'),
  };
  const pairs = proposePairs(cards);
  if (pairs) return { ...form, kind: 'pairs', ...pairs };
  const canDecode = labels !== '' && kindRefusal('decode', cards, list) === undefined;
  const others = comparable(own).filter((name) => name !== reference);
  if (reference !== undefined && others.length > 0) return { ...form, kind: 'reference', arrays: others };
  if (activations.length > 1) return { ...form, kind: 'compare', arrays: activations };
  if (comparable(own).length > 1)
    return { ...form, kind: 'compare', arrays: comparable(own), measure: 'rdm_spearman' };
  if (canDecode && activations.length > 0) return { ...form, kind: 'decode', arrays: activations };
  if (activations.length > 0) return { ...form, kind: 'summaries', arrays: activations };
  return { ...form, arrays: comparable(own) };
}

/** RDMs of several subjects, or an array whose name says that it was measured. */
function referenceOf(cards: readonly ArrayCard[]): string | undefined {
  return (cards.find(({ kind }) => kind === 'rdms') ?? cards.find(({ name }) => REFERENCE_WORDS.test(name)))
    ?.name;
}

const comparable = (cards: readonly ArrayCard[]) =>
  cards.filter(({ kind }) => kind === 'activations' || kind === 'rdm').map(({ name }) => name);

const namesOfKind = (cards: readonly ArrayCard[], kind: ArrayCard['kind']) =>
  cards.filter((card) => card.kind === kind).map(({ name }) => name);
