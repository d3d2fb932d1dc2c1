import type { Shared } from '../../components/copy-link';
import type { Backend } from '../../lab/types';
import { isOtherSetup, train } from '../../state/train';
import { encodeSetup } from '../../state/train-link';
import { type Author, seedsOf, setup } from '../../state/train-setup';
import { t } from '../../words/words';

/** What the finished runs of the setup on the page gave; `undefined` when they do not cover its seeds. */
export function resultOfSetup(): Author | undefined {
  const { runs } = train.value;
  if (isOtherSetup(train.value)) return undefined;
  const reports = seedsOf(setup.value).map((seed) => runs.find((run) => run.seed === seed)?.report);
  if (reports.some((report) => report === undefined)) return undefined;
  const [first] = reports;
  return {
    digests: reports.map((report) => report!.sha256),
    backend: first!.backend as Backend,
    engine: first!.engine_version,
  };
}

/** The link of what is on the page: with the digests when its runs are finished. */
export function makeLink(): Shared {
  const author = resultOfSetup();
  const { origin, pathname, search } = location;
  const hash = encodeSetup(setup.value, author);
  const fields = Object.fromEntries(new URLSearchParams(hash.replace('#train?', '')));
  return {
    address: `${origin}${pathname}${search}${hash}`,
    file: { name: `${setup.value.task}.inscape.json`, text: JSON.stringify(fields, null, 1) },
    words: author
      ? t`Link copied. Whoever opens it can train the same and see whether the weights match yours.`
      : t`Link copied. The run is not finished, so it cannot be checked against yours yet.`,
  };
}
