/** The inputs of the analyses: the distances of an RDM, linear CKA, ridge regression. */
import { fill } from './seeded.js';

export const ROWS = 1000;
export const UNITS = 768;
export const TARGETS = 500;
export const ALPHA = 10;

/** [ROWS, UNITS] */
export const analysisX = () => ({ shape: [ROWS, UNITS], data: fill(ROWS * UNITS, 1) });

/** [ROWS, UNITS] */
export const ckaY = () => ({ shape: [ROWS, UNITS], data: fill(ROWS * UNITS, 2) });

/** [ROWS, TARGETS] */
export const ridgeY = () => ({ shape: [ROWS, TARGETS], data: fill(ROWS * TARGETS, 2) });
