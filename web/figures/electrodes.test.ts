import { expect, it } from 'vitest';
import { electrodeOf } from './electrodes';

it('lie where eeg_positions 2.1 (standard_1010_3D, Nz–T10–Iz–T9) has them', () => {
  const published = {
    Cz: [0, 0, 1],
    Fp1: [-0.2939, 0.9045, 0.309],
    AF8: [0.559, 0.7695, 0.309],
    F3: [-0.4591, 0.58, 0.673],
    F6: [0.6408, 0.5708, 0.5135],
    FC1: [-0.2911, 0.3079, 0.9058],
    FC6: [0.7658, 0.3, 0.5688],
    C5: [-0.809, 0, 0.5878],
    CP3: [-0.5547, -0.3048, 0.7742],
    P1: [-0.2394, -0.5858, 0.7743],
    POz: [0, -0.809, 0.5878],
    PO9: [-0.5878, -0.809, 0],
    O2: [0.2939, -0.9045, 0.309],
    T10: [1, 0, 0],
    Iz: [0, -1, 0],
  };
  for (const [name, place] of Object.entries(published)) {
    const found = electrodeOf(name)!.place;
    place.forEach((wanted, i) => {
      // Published with four digits, of which the last is not always rounded.
      expect(Math.abs(found[i]! - wanted), `${name} ${i}`).toBeLessThan(2e-4);
    });
  }
});

it('are found by older names, in any case, and with the dots of some files', () => {
  expect(electrodeOf('T3')!.name).toBe('T7');
  expect(electrodeOf(' fCZ ')!.name).toBe('FCz');
  expect(electrodeOf('Af3.')!.name).toBe('AF3');
  for (const word of ['stimulus 1', 'Ref', '', '12', 'F33']) expect(electrodeOf(word)).toBeUndefined();
});
