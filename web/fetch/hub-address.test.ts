import { describe, expect, it } from 'vitest';
import { DEFAULT_HUB, normaliseHub, parseHubName, parseHubPage } from './hub-address';

describe('a name on a hub', () => {
  it('is owner/name, perhaps with a revision', () => {
    expect(parseHubName(' owner/name ', DEFAULT_HUB)).toEqual({ id: 'owner/name', revision: 'main' });
    expect(parseHubName('o/n-1.5B@v1.0', DEFAULT_HUB)).toEqual({ id: 'o/n-1.5B', revision: 'v1.0' });
  });

  it('may be the address of a page about the model or a file of it', () => {
    const found = { id: 'o/n', revision: 'main' };
    const pages = [
      '',
      '/tree/main',
      '/blob/main/model.safetensors',
      '/resolve/main/config.json?download=true',
    ];
    for (const page of pages) expect(parseHubName(`${DEFAULT_HUB}/o/n${page}`, DEFAULT_HUB)).toEqual(found);
    expect(parseHubName('http://mirror.lan:8080/hf/o/n/tree/dev', 'http://mirror.lan:8080/hf')).toEqual({
      id: 'o/n',
      revision: 'dev',
    });
  });

  it('is nothing else', () => {
    for (const text of ['name', 'a/b/c', 'https://host/a/b', `${DEFAULT_HUB}/datasets/a`, '../x', ''])
      expect(parseHubName(text, DEFAULT_HUB)).toBeUndefined();
    expect(parseHubPage(`${DEFAULT_HUB}/o/n/tree/main/sub`, DEFAULT_HUB)).toBeUndefined();
  });
});

describe('the address of a hub', () => {
  it('loses its last slash; an empty one is the usual hub', () => {
    expect(normaliseHub('http://lan:8080/hf/ ')).toBe('http://lan:8080/hf');
    expect(normaliseHub('')).toBe(DEFAULT_HUB);
  });

  it('is refused when it is none', () => {
    for (const text of ['lan', 'ftp://lan', 'http:// lan'])
      expect(() => normaliseHub(text)).toThrow('should look like');
  });
});
