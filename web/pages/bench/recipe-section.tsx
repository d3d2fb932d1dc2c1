import { saveShared } from '../../components/copy-link';
import { FileDrop } from '../../components/file-drop';
import { Section } from '../../components/section';
import { t } from '../../words/words';
import { openFile } from '../recipe-file';
import { makeLink } from './link';

/** The bench as a file, for keeping and for the native command. */
export function RecipeSection() {
  return (
    <Section title={t`Recipe`} topic="recipe">
      <p class="picks">
        <button type="button" onClick={() => saveShared(makeLink())}>{t`Save as a file`}</button>
      </p>
      <FileDrop
        label={t`Open a recipe`}
        hint={t`The same JSON that inscape reads natively.`}
        accept="application/json,.json"
        onFiles={([file]) => file && void openFile(file)}
      />
    </Section>
  );
}
