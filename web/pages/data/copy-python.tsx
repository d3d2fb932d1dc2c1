import { useState } from 'preact/hooks';
import type { DataRecipe } from '../../lab/types';
import { data } from '../../state/data';
import { t } from '../../words/words';
import { pythonOf } from './python/script';

/** Copies a script that computes the same with the usual libraries, or says that there is none. */
export function CopyPython({ recipe }: { recipe: DataRecipe }) {
  const [words, setWords] = useState('');
  const [text, setText] = useState('');
  const script = pythonOf(recipe, data.value.cards, data.value.origins);
  if ('why' in script) {
    return (
      <>
        {' '}
        <button type="button" class="quiet" aria-disabled="true" title={script.why}>{t`no Python`}</button>
        <span class="visually-hidden">{script.why}</span>
      </>
    );
  }
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(script.text);
      setWords(t`Copied.`);
      setText('');
    } catch {
      setWords(t`Copying is not allowed here; select the text and copy it by hand.`);
      setText(script.text);
    }
  };
  return (
    <>
      {' '}
      <button type="button" class="quiet" onClick={() => void copy()}>{t`Copy as Python`}</button>{' '}
      <span role="status">{words}</span>
      {text && (
        <textarea class="python" readOnly rows={12} value={text} aria-label={t`The script in Python`} />
      )}
    </>
  );
}
