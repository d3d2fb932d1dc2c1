import { expect, it } from 'vitest';
import { FAKE_LIST } from '../lab/fake-data';
import type { ArrayCard } from '../lab/types';
import { propose } from './data-defaults';
import { whyNot } from './data-fit';
import { FRESH_FORM, formOf, namesOf, taskOf } from './data-form';
import { decodeData, encodeData } from './data-link';
import { pairsRefusal, ratingsAmong } from './pairs-fit';

const card = (name: string, kind: ArrayCard['kind'], n: number, stimuli: string[] = []): ArrayCard => ({
  name,
  shape: kind === 'activations' ? [n, 20] : [n],
  dtype: 'f64',
  kind,
  n_stimuli: n,
  n_nan: 0,
  n_infinite: 0,
  sha256: '',
  understood: '',
  stimuli,
});
const glove = card('glove', 'activations', 3, ['cat', 'dog', 'car']);
const men = [card('men', 'values', 5), card('men/column 0', 'labels', 5), card('men/column 1', 'labels', 5)];

it('vectors with names and a table of rated pairs are asked about as pairs', () => {
  const form = propose([glove, ...men], FAKE_LIST);
  expect(taskOf(form)).toEqual({
    kind: 'pairs',
    array: 'glove',
    ratings: 'men',
    first: 'men/column 0',
    second: 'men/column 1',
  });
  expect(whyNot(taskOf(form), [glove, ...men], FAKE_LIST)).toBeUndefined();
  expect(namesOf(taskOf(form))).toEqual(['glove', 'men', 'men/column 0', 'men/column 1']);
});

it('first names that name the rows are found as well', () => {
  const table = [card('few', 'values', 3, ['cat', 'dog', 'car']), card('few/b', 'labels', 3)];
  expect(ratingsAmong(table).map(({ name }) => name)).toEqual(['few']);
  const form = propose([glove, ...table], FAKE_LIST);
  expect(form).toMatchObject({ kind: 'pairs', first: '', second: 'few/b' });
  expect(whyNot(taskOf(form), [glove, ...table], FAKE_LIST)).toBeUndefined();
});

it('what lacks is said', () => {
  expect(pairsRefusal(men)).toContain('vectors with names');
  const task = taskOf(propose([glove, ...men], FAKE_LIST));
  if (task.kind !== 'pairs') throw new Error('pairs');
  const why = (patch: object, cards = [glove, ...men]) => whyNot({ ...task, ...patch }, cards, FAKE_LIST);
  expect(why({ array: '' })).toBe('Choose the vectors.');
  expect(why({ ratings: '' })).toBe('Choose the ratings.');
  expect(why({ second: '' })).toContain('second names');
  expect(why({ first: null })).toContain('first names');
  expect(why({ second: 'other' }, [glove, ...men, card('other', 'labels', 4)])).toContain('has 4 rows');
  expect(why({ array: 'plain' }, [glove, ...men, card('plain', 'activations', 3)])).toContain(
    'have no names',
  );
});

it('a link carries the pairs, and a form takes them up', () => {
  const task = taskOf(propose([glove, ...men], FAKE_LIST));
  const recipe = { version: 1, arrays: [], task, seed: 3 };
  expect(decodeData(encodeData(recipe))).toEqual(recipe);
  expect(taskOf(formOf(recipe, FRESH_FORM))).toEqual(task);
  const bare = { ...recipe, task: { ...task, first: null } };
  expect(taskOf(formOf(decodeData(encodeData(bare as typeof recipe))!, FRESH_FORM))).toEqual(bare.task);
});
