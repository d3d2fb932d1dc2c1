// Files dropped anywhere on the bench: what they are decides what is done with them.

import { update } from '../../state/bench';
import { problem } from '../../state/problem';
import { t } from '../../words/words';
import { change, chooseImages, chooseOwnModel } from './changes';

/** Opens dropped files as a model, images, lines of text or a recipe. */
export async function take(files: File[]) {
  if (files.length === 0) return;
  const images = files.filter((file) => file.type.startsWith('image/'));
  const [first] = files as [File];
  if (files.some((file) => /\.(safetensors|gguf)$/i.test(file.name))) await chooseOwnModel(files);
  else if (images.length > 0) await chooseImages(images);
  else if (first.name.endsWith('.txt')) {
    const lines = (await first.text()).split(/\r?\n/).filter((line) => line.trim() !== '');
    change({ inputs: { kind: 'lines', lines }, lens_text: 0 }, 0);
  } else {
    const names = files
      .slice(0, 4)
      .map((file) => file.name)
      .join(', ');
    update({
      problem: problem(
        'inputs',
        t`Opening ${names} failed: a drop may hold a model (config.json and .safetensors, or a .gguf file), images, a .txt with one text a line, or a recipe (.json).`,
      ),
    });
  }
}
