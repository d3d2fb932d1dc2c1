import { useEffect, useState } from 'preact/hooks';
import { AnalysisSection } from './analysis-section';
import { EngineSection } from './engine-section';
import { InputsSection } from './inputs-section';
import { ModelSection } from './model-section';
import { RecipeSection } from './recipe-section';
import { SitesSection } from './sites-section';

/** From this width on the controls stand beside the plate; below they fold away. Also in styles/bench.css. */
const BESIDE = '(min-width: 62rem)';

/** The controls, in the order of the flow: model, inputs, sites, analysis. */
export function Margin() {
  const [isBeside, setIsBeside] = useState(() => matchMedia(BESIDE).matches);
  useEffect(() => {
    const query = matchMedia(BESIDE);
    const follow = () => setIsBeside(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  const sections = (
    <>
      <ModelSection />
      <InputsSection />
      <SitesSection />
      <AnalysisSection />
      <EngineSection />
      <RecipeSection />
    </>
  );
  return (
    <aside class="margin" aria-label="Controls">
      {isBeside ? (
        sections
      ) : (
        <details class="fold">
          <summary>Change model, inputs, sites, analysis</summary>
          {sections}
        </details>
      )}
    </aside>
  );
}
