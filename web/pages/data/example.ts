// Made-up arrays to try the page with: two layers that see the same structure, the classes in it, and the RDMs of five
// noisy subjects. The same numbers on every machine.

import { writeNpy } from '../../figures/npy';
import type { NamedBlob } from './shelf';

const [STIMULI, CLASSES, LATENT, UNITS, SUBJECTS] = [60, 4, 5, 20, 5];
/** How far stimuli of a class lie apart, and how much noise layers and subjects add. */
const [SPREAD, LAYER_NOISE, SUBJECT_NOISE] = [0.7, 0.8, 0.35];

/** The files, as a visitor would drop them. */
export function makeExample(): NamedBlob[] {
  const draw = normals(1);
  const classes = Int32Array.from({ length: STIMULI }, (_, i) => i % CLASSES);
  const centres = matrix(CLASSES, LATENT, draw);
  const latent = [...classes].map((group) => centres[group]!.map((value) => value + SPREAD * draw()));
  const layer = () => {
    const weights = matrix(LATENT, UNITS, draw);
    return latent.map((row) =>
      Array.from(
        { length: UNITS },
        (_, unit) =>
          row.reduce((sum, value, k) => sum + value * weights[k]![unit]!, 0) + LAYER_NOISE * draw(),
      ),
    );
  };
  const file = (name: string, shape: number[], values: Float64Array | Int32Array): NamedBlob => ({
    name,
    blob: new Blob([writeNpy(shape, values)]),
    isMadeHere: true,
  });
  return [
    file('layer_a.npy', [STIMULI, UNITS], Float64Array.from(layer().flat())),
    file('layer_b.npy', [STIMULI, UNITS], Float64Array.from(layer().flat())),
    file('classes.npy', [STIMULI], classes),
    file('subjects.npy', [SUBJECTS, STIMULI, STIMULI], subjects(latent, draw)),
  ];
}

/** A square RDM a subject: distances in the structure itself, with noise, symmetric and zero on the diagonal. */
function subjects(latent: readonly number[][], draw: () => number): Float64Array {
  const values = new Float64Array(SUBJECTS * STIMULI * STIMULI);
  for (let subject = 0; subject < SUBJECTS; subject++)
    for (let i = 0; i < STIMULI; i++)
      for (let j = 0; j < i; j++) {
        const apart = Math.hypot(...latent[i]!.map((value, k) => value - latent[j]![k]!));
        const value = Math.max(0, apart * (1 + SUBJECT_NOISE * draw()));
        const start = subject * STIMULI * STIMULI;
        values[start + i * STIMULI + j] = value;
        values[start + j * STIMULI + i] = value;
      }
  return values;
}

const matrix = (rows: number, columns: number, draw: () => number) =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, draw));

/** Normal numbers by Box and Muller, from a 32-bit counter mixed as in mulberry32. */
function normals(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}
