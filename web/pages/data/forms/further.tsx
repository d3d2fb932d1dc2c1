import { MetricCard } from '../../../components/metric-card';
import { data } from '../../../state/data';

/** The cards of numbers that a task gives beside what is chosen by name. */
export function Further({ names }: { names: readonly string[] }) {
  const listed = data.value.list?.further.filter(({ name }) => names.includes(name)) ?? [];
  return (
    <>
      {listed.map(({ name, card }) => (
        <MetricCard key={name} card={card} words={card.title} />
      ))}
    </>
  );
}
