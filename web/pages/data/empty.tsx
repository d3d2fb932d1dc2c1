import { offersExamples } from '../../state/embed';
import { mark } from '../../words/mark';
import { t } from '../../words/words';
import { makeExample } from './example';
import { SetList } from './sets/set-list';
import { addFiles } from './shelf';

const SHAPES: [shape: string, what: string][] = [
  ['60 × 20', t`activations or recordings: 60 stimuli (rows) × 20 units, channels or voxels`],
  [
    '60 × 60',
    t`an RDM, symmetric with zeros on its diagonal; or its upper triangle, row by row, as 1,770 numbers`,
  ],
  ['5 × 60 × 60', t`an RDM for each of 5 subjects`],
  [
    '5 × 1,770',
    t`upper triangles of 5 RDMs, one a row, where another array has 60 stimuli; else activations`,
  ],
  [t`60 whole numbers`, t`labels: the class, run or subject of each stimulus`],
];

/** Arrays to try the page with. */
function Example() {
  return (
    <>
      <p>
        <button type="button" class="primary" onClick={() => void addFiles(makeExample())}>
          {t`Try it with made-up arrays`}
        </button>
      </p>
      <p class="help">{t`Two layers of 60 stimuli × 20 units that share a structure, 4 classes, and the RDMs of 5 noisy subjects; the same numbers on every machine.`}</p>
    </>
  );
}

/** What the page is for, while nothing is on it. */
export function Empty() {
  return (
    <section class="empty" aria-label={t`What can be given`}>
      <p>{t`Bring arrays that you have: what a network answered to stimuli, what was recorded in a brain, how people judged. See how alike they are, what can be read from them, and how sure that is. The engine works in your browser, so nothing leaves this machine.`}</p>
      <table>
        <caption>{t`What is understood by its shape`}</caption>
        <tbody>
          {SHAPES.map(([shape, what]) => (
            <tr key={shape}>
              <th scope="row">{shape}</th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {mark(
          t`Files may be <c>.npy</c>, <c>.npz</c>, <c>.safetensors</c>, brain volumes <c>.nii</c> and <c>.nii.gz</c> (times × voxels that vary), MATLAB’s <c>.mat</c> (matrices of numbers, saved with -v7 or older), or tables <c>.csv</c>, <c>.tsv</c> and <c>.txt</c> with one row a stimulus: columns of numbers become one array, a column with another word in each row names the stimuli, other columns of words become labels. Row k of every array is the same stimulus.`,
          { c: (ending) => <code>{ending}</code> },
        )}
      </p>
      {offersExamples() && (
        <>
          <Example />
          <h2>{t`Sets at hand`}</h2>
          <SetList />
        </>
      )}
    </section>
  );
}
