import { makeLab } from '../../lab/start';

/** The lab of this page, with the shelf of arrays in it: beside the bench's, so that a run there holds up nothing here. */
export const dataLab = makeLab();

let restoring: Promise<void> = Promise.resolve();

/** Resolves once a fresh engine has what the lost one had. */
export const untilRestored = () => restoring;

/** A fresh engine is being given what the lost one had. */
export function setRestoring(work: Promise<void>) {
  restoring = work;
}
