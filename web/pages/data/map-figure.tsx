import { useRef, useState } from 'preact/hooks';
import { Drawing } from '../../components/drawing';
import { FigureFrame } from '../../components/figure-frame';
import type { FigureViewProps } from '../../components/figure-view/figure-view';
import { Choice, Segments } from '../../components/section';
import type { Valued, ValuedScatter } from '../../figures/flat-map';
import type { PointReading } from '../../figures/map';
import { areElectrodes, electrodesIn, scalpMap } from '../../figures/scalp-map';
import type { Figure } from '../../lab/types';
import { updateData } from '../../state/data';
import { asProblem } from '../../state/problem';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';
import { valueNames, valuesOf } from './values';

type Scattered = Extract<Figure, { kind: 'scatter' }>;

/** Most points that are coloured by a value, each an element of its own. */
const MOST_VALUED = 5000;

/** Stimuli in the plane, read point by point, or as values on a scalp or at their places. */
export function MapFigure({ figure, ...rest }: FigureViewProps<Scattered>) {
  const [reading, setReading] = useState<string>();
  const [view, setView] = useState<'plane' | 'x' | 'y'>('plane');
  const [valued, setValued] = useState<Valued>();
  const cursor = useRef<number | undefined>(undefined);
  const scalp = isOfElectrodes(figure) ? figure : undefined;
  const axis = scalp && view !== 'plane' ? view : undefined;
  // Values of another figure's stimuli are no longer those of this one.
  const shown = !axis && valued?.values.length === figure.labels.length ? valued : undefined;
  const draw = async (width: number, most: number) => {
    if (scalp && axis) return drawScalp(scalp, axis, width, setReading);
    if (shown)
      return (await import('../../figures/flat-map')).flatMap(figure, shown, {
        width,
        most,
        onRead: setReading,
      });
    const options = {
      width,
      height: Math.round(Math.min(width * 0.78, most)),
      cursor: cursor.current,
      onRead: (at: PointReading | undefined) => {
        cursor.current = at?.point;
        setReading(at?.words);
      },
    };
    return (await import('../../figures/map')).map(figure, options);
  };
  const framed: Scattered | (ValuedScatter & { kind: 'scatter' }) = shown
    ? { ...figure, valued: shown }
    : figure;
  return (
    <FigureFrame
      {...rest}
      figure={framed}
      title={titleOf(figure, axis, shown)}
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
      {!axis && <ColourChoice n={figure.labels.length} chosen={shown} onChoose={setValued} />}
      <Drawing draw={draw} on={[figure, axis, shown]} />
      {scalp && axis && <p class="help">{scalpWords(scalp, axis)}</p>}
      {shown && (
        <p class="help">{t`Each dot has the colour of its value; one without a number is hollow. Nothing is interpolated.`}</p>
      )}
    </FigureFrame>
  );
}

/** Which array of one number a stimulus the dots take their colours from, where there is one. */
function ColourChoice({
  n,
  chosen,
  onChoose,
}: {
  n: number;
  chosen: Valued | undefined;
  onChoose: (valued: Valued | undefined) => void;
}) {
  const names = n > MOST_VALUED ? [] : valueNames(n);
  if (names.length === 0) return null;
  const choose = async (name: string) => {
    try {
      onChoose(name === '' ? undefined : { name, values: await valuesOf(name) });
    } catch (error) {
      updateData({ problem: asProblem(error) });
    }
  };
  return (
    <div class="colour-by">
      <Choice
        label={t`Colour by a value`}
        value={chosen?.name ?? ''}
        options={[{ value: '', label: t`no value` }, ...names.map((name) => ({ value: name, label: name }))]}
        onChoose={(name) => void choose(name)}
      />
    </div>
  );
}

function titleOf(figure: Scattered, axis: 'x' | 'y' | undefined, valued: Valued | undefined): string {
  if (axis) return t`${nameOf(figure, axis)} on the scalp`;
  return valued ? t`${valued.name} at its places` : t`The stimuli in the plane`;
}

const isOfElectrodes = ({ labels, x, y }: Scattered) => areElectrodes(labels, x) && areElectrodes(labels, y);

const nameOf = (figure: Scattered, axis: 'x' | 'y') =>
  fromEngine(axis === 'x' ? figure.x_name : figure.y_name);

function drawScalp(figure: Scattered, axis: 'x' | 'y', width: number, onRead: (words?: string) => void) {
  const { caption, labels } = figure;
  return scalpMap({ caption, labels, values: figure[axis], name: nameOf(figure, axis) }, { width, onRead });
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
