import { expect, test } from 'vitest';
import { rate } from './fuzzy';

const best = (typed: string, texts: string[]) =>
  texts.filter((text) => rate(typed, text) !== undefined).sort((a, b) => rate(typed, b)! - rate(typed, a)!);

const COMMANDS = [
  'Go to training',
  'Dark theme',
  'Measure: CKA, linear, debiased',
  'Measure: RDMs by Spearman',
];

test('words are found in any order, from their beginning before their middle', () => {
  expect(best('theme dark', COMMANDS)).toEqual(['Dark theme']);
  expect(best('sp', ['Cusp', 'Spearman'])).toEqual(['Spearman', 'Cusp']);
  expect(best('measure', COMMANDS)).toHaveLength(2);
});

test('letters are found with gaps, the closer the better, and what lacks one is not', () => {
  expect(best('ckadeb', COMMANDS)).toEqual(['Measure: CKA, linear, debiased']);
  expect(best('dt', ['Dark theme', 'a dt'])).toEqual(['a dt', 'Dark theme']);
  expect(best('xyz', COMMANDS)).toEqual([]);
});

test('capitals and accents do not matter, and nothing typed finds everything', () => {
  expect(best('kÖln', ['Koln'])).toEqual(['Koln']);
  expect(best('  ', COMMANDS)).toHaveLength(COMMANDS.length);
});
