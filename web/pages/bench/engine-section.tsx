import { Section, Segments } from '../../components/section';
import { formatValue } from '../../figures/numbers';
import type { BackendFacts } from '../../lab/types';
import { bench } from '../../state/bench';
import { change } from './changes';

/** What computes, why, and the visitor's word in it. */
export function EngineSection() {
  const { recipe, capability } = bench.value;
  return (
    <Section title="Engine" aside={capability ? capability.chosen.toUpperCase() : 'measuring …'}>
      <Segments
        label="Engine"
        value={recipe.backend}
        options={[
          { value: 'auto', label: 'Faster one' },
          { value: 'cpu', label: 'CPU' },
          { value: 'gpu', label: 'GPU' },
        ]}
        onChoose={(backend) => change({ backend }, 0)}
      />
      {capability && (
        <>
          <p class="help">{capability.why}</p>
          <details>
            <summary>What this machine offers</summary>
            {capability.backends.map((facts) => (
              <BackendList key={facts.backend} facts={facts} isChosen={facts.backend === capability.chosen} />
            ))}
          </details>
        </>
      )}
    </Section>
  );
}

function BackendList({ facts, isChosen }: { facts: BackendFacts; isChosen: boolean }) {
  return (
    <dl class="backend">
      <dt>
        {facts.backend.toUpperCase()}
        {isChosen && ' (in use)'}
      </dt>
      <dd>
        {facts.name}, {facts.api}
      </dd>
      {facts.unavailable ? (
        <dd>Not usable: {facts.unavailable}</dd>
      ) : (
        <dd>{formatValue(facts.gflops ?? 0)} GFLOP/s measured</dd>
      )}
      {facts.limits.map(([name, value]) => (
        <dd key={name}>
          {name}: <span class="number">{value.toLocaleString('en')}</span>
        </dd>
      ))}
    </dl>
  );
}
