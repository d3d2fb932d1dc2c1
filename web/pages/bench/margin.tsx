import { EngineSection } from '../../components/engine-section';
import { Margin } from '../../components/margin';
import { bench } from '../../state/bench';
import { t } from '../../words/words';
import { AnalysisSection } from './analysis-section';
import { change } from './changes';
import { ChangesSection } from './changes-section';
import { InputsSection } from './inputs-section';
import { KeptSection } from './kept-section';
import { ModelSection } from './model-section';
import { RecipeSection } from './recipe-section';
import { SitesSection } from './sites-section';
import { ViewsSection } from './views-section';

/** The controls, in the order of the flow: model, inputs, sites, analysis. */
export function BenchMargin() {
  const { recipe, capability } = bench.value;
  return (
    <Margin summary={t`Change model, inputs, sites, analysis`}>
      <ModelSection />
      <InputsSection />
      <ViewsSection />
      <SitesSection />
      <ChangesSection />
      <AnalysisSection />
      <EngineSection
        choice={recipe.backend}
        capability={capability}
        waiting={t`measuring …`}
        onChoose={(backend) => change({ backend }, 0)}
      />
      <RecipeSection />
      <KeptSection />
    </Margin>
  );
}
