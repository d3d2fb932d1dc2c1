import { useId, useRef, useState } from 'preact/hooks';
import { type Embed, PLAIN_EMBED } from '../state/embed';
import type { Theme } from '../state/theme';
import { t } from '../words/words';
import { NumberField } from './fields';
import { type Frame, iframeOf } from './iframe';
import { Choice, Segments } from './section';

/** A figure that can be shown alone. */
export interface NamedFigure {
  id: string;
  title: string;
}

interface EmbedDialogProps {
  makeLink: () => { address: string };
  figures: readonly NamedFigure[];
}

const USUAL_HEIGHT = 640;

/** A button that opens what it takes to show the page within another. */
export function EmbedButton({ makeLink, figures }: EmbedDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const open = () => {
    setIsOpen(true);
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" onClick={open}>{t`Embed`}</button>
      <dialog class="embed-dialog" ref={dialog} aria-labelledby={id} onClose={() => setIsOpen(false)}>
        <h2 id={id}>{t`Show this within another page`}</h2>
        {isOpen && <Switches makeLink={makeLink} figures={figures} />}
        <form method="dialog">
          <button type="submit" class="quiet">{t`Close`}</button>
        </form>
      </dialog>
    </>
  );
}

function Switches({ makeLink, figures }: EmbedDialogProps) {
  const [{ embed, width, height }, setFrame] = useState<Frame>({
    embed: PLAIN_EMBED,
    width: undefined,
    height: USUAL_HEIGHT,
  });
  const change = (patch: Partial<Frame>) => setFrame((before) => ({ ...before, ...patch }));
  const choose = (patch: Partial<Embed>) => change({ embed: { ...embed, ...patch } });
  return (
    <div class="switches">
      {figures.length > 1 && (
        <Choice
          label={t`Figure`}
          value={embed.figure}
          options={[
            { value: '', label: t`All of them` },
            ...figures.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          onChoose={(figure) => choose({ figure })}
        />
      )}
      <Tick
        label={t`With the controls`}
        isOn={embed.hasControls}
        onTick={(hasControls) => choose({ hasControls })}
      />
      <Tick
        label={t`With what comes along to try: models, sets, tasks`}
        isOn={embed.hasExamples}
        onTick={(hasExamples) => choose({ hasExamples })}
      />
      <Segments
        label={t`Theme of the embedded page`}
        value={embed.theme}
        options={[
          { value: 'auto', label: t`Auto` },
          { value: 'light', label: t`Light` },
          { value: 'dark', label: t`Dark` },
        ]}
        onChoose={(theme: Theme) => choose({ theme })}
      />
      <Tick
        label={t`As wide as there is room`}
        isOn={width === undefined}
        onTick={(isFull) => change({ width: isFull ? undefined : 800 })}
      />
      {width !== undefined && (
        <NumberField
          label={t`Width in pixels`}
          value={width}
          least={240}
          most={4000}
          onChange={(width) => change({ width })}
        />
      )}
      <NumberField
        label={t`Height in pixels`}
        value={height}
        least={160}
        most={4000}
        onChange={(height) => change({ height })}
      />
      <CopyHtml html={iframeOf(makeLink().address, { embed, width, height })} />
    </div>
  );
}

function CopyHtml({ html }: { html: string }) {
  const [words, setWords] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(html);
      setWords(t`Copied. Put it into the HTML of your page.`);
    } catch {
      setWords(t`Copying is not allowed here; select the text and copy it by hand.`);
    }
  };
  return (
    <>
      <label class="lines">
        <span>{t`HTML of the frame`}</span>
        <textarea readOnly rows={5} value={html} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <p class="picks">
        <button type="button" class="primary" onClick={() => void copy()}>{t`Copy iframe`}</button>{' '}
        <span role="status" class="help">
          {words}
        </span>
      </p>
    </>
  );
}

function Tick({ label, isOn, onTick }: { label: string; isOn: boolean; onTick: (isOn: boolean) => void }) {
  return (
    <label class="tick">
      <input type="checkbox" checked={isOn} onChange={(event) => onTick(event.currentTarget.checked)} />{' '}
      {label}
    </label>
  );
}
