/** What the second window is sent: one slide at a time, and never the next. */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { Thing } from './things.ts';

export interface Slide {
  kind: 'theme' | 'quote' | 'study';
  /** Of a case study's first part. */
  title: string;
  text: string;
}

/** From the window that opened it: what to show, null for nothing. */
export interface Shown {
  shown: Slide | null;
}
/** From the second window: it is there, or a clicker was pressed in it. */
export interface Told {
  hello?: true;
  step?: 1 | -1;
}

export const channelName = (consultation: string): string => `standpoint-read-back-${consultation}`;

/** Letters that can be read from the back of a room at a time. */
const MOST = 420;

/** A case study in parts that end with a sentence; one that is too long by itself is broken between words. */
export function slidesOf(things: readonly Thing[]): Slide[] {
  return things.flatMap(({ about, words, title }): Slide[] => {
    if (about === 'theme') return [{ kind: 'theme', title: '', text: words }];
    if (about !== 'caseStudy') return [{ kind: 'quote', title: '', text: `“${words}”` }];
    return partsOf(words).map((text, i) => ({ kind: 'study', title: i === 0 ? title : '', text }));
  });
}

function partsOf(text: string): string[] {
  const sentences = text
    .split(/\n+/u)
    .flatMap((paragraph) => paragraph.match(/\S.*?(?:[.!?…]["'”’)]*(?=\s)|$)/gsu) ?? [])
    .flatMap((sentence) => (sentence.length <= MOST ? [sentence] : wordsOf(sentence)));
  const parts: string[] = [];
  for (const sentence of sentences) {
    const last = parts.at(-1);
    if (last === undefined || last.length + 1 + sentence.trim().length > MOST) parts.push(sentence);
    else parts[parts.length - 1] = `${last.trimEnd()} ${sentence}`;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Words, and what is too long for a word letter by letter. */
function wordsOf(sentence: string): string[] {
  return sentence
    .split(/\s+/u)
    .filter((word) => word !== '')
    .flatMap((word) => (word.length <= MOST ? [word] : (word.match(/.{1,400}/gsu) ?? [])));
}

export interface Showing {
  /** Which one is shown, from 0; null: none. */
  at: ReadonlySignal<number | null>;
  slides: ReadonlySignal<readonly Slide[]>;
  /** Begins, or goes on with other slides from the first. */
  show(slides: readonly Slide[]): void;
  /** To the one before or after. */
  step(by: 1 | -1): void;
  /** Shows nothing, or what was there before. */
  hide(hidden: boolean): void;
  hidden: ReadonlySignal<boolean>;
  close(): void;
}

export function makeShowing(channel: BroadcastChannel): Showing {
  const at = signal<number | null>(null);
  const slides = signal<readonly Slide[]>([]);
  const hidden = signal(false);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel, not a window
  const tell = (what: Shown): void => channel.postMessage(what);
  const send = (): void => {
    const one = at.value === null || hidden.value ? null : (slides.value[at.value] ?? null);
    tell({ shown: one });
  };
  const step = (by: 1 | -1): void => {
    const next = (at.value ?? 0) + by;
    if (at.value === null || next < 0 || next >= slides.value.length) return;
    at.value = next;
    hidden.value = false;
    send();
  };
  channel.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    if (data.step === 1 || data.step === -1) step(data.step);
    else if (data.hello === true) send();
  });
  return {
    at,
    slides,
    hidden,
    show: (all) => {
      slides.value = all;
      at.value = all.length === 0 ? null : 0;
      hidden.value = false;
      send();
    },
    step,
    hide: (now) => {
      hidden.value = now;
      send();
    },
    close: () => {
      tell({ shown: null });
      channel.close();
    },
  };
}
