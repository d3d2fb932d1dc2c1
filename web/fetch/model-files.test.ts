import { describe, expect, it } from 'vitest';
import { normalise } from './hub-address';
import { readOwnFiles, readsText } from './model-files';
import { mergeKnown } from './model-index';
import { sha256 } from './sha256';

const file = (name: string, body = 'x') => new File([body], name);

describe('the visitor’s own model', () => {
  it('is taken with its hash from config and weights, with the tokeniser when there is one', async () => {
    const files = await readOwnFiles(
      [file('config.json', '{}'), file('mine.safetensors', 'abc'), file('tokenizer.json', '{}')],
      sha256,
    );
    expect(files.model).toEqual({
      id: 'mine',
      revision: 'local',
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    });
    expect(files.tokenizer).toHaveLength(2);
  });

  it('without a configuration is refused with what was given', async () => {
    await expect(readOwnFiles([file('a.bin'), file('model.safetensors')], sha256)).rejects.toMatchObject({
      message: expect.stringContaining('needs a config.json, but given were a.bin, model.safetensors'),
    });
  });

  it('may be one GGUF file, which needs no other', async () => {
    const { model, config, weights } = await readOwnFiles([file('Mine.Q4_0.gguf', 'abc')], sha256);
    expect([model.id, config.length, weights.map(({ name }) => name)]).toEqual([
      'Mine.Q4_0',
      0,
      ['Mine.Q4_0.gguf'],
    ]);
  });

  const part = (n: number) => file(`m-0000${n}-of-00002.safetensors`);
  const index = (...names: string[]) =>
    file(
      'model.safetensors.index.json',
      JSON.stringify({ weight_map: Object.fromEntries(names.map((n) => [n, n])) }),
    );
  const open = (...files: File[]) => readOwnFiles([file('config.json', '{}'), ...files], sha256);

  it('may come in several parts, which the engine hashes', async () => {
    for (const files of [
      [part(2), part(1)],
      [part(2), part(1), index('m-00001-of-00002.safetensors', 'm-00002-of-00002.safetensors')],
      [file('a.safetensors'), file('b.safetensors')],
    ]) {
      const { model, weights } = await open(...files);
      expect(weights.map(({ name }) => name)).toEqual(weights.map(({ name }) => name).sort());
      expect(weights).toHaveLength(2);
      expect(model.sha256).toBe('');
    }
    expect((await open(part(1), part(2))).model.id).toBe('m');
  });

  it('that lacks a part is refused by that part’s name', async () => {
    const lacking = { message: expect.stringContaining('m-00001-of-00002.safetensors was not given') };
    await expect(open(part(2))).rejects.toMatchObject(lacking);
    const listed = index('m-00001-of-00002.safetensors', 'm-00002-of-00002.safetensors');
    await expect(open(part(2), listed)).rejects.toMatchObject(lacking);
    await expect(open()).rejects.toMatchObject({ message: expect.stringContaining('none was given') });
  });

  it('whose index leads elsewhere or nowhere is refused', async () => {
    for (const name of ['../x.safetensors', '/etc/passwd', 'a/b.safetensors', 'c:x', '..', '']) {
      await expect(open(part(1), index(name))).rejects.toMatchObject({
        message: expect.stringContaining('beside it'),
      });
    }
    await expect(open(part(1), index())).rejects.toMatchObject({
      message: expect.stringContaining('names no file'),
    });
  });
});

describe('the address of a model', () => {
  it('may be a hub page, a file, or a folder with a slash', () => {
    expect(normalise('https://hub.example/a/b/blob/main/model.safetensors')).toBe(
      'https://hub.example/a/b/resolve/main',
    );
    expect(normalise(' http://lan/models/x/ ')).toBe('http://lan/models/x');
    expect(normalise('http://lan/x/config.json')).toBe('http://lan/x');
  });
});

describe('the list of models', () => {
  it('shows the default first and those not installed as such', () => {
    const extra = {
      id: 'z',
      name: 'Z',
      architecture: 'bert',
      parameters: 1,
      licence: '',
      source: 's',
      note: '',
      sha256: '',
      bytes: 1,
    };
    const list = mergeKnown([extra, { ...extra, id: 'squeezenet1_1' }]);
    expect(list.map((entry) => [entry.id, entry.isInstalled])).toEqual([
      ['squeezenet1_1', true],
      ['minilm-l6', false],
      ['smollm2-135m', false],
      ['vit-s14-saliency', false],
      ['z', true],
    ]);
  });
});

describe('whether a model reads text', () => {
  const config = (fields: object) => new TextEncoder().encode(JSON.stringify(fields));

  it('is told by its architecture, not by the names of its classes', () => {
    expect(readsText(config({ model_type: 'qwen2' }))).toBe(true);
    expect(readsText(config({ model_type: 'vit', id2label: { 355: 'llama' } }))).toBe(false);
    expect(readsText(config({ model_type: 'clip' }))).toBe(false);
    expect(readsText(config({ model_type: 'clip', tower: 'text' }))).toBe(true);
    expect(readsText(new TextEncoder().encode('<html>'))).toBe(false);
  });
});
