// Relations of Hernandez et al. 2023 (“Linearity of Relation Decoding”) as a table of prompts.

import type { NamedFile } from '../../../fetch/sets';
import { problem } from '../../../state/problem';

/** The most prompts of a relation, so that none outweighs the others. */
const MOST = 40;

interface Relation {
  name: string;
  prompt_templates: string[];
  samples: { subject: string; object: string }[];
}

/** The table `relations`: a row a prompt, with its relation and its answer. Rejects with an `ErrorReport`. */
export async function convertRelations(files: NamedFile[]): Promise<NamedFile[]> {
  const rows = [['prompt', 'relation', 'answer', 'length']];
  for (const { name, blob } of files) {
    const relation = readRelation(name, await blob.text());
    const [template] = relation.prompt_templates as [string];
    for (const { subject, object } of relation.samples.slice(0, MOST)) {
      const prompt = template.replace('{}', subject);
      if (rows.every(([before]) => before !== prompt))
        rows.push([prompt, relation.name, object, String(prompt.length)]);
    }
  }
  const text = rows.map((row) => row.map(quoted).join(',')).join('\n');
  return [{ name: 'relations.csv', blob: new Blob([`${text}\n`]) }];
}

function readRelation(name: string, text: string): Relation {
  try {
    const { name: relation, prompt_templates, samples } = JSON.parse(text) as Relation;
    const isText = (value: unknown) => typeof value === 'string';
    const isSample = ({ subject, object }: Relation['samples'][number]) => isText(subject) && isText(object);
    if (isText(relation) && isText(prompt_templates[0]) && samples.every(isSample))
      return { name: relation, prompt_templates, samples };
  } catch {
    // The sentence below says it.
  }
  throw problem(
    'format',
    `${name} was to be read as a relation with name, prompt_templates and samples, but it is something else.`,
  );
}

/** A cell of a table of commas. */
export const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
