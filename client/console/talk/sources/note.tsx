/** The note on a passage: saved as its field is left, whatever it is left for. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { LIMITS } from '../../../../core/limits.ts';
import type { Passage } from '../../../../core/talk/sources.ts';
import { useUnsaved } from '../../useUnsaved.ts';
import { whenForgotten } from '../kept.ts';
import { beforeHidden, typedText, withoutHidden } from '../typed.ts';
import type { TextCoder } from './coder.ts';
import { sayText } from './words.ts';

/** @param props.off nothing may be written now */
export function Note({ coder, passage, off }: { coder: TextCoder; passage: Passage; off: boolean }) {
  /** What is typed, and the note as it stood before; null: nothing is, and the field shows what stands. */
  const [typing, setTyping] = useState<{ text: string; seen: string } | null>(null);
  const [hidden, setHidden] = useState<string | null>(null);
  // Not only drawn: a field that goes is left and gone before anything is drawn again, and saved once.
  const now = useRef(typing);
  const type = (next: typeof typing): void => {
    now.current = next;
    setTyping(next);
  };
  /** @param goes the field is gone: what cannot be kept as it is has nobody to mend it */
  const save = (goes = false): void => {
    const { current } = now;
    if (current === null) return;
    const note = typedText(goes ? withoutHidden(current.text) : current.text);
    if (note === null) return setHidden(beforeHidden(current.text));
    type(null);
    // Over what was seen: what another device has written meanwhile is not taken for that.
    if (note !== current.seen) coder.edit({ ...passage, note: current.seen }, { note });
  };
  const last = useRef(save);
  last.current = save;
  useEffect(() => {
    const stop = whenForgotten(() => type(null));
    return () => {
      // Another passage or page has come, or it was removed elsewhere: the field is gone before it was left.
      last.current(true);
      stop();
    };
  }, []);
  // With a character that nobody sees it is not, and goes unasked nowhere.
  const saves = typing === null || typedText(typing.text) !== null;
  useUnsaved(typing !== null && typing.text !== typing.seen, undefined, saves);
  return (
    <>
      <label class="source-note">
        <span>{sayText('passage.note')}</span>
        <textarea
          rows={1}
          dir="auto"
          disabled={off}
          maxLength={LIMITS.passageNote}
          placeholder={sayText('passage.note.hint')}
          value={typing?.text ?? passage.note}
          onInput={(event) => {
            setHidden(null);
            type({ text: event.currentTarget.value, seen: typing?.seen ?? passage.note });
          }}
          onBlur={() => save()}
        />
      </label>
      {hidden !== null && (
        <p class="bad" role="alert">
          {sayText('edit.hidden', { before: hidden })}
        </p>
      )}
    </>
  );
}
