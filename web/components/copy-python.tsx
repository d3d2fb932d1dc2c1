import { useState } from 'preact/hooks';
import { asProblem, sentence } from '../state/problem';
import { t } from '../words/words';

/** A file that a script reads and that lies on the page alone. */
export interface ScriptFile {
  name: string;
  save: () => Promise<void>;
}

interface CopyPythonProps {
  /** The script; comes when it is asked for. */
  find: () => Promise<string>;
  /** Why there is no script; absent when there is one. */
  why?: string | undefined;
  files?: readonly ScriptFile[];
}

/** Copies a script that computes the same with the usual libraries, and gives the files that it reads; or says why there is none. */
export function CopyPython({ find, why, files = [] }: CopyPythonProps) {
  const [words, setWords] = useState('');
  const [text, setText] = useState('');
  const [isCopied, setIsCopied] = useState(false);
  if (why) {
    return (
      <>
        {' '}
        <button type="button" class="quiet" aria-disabled="true" title={why}>
          {t`no Python`}
        </button>
        <span class="visually-hidden">{why}</span>
      </>
    );
  }
  const copy = async () => {
    let script = '';
    try {
      script = await find();
      setIsCopied(true);
    } catch (error) {
      setWords(sentence(asProblem(error).message));
      return;
    }
    try {
      await navigator.clipboard.writeText(script);
      setWords(t`Copied.`);
      setText('');
    } catch {
      setWords(t`Copying is not allowed here; select the text and copy it by hand.`);
      setText(script);
    }
  };
  return (
    <>
      {' '}
      <button type="button" class="quiet" onClick={() => void copy()}>
        {t`Copy as Python`}
      </button>{' '}
      <span role="status">{words}</span>
      {isCopied && files.map((file) => <SaveFile key={file.name} file={file} />)}
      {text && (
        <textarea class="python" readOnly rows={12} value={text} aria-label={t`The script in Python`} />
      )}
    </>
  );
}

/** Offers a file that the script reads. */
function SaveFile({ file }: { file: ScriptFile }) {
  const [words, setWords] = useState('');
  const save = async () => {
    setWords(t`Making the file …`);
    try {
      await file.save();
      setWords('');
    } catch (error) {
      setWords(sentence(asProblem(error).message));
    }
  };
  return (
    <>
      {' '}
      <button type="button" class="quiet" onClick={() => void save()}>
        {t`Save ${file.name}, which it reads`}
      </button>{' '}
      <span role="status">{words}</span>
    </>
  );
}
