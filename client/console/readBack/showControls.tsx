/** The second window, driven from this one. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { capMarks } from '../../../core/text.ts';
import { channelName, makeShowing, type Slide } from './slides.ts';
import { say } from './words.ts';

export function ShowControls(props: {
  consultation: string;
  /** What would be shown. */
  slides: readonly Slide[];
  label: string;
  hint: string;
}) {
  const { consultation, label, hint } = props;
  const showing = useMemo(() => makeShowing(new BroadcastChannel(channelName(consultation))), [consultation]);
  const [blocked, setBlocked] = useState(false);
  useEffect(() => {
    const leave = (): void => showing.close();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [showing]);
  const at = showing.at.value;
  const slides = showing.slides.value;
  const hidden = showing.hidden.value;
  const open = (): void => {
    showing.show(props.slides);
    // By its name, so that a second press takes the window that is there.
    const url = `/console/c/${encodeURIComponent(consultation)}/read-back-window`;
    setBlocked(window.open(url, `read-back-${consultation}`, 'popup,width=1280,height=720') === null);
  };
  return (
    <div class="read-show">
      <button type="button" class="button" disabled={props.slides.length === 0} onClick={open}>
        {label}
      </button>
      <p class="soft">{hint}</p>
      {blocked && <p role="alert">{say('show.blocked')}</p>}
      {at !== null && (
        <section aria-label={label}>
          <p class={hidden ? 'read-now soft' : 'read-now'} dir="auto">
            {capMarks(slides[at]?.text ?? '')}
          </p>
          <p role="status" class="soft">
            {say('show.at', { at: at + 1, of: slides.length })}
          </p>
          <div class="row">
            <button type="button" class="button" disabled={at === 0} onClick={() => showing.step(-1)}>
              ← {say('show.back')}
            </button>
            <button
              type="button"
              class="button"
              disabled={at === slides.length - 1}
              onClick={() => showing.step(1)}
            >
              {say('show.next')} →
            </button>
            <button type="button" class="button" onClick={() => showing.hide(!hidden)}>
              {say(hidden ? 'show.again' : 'show.nothing')}
            </button>
          </div>
        </section>
      )}
    </div>
  );
}
