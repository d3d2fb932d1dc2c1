/**
 * A checkpoint of the shape of an 8-billion-parameter Llama, in four files of bf16, that nobody has to store: matrices
 * are zeros, norms are ones, and a row of the embedding says which token it is. What flows through is the embedding.
 */

const CONFIG = {
  architectures: ['LlamaForCausalLM'],
  model_type: 'llama',
  hidden_act: 'silu',
  hidden_size: 4096,
  intermediate_size: 14336,
  num_hidden_layers: 32,
  num_attention_heads: 32,
  num_key_value_heads: 8,
  head_dim: 128,
  max_position_embeddings: 8192,
  rms_norm_eps: 1e-5,
  rope_theta: 500000,
  vocab_size: 128256,
  attention_bias: false,
  mlp_bias: false,
  tie_word_embeddings: false,
  torch_dtype: 'bfloat16',
};
const N_FILES = 4;
const ONE = 0x3f80;

/** Words of the tokeniser with their ids, from all over the vocabulary. */
export const WORDS = {
  one: 0,
  two: 1,
  three: 77,
  four: 4096,
  five: 65535,
  six: 100000,
  seven: 128000,
  eight: 128255,
};

/** The embedding of a token at a unit: small whole numbers, which bf16 holds exactly. */
export const embeddingAt = (id, unit) => ((id * 7 + unit) % 251) - 125;

/** The files of the checkpoint as the fault server takes them; `smaller` may shrink it. */
export function sparseLlama(smaller = {}) {
  const config = { ...CONFIG, ...smaller };
  const tensors = shapesOf(config);
  const weight_map = {};
  const files = {
    'config.json': Buffer.from(JSON.stringify(config)),
    'tokenizer.json': Buffer.from(JSON.stringify(tokenizer())),
  };
  for (let part = 0; part < N_FILES; part++) {
    const name = `model-0000${part + 1}-of-0000${N_FILES}.safetensors`;
    const own = tensors.filter((_, at) => Math.floor((at * N_FILES) / tensors.length) === part);
    for (const [tensor] of own) weight_map[tensor] = name;
    files[name] = sparseFile(own);
  }
  files['model.safetensors.index.json'] = Buffer.from(JSON.stringify({ metadata: {}, weight_map }));
  return files;
}

/** Bytes of a tensor's file that are needed for a site: everything of the first layers but unread rows. */
export function layerBytes({
  hidden_size: d,
  intermediate_size: m,
  num_key_value_heads: kv,
  head_dim,
} = CONFIG) {
  return 2 * (2 * d * d + 2 * d * kv * head_dim + 3 * d * m + 2 * d);
}

function shapesOf({
  hidden_size: d,
  intermediate_size: m,
  num_hidden_layers,
  num_key_value_heads,
  head_dim,
  vocab_size,
}) {
  const kv = num_key_value_heads * head_dim;
  const layers = Array.from({ length: num_hidden_layers }, (_, layer) =>
    [
      ['input_layernorm', [d]],
      ['mlp.down_proj', [d, m]],
      ['mlp.gate_proj', [m, d]],
      ['mlp.up_proj', [m, d]],
      ['post_attention_layernorm', [d]],
      ['self_attn.k_proj', [kv, d]],
      ['self_attn.o_proj', [d, d]],
      ['self_attn.q_proj', [d, d]],
      ['self_attn.v_proj', [kv, d]],
    ].map(([name, shape]) => [`model.layers.${layer}.${name}.weight`, shape]),
  );
  return [
    ['model.embed_tokens.weight', [vocab_size, d]],
    ...layers.flat(),
    ['model.norm.weight', [d]],
    ['lm_head.weight', [vocab_size, d]],
  ];
}

/** A safetensors file whose bytes are made when they are read. */
function sparseFile(tensors) {
  const header = {};
  const spans = [];
  let at = 0;
  for (const [name, shape] of tensors) {
    const end = at + 2 * shape.reduce((product, n) => product * n, 1);
    header[name] = { dtype: 'BF16', shape, data_offsets: [at, end] };
    spans.push({ start: at, end, value: bitsOf(name, shape) });
    at = end;
  }
  const json = Buffer.from(JSON.stringify(header));
  const prefix = Buffer.alloc(8);
  prefix.writeBigUInt64LE(BigInt(json.length));
  const head = Buffer.concat([prefix, json]);
  const read = (start, end) => {
    const bytes = Buffer.alloc(end - start);
    if (start < head.length) head.copy(bytes, 0, start, Math.min(end, head.length));
    for (const span of spans) {
      if (!span.value) continue;
      const from = Math.max(start, span.start + head.length);
      const to = Math.min(end, span.end + head.length);
      for (let byte = from; byte < to; byte++) {
        const number = Math.floor((byte - head.length - span.start) / 2);
        bytes[byte - start] = (span.value(number) >> (8 * ((byte - head.length - span.start) & 1))) & 255;
      }
    }
    return bytes;
  };
  return { length: head.length + at, read };
}

/** The bf16 bits of a tensor's numbers; `undefined` when all are zero. */
function bitsOf(name, shape) {
  if (/norm\.weight$/.test(name)) return () => ONE;
  if (!name.includes('embed_tokens')) return undefined;
  const float = new Float32Array(1);
  const bits = new Uint32Array(float.buffer);
  return (number) => {
    float[0] = embeddingAt(Math.floor(number / shape[1]), number % shape[1]);
    return bits[0] >>> 16;
  };
}

function tokenizer() {
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: [],
    normalizer: null,
    pre_tokenizer: { type: 'Whitespace' },
    post_processor: null,
    decoder: null,
    model: { type: 'WordLevel', vocab: WORDS, unk_token: 'one' },
  };
}
