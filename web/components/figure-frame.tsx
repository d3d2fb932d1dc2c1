import { type ComponentChildren, Fragment } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { cellWord } from '../figures/cell-words';
import { inWords, nameInWords } from '../figures/labels';
import { rowsInWords } from '../figures/row-words';
import { type Table, tableOf } from '../figures/tables';
import type { ErrorReport, Figure } from '../lab/types';
import { problem, sentence } from '../state/problem';
import { fromEngine } from '../words/engine';
import { EngineWords } from '../words/engine-words';
import { t } from '../words/words';
import { FORMATS, type Format, saveFigure } from './figure-files';
import type { FigureSource } from './figure-source';
import { TableView } from './table-view';
import { useFullScreen } from './use-full-screen';

export interface FigureFrameProps {
  figure: Figure;
  source: FigureSource;
  /** Place in the plate, from 1. */
  number: number;
  title: ComponentChildren;
  isStale: boolean;
  reading?: string | undefined;
  /** Hears of a file that could not be made. */
  onProblem: (report: ErrorReport) => void;
  /** What else can be done with it, after its files. */
  more?: ComponentChildren;
  children: ComponentChildren;
}

/** A figure with its title, read-out, caption, table view and files. */
export function FigureFrame({
  figure,
  source,
  number,
  title,
  isStale,
  reading,
  onProblem,
  more,
  children,
}: FigureFrameProps) {
  const place = useRef<HTMLElement>(null);
  const [isTable, setIsTable] = useState(false);
  const { isWhole, toggle } = useFullScreen(place);
  const { caption } = figure;
  const saveAs = (format: Format) => {
    if (!place.current) return;
    saveFigure(format, figure, source, place.current).catch((error: unknown) =>
      onProblem(
        problem(
          'export',
          t`Saving the figure as ${format} failed: ${(error as Error).message}. Try another format.`,
        ),
      ),
    );
  };
  return (
    <figure
      class={`figure figure-${caption.id} kind-${figure.kind}${isStale ? ' stale' : ''}${isWhole ? ' whole' : ''}`}
      ref={place}
      aria-busy={isStale}
    >
      <div class="figure-head">
        <h2>{title}</h2>
        <span class="figure-ways">
          <button type="button" class="quiet" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
            {isTable ? t`Picture` : t`Table`}
          </button>
          <button type="button" class="quiet" aria-pressed={isWhole} onClick={toggle}>
            {t`Full screen`}
          </button>
        </span>
      </div>
      <div hidden={isTable}>{children}</div>
      {isTable && <TableView table={tableInWords(figure)} caption={fromEngine(caption.about)} />}
      <p class="reading" aria-live="polite">
        {reading ?? ''}
      </p>
      <figcaption>
        <p class="finding">
          <span class="figure-number">{t`Fig. ${number}.`}</span>{' '}
          <EngineWords text={inWords(caption.finding)} />
        </p>
        <p class="about">
          <EngineWords text={inWords(caption.about)} shape={sentence} />{' '}
          <span class="facts">n = {caption.n}</span>{' '}
          {caption.unit && <span class="facts">{fromEngine(nameInWords(caption.unit))}</span>}
          {source.facts.map((fact) => (
            <Fragment key={fact}>
              {' '}
              <span class="facts">{fact}</span>
            </Fragment>
          ))}
        </p>
        <p class="visually-hidden">
          <EngineWords text={caption.alt} />
        </p>
        <p class="files">
          {t`Save`}{' '}
          {FORMATS.map((format) => (
            <button
              key={format}
              type="button"
              class="quiet"
              onClick={() => saveAs(format)}
              aria-label={t`Save ${caption.id} as ${format}`}
            >
              {format}
            </button>
          ))}
          {more}
        </p>
      </figcaption>
    </figure>
  );
}

/** The figure's table with the engine's words in the visitor's language; its files stay in English. */
function tableInWords(figure: Figure): Table {
  if (figure.kind === 'intervals') return rowsInWords(figure);
  if (figure.kind !== 'table') return tableOf(figure);
  const word = (value: string | number) => (typeof value === 'string' ? cellWord(figure, value) : value);
  return { ...tableOf(figure), rows: figure.rows.map((row) => row.map(word)) };
}
