// What a model's folder says of itself beside its weights: licence and source.

import { t } from '../words/words';

/** Words about a model that stand in no file of the engine's. */
export interface ModelAbout {
  licence?: string;
  source?: string;
}

/** Bytes of a README that are read: the part between dashes stands at its beginning. */
const FRONT_BYTES = 16_384;

/** Reads `card.json` (as this lab's own models have) or the front matter of a `README.md` (as on the Hugging Face hub). */
export async function aboutFiles(files: { name: string; slice: Blob['slice'] }[]): Promise<ModelAbout> {
  const read = async (name: string) =>
    files
      .find((file) => file.name === name)
      ?.slice(0, FRONT_BYTES)
      .text();
  return { ...aboutReadme((await read('README.md')) ?? ''), ...aboutCard((await read('card.json')) ?? '') };
}

function aboutCard(json: string): ModelAbout {
  try {
    const { licence, license, source } = JSON.parse(json) as Record<string, unknown>;
    return about(licence ?? license, source);
  } catch {
    return {};
  }
}

/** `license: apache-2.0` and `base_model: …` between the lines of dashes that open a README. */
export function aboutReadme(text: string): ModelAbout {
  const front = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
  const field = (name: string) =>
    new RegExp(`^${name}:[ \\t]*["']?([^"'\\r\\n#[]+)`, 'm').exec(front)?.[1]?.trim();
  const base = field('base_model');
  return about(field('license_name') ?? field('license'), base && t`made from ${base}`);
}

function about(licence: unknown, source: unknown): ModelAbout {
  const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
  return { ...(isText(licence) && { licence }), ...(isText(source) && { source }) };
}
