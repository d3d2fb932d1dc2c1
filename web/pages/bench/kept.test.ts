import { describe, expect, it } from 'vitest';
import type { KeptFile } from '../../fetch/store/shelf';
import { groupKept } from './kept';

const file = (key: string, more: Partial<KeptFile> = {}): KeptFile => ({
  key,
  url: key,
  group: { id: 'o/n', revision: 'c1' },
  length: 10,
  kept: 10,
  hasHash: false,
  isVerified: false,
  usedAt: 0,
  ...more,
});

describe('what is kept', () => {
  it('is one line a model and revision; what is of no revision joins one', () => {
    const branch = file('branch', { group: { id: 'o/n', revision: '' } });
    const other = file('other', { group: { id: 'o/n', revision: 'c2' } });
    const groups = groupKept([branch, file('weights'), other]);
    expect(groups.map(({ revision, keys }) => [revision, keys])).toEqual([
      ['c1', ['weights', 'branch']],
      ['c2', ['other']],
    ]);
  });

  it('is verified when every file with a hash is, and in part when one file is', () => {
    const hashed = file('w', { hasHash: true, isVerified: true });
    const stateOf = (files: KeptFile[]) => groupKept(files)[0]?.state;
    expect(stateOf([hashed, file('config')])).toBe('verified');
    expect(stateOf([file('config')])).toBe('whole');
    expect(stateOf([hashed, file('v', { hasHash: true })])).toBe('whole');
    expect(stateOf([hashed, file('v', { kept: 9 })])).toBe('partial');
  });
});
