import { expect, it } from 'vitest';
import type { ExperimentCard } from '../lab/experiment-types';
import { filesWith } from './experiment-files';

it('names the files of a chosen option, and of the default where none was chosen', () => {
  const options = [
    { name: 'small', label: '', about: '', files: ['small/s'] },
    { name: 'large', label: '', about: '', files: ['large/1', 'large/2'] },
    { name: 'none', label: '', about: '' },
  ];
  const kind = { kind: 'choice', options, default: 'small' } as const;
  const card = {
    needs: { gpu: false, files: ['all/a'], seconds_cpu: 1 },
    params: [{ name: 'model', label: '', help: '', unit: '', kind }],
  } as unknown as Pick<ExperimentCard, 'needs' | 'params'>;
  expect(filesWith(card, {})).toEqual(['all/a', 'small/s']);
  expect(filesWith(card, { model: 'large' })).toEqual(['all/a', 'large/1', 'large/2']);
  expect(filesWith(card, { model: 'none' })).toEqual(['all/a']);
});
