import { useRef, useState } from 'preact/hooks';
import { Drawing } from '../../components/drawing';
import { Segments } from '../../components/section';
import type { PointReading } from '../../figures/map';
import { readRamp } from '../../figures/palette';
import { areElectrodes, electrodesIn, scalpMap } from '../../figures/scalp-map';
import type { Figure } from '../../lab/types';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';
import { type DataFigureProps, DataFrame } from './frame';

type Mapped = Extract<Figure, { kind: 'scatter' | 'neighbour_graph' }>;
type Scattered = Extract<Figure, { kind: 'scatter' }>;

/** Stimuli in the plane, read point by point; in a graph with what each is joined to. */
export function MapFigure({ figure, ...rest }: DataFigureProps<Mapped>) {
  const [reading, setReading] = useState<string>();
  const [view, setView] = useState<'plane' | 'x' | 'y'>('plane');
  const cursor = useRef<number | undefined>(undefined);
  const scalp = figure.kind === 'scatter' && isOfElectrodes(figure) ? figure : undefined;
  const axis = scalp && view !== 'plane' ? view : undefined;
  const draw = async (width: number, most: number) => {
    if (scalp && axis) return drawScalp(scalp, axis, width, setReading);
    const options = {
      width,
      height: Math.round(Math.min(width * 0.78, most)),
      cursor: cursor.current,
      onRead: (at: PointReading | undefined) => {
        cursor.current = at?.point;
        setReading(at?.words);
      },
    };
    if (figure.kind === 'scatter') return (await import('../../figures/map')).map(figure, options);
    return (await import('../../figures/neighbour-graph')).neighbourGraph(figure, options);
  };
  const plane = figure.kind === 'scatter' ? t`The stimuli in the plane` : fromEngine(figure.title);
  return (
    <DataFrame
      {...rest}
      figure={figure}
      title={scalp && axis ? t`${nameOf(scalp, axis)} on the scalp` : plane}
      reading={reading ?? (axis ? t`Point at an electrode to read it.` : t`Point at a dot to read it.`)}
    >
      {scalp && (
        <Segments
          label={t`How the electrodes are shown`}
          value={view}
          options={[
            { value: 'plane', label: t`In the plane` },
            { value: 'x', label: t`Scalp: ${nameOf(scalp, 'x')}` },
            { value: 'y', label: t`Scalp: ${nameOf(scalp, 'y')}` },
          ]}
          onChoose={setView}
        />
      )}
      <Drawing draw={draw} on={[figure, axis]} />
      {scalp && axis && <p class="help">{scalpWords(scalp, axis)}</p>}
    </DataFrame>
  );
}

const isOfElectrodes = ({ labels, x, y }: Scattered) => areElectrodes(labels, x) && areElectrodes(labels, y);

const nameOf = (figure: Scattered, axis: 'x' | 'y') =>
  fromEngine(axis === 'x' ? figure.x_name : figure.y_name);

function drawScalp(figure: Scattered, axis: 'x' | 'y', width: number, onRead: (words?: string) => void) {
  const { caption, labels } = figure;
  const ramps = { sequential: readRamp('--ramp-similarity'), diverging: readRamp('--ramp-diverging') };
  return scalpMap(
    { caption, labels, values: figure[axis], name: nameOf(figure, axis) },
    { width, ramps, onRead },
  );
}

/** What was measured and what was not, and which rows are not there. */
function scalpWords(figure: Scattered, axis: 'x' | 'y'): string {
  const n = electrodesIn(figure.labels, figure[axis]).length;
  const n_left = figure.labels.length - n;
  const how = t`Only the ${n} dots were measured; the colours between are interpolated by spherical splines (Perrin et al. 1989) over the standard 10–10 places of a round head, not those of the person.`;
  return n_left === 0
    ? how
    : `${how} ${t`${n_left} rows have no known place, no number or one that is taken, and are left out.`}`;
}
