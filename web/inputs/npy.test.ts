import { expect, it } from 'vitest';
import { writeNpy } from '../figures/npy';
import { readNpy } from './npy';

const file = (type: string, shape: string, data: Uint8Array, order = 'False') => {
  const header = `{'descr': '${type}', 'fortran_order': ${order}, 'shape': (${shape}), }`.padEnd(117);
  const text = new TextEncoder().encode(`${header}\n`);
  const bytes = new Uint8Array(10 + text.length + data.length);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, text.length & 255, text.length >> 8]);
  bytes.set(text, 10);
  bytes.set(data, 10 + text.length);
  return bytes.buffer;
};
const bytesOf = ({ buffer }: { buffer: ArrayBuffer }) => new Uint8Array(buffer);

it('reads what is written here', () => {
  const values = Float64Array.of(1, -2.5, 1e300, 4, 5, 6);
  expect(readNpy(writeNpy([2, 3], values).buffer)).toEqual({ shape: [2, 3], values });
  expect([...readNpy(writeNpy([3], Int32Array.of(7, -1, 0)).buffer).values]).toEqual([7, -1, 0]);
});

it('reads every type of real number', () => {
  const of = (type: string, data: { buffer: ArrayBuffer }) => [
    ...readNpy(file(type, '2,', bytesOf(data))).values,
  ];
  expect(of('<f4', Float32Array.of(0.5, -2))).toEqual([0.5, -2]);
  expect(of('<i8', BigInt64Array.of(-3n, 4n))).toEqual([-3, 4]);
  expect(of('<u2', Uint16Array.of(65535, 1))).toEqual([65535, 1]);
  expect(of('|i1', Int8Array.of(-1, 1))).toEqual([-1, 1]);
  expect(of('|b1', Uint8Array.of(1, 0))).toEqual([1, 0]);
});

it('refuses what is cut off, complex, of columns first, or something else', () => {
  const two = new Uint8Array(16);
  for (const wrong of [
    file('<f8', '3,', two),
    file('<c16', '1,', two),
    file('<f8', '1, 2', two, 'True'),
    new ArrayBuffer(5),
    new TextEncoder().encode('<html>'.padEnd(40)).buffer,
  ])
    expect(() => readNpy(wrong)).toThrow('no array of numbers');
});
