import { describe, expect, it } from 'vitest';
import { dropParts, forgetOld, keepPart, readParts, sizeOfParts } from './session';

// There is no IndexedDB here, as in some private windows; tests/e2e/data.test.mjs has one.
describe('a tab of a browser that keeps nothing', () => {
  it('says so, and holds nobody up', async () => {
    expect(await keepPart('data/file/a.npy', new Blob(['x']), 1)).toBe(false);
    expect(await readParts('data/')).toEqual(new Map());
    expect(await sizeOfParts('data/')).toBe(0);
    await dropParts('data/');
    await forgetOld();
  });
});
