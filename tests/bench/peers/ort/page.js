import { offer } from '../../spec/page.js';
import { decode } from './decode.js';
import { cka, minilm, rdm, ridge, squeezenet } from './forward.js';
import { matmul } from './matmul.js';
import { info } from './session.js';

offer(
  {
    'matmul-512': () => matmul(512),
    'matmul-1024': () => matmul(1024),
    'minilm-32x32': minilm,
    'squeezenet-8': squeezenet,
    'rdm-1000x768': rdm,
    'cka-1000x768': cka,
    'ridge-1000x768-500': ridge,
    decode,
  },
  { info, missing: 'onnxruntime-web runs inference graphs only (no training in the browser build)' },
);
