import { offer } from '../../spec/page.js';
import { cka, rdm } from './analyses.js';
import { info } from './backend.js';
import { trainCnn } from './cnn.js';
import { trainDecoder } from './decoder.js';
import { trainManyTiny } from './many-mlps.js';
import { matmul } from './matmul.js';
import { minilm } from './minilm.js';
import { trainMlp, trainTiny } from './mlp.js';
import { squeezenet } from './squeezenet.js';

offer(
  {
    'matmul-512': () => matmul(512),
    'matmul-1024': () => matmul(1024),
    'minilm-32x32': minilm,
    'squeezenet-8': squeezenet,
    'rdm-1000x768': rdm,
    'cka-1000x768': cka,
    'mlp-train': trainMlp,
    'cnn-train': trainCnn,
    'transformer-train': trainDecoder,
    'tiny-mlp-train': trainTiny,
    'tiny-mlp-50-train': trainManyTiny,
  },
  {
    info,
    missing: {
      'ridge-1000x768-500':
        'TensorFlow.js has a QR decomposition, but no solver, triangular solver or inverse',
      decode: 'not implemented for this peer',
    },
  },
);
