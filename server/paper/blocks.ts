/** Pieces of a sheet of running text: the consent sheet, help, the script, and what is in the pack. */
import type { Said } from '../report/pdf/said.ts';
import { said } from './words.ts';

export type Piece =
  /** A paragraph of ours; `leads`: to what comes next, on whose page it is; `strong`: what must not be overlooked. */
  | { kind: 'p' | 'leads' | 'strong' | 'note'; text: Said }
  /** A text of the consultation's own. */
  | { kind: 'own'; text: Said }
  | { kind: 'list' | 'ticks'; items: Said[] }
  /** Null: left to be filled in by hand. */
  | { kind: 'facts'; items: { name: Said; value: Said | null }[] }
  /** Said aloud, word for word; `large`: a statement. */
  | { kind: 'say'; texts: (Said & { large?: true })[] }
  /** A label with a line to write on behind it. */
  | { kind: 'line'; text: Said }
  /** Counts to read back: a word and a short line each. */
  | { kind: 'counts'; items: Said[] };

export interface Chapter {
  heading: Said;
  pieces: Piece[];
}

/** A sheet that runs over as many pages as it needs. */
export interface TextPart {
  kind: 'text';
  heading: string;
  /** Under the heading. */
  lead: Said | null;
  chapters: Chapter[];
  /** In larger type: it hangs on a wall too. */
  big?: boolean;
}

export const p = (text: string): Piece => ({ kind: 'p', text: said(text) });
export const leads = (text: string): Piece => ({ kind: 'leads', text: said(text) });
export const strong = (text: string): Piece => ({ kind: 'strong', text: said(text) });
export const note = (text: string): Piece => ({ kind: 'note', text: said(text) });
export const list = (items: readonly string[]): Piece => ({ kind: 'list', items: items.map((t) => said(t)) });
export const ticks = (items: readonly string[]): Piece => ({
  kind: 'ticks',
  items: items.map((t) => said(t)),
});
export const line = (text: string): Piece => ({ kind: 'line', text: said(text) });
export const aloud = (...texts: string[]): Piece => ({ kind: 'say', texts: texts.map((t) => said(t)) });
/** A text of the consultation's own, or nothing where it is empty. */
export const own = (text: string): Piece[] => (text === '' ? [] : [{ kind: 'own', text: said(text) }]);
/** Facts with a line to write on where they are empty. */
export const facts = (items: readonly (readonly [string, string])[]): Piece => ({
  kind: 'facts',
  items: items.map(([name, value]) => ({ name: said(name), value: value === '' ? null : said(value) })),
});
export const chapter = (heading: string, pieces: readonly Piece[]): Chapter => ({
  heading: said(heading),
  pieces: joined(pieces),
});

/** What is said in one breath stands beside one bar. */
function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (piece.kind === 'say' && last?.kind === 'say')
      out[out.length - 1] = { kind: 'say', texts: [...last.texts, ...piece.texts] };
    else out.push(piece);
  }
  return out;
}
