import { describe, expect, it } from 'vitest';
import type { ArrayCard, ArrayKind, DataTask } from '../../../lab/types';
import { pythonOf } from './script';

const card = (name: string, kind: ArrayKind): ArrayCard => ({
  name,
  shape: [60, 20],
  dtype: 'f64',
  kind,
  n_stimuli: 60,
  n_nan: 0,
  n_infinite: 0,
  sha256: '',
  understood: '',
  stimuli: [],
});
const CARDS = [
  card('a', 'activations'),
  card('net/fire9', 'activations'),
  card('tensors/x', 'activations'),
  card('people', 'rdms'),
  card('square', 'rdm'),
  card('classes', 'labels'),
  card('sheet/colour', 'labels'),
];
const ORIGINS = {
  a: { file: 'a.npy' },
  'net/fire9': { file: 'net.npz', key: 'fire9' },
  'tensors/x': { file: 'tensors.safetensors', key: 'x' },
  people: { file: 'people.npz' },
  square: { file: 'square.npy' },
  classes: { file: 'classes.npy' },
  'sheet/colour': { file: 'sheet.csv', key: 'colour' },
};

function script(task: DataTask, names: string[], seed = 3) {
  const arrays = names.map((name) => ({ name, sha256: '' }));
  return pythonOf({ version: 1, arrays, task, seed }, CARDS, ORIGINS);
}

/** The text of a script that must be there. */
function text(task: DataTask, names: string[]): string {
  const made = script(task, names);
  if ('why' in made) throw new Error(made.why);
  return made.text;
}

const compare = (measure: string, distance = 'correlation'): DataTask => ({
  kind: 'compare',
  arrays: ['a', 'net/fire9'],
  measure,
  distance,
});

