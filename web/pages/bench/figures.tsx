// Each kind of figure in its frame, wired to the bench.

import { useRef, useState } from 'preact/hooks';
import { Drawing } from '../../components/drawing';
import { Segments } from '../../components/section';
import { heatmap } from '../../figures/heatmap';
import type { Cell } from '../../figures/heatmap-cursor';
import { shorten, shortSite } from '../../figures/labels';
import { lens, SHADE_NAMES, SHADES, type Shade } from '../../figures/lens';
import { readRamp } from '../../figures/palette';
import type { Curve, Figure, Heatmap, Lens, Report, Scatter } from '../../lab/types';
import { bench } from '../../state/bench';
import { t } from '../../words/words';
import { change } from './changes';
import { BenchFrame } from './frame';
import type { StimulusLooks } from './stimuli';

export interface FigureProps<F> {
  figure: F;
  report: Report;
  number: number;
  isStale: boolean;
  looks: StimulusLooks;
  /** Site asked for, which may be ahead of the report's. */
  focus: string;
}

export type Of<K extends Figure['kind']> = Extract<Figure, { kind: K }>;

export function HeatmapFigure({ figure, report, focus, looks, ...rest }: FigureProps<Of<'heatmap'>>) {
  const [reading, setReading] = useState<string>();
  const cursor = useRef<Cell | undefined>(undefined);
  const isSites = figure.entries === 'sites';
  const draw = (width: number) =>
    heatmap(figure as Heatmap, {
      width,
      ramp: readRamp(isSites ? '--ramp-similarity' : '--ramp-distance'),
      cursor: cursor.current,
      onRead: (at) => {
        cursor.current = at;
        setReading(at?.words);
      },
      ...(isSites
        ? {
            shortLabel: shortSite,
            selected: figure.labels.indexOf(focus),
            onSelect: (row: number) => change({ focus: figure.labels[row]! }, 0),
          }
        : { thumbnails: looks.thumbnails }),
    });
  const hint = isSites ? t`Choose a row to look at that site.` : t`Point at a cell to read it.`;
  const title = isSites ? (
    t`What the sites find alike`
  ) : (
    <FocusTitle report={report} focus={focus} words={t`What is told apart at`} />
  );
  return (
    <BenchFrame {...rest} figure={figure} report={report} title={title} reading={reading ?? hint}>
      <Drawing draw={draw} on={[figure, focus, looks.thumbnails]} />
    </BenchFrame>
  );
}

/** A title that chooses the site. */
function FocusTitle({ report, focus, words }: { report: Report; focus: string; words: string }) {
  const { sites } = report.recipe;
  const names = sites.includes(focus) ? sites : [focus, ...sites];
  return (
    <label>
      {words}{' '}
      <select value={focus} onChange={(event) => change({ focus: event.currentTarget.value }, 0)}>
        {names.map((site) => (
          <option key={site} value={site}>
            {shortSite(site)}
          </option>
        ))}
      </select>
    </label>
  );
}

export function MapFigure({ figure, looks, focus, ...rest }: FigureProps<Of<'scatter'>>) {
  const [reading, setReading] = useState<string>();
  const cursor = useRef<number | undefined>(undefined);
  const draw = async (width: number, most: number) => {
    const { map } = await import('../../figures/map');
    const height = Math.round(Math.min(width * 0.78, most));
    return map(figure as Scatter, {
      width,
      height,
      cursor: cursor.current,
      onRead: (at) => {
        cursor.current = at?.point;
        setReading(at?.words);
      },
      thumbnails: looks.thumbnails,
      words: looks.words?.map((word) => shorten(word, 18)),
    });
  };
  return (
    <BenchFrame
      {...rest}
      figure={figure}
      title={t`The stimuli as ${shortSite(rest.report.recipe.focus)} lays them out`}
      reading={reading ?? t`Point at a stimulus to read it.`}
    >
      <Drawing draw={draw} on={[figure, looks]} />
    </BenchFrame>
  );
}

export function CurveFigure({ figure, looks, focus, ...rest }: FigureProps<Of<'curve'>>) {
  const draw = async (width: number, most: number) => {
    const { curve } = await import('../../figures/curve');
    const height = Math.round(Math.min(width * 0.78, most));
    return curve(figure as Curve, {
      width,
      height,
      selected: focus,
      onSelect: (site) => change({ focus: site }, 0),
    });
  };
  return (
    <BenchFrame {...rest} figure={figure} title={t`How many dimensions each site uses`}>
      <Drawing draw={draw} on={[figure, focus]} />
    </BenchFrame>
  );
}

export function LensFigure({ figure, report, looks, focus, ...rest }: FigureProps<Of<'lens'>>) {
  const [reading, setReading] = useState<string>();
  const [shade, setShade] = useState<Shade>('probability');
  const texts = report.run.stimulus_labels;
  const title = (
    <label>
      {t`What the layers would say next after`}{' '}
      <select
        value={bench.value.recipe.lens_text}
        onChange={(event) => change({ lens_text: Number(event.currentTarget.value) }, 0)}
      >
        {texts.map((text, i) => (
          <option key={i} value={i}>
            {shorten(text, 48)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <BenchFrame
      {...rest}
      figure={figure}
      report={report}
      title={title}
      reading={reading ?? t`Underlined: the guess is the token that follows. ${SHADES[shade]}`}
    >
      <Segments
        label={t`What the colours say`}
        value={shade}
        options={(Object.keys(SHADES) as Shade[]).map((value) => ({ value, label: SHADE_NAMES[value] }))}
        onChoose={setShade}
      />
      <div class="lens-scroll">
        <Drawing
          draw={() =>
            lens(figure as Lens, { ramp: readRamp('--ramp-probability'), shade, onRead: setReading })
          }
          on={[figure, shade]}
        />
      </div>
    </BenchFrame>
  );
}
