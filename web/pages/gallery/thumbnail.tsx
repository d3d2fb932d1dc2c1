import { useEffect, useRef, useState } from 'preact/hooks';
import { themeChange } from '../../components/use-theme';
import { fetchStoredRun, isStored } from '../../fetch/stored-experiments';
import { still } from '../../figures/still';
import type { Figure } from '../../lab/types';

/** Pixels below what is in view in which pictures are drawn ahead. */
const AHEAD = '300px';

/** A figure of an experiment's stored run, small and still. It is fetched and drawn when it comes near. */
export function Thumbnail({ slug }: { slug: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [figure, setFigure] = useState<Figure>();
  useEffect(() => {
    const element = place.current;
    if (!element || !isStored(slug)) return;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        watch.disconnect();
        // Without its picture a card says all that it has to say.
        fetchStoredRun(slug).then(
          ({ figures }) => setFigure(figures[0]),
          () => {},
        );
      },
      { rootMargin: AHEAD },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [slug]);
  useEffect(() => {
    if (!figure) return;
    let isCurrent = true;
    still(figure).then(
      (drawn) => isCurrent && place.current?.replaceChildren(drawn),
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [figure, themeChange.value]);
  return <div class="thumbnail" ref={place} inert aria-hidden="true" />;
}