describe('a recipe as Python', () => {
  it('loads the files by their names, each kind in its own way', () => {
    const made = text(compare('cka_linear_biased'), ['a', 'net/fire9']);
    expect(made).toContain('    "a": units(np.load("a.npy")),');
    expect(made).toContain('    "net/fire9": units(np.load("net.npz")["fire9"]),');
    const decode: DataTask = {
      kind: 'decode',
      array: 'tensors/x',
      labels: 'sheet/colour',
      groups: null,
      decoder: 'probe_logistic',
      n_folds: 4,
      n_permutations: 0,
    };
    const other = text(decode, ['tensors/x', 'sheet/colour']);
    expect(other).toContain('from safetensors.numpy import load_file');
    expect(other).toContain('x = units(load_file("tensors.safetensors")["x"])');
    expect(other).toContain('y = table("sheet.csv", ",")["colour"]');
    expect(other).toContain('def table(path, delimiter):');
    expect(other).not.toContain('def permuted');
  });

  it('reads tables parted by spaces and brain volumes by their own rules', () => {
    const origins = { a: { file: 'a.txt' }, 'net/fire9': { file: 'sub-01.nii.gz' } };
    const arrays = ['a', 'net/fire9'].map((name) => ({ name, sha256: '' }));
    const task = compare('cka_linear_biased');
    const made = pythonOf({ version: 1, arrays, task, seed: 3 }, CARDS, origins);
    expect(made).toHaveProperty('text');
    const { text } = made as { text: string };
    expect(text).toContain('units(table("a.txt", " ")[""])');
    expect(text).toContain('units(volume("sub-01.nii.gz"))');
    expect(text).toContain('import nibabel as nib');
  });

  it('is comment, imports, functions and steps, in this order and each once', () => {
    const made = text(compare('rdm_spearman'), ['a', 'net/fire9']);
    expect(made.split('\n').slice(0, 6)).toEqual([
      '# compare: the same with the usual libraries. Put it beside the files and run it.',
      '',
      'import numpy as np',
      'from rsatoolbox.rdm import RDMs, compare',
      'from scipy.spatial.distance import pdist',
      '',
    ]);
    expect(made.match(/^def units/gm)).toHaveLength(1);
    expect(made.endsWith('print(f"{a} and {b}: {measure(x, y):.9f}")\n')).toBe(true);
  });

  it('knows both CKAs, every comparison of RDMs and the four distances', () => {
    expect(text(compare('cka_linear_debiased'), ['a'])).toContain('def hsic(k, l):');
    for (const [measure, method] of [
      ['rdm_pearson', 'corr'],
      ['rdm_spearman', 'spearman'],
      ['rdm_kendall_tau_a', 'tau-a'],
      ['rdm_cosine', 'cosine'],
    ])
      expect(text(compare(measure!), ['a'])).toContain(`method="${method}"`);
    for (const [distance, formula] of [
      ['squared_euclidean_per_unit', 'pdist(units(x), "sqeuclidean") / units(x).shape[1]'],
      ['euclidean', 'pdist(units(x), "euclidean")'],
      ['correlation', 'pdist(units(x), "correlation")'],
      ['cosine', 'pdist(units(x), "cosine")'],
    ])
      expect(text(compare('rdm_pearson', distance), ['a'])).toContain(`return ${formula}`);
  });

  it('of a reference has ceiling, intervals and p-values as far as they were asked for', () => {
    const task: DataTask = {
      kind: 'reference',
      arrays: ['a', 'square'],
      reference: 'people',
      distance: 'correlation',
      comparison: 'rdm_kendall_tau_a',
      n_bootstrap: 500,
      n_permutations: 0,
    };
    const made = text(task, ['a', 'square', 'people']);
    expect(made).toContain(
      'data = RDMs(np.array([upper(x) for x in list(np.load("people.npz").values())[0]]))',
    );
    expect(made).toContain('    "square": upper(np.load("square.npy")),');
    expect(made).toContain('boot_noise_ceiling(data, method="tau-a")');
    expect(made).toContain('N=500');
    expect(made).not.toContain('p = ');
    const alone = text({ ...task, reference: 'square', n_bootstrap: 0, n_permutations: 9 }, ['a', 'square']);
    expect(alone).toContain('data = RDMs(upper(np.load("square.npy"))[None])');
    expect(alone).not.toContain('ceiling');
    expect(alone).toContain('for number in range(9)]');
  });

  it('uses the seed, and leaves out groups one at a time where there are some', () => {
    const decode = {
      kind: 'decode',
      array: 'a',
      labels: 'classes',
      groups: null,
      decoder: 'probe_ridge',
      n_folds: 5,
      n_permutations: 10,
    } as const;
    expect(text(decode, ['a', 'classes'])).toContain('folds = stratified_folds(y, 5, 3)');
    const grouped = text({ ...decode, groups: 'sheet/colour' }, ['a', 'classes', 'sheet/colour']);
    expect(grouped).toContain('folds = np.unique(groups, return_inverse=True)[1]');
    expect(grouped).toContain('draw(3, number)) for number in range(10)]');
  });

  it('finds the names of pairs in tables and archives, and says where it cannot', () => {
    const origins = {
      vectors: { file: 'glove.npz', key: 'vectors' },
      men: { file: 'men.tsv' },
      'men/second': { file: 'men.tsv', key: 'second' },
      odd: { file: 'odd.npy' },
    };
    const made = (second: string) => {
      const task = { kind: 'pairs', array: 'vectors', ratings: 'men', first: null, second } as const;
      return pythonOf({ version: 1, arrays: [], task, seed: 3 }, CARDS, origins);
    };
    const { text } = made('men/second') as { text: string };
    expect(text).toContain('enumerate(lines(np.load("glove.npz")["stimulus_names"]))');
    expect(text).toContain('removesuffix("\\n")');
    expect(text).toContain(
      'zip(words("men.tsv", "\\t")[""], words("men.tsv", "\\t")["second"], table("men.tsv", "\\t")[""])',
    );
    expect(text.match(/^def cells/gm)).toHaveLength(1);
    expect(made('odd')).toEqual({ why: expect.stringContaining('no script here reads them') });
  });

  it('says where there is none', () => {
    const why = (task: DataTask, names = ['a']) => {
      const made = script(task, names);
      return 'why' in made ? made.why : '';
    };
    expect(why(compare('netsimile'))).toContain('For netsimile there is no short');
    expect(why(compare('rdm_pearson', 'crossnobis'))).toContain('crossnobis');
    expect(why({ kind: 'map', array: 'a', method: 'isomap', labels: null })).toContain('isomap');
    expect(why({ kind: 'map', array: 'square', method: 'pca', labels: null })).toContain('of an RDM');
    expect(why({ kind: 'summaries', arrays: ['gone'], labels: null }, ['gone'])).toContain(
      'not here any more',
    );
  });
});
