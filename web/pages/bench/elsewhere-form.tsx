// Models from elsewhere, by a name on a hub or by an address.

import { useState } from 'preact/hooks';
import { DEFAULT_HUB } from '../../fetch/hub-address';
import { update } from '../../state/bench';
import { chooseHub, hub } from '../../state/hub';
import { problem } from '../../state/problem';
import { t } from '../../words/words';
import { chooseAddress, chooseFromHub } from './changes';

/** A name on the hub, an address, and which hub it is. Nothing is contacted before a button is pressed. */
export function ElsewhereForms() {
  return (
    <>
      <OneField
        label={t`Or a name on the hub`}
        placeholder="owner/name@revision"
        button={t`Fetch`}
        onSubmit={chooseFromHub}
      />
      <p class="help">{t`It is fetched from ${new URL(hub.value).host}, in parts, as far as the sites that you choose need it.`}</p>
      <details>
        <summary>{t`Another hub or mirror`}</summary>
        <OneField
          label={t`Address of the hub`}
          placeholder={DEFAULT_HUB}
          initial={hub.value === DEFAULT_HUB ? '' : hub.value}
          button={t`Use`}
          onSubmit={takeHub}
          mayBeEmpty
        />
      </details>
      <OneField
        label={t`Or an address`}
        placeholder="https://host/folder"
        button={t`Load`}
        onSubmit={chooseAddress}
      />
    </>
  );
}

function takeHub(text: string) {
  try {
    chooseHub(text);
  } catch (error) {
    update({ problem: problem('fetch', (error as Error).message) });
  }
}

interface OneFieldProps {
  label: string;
  placeholder: string;
  initial?: string;
  button: string;
  mayBeEmpty?: boolean;
  onSubmit: (text: string) => void;
}

function OneField({ label, placeholder, initial = '', button, mayBeEmpty, onSubmit }: OneFieldProps) {
  const [text, setText] = useState(initial);
  return (
    <form
      class="address"
      onSubmit={(event) => {
        event.preventDefault();
        if (mayBeEmpty || text.trim()) onSubmit(text);
      }}
    >
      <label>
        <span>{label}</span>
        <input
          type="text"
          inputMode="url"
          autocapitalize="off"
          spellcheck={false}
          placeholder={placeholder}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit">{button}</button>
    </form>
  );
}
