import { describe, expect, it } from 'vitest';
import { PLAIN_EMBED, readEmbed, writeEmbed } from './embed';

describe('the switches of an embedded page', () => {
  it('are absent from a page by itself', () => {
    expect(readEmbed('')).toBeUndefined();
    expect(readEmbed('?theme=dark')).toBeUndefined();
  });

  it('come back as they were written, and the usual ones need no words', () => {
    const all = { hasControls: true, hasExamples: true, theme: 'dark', figure: 'rdm & more' } as const;
    expect(writeEmbed(PLAIN_EMBED)).toBe('?embed');
    for (const embed of [PLAIN_EMBED, all])
      expect(readEmbed(writeEmbed(embed))).toEqual({ embed, faults: [] });
  });

  it('that are misspelt are told and taken as usual', () => {
    expect(readEmbed('?embed&theme=blue&controls=1')).toEqual({
      embed: PLAIN_EMBED,
      faults: [
        'The address says controls = “1”, but expected was hide, show.',
        'The address says theme = “blue”, but expected was auto, light, dark.',
      ],
    });
  });
});
