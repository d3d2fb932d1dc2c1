import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../words/words';

const isOpen = signal(false);

export function openShortcuts() {
  isOpen.value = true;
}

/** Every key of the page, with what it does. */
const rows = (): [keys: string, what: string][] => [
  ['Ctrl+K', t`All commands, found by typing a part of their names`],
  ['Ctrl+Enter', t`Run what is set`],
  ['Ctrl+Z', t`Take back what was done last`],
  ['Ctrl+Shift+Z', t`Do it again`],
  ['?', t`This sheet`],
  ['Tab', t`From control to control; the first skips to the figures`],
  [t`Arrow keys`, t`In a matrix from cell to cell, each of which is read out`],
  ['Enter', t`In a matrix of sites: look at the site of the row`],
  ['Esc', t`Close what is open`],
];

/** The keys of the page in a dialog. */
export function ShortcutSheet() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen.value) dialog.current?.showModal();
  }, [isOpen.value]);
  if (!isOpen.value) return null;
  const close = () => {
    isOpen.value = false;
  };
  return (
    <dialog class="shortcuts" ref={dialog} aria-labelledby="shortcuts" onClose={close}>
      <h2 id="shortcuts">{t`Keys`}</h2>
      <table>
        <tbody>
          {rows().map(([keys, what]) => (
            <tr key={keys}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="help">{t`On a Mac, Cmd takes the place of Ctrl.`}</p>
      <p class="picks">
        <button type="button" onClick={() => dialog.current?.close()}>{t`Close`}</button>
      </p>
    </dialog>
  );
}
