import { describe, expect, it } from 'vitest';
import { findOnHub } from './hub';
import { sha256 } from './sha256';
import { hashOfParts } from './store/hash';

const COMMIT = 'c'.repeat(40);
const BASE = `https://hub.example/api/models/o/n`;

/** A hub that answers these paths. */
const answering = (answers: Record<string, unknown>) => {
  const asked: string[] = [];
  const small = async ({ url }: { url: string }) => {
    asked.push(url.replace(BASE, ''));
    const answer = answers[url.replace(BASE, '')];
    if (answer === undefined) throw { kind: 'missing', message: '404', causes: [] };
    return new TextEncoder().encode(typeof answer === 'string' ? answer : JSON.stringify(answer));
  };
  return { asked, small };
};

describe('a model on a hub', () => {
  it('is found at the commit of its branch, with lengths and hashes', async () => {
    const { small } = answering({
      '/revision/main': { sha: COMMIT },
      [`/revision/${COMMIT}?blobs=true`]: {
        siblings: [
          { rfilename: 'config.json', size: 20 },
          { rfilename: 'model.safetensors', size: 99, lfs: { sha256: 'ab', size: 100 } },
        ],
      },
    });
    const found = await findOnHub({ id: 'o/n', revision: 'main' }, 'https://hub.example', small);
    expect(found.commit).toBe(COMMIT);
    expect(found.files[1]).toEqual({
      path: 'model.safetensors',
      url: `https://hub.example/o/n/resolve/${COMMIT}/model.safetensors`,
      length: 100,
      sha256: 'ab',
    });
  });

  it('at a commit is asked nothing about branches', async () => {
    const { asked, small } = answering({ [`/revision/${COMMIT}?blobs=true`]: { siblings: [] } });
    await findOnHub({ id: 'o/n', revision: COMMIT }, 'https://hub.example', small);
    expect(asked[0]).toBe(`/revision/${COMMIT}?blobs=true`);
  });

  it('on a mirror that tells no hashes gets them from the tree, or goes without', async () => {
    const siblings = [{ rfilename: 'model.safetensors' }];
    const answers = { [`/revision/${COMMIT}?blobs=true`]: { siblings } };
    const tree = [{ path: 'model.safetensors', size: 9, lfs: { oid: 'cd', size: 100 } }];
    const find = async (more: object) => {
      const { small } = answering({ ...answers, ...more });
      return (await findOnHub({ id: 'o/n', revision: COMMIT }, 'https://hub.example', small)).files[0];
    };
    expect(await find({ [`/tree/${COMMIT}?recursive=true`]: tree })).toMatchObject({
      length: 100,
      sha256: 'cd',
    });
    expect(await find({})).toMatchObject({ path: 'model.safetensors', sha256: '' });
  });

  it('on a server that is no hub is told', async () => {
    const { small } = answering({ '/revision/main': '{}' });
    await expect(
      findOnHub({ id: 'o/n', revision: 'main' }, 'https://hub.example', small),
    ).rejects.toMatchObject({
      message: expect.stringContaining('did not say which commit “main” is'),
    });
  });
});

describe('the hash of a checkpoint in parts', () => {
  it('is that of the lines of its parts, by name', async () => {
    const parts = [
      { name: 'b', sha256: '22' },
      { name: 'a', sha256: '11' },
    ];
    expect(hashOfParts(parts)).toBe(await sha256(new Blob(['11  a\n22  b\n'])));
    expect(hashOfParts(parts.slice(0, 1))).toBe('22');
    expect(hashOfParts([...parts, { name: 'c', sha256: '' }])).toBe('');
  });
});
