import { describe, expect, it } from 'vitest';
import { pack, unpack } from './packed';

describe('packed data', () => {
  const value = {
    title: 'a map',
    few: Float64Array.of(1, Number.NaN),
    figures: [
      { values: Float64Array.from({ length: 20_000 }, (_, i) => i / 7), none: undefined },
      { labels: Array.from({ length: 10_000 }, (_, i) => `“${i}”, \\`), numbers: [1, null, 3] },
    ],
  };

  it('holds what is long as blobs', async () => {
    const packed = (await pack(value)) as typeof value;
    expect(packed.few).toBe(value.few);
    expect(packed.figures[0]!.values).toMatchObject({ inscapePacked: 'Float64Array' });
    expect(packed.figures[1]!.labels).toMatchObject({ inscapePacked: 'words' });
    expect(packed.figures[1]!.numbers).toEqual([1, null, 3]);
  });

  it('is unpacked as it was', async () => {
    expect(await unpack(await pack(value))).toEqual(value);
  });
});
