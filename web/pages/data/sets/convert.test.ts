import { expect, it } from 'vitest';
import { convertRelations } from './relations';
import { convertThings, readTabs } from './things';

const file = (name: string, text: string) => ({ name, blob: new Blob([text]) });

it('relations become a table of prompts, each once', async () => {
  const relation = (name: string, template: string, samples: [string, string][]) =>
    file(
      `${name}.json`,
      JSON.stringify({
        name,
        prompt_templates: [template],
        samples: samples.map(([subject, object]) => ({ subject, object })),
      }),
    );
  const [table] = await convertRelations([
    relation('capital', 'The capital of {} is', [
      ['France', 'Paris'],
      ['France', 'Lyon'],
      ['“Côte, d’Ivoire"', 'Yamoussoukro'],
    ]),
  ]);
  expect(table!.name).toBe('relations.csv');
  expect((await table!.blob.text()).trim().split('\n')).toEqual([
    '"prompt","relation","answer","length"',
    '"The capital of France is","capital","Paris","24"',
    '"The capital of “Côte, d’Ivoire"" is","capital","Yamoussoukro","34"',
  ]);
  for (const text of ['{}', 'no json', '{"name":"a","prompt_templates":[],"samples":[]}'])
    await expect(convertRelations([file('odd.json', text)])).rejects.toMatchObject({
      message: expect.stringContaining('odd.json was to be read as a relation'),
    });
});

it('cells between tabs may hold quotes, tabs and line breaks', () => {
  expect(readTabs('a\tb\r\n"x ""y""\tz"\t\n1\t"two\nlines"\n')).toEqual([
    ['a', 'b'],
    ['x "y"\tz', ''],
    ['1', 'two\nlines'],
  ]);
});

it('THINGS’ norms become a table with a category for each object', async () => {
  const header =
    'uniqueID\tConcreteness (M)\tCOCA word freq (online)\tRank (combining COCA/concreteness)\tTop-down Category (manual selection)';
  const concepts = file(
    'things.tsv',
    `${header}\naardvark\t4.68\t53\t18158.5\tanimal\nabacus\t4.52\t188\t17741\t\n`,
  );
  const made = await convertThings([concepts, file('vice.npy', 'numbers')]);
  expect(made.map(({ name }) => name)).toEqual(['things.csv', 'vice.npy']);
  expect((await made[0]!.blob.text()).split('\n')[2]).toBe('"abacus","none","4.52","188","17741"');
  await expect(convertThings([file('other.tsv', 'a\tb\n'), file('v', '')])).rejects.toMatchObject({
    message: expect.stringContaining('no column “uniqueID”'),
  });
});
