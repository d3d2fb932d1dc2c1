import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { ExperimentCard, ExperimentReport } from '../lab/experiment-types';
import { checkExperiment, defaultRecipeOf } from '../state/experiment-link';

const FOLDER = new URL('../experiments/', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as unknown;
const cards = read('cards.json') as ExperimentCard[];
const stored = existsSync(new URL('stored/', FOLDER)) ? readdirSync(new URL('stored/', FOLDER)) : [];

/** Kinds of figures that have a small picture. */
const PICTURED = ['heatmap', 'grid', 'panels', 'curve', 'intervals', 'lines', 'plane', 'scatter', 'tree'];

it('every experiment has a stored run of its present defaults, whose first figure has a picture', () => {
  for (const card of cards) {
    expect(stored, 'scripts/experiments/store.mjs makes it').toContain(`${card.slug}.json`);
    const report = read(`stored/${card.slug}.json`) as ExperimentReport;
    const { digest: _, engine: __, ...recipe } = checkExperiment(report.recipe, card);
    const { engine: ___, ...expected } = defaultRecipeOf(card);
    expect(recipe).toEqual(expected);
    expect([...PICTURED, 'neighbour_graph']).toContain(report.figures[0]?.kind);
  }
});

it('no run is stored of an experiment that is not there', () => {
  const slugs = cards.map(({ slug }) => `${slug}.json`);
  expect(stored.filter((name) => name.endsWith('.json') && !slugs.includes(name))).toEqual([]);
});
