import { FileDrop } from '../../components/file-drop';
import { Section } from '../../components/section';
import { save } from '../../figures/export';
import { bench, update } from '../../state/bench';
import { asProblem, problem } from '../../state/problem';
import { openJson } from './opening';

/** The bench as a file, for keeping and for the native command. */
export function RecipeSection() {
  return (
    <Section title="Recipe">
      <p class="picks">
        <button type="button" onClick={download}>
          Save as a file
        </button>
      </p>
      <FileDrop
        label="Open a recipe"
        hint="The same JSON that inscape reads natively."
        accept="application/json,.json"
        onFiles={(files) => void openFile(files)}
      />
    </Section>
  );
}

function download() {
  const { recipe, shown } = bench.value;
  const kept =
    shown && shown.stored === undefined ? { ...recipe, digest: shown.report.recipe.digest } : recipe;
  save(
    `inscape-${recipe.model.id.replace(/[^\w.-]+/g, '_')}.json`,
    JSON.stringify(kept, null, 1),
    'application/json',
  );
}

async function openFile([file]: File[]) {
  if (!file) return;
  try {
    let value: unknown;
    try {
      value = JSON.parse(await file.text());
    } catch {
      throw problem(
        'link',
        `Reading the recipe ${file.name} failed: it is not JSON. Choose a file that Inscape saved.`,
      );
    }
    await openJson(value, file.name);
  } catch (error) {
    const report = asProblem(error);
    if (report.kind !== 'cancelled') update({ problem: report });
  }
}
