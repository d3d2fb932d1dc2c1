/// <reference types="node" />
import { existsSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import type { ExperimentCard } from '../../web/lab/experiment-types';

const [ALL, ONE] = ['virtual:inscape-cards', 'virtual:inscape-card/'];

/**
 * The experiments' cards, which the engine's tests write into one file: a short list for the gallery, and each whole
 * card as a file of its own, so that nobody waits for the lessons of papers that were not opened.
 */
export function cards(file: string): Plugin {
  const read = () => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ExperimentCard[]) : []);
  return {
    name: 'inscape-cards',
    resolveId: (id) => (id === ALL || id.startsWith(ONE) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${ALL}`) {
        const slugs = read().map(({ slug }) => slug);
        const loaders = slugs.map((slug) => `${JSON.stringify(slug)}: () => import('${ONE}${slug}')`);
        return `export const list = ${JSON.stringify(read().map(listed))};
                export const cards = { ${loaders.join(', ')} };`;
      }
      if (!id.startsWith(`\0${ONE}`)) return undefined;
      const card = read().find(({ slug }) => id === `\0${ONE}${slug}`);
      return `export default ${JSON.stringify(card)};`;
    },
  };
}

/** What the gallery shows of a card. */
function listed({ slug, title, paper, wing, claims, needs, exercises }: ExperimentCard) {
  return {
    slug,
    title,
    wing,
    paper: { title: paper.title, authors: paper.authors, year: paper.year },
    claims,
    needs,
    n_exercises: exercises.length,
  };
}
