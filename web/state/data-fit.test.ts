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

  it('of labels stands for a model where an RDM is wanted', () => {
    expect(refusal(labels, 'rdm', 60)).toBeUndefined();
    expect(refusal(labels, 'reference')).toBeUndefined();
    expect(propose([a, labels], FAKE_LIST).kind).toBe('decode');
  });

  it('is a graph as a square of weights or as a list of edges of any length', () => {
    const shaped = (...shape: number[]) => ({ ...card('g', 'activations', shape[0]), shape });
    expect(refusal(shaped(60, 60), 'graph', 60)).toBeUndefined();
    expect(refusal(shaped(900, 2), 'graph', 60)).toBeUndefined();
    expect(refusal(shaped(59, 59), 'graph', 60)).toBe('has 59 stimuli, the others have 60');
    expect(refusal(a, 'graph', 60)).toBe('is neither a square of weights nor a list of edges');
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

  it('on RDMs and graphs says what it lacks', () => {
    const asked = (patch: Partial<DataForm>) =>
      whyNot(taskOf({ ...FRESH_FORM, array: 'a', ...patch }), [a, b, labels, rdm], FAKE_LIST);
    expect(asked({ kind: 'rdm' })).toBeUndefined();
    expect(asked({ kind: 'rdm', rdmDistance: 'crossnobis' })).toContain('conditions');
    expect(asked({ kind: 'rdm', rdmDistance: 'crossnobis', labels: 'classes' })).toContain('runs');
    expect(asked({ kind: 'rdm', array: 'square', labels: 'classes' })).toContain('wanted is activations');
    const ends = { transform: 'geo_topological_transform', lower: 0.9, upper: 0.1 } as const;
    expect(asked({ kind: 'rdm', ...ends })).toContain('below the upper');
    expect(asked({ kind: 'regression', reference: 'a', arrays: ['a'] })).toContain('cannot explain itself');
    expect(asked({ kind: 'regression', reference: 'a', arrays: ['classes', 'b'] })).toBeUndefined();
    expect(asked({ kind: 'energy', arrays: ['a'] })).toBe('Choose the graph.');
    expect(asked({ kind: 'energy', arrays: ['a'], graph: 'b' })).toContain('neither a square');
    expect(asked({ kind: 'encode', targets: 'b', more: ['b'] })).toContain('cannot predict itself');
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
    const kinds: TaskKind[] = ['compare', 'reference', 'summaries', 'decode', 'encode', 'map'];
    for (const kind of [...kinds, 'rdm', 'regression', 'energy'] as TaskKind[]) {
      const task = taskOf({ ...form, kind });
      const back = formOf({ version: 1, arrays: [], task, seed: 7 }, FRESH_FORM);
      expect(taskOf(back)).toEqual(task);
      expect(back.seed).toBe(7);
    }
    expect(taskOf({ ...form, kind: 'decode' })).toMatchObject({ groups: null, labels: 'classes' });
    expect(taskOf({ ...form, kind: 'summaries', labels: '' })).toMatchObject({ labels: null });
  });

  it('carries what is asked beyond the plain, and leaves out what is off', () => {
    const more = {
      ...FRESH_FORM,
      array: 'a',
      labels: 'classes',
      targets: 'b',
      control: 'words',
      isCoded: true,
      more: ['c'],
      repeats: ['again'],
      isAlphaShared: true,
      rdmDistance: 'crossnobis',
      transform: 'geo_topological_transform',
      lower: 0.2,
      hasTopology: true,
    } as const;
    for (const kind of ['decode', 'encode', 'rdm', 'compare'] as TaskKind[]) {
      const task = taskOf({ ...more, more: [...more.more], repeats: [...more.repeats], kind });
      expect(taskOf(formOf({ version: 1, arrays: [], task, seed: 1 }, FRESH_FORM))).toEqual(task);
    }
    expect(namesOf(taskOf({ ...more, more: ['c'], repeats: ['again'], kind: 'encode' }))).toEqual([
      'a',
      'b',
      'c',
      'again',
    ]);
    // A comparison of the first form has no intervals; what it does not say is off.
    const task = { kind: 'compare', arrays: ['a'], measure: 'm', distance: 'd' } as const;
    const old = { ...task, arrays: ['a'] };
    expect(taskOf(formOf({ version: 1, arrays: [], task: old, seed: 1 }, FRESH_FORM))).toEqual(task);
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
