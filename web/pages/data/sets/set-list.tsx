import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { count } from '../../../fetch/sentences';
import { buildCommand } from '../../../fetch/sets';
import { updateData } from '../../../state/data';
import { asProblem } from '../../../state/problem';
import { choosePublicBase, DEFAULT_PUBLIC_BASE, publicBase } from '../../../state/public-base';
import { t } from '../../../words/words';
import { packagedSets, type SetWords } from './catalogue';
import { type PublicSet, publicSets } from './public';
import { learnSets, sets, takeHeld, takePublic } from './take';

/** Real data at a click: the sets of this site, and those that are fetched from a public address when asked for. */
export function SetList() {
  useEffect(() => void learnSets(), []);
  return (
    <div class="sets">
      <ul>
        {packagedSets().map((words) => (
          <HeldSet key={words.id} words={words} />
        ))}
      </ul>
      <h3>{t`From a public address`}</h3>
      <p class="help">
        {t`Their licences do not let this site carry them, or do not say so. Nothing is fetched before a button is pressed; what was fetched is kept by this browser.`}
      </p>
      <ul>
        {publicSets().map((set) => (
          <OutsideSet key={set.id} set={set} />
        ))}
      </ul>
      <Mirror />
    </div>
  );
}

function Card({ words, children }: { words: SetWords; children: ComponentChildren }) {
  return (
    <li>
      <h3>{words.name}</h3>
      <p>{words.about}</p>
      <p class="help">
        {words.n}; {words.licence}; {words.source}
      </p>
      {children}
    </li>
  );
}

function HeldSet({ words }: { words: SetWords }) {
  const { held, job } = sets.value;
  const entry = held?.find(({ id }) => id === words.id);
  return (
    <Card words={entry ? { ...words, licence: entry.licence, source: entry.source } : words}>
      {entry ? (
        <Button
          says={t`Put on the shelf, ${count(entry.bytes)}`}
          label={t`Put on the shelf, ${count(entry.bytes)}: ${words.name}`}
          isOff={job !== undefined}
          onClick={() => void takeHeld(words, entry)}
        />
      ) : (
        held && (
          <p class="help">
            {t`Not in this build; whoever serves it adds it with`} <code>{buildCommand(words.id)}</code>
          </p>
        )
      )}
    </Card>
  );
}

function OutsideSet({ set }: { set: PublicSet }) {
  const bytes = set.files.reduce((sum, file) => sum + file.bytes, 0);
  const size = count(bytes);
  const { host } = new URL(publicBase.value);
  return (
    <Card words={set}>
      <p class="help">{t`Fetches ${size} from ${host}, ${set.files[0]!.repository}.`}</p>
      <Button
        says={t`Fetch ${size}`}
        label={t`Fetch ${size}: ${set.name}, from ${host}`}
        isOff={sets.value.job !== undefined}
        onClick={() => void takePublic(set)}
      />
    </Card>
  );
}

interface ButtonProps {
  says: string;
  label: string;
  isOff: boolean;
  onClick: () => void;
}

/** One at a time; a button that waits stays in the order of the keyboard. */
const Button = ({ says, label, isOff, onClick }: ButtonProps) => (
  <button
    type="button"
    aria-label={label}
    aria-disabled={isOff}
    onClick={() => {
      if (!isOff) onClick();
    }}
  >
    {says}
  </button>
);

/** Another server with the same files. */
function Mirror() {
  const [text, setText] = useState(publicBase.value === DEFAULT_PUBLIC_BASE ? '' : publicBase.value);
  const choose = () => {
    try {
      choosePublicBase(text);
    } catch (error) {
      updateData({ problem: asProblem(error) });
    }
  };
  return (
    <details>
      <summary>{t`Another mirror`}</summary>
      <form
        class="address"
        onSubmit={(event) => {
          event.preventDefault();
          choose();
        }}
      >
        <label>
          <span>{t`Address with the same repositories`}</span>
          <input
            type="text"
            inputMode="url"
            autocapitalize="off"
            spellcheck={false}
            placeholder={DEFAULT_PUBLIC_BASE}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <button type="submit">{t`Use`}</button>
      </form>
    </details>
  );
}
