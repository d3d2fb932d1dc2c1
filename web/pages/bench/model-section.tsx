import { FileDrop } from '../../components/file-drop';
import { Choice, Section } from '../../components/section';
import { isCommit } from '../../fetch/hub-address';
import { installCommand, type ModelEntry } from '../../fetch/model-index';
import { count } from '../../fetch/sentences';
import type { ModelRef } from '../../lab/types';
import { bench, update } from '../../state/bench';
import { offered } from '../../state/embed';
import { problem } from '../../state/problem';
import { fromEngine } from '../../words/engine';
import { mark } from '../../words/mark';
import { decimals, grouped } from '../../words/numbers';
import { t } from '../../words/words';
import { chooseModel, chooseOwnModel } from './changes';
import { ElsewhereForms } from './elsewhere-form';
import { ModelCardView } from './model-card';
import { isAddress, isHub, isLocal } from './models';

const millions = (n: number) => (n >= 1e6 ? `${decimals(n / 1e6, n < 1e7 ? 1 : 0)} M` : grouped(n));

/** Which model: of this site, from the visitor's files, or from an address. */
export function ModelSection() {
  const { recipe, card, ownAbout } = bench.value;
  const models = offered(bench.value.models, ({ id }) => id === recipe.model.id);
  const own =
    isLocal(recipe.model) || isAddress(recipe.model) || isHub(recipe.model) ? recipe.model : undefined;
  const chosen = models.find((entry) => entry.id === recipe.model.id);
  const choose = (id: string) => {
    const entry = models.find((entry) => entry.id === id);
    if (entry?.isInstalled) chooseModel(entry);
    else if (entry) update({ problem: problem('fetch', notInstalled(entry)) });
  };
  const options = models.map((entry) => ({
    value: entry.id,
    label: entry.isInstalled ? `${entry.name}, ${count(entry.bytes)}` : t`${entry.name} (not installed)`,
  }));
  if (own)
    options.push({ value: own.id, label: isHub(own) ? t`${own.id} at ${shortRevision(own)}` : own.id });
  if (options.length === 0) options.push({ value: recipe.model.id, label: 'SqueezeNet 1.1 (ImageNet-1k)' });
  const isOpen = card?.model.id === recipe.model.id;
  return (
    <Section title={t`Model`} topic="model">
      <Choice label={t`Network`} value={recipe.model.id} options={options} onChoose={choose} />
      <p class="help">
        {isOpen &&
          `${chosen ? '' : `${card.architecture}, `}${t`${millions(Number(card.n_parameters))} parameters.`} `}
        {isOpen &&
          !card.model.sha256 &&
          `${t`The SHA-256 of its weights is not known, so that they are not verified.`} `}
        {chosen && fromEngine(chosen.note)} {chosen?.licence && t`Licence: ${chosen.licence}.`}
      </p>
      {isOpen && (
        <ModelCardView card={card} entry={chosen} about={isLocal(recipe.model) ? ownAbout : undefined} />
      )}
      <details>
        <summary>{t`Your own model`}</summary>
        <FileDrop
          label={t`Choose a folder`}
          hint={t`config.json, model.safetensors and, for text, tokenizer.json; or drop a .gguf file of a Llama or Qwen2. You can also drop them here. Nothing leaves this machine.`}
          isFolder
          onFiles={chooseOwnModel}
        />
        <ElsewhereForms />
      </details>
      {models.some((entry) => !entry.isInstalled) && (
        <details>
          <summary>{t`More models`}</summary>
          {models
            .filter((entry) => !entry.isInstalled)
            .map((entry) => (
              <p class="help" key={entry.id}>
                {mark(
                  t`${entry.name}: run <a>${installCommand(entry.id)}</a> where this page is served from.`,
                  {
                    a: (command) => <code>{command}</code>,
                  },
                )}
              </p>
            ))}
        </details>
      )}
    </Section>
  );
}

const shortRevision = ({ revision }: ModelRef) => (isCommit(revision) ? revision.slice(0, 7) : revision);

function notInstalled(entry: ModelEntry): string {
  return t`${entry.name} is not installed here. On the machine that serves this page, run ${installCommand(entry.id)}, then reload.`;
}
