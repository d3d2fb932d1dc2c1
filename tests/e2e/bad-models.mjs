/** Models that are wrong, each with the files that its address answers and the words that the page must find. */
import { readFileSync } from 'node:fs';

const json = (value) => ({
  body: typeof value === 'string' ? value : JSON.stringify(value),
  contentType: 'application/json',
});
const bytes = (body) => ({ body, contentType: 'application/octet-stream' });

/** A safetensors file: length of the header, header, data. */
function safetensors(header, data, length) {
  const text = Buffer.from(JSON.stringify(header));
  const start = Buffer.alloc(8);
  start.writeBigUInt64LE(length ?? BigInt(text.length));
  return Buffer.concat([start, text, data]);
}

export function badModels() {
  const config = readFileSync('models/squeezenet1_1/config.json', 'utf8');
  const weights = readFileSync('models/squeezenet1_1/model.safetensors');
  const tensor = (from, to) => ({ dtype: 'F32', shape: [(to - from) / 4], data_offsets: [from, to] });
  return [
    {
      title: 'a truncated file',
      files: { 'config.json': json(config), 'model.safetensors': bytes(weights.subarray(0, 2_000_000)) },
      expected: /truncated|ends|short|beyond|bytes/i,
    },
    {
      title: 'a header of 2^63 bytes',
      files: {
        'config.json': json(config),
        'model.safetensors': bytes(safetensors({}, Buffer.alloc(8), 2n ** 63n)),
      },
      expected: /header/i,
    },
    {
      title: 'overlapping offsets',
      files: {
        'config.json': json(config),
        'model.safetensors': bytes(safetensors({ a: tensor(0, 16), b: tensor(8, 24) }, Buffer.alloc(24))),
      },
      expected: /overlap/i,
    },
    {
      title: 'an error page in place of weights',
      files: {
        'config.json': json(config),
        'model.safetensors': { body: '<!doctype html><title>404</title>', contentType: 'text/html' },
      },
      expected: /web page|HTML/i,
    },
    {
      title: 'weights that are not there',
      files: { 'config.json': json(config) },
      expected: /404|not there|no such|not found/i,
    },
    {
      title: 'a config of an unknown architecture',
      files: { 'config.json': json({ model_type: 'mamba' }), 'model.safetensors': bytes(weights) },
      expected: /mamba.*(squeezenet|bert|llama)/i,
    },
  ];
}
