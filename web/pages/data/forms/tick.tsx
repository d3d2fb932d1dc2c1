import { data } from '../../../state/data';
import { change } from '../changes';

interface TickProps {
  field: 'hasIntervals' | 'hasTopology' | 'isCoded' | 'isAlphaShared' | 'hasPairs';
  words: string;
}

/** A setting that is on or off. */
export function Tick({ field, words }: TickProps) {
  return (
    <div class="pick">
      <label>
        <input
          type="checkbox"
          checked={data.value.form[field]}
          onChange={(event) => change({ [field]: event.currentTarget.checked })}
        />
        <span>{words}</span>
      </label>
    </div>
  );
}
