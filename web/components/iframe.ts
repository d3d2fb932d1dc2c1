import { type Embed, SWITCHES, writeEmbed } from '../state/embed';

export interface Frame {
  embed: Embed;
  /** Pixels; no width takes all that there is. */
  width: number | undefined;
  height: number;
}

/** The address of a page, embedded with these switches. */
export function embeddedAddress(address: string, embed: Embed): string {
  const url = new URL(address);
  url.search = writeEmbed(embed);
  return url.href;
}

/** The address of an embedded page as it is by itself. */
export function plainAddress(address: string): string {
  const url = new URL(address);
  for (const name of SWITCHES) url.searchParams.delete(name);
  return url.href;
}

/** HTML that shows a page within another. */
export function iframeOf(address: string, { embed, width, height }: Frame): string {
  const attributes = [
    `src="${escapeAttribute(embeddedAddress(address, embed))}"`,
    'title="Inscape"',
    `width="${width ?? '100%'}"`,
    `height="${height}"`,
    'style="border: 0"',
    'loading="lazy"',
    'allow="clipboard-write"',
  ];
  return `<iframe ${attributes.join(' ')}></iframe>`;
}

const escapeAttribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
