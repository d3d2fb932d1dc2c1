import { describe, expect, it } from 'vitest';
import { aboutFiles, aboutReadme } from './model-about';

const README =
  '---\nlanguage:\n- en\nlicense: apache-2.0\nbase_model: HuggingFaceTB/SmolLM2-135M\n---\n# Title\n';

describe('what a folder says of its model', () => {
  it('is read from the front of a README', () => {
    expect(aboutReadme(README)).toEqual({
      licence: 'apache-2.0',
      source: 'made from HuggingFaceTB/SmolLM2-135M',
    });
    expect(aboutReadme('---\r\nlicense: "other"\r\nlicense_name: gemma\r\n---\r\n')).toEqual({
      licence: 'gemma',
    });
  });
  it('is nothing where the README has no front, or a list', () => {
    expect(aboutReadme('# license: mit')).toEqual({});
    expect(aboutReadme('---\nbase_model:\n- a\nlicense: mit\n---\n')).toEqual({ licence: 'mit' });
    expect(aboutReadme('')).toEqual({});
  });
  it('is read from card.json first', async () => {
    const card = new File([JSON.stringify({ licence: 'MIT', source: 'a package' })], 'card.json');
    const readme = new File([README], 'README.md');
    expect(await aboutFiles([readme, card])).toEqual({ licence: 'MIT', source: 'a package' });
    expect(await aboutFiles([readme, new File(['{'], 'card.json')])).toMatchObject({ licence: 'apache-2.0' });
    expect(await aboutFiles([])).toEqual({});
  });
});
