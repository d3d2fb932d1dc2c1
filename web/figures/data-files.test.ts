import { describe, expect, it } from 'vitest';
import type { Figure } from '../lab/types';
import { writeCsv } from './csv';
import { writeNpy } from './npy';
import { arrayOf, tableOf } from './tables';

const caption = { id: 'x', finding: '', about: '', unit: '', n: 2, alt: '' };
const heatmap: Figure = {
  kind: 'heatmap',
  caption,
  entries: 'sites',
  labels: ['a', 'b'],
  values: [1, 0.25, 0.25, 1],
  domain: [0, 1],
};
const lens: Figure = {
  kind: 'lens',
  caption,
  layers: ['blocks.0'],
  tokens: ['The', ' cat'],
  cells: [
    { token: ' cat', id: 7, probability: 0.5, entropy_nats: 1.25, rank_of_next: 1 },
    { token: '"', id: 8, probability: 0.25, entropy_nats: 2 },
  ],
};

describe('a figure as CSV', () => {
  it('is a square with its labels for a matrix', () => {
    expect(writeCsv(tableOf(heatmap))).toBe(',a,b\r\na,1,0.25\r\nb,0.25,1\r\n');
  });

  it('quotes commas, quotes, line ends and outer spaces, and keeps every digit', () => {
    expect(writeCsv({ columns: ['a,b', 'say "hi"'], rows: [[' x', 0.1 + 0.2]] })).toBe(
      '"a,b","say ""hi"""\r\n" x",0.30000000000000004\r\n',
    );
  });

  it('has one line a guess for the logit lens', () => {
    const [head, first, second] = writeCsv(tableOf(lens)).split('\r\n');
    expect(head).toBe('layer,position,token,guess,id,probability,"entropy, nats",rank of next');
    expect(first).toBe('blocks.0,0,The," cat",7,0.5,1.25,1');
    expect(second).toBe('blocks.0,1," cat","""",8,0.25,2,');
  });
});

describe('a figure as npy', () => {
  it('starts its data at a multiple of 64 bytes, behind a header that NumPy reads', () => {
    const { shape, values } = arrayOf(heatmap);
    const bytes = writeNpy(shape, values);
    const length = bytes[8]! + 256 * bytes[9]!;
    expect([...bytes.slice(0, 8)]).toEqual([0x93, 78, 85, 77, 80, 89, 1, 0]);
    expect((10 + length) % 64).toBe(0);
    const header = new TextDecoder().decode(bytes.slice(10, 10 + length));
    expect(header).toMatch(/^\{'descr': '<f8', 'fortran_order': False, 'shape': \(2, 2\), \} *\n$/);
    expect([...new Float64Array(bytes.slice(10 + length).buffer)]).toEqual([1, 0.25, 0.25, 1]);
  });

  it('writes a vector’s shape with its comma', () => {
    expect(new TextDecoder().decode(writeNpy([3], Float64Array.of(1, 2, 3)))).toContain("'shape': (3,)");
  });

  it('has probabilities by layer and position for the logit lens', () => {
    expect(arrayOf(lens)).toEqual({ shape: [1, 2], values: Float64Array.of(0.5, 0.25) });
  });
});
