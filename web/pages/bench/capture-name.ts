import type { Recipe } from '../../lab/types';

/** What the file of a recipe's activations is called. */
export const captureFileName = ({ model }: Recipe) => `${model.id.replaceAll('/', '-')}.safetensors`;
