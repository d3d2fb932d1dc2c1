import { useEffect } from 'preact/hooks';
import { ProgressLine } from '../../components/progress-line';
import { Section } from '../../components/section';
import { isCommit } from '../../fetch/hub-address';
import { shortName } from '../../fetch/model-index';
import { count } from '../../fetch/sentences';
import { bench } from '../../state/bench';
import { t } from '../../words/words';
import {
  askToPersist,
  cancelDownload,
  deleteKept,
  download,
  downloadWhole,
  groupKept,
  type KeptModel,
  kept,
  lookAtKept,
} from './kept';
import { forgetOwn, ownBytes } from './session';

const STATES: Record<KeptModel['state'], string> = {
  verified: t`whole, verified`,
  whole: t`whole; no SHA-256 to compare with`,
  partial: t`in part`,
};

/** What the browser keeps of models that were downloaded: sizes, deleting, and downloading the rest. */
export function KeptSection() {
  const { job, shown } = bench.value;
  // After a run, not before: a first visit has other things to do.
  const isIdle = job === undefined && shown !== undefined;
  useEffect(() => {
    if (isIdle) void lookAtKept();
  }, [isIdle, shown]);
  const list = kept.value;
  const models = groupKept(list?.files ?? []);
  const total = models.reduce((sum, model) => sum + model.kept, 0);
  return (
    <Section title={t`Kept on this machine`} topic="kept" aside={list && count(total)}>
      {list && !list.canKeep && (
        <p class="help">{t`This browser keeps nothing for this page, as in a private window or over plain http; what is downloaded is held in memory.`}</p>
      )}
      {list?.canKeep && models.length === 0 && <p class="help">{t`Nothing yet.`}</p>}
      <ul class="kept">
        {models.map((model) => (
          <KeptLine key={`${model.id} ${model.revision}`} model={model} />
        ))}
      </ul>
      <WholeModel models={models} />
      <OwnLine />
      {models.length > 0 && (
        <p class="picks">
          <button type="button" onClick={() => void deleteKept('all')}>{t`Delete all`}</button>
          {list?.isPersisted === false && (
            <button
              type="button"
              onClick={() => void askToPersist()}
            >{t`Ask the browser to keep them`}</button>
          )}
        </p>
      )}
      {list && list.quota > 0 && (
        <p class="help">
          {list.isPersisted
            ? t`This page takes up ${count(list.usage)} of the ${count(list.quota)} that the browser gives it, and keeps it until you delete it.`
            : t`This page takes up ${count(list.usage)} of the ${count(list.quota)} that the browser gives it.`}
        </p>
      )}
    </Section>
  );
}

function KeptLine({ model }: { model: KeptModel }) {
  const name = shortName(bench.value.models, model.id) ?? model.id;
  const revision = isCommit(model.revision) ? model.revision.slice(0, 7) : model.revision;
  const size =
    model.state === 'partial' ? t`${count(model.kept)} of ${count(model.length)}` : count(model.kept);
  return (
    <li>
      <span>
        <span class="kept-name">{name}</span>{' '}
        {revision !== 'address' && <span class="aside">{revision}</span>}
        <br />
        <span class="aside">
          {size}, {STATES[model.state]}
        </span>
      </span>
      <button
        type="button"
        class="quiet"
        aria-label={t`Delete ${name}`}
        onClick={() => void deleteKept(model.keys)}
      >{t`Delete`}</button>
    </li>
  );
}

/** What was given by hand is kept for this tab alone. */
function OwnLine() {
  if (ownBytes.value === 0) return null;
  return (
    <p class="help">
      {t`Your own files, ${count(ownBytes.value)}, are kept for this tab, so that a reload finds them, and are forgotten a day after it was closed.`}{' '}
      <button type="button" class="quiet" onClick={() => void forgetOwn()}>
        {t`Forget them`}
      </button>
    </p>
  );
}

/** Downloads the rest of the open model, so that every site of it works without a network. */
function WholeModel({ models }: { models: KeptModel[] }) {
  const { remotes, card } = bench.value;
  if (download.value) return <ProgressLine job={download.value} onCancel={cancelDownload} />;
  const group = remotes[0]?.group;
  const here = models.find((model) => model.id === group?.id && model.revision === group.revision);
  if (!card || !group || !kept.value?.canKeep || (here && here.state !== 'partial')) return null;
  const missing = remotes.reduce((sum, remote) => sum + remote.length, 0) - (here?.kept ?? 0);
  return (
    <p class="picks">
      <button type="button" onClick={() => void downloadWhole()}>
        {here ? t`Download the rest for use without a network` : t`Download all for use without a network`}
        {missing > 0 && `, ${count(missing)}`}
      </button>
    </p>
  );
}
