import { useRef, useState } from 'preact/hooks';
import { readDropped } from '../fetch/dropped';

interface FileDropProps {
  /** What to choose, as the button says it. */
  label: string;
  hint: string;
  accept?: string;
  /** Offers whole folders in the picker. */
  isFolder?: boolean;
  onFiles: (files: File[]) => void;
}

/** A place to choose or drop files. Nothing leaves the machine. */
export function FileDrop({ label, hint, accept, isFolder, onFiles }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has the button beside it as its keyboard way
    <div
      class={isOver ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        if (event.dataTransfer) void readDropped(event.dataTransfer).then(onFiles);
      }}
    >
      <button type="button" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accept}
        {...(isFolder && { webkitdirectory: true })}
        aria-label={label}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <p class="help">{hint}</p>
    </div>
  );
}
