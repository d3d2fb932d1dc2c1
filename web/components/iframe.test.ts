import { expect, test } from 'vitest';
import { PLAIN_EMBED } from '../state/embed';
import { iframeOf } from './iframe';

test('the switches stand before the hash, and the attribute is escaped', () => {
  const embed = { ...PLAIN_EMBED, theme: 'dark', figure: 'rdm' } as const;
  const html = iframeOf('https://host.example/lab/#train?task=a&seed=1', {
    embed,
    width: undefined,
    height: 640,
  });
  expect(html).toContain(
    'src="https://host.example/lab/?embed&amp;theme=dark&amp;figure=rdm#train?task=a&amp;seed=1"',
  );
  expect(html).toContain('width="100%" height="640"');
});

test('switches that the address has already are replaced', () => {
  const html = iframeOf('https://host.example/?embed&theme=dark#data', {
    embed: PLAIN_EMBED,
    width: 480,
    height: 300,
  });
  expect(html).toContain('src="https://host.example/?embed#data"');
  expect(html).toContain('width="480" height="300"');
});
