import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeRoom, ROOMS, withRoom } from './new.mjs';

let rooms;
beforeEach(() => {
  rooms = mkdtempSync(join(tmpdir(), 'rooms-'));
  cpSync(`${ROOMS}/template`, `${rooms}/template`, { recursive: true });
  cpSync(`${ROOMS}/mod.rs`, `${rooms}/mod.rs`);
});
afterEach(() => rmSync(rooms, { recursive: true }));

test('a new experiment is one folder and one line in the list', () => {
  makeRoom(rooms, 'made-up', 'A "made-up" one');
  const list = readFileSync(`${rooms}/mod.rs`, 'utf8');
  expect(list).toContain('    prototypes,\n    made_up,\n    // What');
  const before = readFileSync(`${ROOMS}/mod.rs`, 'utf8').split('\n').length;
  expect(list.split('\n')).toHaveLength(before + 1);
  expect(readFileSync(`${rooms}/made_up/card.rs`, 'utf8')).toContain('slug: "made-up".to_owned()');
  expect(readFileSync(`${rooms}/made_up/card.rs`, 'utf8')).toContain(
    'title: "A \\"made-up\\" one".to_owned()',
  );
  expect(readFileSync(`${rooms}/made_up/tests.rs`, 'utf8')).toContain('const SLUG: &str = "made-up";');
});

test('names that are taken or are no slug are refused, and nothing is left behind', () => {
  makeRoom(rooms, 'made-up', 'One');
  expect(() => makeRoom(rooms, 'made-up', 'Two')).toThrow('is there already');
  expect(() => makeRoom(rooms, 'Made Up', 'Two')).toThrow('small letters');
  expect(() => makeRoom(rooms, 'other')).toThrow('title');
  expect(() => withRoom(readFileSync(`${rooms}/mod.rs`, 'utf8'), 'made_up')).toThrow('already');
});
