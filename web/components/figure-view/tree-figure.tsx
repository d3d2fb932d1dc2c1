import { useMemo, useRef, useState } from 'preact/hooks';
import { cutInWords, dendrogram } from '../../figures/dendrogram';
import type { Figure } from '../../lab/types';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';
import { Drawing } from '../drawing';
import { FigureFrame } from '../figure-frame';
import type { FigureViewProps } from './figure-view';

/** A tree of groups that can be cut elsewhere; table and files follow the cut. */
export function TreeFigure({ figure, ...rest }: FigureViewProps<Extract<Figure, { kind: 'tree' }>>) {
  const [chosen, setChosen] = useState<number>();
  const [reading, setReading] = useState<string>();
  const leaf = useRef<number | undefined>(undefined);
  const nGroups = Math.min(chosen ?? figure.n_groups, figure.order.length);
  const cut = useMemo(() => ({ ...figure, n_groups: nGroups }), [figure, nGroups]);
  const draw = (width: number, most: number) =>
    dendrogram(cut, {
      width,
      most,
      nGroups,
      onCut: (next) => {
        setChosen(next);
        setReading(undefined);
      },
      leaf: leaf.current,
      onRead: (at) => {
        leaf.current = at?.leaf;
        setReading(at?.words);
      },
    });
  const hint = t`Click at a height to cut there; with the keyboard, left and right move the cut.`;
  return (
    <FigureFrame
      {...rest}
      figure={cut}
      title={fromEngine(figure.title)}
      reading={reading ?? `${cutInWords(cut, nGroups)} ${hint}`}
    >
      <Drawing draw={draw} on={[cut]} />
    </FigureFrame>
  );
}
