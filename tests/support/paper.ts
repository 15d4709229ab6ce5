/** Packs to print, and where what stands on their pages is. */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Consultation } from '../../core/consultation.ts';
import { PAPER_PARTS, type PaperOrder } from '../../core/paper.ts';
import type { Session } from '../../core/session.ts';
import type { PackFileKind } from '../../server/paper/pack.ts';
import { setPack } from '../../server/paper/setPack.ts';
import type { PackSource } from '../../server/paper/source.ts';
import { factsOf } from '../../server/use/sheets.ts';
import { plain } from './readReport.ts';

/** A point of print in millimetres. */
const MM = 25.4 / 72;

export const ALL_BUT_CODES = PAPER_PARTS.filter((part) => part !== 'codes');

export function statement(id: string, text: string): Consultation['statements'][number] {
  const wordings = [{ group: null, lang: 'en', text }];
  return { id, notes: '', picture: null, scale: null, version: 1, wordings, earlier: [] };
}

export const group = (id: string, label: string) => ({ id, label, roomLabel: '' });

function paperConsultation(change: Partial<Consultation> = {}): Consultation {
  return {
    id: 'c',
    title: 'What we expect',
    aim: '',
    askedBy: '',
    ledBy: '',
    answeredBy: '',
    answerDue: '',
    decided: '',
    open: '',
    words: { dangerTo: '', helpFrom: '', complainTo: '', withdrawUntil: '', consent: '', rights: '' },
    languages: ['en'],
    scale: { kind: 'agreement-5', declines: ['n', 'x'] },
    groups: [],
    statements: [statement('s1', 'They call me back'), statement('s2', 'They come when they said')],
    rounds: 1,
    roundOrder: 'each',
    floor: 5,
    breakdowns: 'shown',
    approvals: [],
    withdrawDays: 14,
    keepUntil: '',
    under18: false,
    sample: false,
    ...change,
  };
}

/** A session in its lobby. */
export const paperSession = (change: Partial<Session> = {}): Session => ({
  id: 's',
  consultation: 'c',
  name: 'Adults 1',
  date: '2026-11-22',
  place: '',
  mode: 'unlinked',
  style: 'guided',
  state: 'lobby',
  groups: [],
  twoGroups: false,
  code: '',
  attendance: [],
  others: [],
  rehearsal: false,
  ...change,
});

export interface Wanted {
  consultation?: Partial<Consultation>;
  order?: Partial<PaperOrder>;
  session?: Session;
  codes?: string[];
  lead?: string;
}

/** What a pack is made from, on 22 November 2026. */
export function packSource({
  consultation: change,
  order,
  session,
  codes = [],
  lead = 'Amal Reyes',
}: Wanted = {}): PackSource {
  const consultation = paperConsultation(change);
  const today = '2026-11-22';
  return {
    order: {
      session: session?.id ?? null,
      paper: 'a4',
      print: 'usual',
      parts: [...ALL_BUT_CODES],
      lang: 'en',
      people: [{ group: null, n: 4 }],
      ...order,
    },
    consultation,
    session: session ?? null,
    statements: consultation.statements.map((one, i) => ({
      ...one,
      number: i + 1,
      scale: one.scale ?? consultation.scale,
    })),
    facts: factsOf(consultation, session === undefined ? [] : [session], today),
    codes,
    lead,
    address: 'http://192.168.1.20:8080',
    today,
  };
}

export interface Item {
  text: string;
  /** Millimetres from the left and from the top: where it begins and ends. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Height of its type, in points. */
  size: number;
}

export interface Page {
  /** Millimetres. */
  width: number;
  height: number;
  text: string;
  items: Item[];
}

/** Every page of a file with what is written where. */
export async function pagesOf(bytes: Uint8Array): Promise<Page[]> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false });
  const file = await task.promise;
  const pages: Page[] = [];
  for (let n = 1; n <= file.numPages; n += 1) {
    const page = await file.getPage(n);
    const [, , wide = 0, high = 0] = page.view;
    const { items } = await page.getTextContent();
    const strings = items.flatMap((item) => ('str' in item ? [item] : []));
    pages.push({
      width: Math.round(wide * MM),
      height: Math.round(high * MM),
      // What is drawn behind a page comes first.
      text: plain(
        strings
          .filter((item) => item.str !== 'fold here')
          .map((item) => item.str + (item.hasEOL ? ' ' : ''))
          .join(''),
      ),
      items: strings
        .filter((item) => item.str.trim() !== '')
        .map((item) => {
          const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
          const size = Math.hypot(c, d);
          return {
            text: item.str,
            left: x * MM,
            right: (x + item.width) * MM,
            top: (high - y - 0.72 * size) * MM,
            bottom: (high - y + 0.2 * size) * MM,
            size,
          };
        }),
    });
  }
  await task.destroy();
  return pages;
}

/** Colours of a file that are no grey. */
export async function coloursOf(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false });
  const file = await task.promise;
  const colours = new Set<string>();
  let asked = 0;
  for (let n = 1; n <= file.numPages; n += 1) {
    const { fnArray, argsArray } = await (await file.getPage(n)).getOperatorList();
    for (const [i, op] of fnArray.entries()) {
      if (op !== OPS.setFillRGBColor && op !== OPS.setStrokeRGBColor) continue;
      asked += 1;
      const colour = String((argsArray[i] as unknown[])[0]);
      const [, red, green, blue] = /^#(..)(..)(..)$/.exec(colour) ?? [];
      if (red === undefined || red !== green || green !== blue) colours.add(colour);
    }
  }
  await task.destroy();
  if (asked === 0) throw new Error('No colour was set at all.');
  return [...colours];
}

/** The files of a pack by their kind. */
export async function packOf(source: PackSource): Promise<Partial<Record<PackFileKind, Uint8Array>>> {
  const files = await setPack(source);
  return Object.fromEntries(files.map(({ kind, bytes }) => [kind, bytes]));
}

/** One file of a pack, by its pages. */
export async function printed(wanted: Wanted, kind: PackFileKind = 'pack'): Promise<Page[]> {
  const bytes = (await packOf(packSource(wanted)))[kind];
  if (bytes === undefined) throw new Error(`There is no file ${kind}.`);
  return pagesOf(bytes);
}

/** What stands nearer to the edge of its page than 10 mm, or over it, with its page. */
export function tooFarOut(pages: readonly Page[]): string[] {
  const least = 9.9;
  return pages.flatMap(({ width, height, items }, page) =>
    items
      .filter(
        (one) =>
          one.left < least || one.top < least || one.right > width - least || one.bottom > height - least,
      )
      .map((one) => `${page + 1}: ${one.text}`),
  );
}

/** Pairs of texts that lie over each other, with their page. */
export function overlaps(pages: readonly Page[]): string[] {
  return pages.flatMap(({ items }, page) =>
    items.flatMap((a, i) =>
      items
        .slice(i + 1)
        .filter(
          (b) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.6 &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.25 * MM * Math.min(a.size, b.size),
        )
        .map((b) => `${page + 1}: ${a.text} | ${b.text}`),
    ),
  );
}
