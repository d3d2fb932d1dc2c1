import { formatValue } from '../figures/numbers';
import type { BackendChoice, BackendFacts, Capability } from '../lab/types';
import { fromEngine } from '../words/engine';
import { EngineWords } from '../words/engine-words';
import { grouped } from '../words/numbers';
import { t } from '../words/words';
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
    <Section title={t`Engine`} topic="engine" aside={capability ? capability.chosen.toUpperCase() : waiting}>
      <Segments
        label={t`Engine`}
        value={choice}
        options={[
          { value: 'auto', label: t`Faster one`, isDisabled },
          { value: 'cpu', label: 'CPU', isDisabled },
          { value: 'gpu', label: 'GPU', isDisabled },
        ]}
        onChoose={onChoose}
      />
      {capability && (
        <>
          <p class="help">
            <EngineWords text={capability.why} />
          </p>
          <details>
            <summary>{t`What this machine offers`}</summary>
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
        {isChosen && ` ${t`(in use)`}`}
      </dt>
      <dd>
        {facts.name}, {facts.api}
      </dd>
      {facts.unavailable ? (
        <dd>{t`Not usable: ${fromEngine(facts.unavailable)}`}</dd>
      ) : (
        <dd>{t`${formatValue(facts.gflops ?? 0)} GFLOP/s measured`}</dd>
      )}
      {facts.limits.map(([name, value]) => (
        <dd key={name}>
          {fromEngine(name)}: <span class="number">{grouped(value)}</span>
        </dd>
      ))}
    </dl>
  );
}
