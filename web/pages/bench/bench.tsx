import { Margin } from './margin';
import { Masthead } from './masthead';
import { Plate } from './plate';

/** The bench: any model, any inputs, any sites. */
export function Bench() {
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it is page navigation; the hash itself is taken */}
      <a class="skip" href="#plate" onClick={toPlate}>
        Skip to the figures
      </a>
      <Masthead />
      <div class="bench">
        <Margin />
        <Plate />
      </div>
    </>
  );
}

/** The hash belongs to the recipe, so the skip link moves focus itself. */
function toPlate(event: Event) {
  event.preventDefault();
  document.getElementById('plate')?.focus();
}
