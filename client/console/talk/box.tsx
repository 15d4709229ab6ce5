/** Where a point is typed. The field is the browser's own: nothing that arrives touches its text or its caret. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { LIMITS } from '../../../core/limits.ts';
import { findPersonal } from '../../../core/personal/findPersonal.ts';
import { codePoints } from '../../../core/text.ts';
import { Marks } from './marks.tsx';
import type { Scribe } from './scribe.ts';
import { openPicker } from './themeKeys.ts';
import { Full, ThemePicker } from './themePicker.tsx';
import { beforeHidden } from './typed.ts';
import { lists, say } from './words.ts';

/** How long after the last letter signs of a person are looked for, in milliseconds. */
const LOOK_AFTER_MS = 200;

export function BoxShown({ scribe }: { scribe: Scribe }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const marks = useRef<HTMLDivElement>(null);
  const box = scribe.box.value;
  const back = (): void => (box.at === 'postit' ? marks : field).current?.focus();
  // Before it is painted: whoever types fast must not lose a letter. What was opened is typed in at once; on the way it is never taken from where somebody types.
  const first = useRef(true);
  useLayoutEffect(() => {
    const { current } = field;
    if (current !== null) {
      current.value = scribe.text.peek();
      current.setSelectionRange(current.value.length, current.value.length);
    }
    if (!first.current || document.activeElement === document.body) back();
    first.current = false;
  }, [box]);
  const calls = scribe.calls.value;
  useLayoutEffect(() => {
    if (calls > 0) back();
  }, [calls]);
  // After saving, the field is empty again.
  useEffect(
    () =>
      scribe.text.subscribe((text) => {
        if (field.current !== null && field.current.value !== text) field.current.value = text;
      }),
    [scribe],
  );
  return (
    <section class="scribe-box" aria-label={say(`box.${box.at === 'point' ? 'change' : box.at}`)}>
      <p class="scribe-box-head">
        <strong>{say(`box.${box.at === 'point' ? 'change' : box.at}`)}</strong>
        {box.at !== 'new' && (
          <button type="button" class="button small" onClick={() => scribe.open({ at: 'new' })}>
            {say('box.back')}
          </button>
        )}
        {box.at === 'point' && (
          <button type="button" class="button small" onClick={() => scribe.remove()}>
            {say('box.remove')}
          </button>
        )}
      </p>
      {box.at === 'postit' ? (
        <blockquote class="scribe-postit" dir="auto">
          {box.text}
        </blockquote>
      ) : (
        <textarea
          ref={field}
          rows={2}
          dir="auto"
          aria-label={say('box.field')}
          placeholder={say('box.hint')}
          onInput={(event) => {
            scribe.text.value = event.currentTarget.value;
          }}
          onKeyDown={(event) => onKey(event, scribe)}
        />
      )}
      {box.at !== 'postit' && <Signs scribe={scribe} />}
      {scribe.picking.value === 'theme' && <ThemePicker scribe={scribe} back={back} />}
      <Full of={scribe} />
      <Marks scribe={scribe} box={marks} back={() => field.current?.focus()} />
      <button
        type="button"
        class="button button-main scribe-save"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          scribe.save();
          back();
        }}
      >
        {say(box.at === 'new' ? 'box.save' : 'box.done')}
      </button>
    </section>
  );
}

function onKey(event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }, scribe: Scribe): void {
  if (event.isComposing || event.altKey) return;
  const field = event.currentTarget;
  const empty = field.value === '';
  const box = scribe.box.peek();
  const done = (): void => event.preventDefault();
  if (event.ctrlKey || event.metaKey) {
    // A text that is being changed has an undo of the browser's own.
    if (event.key.toLowerCase() === 'z' && empty) {
      done();
      if (event.shiftKey) scribe.desk.redo();
      else scribe.desk.undo();
    } else if (event.key === 'Enter') {
      done();
      scribe.save();
    }
  } else if (event.key === 'Enter' && !event.shiftKey) {
    done();
    scribe.save();
  } else if (event.key === 'Escape' && scribe.picking.peek() !== 'none') {
    done();
    scribe.picking.value = 'none';
  } else if (event.key === 'Escape' && box.at !== 'new') {
    done();
    scribe.open({ at: 'new' });
  } else if (event.key === 'ArrowUp' && empty && box.at === 'new') {
    const last = scribe.last();
    if (last === undefined) return;
    done();
    scribe.open({ at: 'point', id: last.id });
  } else if (event.key === '+' && empty && box.at === 'new') {
    const last = scribe.last();
    if (last === undefined) return;
    done();
    scribe.hand(1, last);
    scribe.told.value = say('hands.last', { n: last.hands + 1 });
  } else if (event.key === '#' && /(^|\s)$/u.test(field.value.slice(0, field.selectionStart))) {
    done();
    openPicker(scribe);
  }
}

/** Pointed out once typing rests, as for comments; nothing is changed. */
function Signs({ scribe }: { scribe: Scribe }) {
  const [found, setFound] = useState<string[]>([]);
  const [over, setOver] = useState(0);
  const [hidden, setHidden] = useState<string | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = scribe.text.subscribe((text) => {
      clearTimeout(timer);
      if (text === '') {
        setFound([]);
        setOver(0);
        setHidden(null);
        return;
      }
      timer = setTimeout(() => {
        const own = scribe.desk.about.peek()?.lists ?? { names: [], places: [] };
        const signs = findPersonal(text, { ...own, staff: [] });
        setFound([...new Set(signs.map(({ from, to }) => text.slice(from, to)))]);
        setHidden(beforeHidden(text));
        setOver(Math.max(0, codePoints(text.trim()) - LIMITS.pointText));
      }, LOOK_AFTER_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [scribe]);
  return (
    <div class="scribe-signs" role="status">
      {hidden !== null && <p class="bad">{say('box.hidden', { before: hidden })}</p>}
      {over > 0 && <p class="bad">{say('box.long', { n: over })}</p>}
      {found.length > 0 && <p>{say('box.names', { list: lists.format(found) })}</p>}
    </div>
  );
}
