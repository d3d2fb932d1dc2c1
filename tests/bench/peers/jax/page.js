import { offer } from '../../spec/page.js';
import { cka, rdm, ridge } from './analyses.js';
import { trainCnn } from './cnn.js';
import { trainDecoder } from './decoder.js';
import { info } from './device.js';
import { matmul } from './matmul.js';
import { minilm } from './minilm.js';
import { trainManyTiny, trainMlp, trainTiny } from './mlp.js';
import { squeezenet } from './squeezenet.js';

offer(
  {
    'matmul-512': () => matmul(512),
    'matmul-1024': () => matmul(1024),
    'minilm-32x32': minilm,
    'squeezenet-8': squeezenet,
    'rdm-1000x768': rdm,
    'cka-1000x768': cka,
    'ridge-1000x768-500': ridge,
    'mlp-train': trainMlp,
    'cnn-train': trainCnn,
    'transformer-train': trainDecoder,
    'tiny-mlp-train': trainTiny,
    'tiny-mlp-50-train': trainManyTiny,
  },
  { info, missing: { decode: 'not implemented for this peer' } },
);
