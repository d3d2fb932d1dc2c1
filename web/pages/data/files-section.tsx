import { FileDrop } from '../../components/file-drop';
import { Section } from '../../components/section';
import { data } from '../../state/data';
import { t } from '../../words/words';
import { isRecipeFile, openFile } from '../recipe-file';
import { KeptLine } from './kept-line';
import { addFiles } from './shelf';

const ACCEPT = '.json,.npy,.npz,.safetensors,.csv,.tsv,.txt,.nii,.gz,.mat';

/** Where files are given. */
export function FilesSection() {
  const { cards } = data.value;
  return (
    <Section title={t`Files`} topic="files" aside={cards.length > 0 && countWords(cards.length)}>
      <FileDrop
        label={t`Choose files`}
        hint={t`npy, npz, safetensors, csv, tsv, txt, NIfTI or MATLAB’s mat; also dropped anywhere on this page. Nothing leaves this machine.`}
        accept={ACCEPT}
        onFiles={takeFiles}
      />
      <KeptLine />
    </Section>
  );
}

/** Arrays go onto the shelf; a recipe is asked for. */
function takeFiles(files: File[]) {
  for (const file of files.filter(isRecipeFile)) void openFile(file);
  const arrays = files.filter((file) => !isRecipeFile(file));
  if (arrays.length > 0) void addFiles(arrays.map((file) => ({ name: file.name, blob: file })));
}

const countWords = (n: number) => (n === 1 ? t`${n} array` : t`${n} arrays`);
