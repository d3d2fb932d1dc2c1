import { formatValue } from '../figures/numbers';
import type { BackendChoice, BackendFacts, Capability } from '../lab/types';
import { Section, Segments } from './section';

interface EngineSectionProps {
  choice: BackendChoice;
  /** What was measured, once it was. */
  capability: Capability | undefined;
  /** What is said before that. */
  waiting: string;
  isDisabled?: boolean;
  onChoose: (choice: BackendChoice) => void;
}

/** What computes, why, and the visitor's word in it. */
export function EngineSection({ choice, capability, waiting, isDisabled, onChoose }: EngineSectionProps) {
  return (
    <Section title="Engine" aside={capability ? capability.chosen.toUpperCase() : waiting}>
      <Segments
        label="Engine"
        value={choice}
        options={[
          { value: 'auto', label: 'Faster one', isDisabled },
          { value: 'cpu', label: 'CPU', isDisabled },
          { value: 'gpu', label: 'GPU', isDisabled },
        ]}
        onChoose={onChoose}
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
