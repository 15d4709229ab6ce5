/** What is read back, as the template takes it. */
import type { NamesChanged } from '../../core/caseStudies/namesChanged.ts';
import { speaker } from '../../core/message.ts';
import { readBackPaperEn } from '../../core/messages/readBackPaper.en.ts';
import type { Said } from '../report/pdf/said.ts';
import type { SheetSource } from './sheetHead.ts';
import { LANGUAGE, said } from './words.ts';

/** What was picked. */
export interface Picked {
  themes: string[];
  quotes: string[];
  caseStudies: { title: string; text: string }[];
  /** Whether names in them were changed. */
  changed: NamesChanged;
}

/** What is printed. It crosses to the thread as it is. */
export interface ReadBackSource extends SheetSource, Picked {}

export const say = speaker(readBackPaperEn, LANGUAGE);

type Item =
  | { kind: 'theme'; text: Said }
  | { kind: 'quote'; text: Said }
  | {
      kind: 'study';
      /** Null: it stands above everything. */
      heading: Said | null;
      parts: Said[];
    };

export interface Part {
  /** Null: it goes on with the one before. */
  heading: Said | null;
  note: Said | null;
  items: Item[];
  /** It begins a page. */
  breaks: boolean;
}

/** What is said of names; null: nothing. */
export function namesNote(changed: NamesChanged): string | null {
  return changed === 'none' ? null : say(`studies.names.${changed}`);
}

/** Themes, then quotes, then case studies, each under a heading of its own. */
export function partsOf({ themes, quotes, caseStudies, changed }: Picked): Part[] {
  const part = (heading: string, note: string | null, items: Item[]): Part => ({
    heading: said(heading),
    note: note === null ? null : said(note),
    items,
    breaks: false,
  });
  const all = [
    part(
      say('themes'),
      null,
      themes.map((text) => ({ kind: 'theme', text: said(text) })),
    ),
    part(
      say('quotes'),
      // Nobody can confirm or mend what one person said, and nothing tells where it was said.
      say('quotes.note'),
      quotes.map((text) => ({ kind: 'quote', text: said(`“${text}”`) })),
    ),
    part(
      say(caseStudies.length === 1 ? 'studies' : 'studies.many'),
      namesNote(changed),
      caseStudies.map(({ title, text }) => storyOf(title, text)),
    ),
  ];
  return all.filter(({ items }) => items.length > 0);
}

/** One person's story, for that person alone. */
export interface DraftSource extends SheetSource {
  draft: {
    /** Empty: none yet. */
    title: string;
    text: string;
    changed: NamesChanged;
  };
}

/** A story as paragraphs under its title. */
export const storyOf = (title: string, text: string): Item => ({
  kind: 'study',
  heading: said(title),
  parts: text
    .split(/\n+/u)
    .filter((line) => line.trim() !== '')
    .map((line) => said(line)),
});

/** The same in two halves, the second of which begins a page: the last part, else the half of the only one. */
export function halved(parts: readonly Part[]): Part[] {
  const last = parts.at(-1);
  if (last === undefined) return [];
  const before = parts.slice(0, -1);
  if (before.length > 0) return [...before, { ...last, breaks: true }];
  const half = Math.ceil(last.items.length / 2);
  const rest = last.items.slice(half);
  const first = { ...last, items: last.items.slice(0, half) };
  return rest.length === 0 ? [first] : [first, { heading: null, note: null, items: rest, breaks: true }];
}
