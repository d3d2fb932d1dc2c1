import { useEffect, useState } from 'preact/hooks';
import { FileDrop } from '../../components/file-drop';
import { Section, Segments } from '../../components/section';
import { fetchPhotoList, type Photo } from '../../fetch/photos';
import { linesOf } from '../../inputs/lines';
import { SENTENCES_V1 } from '../../inputs/sentences';
import { bench } from '../../state/bench';
import { defaultsFor, isTextual } from '../../state/defaults';
import { offersExamples } from '../../state/embed';
import { isSame } from '../../state/same';
import { t } from '../../words/words';
import { change, chooseImages } from './changes';
import { TokensView } from './tokens-view';

/** What is shown to the model: a bundled set, or the visitor's own. */
export function InputsSection() {
  const { recipe, card } = bench.value;
  const isText = card ? card.input === 'text' : isTextual(recipe.inputs);
  const [wantsOwn, setWantsOwn] = useState(false);
  // Another kind of input starts with its bundled set.
  useEffect(() => setWantsOwn(false), [isText]);
  const isOwn = recipe.inputs.kind !== 'bundled' || wantsOwn;
  const choose = (value: 'bundled' | 'own') => {
    setWantsOwn(value === 'own');
    if (value === 'bundled') change({ inputs: defaultsFor(isText ? 'text' : 'image').inputs, lens_text: 0 });
  };
  // Where examples are not offered, the bundled set is there for as long as it is what is shown to the model.
  const hasBundled = offersExamples() || recipe.inputs.kind === 'bundled';
  const bundled = isText ? t`${SENTENCES_V1.length} sentences` : t`${24} photographs`;
  return (
    <Section title={t`Inputs`} topic="inputs">
      <Segments
        label={t`Inputs`}
        value={isOwn ? 'own' : 'bundled'}
        options={[
          ...(hasBundled ? [{ value: 'bundled' as const, label: bundled }] : []),
          { value: 'own' as const, label: isText ? t`Your lines` : t`Your images` },
        ]}
        onChoose={choose}
      />
      {isOwn ? isText ? <OwnLines /> : <OwnImages /> : isText ? <SentenceList /> : <PhotoCredits />}
      {isText && <TokensView />}
    </Section>
  );
}

function OwnLines() {
  const { inputs } = bench.value.recipe;
  const lines = inputs.kind === 'lines' ? inputs.lines : undefined;
  const [text, setText] = useState('');
  // What a link or file brings takes the place of what was typed.
  useEffect(() => {
    if (lines && !isSame(lines, linesOf(text))) setText(lines.join('\n'));
  }, [lines]);
  const edit = (value: string) => {
    setText(value);
    const typed = linesOf(value);
    if (typed.length > 0) change({ inputs: { kind: 'lines', lines: typed }, lens_text: 0 }, 900);
  };
  return (
    <label class="lines">
      <span>{t`One text a line; at least three make a picture, one is enough to look closer.`}</span>
      <textarea
        rows={7}
        value={text}
        placeholder={t`Rain fell all night.
It poured until morning.
She baked rye bread.`}
        onInput={(event) => edit(event.currentTarget.value)}
        spellcheck={false}
      />
    </label>
  );
}

function OwnImages() {
  const { recipe, ownImages } = bench.value;
  const n = recipe.inputs.kind === 'files' ? recipe.inputs.names.length : 0;
  const hint =
    n > 0
      ? t`${n} chosen, ${ownImages.length} here. They stay on this machine.`
      : t`JPEG, PNG or WebP, a few or a few hundred. They stay on this machine.`;
  return (
    <FileDrop
      label={t`Choose images`}
      hint={hint}
      accept="image/*"
      onFiles={(files) => void chooseImages(files)}
    />
  );
}

function SentenceList() {
  return (
    <details>
      <summary>{t`Read them`}</summary>
      <ol class="sentences">
        {SENTENCES_V1.map(({ text, group }) => (
          <li key={text}>
            {text} <span class="aside">{group}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function PhotoCredits() {
  const [photos, setPhotos] = useState<Photo[]>([]);
  const load = () => {
    fetchPhotoList().then(setPhotos, () => {});
  };
  return (
    <details onToggle={load}>
      <summary>{t`Who took them`}</summary>
      <ul class="sentences">
        {photos.map((photo) => (
          <li key={photo.file}>
            {photo.label}: {photo.credit} <span class="aside">{photo.licence}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
