import { FileDrop } from '../../components/file-drop';
import { Section } from '../../components/section';
import { data } from '../../state/data';
import { makeExample } from './example';
import { addFiles } from './shelf';

const ACCEPT = '.npy,.npz,.safetensors,.csv,.tsv,.txt,.nii,.gz';

/** Where files are given. */
export function FilesSection() {
  const { cards, reading } = data.value;
  return (
    <Section title="Files" aside={cards.length > 0 && `${cards.length} arrays`}>
      <FileDrop
        label="Choose files"
        hint="npy, npz, csv, tsv or safetensors; also dropped anywhere on this page. Nothing leaves this machine."
        accept={ACCEPT}
        onFiles={(files) => void addFiles(files.map((file) => ({ name: file.name, blob: file })))}
      />
      {cards.length === 0 && reading.length === 0 && (
        <p class="picks">
          <button type="button" onClick={() => void addFiles(makeExample())}>
            Try it with made-up arrays
          </button>
        </p>
      )}
    </Section>
  );
}
