import { makeLab } from '../../lab/start';

/** The lab of experiments: beside the bench's, and the same for all that are opened one after another. */
export const experimentLab = makeLab();
