// The keys of every page.

import { openShortcuts } from '../components/shortcut-sheet';
import { redoNow, undoNow } from '../components/undo-buttons';
import { openCommands } from './commands';

/** Listens for the keys. A text field keeps its own undo, and a `?` is typed there. */
export function listenForKeys() {
  document.addEventListener('keydown', (event) => {
    const act = actionOf(event);
    if (!act || event.defaultPrevented) return;
    event.preventDefault();
    act();
  });
}

function actionOf(event: KeyboardEvent): (() => void) | undefined {
  const { ctrlKey, metaKey, altKey, shiftKey } = event;
  const key = event.key.toLowerCase();
  if (altKey || document.querySelector('dialog[open]')) return undefined;
  if (ctrlKey || metaKey) {
    if (key === 'enter') return runNow;
    if (key === 'k' && !shiftKey) return () => void openCommands();
    if (isTyping(event.target)) return undefined;
    if (key === 'z') return shiftKey ? redoNow : undoNow;
    return key === 'y' && !shiftKey ? redoNow : undefined;
  }
  return key === '?' && !isTyping(event.target) ? openShortcuts : undefined;
}

/** Presses the button that runs what is set on the page in view, where it has one. */
function runNow() {
  document.querySelector<HTMLButtonElement>('.run button.primary')?.click();
}

/** Inputs in which nothing is typed. */
const NOT_TYPED = ['checkbox', 'radio', 'range', 'button', 'file', 'color'];

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !NOT_TYPED.includes(target.type);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}
