import { makeLab } from '../../lab/start';

/** The lab of this page, with the shelf of arrays in it: beside the bench's, so that a run there holds up nothing here. */
export const dataLab = makeLab();
