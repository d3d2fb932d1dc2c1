import { signal } from '@preact/signals';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { asProblem, sentence } from '../state/problem';
import { t } from '../words/words';
import type { Command } from './command';
import { rate } from './fuzzy';

/** The commands that are offered; the palette is closed while there are none. */
const offered = signal<readonly Command[] | undefined>(undefined);
/** What the last command had to say. */
const said = signal('');

/** Opens the palette with these commands. */
export function openPalette(commands: readonly Command[]) {
  said.value = '';
  offered.value = commands;
}

/** Everything that can be done, found by typing a part of its name. */
export function Palette() {
  const commands = offered.value;
  return (
    <>
      {commands && <Open commands={commands} />}
      <p class={said.value ? 'toast' : 'visually-hidden'} role="status">
        {said.value}
      </p>
    </>
  );
}

function Open({ commands }: { commands: readonly Command[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const found = matching(commands, typed);
  const chosen = Math.min(at, found.length - 1);
  useEffect(() => {
    dialog.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, typed]);
  const close = () => {
    offered.value = undefined;
  };
  const take = (command: Command | undefined) => {
    if (!command) return;
    // The keyboard's place goes back to the page before the command may move it.
    dialog.current?.close();
    void perform(command);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = MOVES[event.key]?.(chosen, found.length);
    if (to !== undefined) setAt(Math.max(0, Math.min(found.length - 1, to)));
    else if (event.key === 'Enter') take(found[chosen]);
    else return;
    event.preventDefault();
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.target === dialog.current) dialog.current?.close();
  };
  return (
    <dialog
      class="palette"
      ref={dialog}
      aria-label={t`Commands`}
      onClose={close}
      onPointerDown={onPointerDown}
    >
      <input
        type="text"
        role="combobox"
        aria-label={t`Search commands`}
        aria-expanded="true"
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${list}-${chosen}` : undefined}
        placeholder={t`What do you want to do?`}
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div class="options" id={list} role="listbox" aria-label={t`Commands`}>
        {found.map((command, i) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input takes the keys
          <div
            key={command.words}
            id={`${list}-${i}`}
            role="option"
            aria-selected={i === chosen}
            onClick={() => take(command)}
          >
            {command.words} {command.keys && <kbd>{command.keys}</kbd>}
          </div>
        ))}
      </div>
      <p class="help" role="status">
        {found.length === 0 ? t`No command is called so.` : t`${found.length} commands`}
      </p>
    </dialog>
  );
}

/** Where a key leads from place `at` of `n`. */
const MOVES: Record<string, (at: number, n: number) => number> = {
  ArrowDown: (at, n) => (at + 1) % n,
  ArrowUp: (at, n) => (at + n - 1) % n,
  PageDown: (at) => at + 8,
  PageUp: (at) => at - 8,
};

function matching(commands: readonly Command[], typed: string): Command[] {
  const rated = commands.flatMap((command) => {
    const score = rate(typed, command.words);
    return score === undefined ? [] : [{ command, score }];
  });
  // Before anything is typed they stand in their own order.
  if (typed.trim() !== '') rated.sort((a, b) => b.score - a.score);
  return rated.map(({ command }) => command);
}

/** Does a command and says what comes of it. */
async function perform({ run }: Command) {
  try {
    const words = await run();
    said.value = typeof words === 'string' ? words : '';
  } catch (error) {
    said.value = sentence(asProblem(error).message);
  }
  if (said.value) setTimeout(() => (said.value = ''), SHOWN_MS);
}

/** How long a sentence stays in view, in milliseconds. */
const SHOWN_MS = 8000;
