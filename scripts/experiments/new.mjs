/** `node scripts/experiments/new.mjs SLUG "Title"`: copies the template of an experiment and puts it on the list. */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

export const ROOMS = 'crates/experiments/src/rooms';

/** The list `rooms/mod.rs` with one more line, at its end. Throws where the name is taken. */
export function withRoom(list, folder) {
  if (new RegExp(`^    ${folder},$`, 'm').test(list))
    throw new Error(`${ROOMS}/mod.rs lists ${folder} already.`);
  // Before the template, which has a comment above it.
  return list.replace(/^ {4}\/\/ What `scripts\/new_experiment` copies/m, `    ${folder},\n$&`);
}

/** A file of the template as that of an experiment. */
export const filled = (text, slug, title) =>
  text
    .replaceAll('"template"', JSON.stringify(slug))
    .replaceAll('"The template"', JSON.stringify(title))
    .replace('//! The template:', `//! ${title}:`);

/** Makes the experiment in `rooms`. Throws a sentence where that cannot be. */
export function makeRoom(rooms, slug, title) {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(slug ?? ''))
    throw new Error(
      `A slug is small letters and digits joined by hyphens, such as rich-lazy; found ${slug}.`,
    );
  if (!title) throw new Error('Give a title too: ./scripts/new_experiment SLUG "Title".');
  const folder = slug.replaceAll('-', '_');
  const path = `${rooms}/${folder}`;
  if (existsSync(path)) throw new Error(`${path} is there already.`);
  const list = withRoom(readFileSync(`${rooms}/mod.rs`, 'utf8'), folder);
  try {
    cpSync(`${rooms}/template`, path, { recursive: true });
    for (const name of readdirSync(path)) {
      const text = readFileSync(`${path}/${name}`, 'utf8');
      writeFileSync(`${path}/${name}`, filled(text, slug, title));
    }
    writeFileSync(`${rooms}/mod.rs`, list);
  } catch (error) {
    rmSync(path, { recursive: true, force: true });
    throw error;
  }
  return path;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [slug, title] = process.argv.slice(2);
  try {
    const path = makeRoom(ROOMS, slug, title);
    console.log(
      `${path} is made and listed. Next: UPDATE=1 cargo test -p inscape-experiments --test experiments`,
    );
    console.log(
      `writes its card for the gallery; ./scripts/experiments/store.mjs ${slug} stores its first picture.`,
    );
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
