/** The second window: it asks the laptop for nothing, and shows what the window that opened it sends. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { capMarks } from '../../../core/text.ts';
import { channelName, type Shown, type Slide, type Told } from './slides.ts';
import { say } from './words.ts';
import './show.css';

const NEXT = ['ArrowRight', 'PageDown', ' ', 'Enter'];
const BACK = ['ArrowLeft', 'PageUp', 'Backspace'];
/** Of the height of the screen, in hundredths: from this size down until it fits. */
const LARGEST = 13;
const SMALLEST = 3;

/** @param props.id of the consultation */
export default function ReadBackWindow({ id }: { id: string }) {
  const [shown, setShown] = useState<Slide | null>(null);
  useEffect(() => {
    document.title = say('window.title');
    const channel = new BroadcastChannel(channelName(id));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel, not a window
    const tell = (told: Told): void => channel.postMessage(told);
    channel.addEventListener('message', ({ data }: MessageEvent<Shown>) => {
      if ('shown' in data) setShown(data.shown);
    });
    const press = (event: KeyboardEvent): void => {
      if (event.target instanceof HTMLButtonElement && (event.key === ' ' || event.key === 'Enter')) return;
      const by = NEXT.includes(event.key) ? 1 : BACK.includes(event.key) ? -1 : null;
      if (by === null || event.repeat) return;
      event.preventDefault();
      tell({ step: by });
    };
    window.addEventListener('keydown', press);
    tell({ hello: true });
    return () => {
      window.removeEventListener('keydown', press);
      channel.close();
    };
  }, [id]);
  const text = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const fit = (): void => {
      const box = text.current;
      if (box === null) return;
      for (let size = LARGEST; size >= SMALLEST; size -= 0.5) {
        box.style.fontSize = `${size}vh`;
        if (box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth) break;
      }
    };
    fit();
    window.addEventListener('resize', fit);
    void document.fonts.ready.then(fit);
    return () => window.removeEventListener('resize', fit);
  }, [shown]);
  return (
    <main class="read-window">
      {shown === null ? (
        <h1 class="read-window-empty">{say('window.empty')}</h1>
      ) : (
        <>
          <h1 class="read-window-kind">{say(`window.${shown.kind}`)}</h1>
          <div ref={text} class="read-window-text" role="status">
            {shown.title !== '' && <h2 dir="auto">{capMarks(shown.title)}</h2>}
            <p dir="auto">{capMarks(shown.text)}</p>
          </div>
          {/* What one person said is nobody else's to confirm. */}
          {shown.kind !== 'quote' && (
            <p class="read-window-ask">{say(shown.kind === 'draft' ? 'window.draft.ask' : 'window.ask')}</p>
          )}
        </>
      )}
      {document.fullscreenEnabled && (
        <button
          type="button"
          class="read-window-full"
          onClick={() => void document.documentElement.requestFullscreen().catch(() => undefined)}
        >
          {say('window.full')}
        </button>
      )}
    </main>
  );
}
