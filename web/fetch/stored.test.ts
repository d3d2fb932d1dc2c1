import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultRecipe } from '../state/defaults';
import type { StoredReport } from './stored';

const FILE = new URL('../public/stored/photos.json', import.meta.url);

describe('the stored result', () => {
  it('is a run of the default recipe, so that the live run can be held against it', () => {
    if (!existsSync(FILE)) {
      console.warn('skipped, web/public/stored/photos.json is absent');
      expect(process.env.CI, 'a skip is not a pass in CI').not.toBe('true');
      return;
    }
    const { recipe, computed, figures } = JSON.parse(readFileSync(FILE, 'utf8')) as StoredReport;
    const { digest, engine: _, backend: __, ...run } = recipe;
    const { engine: ___, backend: ____, ...expected } = defaultRecipe();
    expect(run).toEqual(expected);
    expect(digest?.figures.map((figure) => figure.id)).toEqual(figures.map((figure) => figure.caption.id));
    expect(Number.isNaN(Date.parse(computed ?? ''))).toBe(false);
  });
});
