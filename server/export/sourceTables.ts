/** Rows of interviews, documents and passages: only of texts with a yes to being used. */
import { agreementOf, type Agreement, type Measured } from '../../core/talk/agreement.ts';
import { wordsAt } from '../../core/talk/positions.ts';
import { asAsked, inDays, inText, usable, type TextSource } from '../../core/talk/sources.ts';
import { codebook } from '../../core/talk/themes.ts';
import { togetherOf } from '../../core/talk/together.ts';
import type { Codes } from './codes.ts';
import type { Cell } from './csv.ts';
import type { ExportSource } from './source.ts';
import { countedOf, placedCells, themeCode } from './talk.ts';

/** A cell of a spreadsheet holds 32,767 signs. */
const CELL = 30_000;

/** Whether there is any that may be given out, or a question. */
export function hasTexts(source: ExportSource): boolean {
  return textsOf(source).length > 0 || (source.talk?.questions.length ?? 0) > 0;
}

/** Interviews and documents that may be given out. */
export function textsOf({ talk }: ExportSource): TextSource[] {
  return (talk?.sources ?? []).filter(({ mayUse }) => mayUse).toSorted(inDays);
}

export function sourceRows(source: ExportSource, codes: Codes): Cell[][] {
  const sessions = new Set(source.sessions.map(({ id }) => id));
  const groups = new Set(source.consultation.groups.map(({ id }) => id));
  return textsOf(source).map((one): Cell[] => [
    codes.uuid(`source ${one.id}`),
    one.form,
    one.title,
    one.day || null,
    sessions.has(one.session) ? codes.session(one.session) : null,
    groups.has(one.group) ? codes.groups([one.group]) : null,
    one.gender || null,
    one.ageBand || null,
    one.interviewer || null,
    one.mayQuote ? 1 : 0,
    one.language,
    [...one.text].length,
  ]);
}

/** A line that is longer than a cell stands in several rows. */
export function lineRows(source: ExportSource, codes: Codes): Cell[][] {
  return textsOf(source).flatMap(({ id, text }) => {
    const rows: Cell[][] = [];
    let from = 0;
    for (const [i, line] of text.split('\n').entries()) {
      const letters = [...line];
      for (let at = 0; at === 0 || at < letters.length; at += CELL) {
        const part = letters.slice(at, at + CELL);
        rows.push([codes.uuid(`source ${id}`), i + 1, from + at, from + at + part.length, part.join('')]);
      }
      from += letters.length + 1;
    }
    return rows;
  });
}

export function passageRows(source: ExportSource, codes: Codes): Cell[][] {
  const book = codebook(source.talk?.themes ?? []);
  const own = Map.groupBy(usable(textsOf(source), source.talk?.passages ?? []), (one) => one.source.id);
  return textsOf(source).flatMap(({ id }) =>
    (own.get(id) ?? [])
      .toSorted((a, b) => inText(a.passage, b.passage))
      .map(({ source: { text, mayQuote }, passage }): Cell[] => [
        codes.uuid(`passage ${passage.id}`),
        codes.uuid(`source ${id}`),
        passage.from,
        passage.to,
        passage.coder,
        wordsAt(text, { from: passage.from, to: Math.min(passage.to, passage.from + CELL) }),
        mayQuote ? 1 : 0,
        passage.stance || null,
        passage.outcome || null,
        passage.note || null,
        ...placedCells(book, passage.themes),
      ]),
  );
}

export function questionRows({ talk }: ExportSource): Cell[][] {
  return (talk?.questions ?? [])
    .toSorted(asAsked)
    .map(({ text, proposedBy, agreedBy }, i): Cell[] => [i + 1, text, proposedBy, agreedBy || null]);
}

export async function pairRows(source: ExportSource, codes: Codes): Promise<Cell[][]> {
  const { book, counted } = await countedOf(source, codes);
  return togetherOf(book, counted).map(({ a, b, said, places, origins }): Cell[] => [
    themeCode(a.number),
    a.theme.name,
    themeCode(b.number),
    b.theme.name,
    said,
    places,
    origins,
  ]);
}

export function agreementRows({ talk }: ExportSource): Cell[][] {
  const book = codebook(talk?.themes ?? []);
  const agreed = agreementOf(book, talk?.sources ?? [], talk?.passages ?? []);
  return agreed.sources === 0 ? [] : agreedRows(agreed, [agreed.sources, agreed.units]);
}

/** @param rests what all rows have in common */
export function agreedRows({ themes, overall }: Agreement, rests: readonly number[]): Cell[][] {
  const measured = ({ alpha, interval, same }: Measured): Cell[] => [
    ...[alpha, interval?.[0], interval?.[1]].map((figure) => figure?.toFixed(4) ?? null),
    ...rests,
    same,
  ];
  return [
    ...themes.map((one): Cell[] => [
      themeCode(one.number),
      one.theme.name,
      ...measured(one),
      one.both,
      one.first,
      one.second,
    ]),
    ['all', null, ...measured(overall), null, null, null],
  ];
}
