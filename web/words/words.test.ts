import { afterEach, expect, test, vi } from 'vitest';
import { mark } from './mark';
import { openWords, t } from './words';

vi.mock('./de', () => ({ de: { 'Add {0} files to {1}': '{1} bekommt {0} Dateien' } }));
afterEach(() => openWords('en'));

test('English is what stands in the code', () => {
  expect(t`Add ${2} files to ${'shelf'}`).toBe('Add 2 files to shelf');
});

test('another language may order the places differently; what it lacks stays English', async () => {
  await openWords('de');
  expect(t`Add ${2} files to ${'shelf'}`).toBe('shelf bekommt 2 Dateien');
  expect(t`Cancel`).toBe('Cancel');
});

test('the marked language shows what went through the catalogue', async () => {
  await openWords('marked');
  expect(t`Cancel`).toBe('⟦Cancel⟧');
});

test('marked parts of a sentence become elements, in the order of the language', () => {
  const made = mark('Read <a>the guide</a>, then <b>run</b>.', {
    a: (words) => `[${words}]`,
    b: (words) => `*${words}*`,
  });
  expect(made.join('')).toBe('Read [the guide], then *run*.');
});
