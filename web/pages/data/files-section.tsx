import { FileDrop } from '../../components/file-drop';
import { Section } from '../../components/section';
import { data } from '../../state/data';
import { KeptLine } from './kept-line';
import { addFiles } from './shelf';

const ACCEPT = '.npy,.npz,.safetensors,.csv,.tsv,.txt,.nii,.gz';

/** Where files are given. */
export function FilesSection() {
  const { cards } = data.value;
  return (
    <Section title="Files" aside={cards.length > 0 && `${cards.length} arrays`}>
      <FileDrop
        label="Choose files"
        hint="npy, npz, safetensors, csv, tsv, txt or NIfTI; also dropped anywhere on this page. Nothing leaves this machine."
        accept={ACCEPT}
        onFiles={(files) => void addFiles(files.map((file) => ({ name: file.name, blob: file })))}
      />
      <KeptLine />
    </Section>
  );
}
