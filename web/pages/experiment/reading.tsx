import { useState } from 'preact/hooks';
import { Markdown } from '../../components/markdown';
import type { ExperimentCard } from '../../lab/experiment-types';
import { experiment } from '../../state/experiment';
import { engineLang } from '../../words/engine-words';
import { t } from '../../words/words';
import { commandLine } from './link';

/** The lesson: what was done, what was found here, and how that differs from the paper. */
export function Lesson({ card }: { card: ExperimentCard }) {
  return (
    <section class="lesson" aria-labelledby="lesson">
      <h2 id="lesson">{t`The lesson`}</h2>
      <Markdown text={card.lesson} lang={engineLang(card.lesson)} />
    </section>
  );
}

/** The paper, how it is cited, and the same run in a terminal. */
export function Citation({ card: { paper } }: { card: ExperimentCard }) {
  const { recipe } = experiment.value;
  return (
    <section class="citation" aria-labelledby="citation">
      <h2 id="citation">{t`Paper and terminal`}</h2>
      <p>
        {paper.authors.join(', ')} ({paper.year}). <cite>{paper.title}</cite>. {paper.venue}.{' '}
        {paper.arxiv && (
          <a href={`https://arxiv.org/abs/${paper.arxiv}`} target="_blank" rel="noopener">
            {`arXiv:${paper.arxiv}`}
          </a>
        )}
      </p>
      <details>
        <summary>{t`BibTeX`}</summary>
        <pre>{paper.bibtex}</pre>
      </details>
      <Copy words={t`Copy BibTeX`} text={paper.bibtex} />
      {recipe && (
        <>
          <p class="command">
            {t`The same run in a terminal:`} <code>{commandLine()}</code>
          </p>
          <Copy words={t`Copy the command`} text={commandLine()} />
        </>
      )}
    </section>
  );
}

function Copy({ words, text }: { words: string; text: string }) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t`Copied.`);
    } catch {
      setSaid(t`Copying is not allowed here; select the text and copy it by hand.`);
    }
  };
  return (
    <p class="copy">
      <button type="button" class="quiet" onClick={() => void copy()}>
        {words}
      </button>{' '}
      <span class="help" role="status">
        {said}
      </span>
    </p>
  );
}
