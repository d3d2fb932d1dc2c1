import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FAKE_CARDS } from '../../web/lab/fake-cards';
import { cards } from './cards';

const file = join(mkdtempSync(join(tmpdir(), 'inscape-cards-')), 'cards.json');
writeFileSync(file, JSON.stringify(FAKE_CARDS));
const { resolveId, load } = cards(file);

test('the gallery’s list has every card, and of none the lesson or the exercises', () => {
  const script = load(resolveId('virtual:inscape-cards'));
  for (const { slug, lesson, exercises } of FAKE_CARDS) {
    expect(script).toContain(`"slug":"${slug}"`);
    expect(script).toContain(`"n_exercises":${exercises.length}`);
    expect(script).toContain(`import('virtual:inscape-card/${slug}')`);
    expect(script).not.toContain(lesson.slice(0, 40));
  }
  expect(script).not.toContain('"question"');
});

test('a card of its own is whole, and nothing else is taken', () => {
  const script = load(resolveId(`virtual:inscape-card/${FAKE_CARDS[0].slug}`));
  expect(JSON.parse(script.replace(/^export default |;$/g, ''))).toEqual(FAKE_CARDS[0]);
  expect(resolveId('./cards')).toBeUndefined();
  expect(load('/web/main.ts')).toBeUndefined();
});
