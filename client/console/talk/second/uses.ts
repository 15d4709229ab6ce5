/** What the second coder’s screen listens to: the keys of the page, and the words of post-its as they come. */
import { useEffect } from 'preact/hooks';
import type { CommentItem } from '../../../../core/api.ts';
import { isRefusal } from '../../../../core/refusal.ts';
import { ask } from '../../live/ask.ts';
import { later } from '../../useAsking.ts';
import { openPicker, pressNumber } from '../themeKeys.ts';
import type { SecondCoder } from './coder.ts';

const AGAIN_MS = 1500;

/** Asked for once the laptop answers, and again until it has told: until then post-its have no words here. */
export function useComments(coder: SecondCoder, consultation: string): void {
  const here = coder.desk.link.value === 'here';
  useEffect(() => {
    if (!here) return;
    let [gone, cancel] = [false, (): void => undefined];
    const get = async (): Promise<void> => {
      const path = `consultations/${encodeURIComponent(consultation)}/comments`;
      const all = await ask<CommentItem[]>('GET', path);
      if (gone) return;
      if (isRefusal(all)) cancel = later(() => void get(), AGAIN_MS);
      else coder.comments.value = all;
    };
    void get();
    return () => {
      gone = true;
      cancel();
    };
  }, [here, consultation, coder]);
}

export function useKeys(coder: SecondCoder): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.isComposing || event.altKey || event.defaultPrevented) return;
      const { target } = event;
      // A field and a list of choices have these keys for themselves, and a button its Enter.
      if (target instanceof Element && target.closest('input, select, textarea, dialog') !== null) return;
      if (event.key === 'Enter' && target instanceof Element && target.closest('button, a') !== null) return;
      if (keyed(event, coder)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [coder]);
}

/** @returns whether the key meant something */
function keyed({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent, coder: SecondCoder): boolean {
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() !== 'z') return false;
    if (shiftKey) coder.redo();
    else coder.undo();
    return true;
  }
  if (/^[1-9]$/u.test(key)) return coder.now.peek() !== undefined && pressNumber(key, coder);
  switch (key) {
    case 't':
    case '#':
      if (coder.now.peek() === undefined) return false;
      openPicker(coder);
      return true;
    case 'Enter':
      coder.next();
      return true;
    case 'ArrowRight':
      coder.go(1);
      return true;
    case 'ArrowLeft':
      coder.go(-1);
      return true;
    default:
      return false;
  }
}
