import { describe, expect, it } from 'vitest';
import { FAKE_LIST } from '../lab/fake-data';
import type { ArrayCard, ArrayKind, DataTask } from '../lab/types';
import { propose } from './data-defaults';
import { kindRefusal, refusal, roleOfMeasure, whyNot } from './data-fit';
import { type DataForm, FRESH_FORM, formOf, namesOf, type TaskKind, taskOf } from './data-form';

const card = (name: string, kind: ArrayKind, n_stimuli = 60, n_nan = 0): ArrayCard => ({
  name,
  shape: [n_stimuli, 20],
  dtype: 'f64',
  kind,
  n_stimuli,
  n_nan,
  n_infinite: 0,
  sha256: '',
  understood: '',
  stimuli: [],
});
const [a, b] = [card('a', 'activations'), card('b', 'activations')];
const [rdm, rdms, labels] = [card('square', 'rdm'), card('five', 'rdms'), card('classes', 'labels')];

describe('the first proposal', () => {
  it.each([
    ['two activations', [a, b], 'compare', ['a', 'b']],
    ['RDMs of subjects', [a, rdms, b], 'reference', ['a', 'b']],
    ['a name that says it was measured', [a, card('v4_recordings', 'activations')], 'reference', ['a']],
    ['activations and labels', [labels, a], 'decode', ['a']],
    ['two activations and labels', [a, b, labels], 'compare', ['a', 'b']],
    ['activations alone', [a], 'summaries', ['a']],
    ['two RDMs', [rdm, card('other', 'rdm')], 'compare', ['square', 'other']],
    ['nothing', [], 'compare', []],
  ] as const)('for %s fits them', (_, cards, kind, arrays) => {
    const form = propose(cards, FAKE_LIST);
    expect([form.kind, form.arrays]).toEqual([kind, arrays]);
    if (cards.length > 0) expect(whyNot(taskOf(form), cards, FAKE_LIST)).toBeUndefined();
  });

  it('names the measure, the labels, and what the engine knows', () => {
    expect(propose([a, b], FAKE_LIST)).toMatchObject({ measure: 'cka_linear_debiased', seed: 1 });
    expect(propose([rdm, card('other', 'rdm')], FAKE_LIST).measure).toBe('rdm_spearman');
    expect(propose([a, labels], FAKE_LIST)).toMatchObject({
      array: 'a',
      labels: 'classes',
      decoder: 'probe_logistic',
      method: 'pca',
      n_folds: 5,
      n_permutations: 1000,
    });
    expect(propose([a, b, rdms], FAKE_LIST)).toMatchObject({ reference: 'five', n_bootstrap: 1000 });
  });

  it('leaves out arrays of other stimuli and with NaN', () => {
    const cards = [a, card('short', 'activations', 59), card('marred', 'activations', 60, 3), b];
    expect(propose(cards, FAKE_LIST).arrays).toEqual(['a', 'b']);
  });

  it('does not decode where the engine has no decoder', () => {
    expect(propose([a, labels], { ...FAKE_LIST, decoders: [] }).kind).toBe('summaries');
  });
});

describe('an array', () => {
  it('is refused with the reason', () => {
    expect(refusal(a, 'activations', 60)).toBeUndefined();
    expect(refusal(labels, 'activations')).toBe('is labels; wanted is activations');
    expect(refusal(card('c', 'activations', 60, 2), 'rdm')).toBe('has NaN or infinite values');
    expect(refusal(a, 'rdm', 92)).toBe('has 60 stimuli, the others have 92');
    expect(refusal(rdms, 'rdm')).toContain('wanted is activations or one RDM');
    expect(refusal(rdms, 'reference')).toBeUndefined();
  });

  it('is taken by a measure as its list says, or as its name does', () => {
    expect(roleOfMeasure(FAKE_LIST.measures, 'rdm_spearman')).toBe('rdm');
    expect(roleOfMeasure(FAKE_LIST.measures, 'cka_linear_debiased')).toBe('activations');
    expect(roleOfMeasure(undefined, 'rdm_new')).toBe('rdm');
  });
});

describe('a task that cannot be run', () => {
  const compare = (...arrays: string[]): DataTask => ({
    kind: 'compare',
    arrays,
    measure: 'cka_linear_debiased',
    distance: 'correlation',
  });
  it('says why', () => {
    const cards = [a, b, labels, card('short', 'activations', 59)];
    expect(whyNot(compare('a'), cards, FAKE_LIST)).toBe('Choose at least two arrays.');
    expect(whyNot(compare('a', 'gone'), cards, FAKE_LIST)).toBe(
      'Not here yet: gone. Give the files that hold them.',
    );
    expect(whyNot(compare('a', 'short'), cards, FAKE_LIST)).toBe('short has 59 stimuli, the others have 60.');
    expect(whyNot(compare('a', 'b'), cards, undefined)).toContain('The engine has not said');
    expect(whyNot(compare('a', 'b'), cards, FAKE_LIST)).toBeUndefined();
    const form = { ...FRESH_FORM, kind: 'decode', array: 'a', decoder: 'probe_logistic' } as const;
    expect(whyNot(taskOf(form), cards, FAKE_LIST)).toBe('Choose the labels that are to be read.');
    const alone: DataForm = { ...FRESH_FORM, kind: 'reference', arrays: ['a'], reference: 'a' };
    expect(whyNot(taskOf(alone), cards, FAKE_LIST)).toBe('The reference cannot be compared with itself.');
  });

  it('is out of reach as a kind where arrays or the engine lack something', () => {
    expect(kindRefusal('compare', [a], FAKE_LIST)).toBe('needs two arrays of activations or RDMs');
    expect(kindRefusal('compare', [a, rdm], FAKE_LIST)).toBeUndefined();
    expect(kindRefusal('decode', [a], FAKE_LIST)).toBe('needs activations and labels');
    expect(kindRefusal('map', [a], { ...FAKE_LIST, maps: [] })).toBe('not in this version of the engine');
    expect(kindRefusal('reference', [rdms], FAKE_LIST)).toBe('needs an array and a reference');
  });
});

describe('a form', () => {
  it('becomes a task and comes back from it, in each kind', () => {
    const form = {
      ...FRESH_FORM,
      arrays: ['a', 'b'],
      array: 'a',
      labels: 'classes',
      reference: 'five',
      targets: 'b',
      decoder: 'probe_logistic',
      method: 'pca',
      seed: 7,
    };
    for (const kind of ['compare', 'reference', 'summaries', 'decode', 'encode', 'map'] as TaskKind[]) {
      const task = taskOf({ ...form, kind });
      const back = formOf({ version: 1, arrays: [], task, seed: 7 }, FRESH_FORM);
      expect(taskOf(back)).toEqual(task);
      expect(back.seed).toBe(7);
    }
    expect(taskOf({ ...form, kind: 'decode' })).toMatchObject({ groups: null, labels: 'classes' });
    expect(taskOf({ ...form, kind: 'summaries', labels: '' })).toMatchObject({ labels: null });
  });

  it('names its arrays each once, in the engine’s order', () => {
    const form = { ...FRESH_FORM, array: 'a', labels: 'l', groups: 'a', decoder: 'd' };
    expect(namesOf(taskOf({ ...form, kind: 'decode' }))).toEqual(['a', 'l']);
    expect(namesOf(taskOf({ ...form, kind: 'map' }))).toEqual(['a', 'l']);
    expect(namesOf(taskOf({ ...form, kind: 'reference', arrays: ['x', 'y'], reference: 'z' }))).toEqual([
      'x',
      'y',
      'z',
    ]);
  });
});
