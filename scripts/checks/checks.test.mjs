import { expect, test } from 'vitest';
import { checkDoors, checkOrder } from './crates.mjs';
import { checkColours, checkExports, checkLength, checkNetwork } from './sources.mjs';

const uses = (name, ...dependencies) => [
  { name, dependencies: dependencies.map((used) => ({ name: used, kind: 'normal' })) },
];

test('an edge that runs backwards is found, and one that runs forwards is not', () => {
  expect(checkOrder(uses('tensor', 'inscape-models'))).toHaveLength(1);
  expect(checkOrder(uses('models', 'inscape-tensor'))).toEqual([]);
  expect(checkOrder([{ name: 'tensor', dependencies: [{ name: 'inscape-models', kind: 'dev' }] }])).toEqual(
    [],
  );
});

test('a crate without a place in the order is found', () => {
  expect(checkOrder(uses('extras'))[0]).toContain('no place in the order');
});

test('a library that comes in by a second door is found', () => {
  expect(checkDoors(uses('analysis', 'wgpu'))).toHaveLength(1);
  expect(checkDoors(uses('tensor', 'wgpu'))).toEqual([]);
});

test('the network outside web/fetch is found with its line', () => {
  const text = 'const a = 1;\nawait fetch(address);\n';
  expect(checkNetwork([{ path: 'web/pages/a.ts', text }])[0]).toContain('web/pages/a.ts:2');
  expect(checkNetwork([{ path: 'web/fetch/a.ts', text }])).toEqual([]);
  expect(checkNetwork([{ path: 'web/pages/a.ts', text: 'files.fetch(name); prefetch();' }])).toEqual([]);
});

test('a colour outside the token file is found, a reference to one is not', () => {
  expect(checkColours([{ path: 'web/styles/bench.css', text: 'a { color: #fff; }' }])).toHaveLength(1);
  expect(checkColours([{ path: 'web/a.ts', text: "fill('rgb(1 2 3)')" }])).toHaveLength(1);
  expect(checkColours([{ path: 'web/styles/tokens.css', text: 'a { color: #fff; }' }])).toEqual([]);
  expect(checkColours([{ path: 'web/a.tsx', text: 'fill="var(--ink)" href="#main"' }])).toEqual([]);
});

test('an export outside the wasm faces is found', () => {
  const text = '#[wasm_bindgen]\npub fn a() {}\n';
  expect(checkExports([{ path: 'crates/tensor/src/lib.rs', text }])).toHaveLength(1);
  expect(checkExports([{ path: 'crates/lab/src/lib.rs', text }])).toEqual([]);
});

test('a file that is too long is named with its length', () => {
  expect(checkLength([{ path: 'web/a.ts', text: 'x\n'.repeat(401) }], 400)[0]).toContain('401 lines');
});
