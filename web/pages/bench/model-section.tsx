import { useState } from 'preact/hooks';
import { FileDrop } from '../../components/file-drop';
import { Choice, Section } from '../../components/section';
import { count } from '../../fetch/download';
import { installCommand, type ModelEntry } from '../../fetch/model-index';
import { bench, update } from '../../state/bench';
import { problem } from '../../state/problem';
import { chooseAddress, chooseModel, chooseOwnModel } from './changes';
import { ModelCardView } from './model-card';
import { isAddress, isLocal } from './models';

const millions = (n: number) =>
  n >= 1e6 ? `${(n / 1e6).toFixed(n < 1e7 ? 1 : 0)} M` : n.toLocaleString('en');

/** Which model: of this site, from the visitor's files, or from an address. */
export function ModelSection() {
  const { models, recipe, card, ownAbout } = bench.value;
  const own = isLocal(recipe.model) || isAddress(recipe.model) ? recipe.model : undefined;
  const chosen = models.find((entry) => entry.id === recipe.model.id);
  const choose = (id: string) => {
    const entry = models.find((entry) => entry.id === id);
    if (entry?.isInstalled) chooseModel(entry);
    else if (entry) update({ problem: problem('fetch', notInstalled(entry)) });
  };
  const options = models.map((entry) => ({
    value: entry.id,
    label: `${entry.name}${entry.isInstalled ? `, ${count(entry.bytes)}` : ' (not installed)'}`,
  }));
  if (own) options.push({ value: own.id, label: own.id });
  if (options.length === 0) options.push({ value: recipe.model.id, label: 'SqueezeNet 1.1 (ImageNet-1k)' });
  const isOpen = card?.model.id === recipe.model.id;
  return (
    <Section title="Model">
      <Choice label="Network" value={recipe.model.id} options={options} onChoose={choose} />
      <p class="help">
        {isOpen &&
          `${chosen ? '' : `${card.architecture}, `}${millions(Number(card.n_parameters))} parameters. `}
        {chosen?.note} {chosen?.licence && `Licence: ${chosen.licence}.`}
      </p>
      {isOpen && (
        <ModelCardView card={card} entry={chosen} about={isLocal(recipe.model) ? ownAbout : undefined} />
      )}
      <details>
        <summary>Your own model</summary>
        <FileDrop
          label="Choose a folder"
          hint="config.json, model.safetensors and, for text, tokenizer.json; or drop a .gguf file of a Llama or Qwen2. You can also drop them here. Nothing leaves this machine."
          isFolder
          onFiles={chooseOwnModel}
        />
        <AddressForm />
      </details>
      {models.some((entry) => !entry.isInstalled) && (
        <details>
          <summary>More models</summary>
          {models
            .filter((entry) => !entry.isInstalled)
            .map((entry) => (
              <p class="help" key={entry.id}>
                {entry.name}: run <code>{installCommand(entry.id)}</code> where this page is served from.
              </p>
            ))}
        </details>
      )}
    </Section>
  );
}

function notInstalled(entry: ModelEntry): string {
  return `${entry.name} is not installed here. On the machine that serves this page, run ${installCommand(entry.id)}, then reload.`;
}

function AddressForm() {
  const [address, setAddress] = useState('');
  return (
    <form
      class="address"
      onSubmit={(event) => {
        event.preventDefault();
        if (address.trim()) chooseAddress(address);
      }}
    >
      <label>
        <span>Or an address</span>
        <input
          type="text"
          inputMode="url"
          placeholder="https://host/folder"
          value={address}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
      </label>
      <button type="submit">Load</button>
    </form>
  );
}
