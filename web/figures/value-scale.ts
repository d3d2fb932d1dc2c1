import { type RampName, type Rgb, readRamp } from './palette';

export interface ValueScale {
  domain: [number, number];
  ramp: readonly Rgb[];
}

/** Colours for values: even on both sides of 0 where values are on both, else from the least to the largest. */
export function valueScale(
  values: readonly number[],
  read: (name: RampName) => readonly Rgb[] = readRamp,
): ValueScale {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const most = Math.max(-low, high);
  return low < 0 && high > 0
    ? { domain: [-most, most], ramp: read('--ramp-diverging') }
    : { domain: [low, high], ramp: read('--ramp-similarity') };
}
