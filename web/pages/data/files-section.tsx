import { FileDrop } from '../../components/file-drop';
import { Section } from '../../components/section';
import { data } from '../../state/data';
import { t } from '../../words/words';
import { KeptLine } from './kept-line';
import { addFiles } from './shelf';

const ACCEPT = '.npy,.npz,.safetensors,.csv,.tsv,.txt,.nii,.gz';

/** Where files are given. */
export function FilesSection() {
  const { cards } = data.value;
  return (
    <Section title={t`Files`} aside={cards.length > 0 && countWords(cards.length)}>
      <FileDrop
        label={t`Choose files`}
        hint={t`npy, npz, safetensors, csv, tsv, txt or NIfTI; also dropped anywhere on this page. Nothing leaves this machine.`}
        accept={ACCEPT}
        onFiles={(files) => void addFiles(files.map((file) => ({ name: file.name, blob: file })))}
      />
      <KeptLine />
    </Section>
  );
}

const countWords = (n: number) => (n === 1 ? t`${n} array` : t`${n} arrays`);
