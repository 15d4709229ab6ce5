/** Rows of what a second coder put points and post-its under, beside the team’s own themes. */
import { agreementOfSaid } from '../../core/talk/agreement.ts';
import { firstCoding, type SecondCoding } from '../../core/talk/second.ts';
import { codebook } from '../../core/talk/themes.ts';
import { readPostit } from '../../core/talk/types.ts';
import type { Codes } from './codes.ts';
import type { Cell } from './csv.ts';
import type { ExportSource } from './source.ts';
import { agreedRows } from './sourceTables.ts';
import { contributionId, placedCells, talkOf } from './talk.ts';

/** Whether anybody coded a second time in the sessions of this export. */
export function hasSeconds(source: ExportSource): boolean {
  return secondsOf(source).length > 0;
}

function secondsOf({ talk, sessions }: ExportSource): SecondCoding[] {
  const shown = new Set(sessions.map(({ id }) => id));
  return (talk?.seconds ?? []).filter(({ session }) => shown.has(session));
}

/** In the order of sessions, and in each of random ids. */
export async function secondRows(source: ExportSource, codes: Codes): Promise<Cell[][]> {
  const seconds = secondsOf(source);
  const wanted = seconds.flatMap(({ session, unit }) =>
    readPostit(unit) === null ? [] : [{ session, postit: unit }],
  );
  const { points, codings, book, postits } = await talkOf(source, codes, wanted);
  const words = new Map(points.map((point) => [`${point.session} ${point.id}`, point.text]));
  const first = firstCoding(book, points, codings);
  return source.sessions.flatMap(({ id: session }) =>
    seconds
      .filter((one) => one.session === session)
      .flatMap(({ unit, themes }): Cell[][] => {
        const key = `${session} ${unit}`;
        const on = postits.get(key);
        const text = on?.response.comment ?? words.get(key);
        if (text === undefined) return [];
        const own = first(session, unit);
        return [
          [
            contributionId(codes, { session, id: unit }),
            on === undefined ? 'point' : 'post-it',
            codes.session(session),
            on?.id ?? null,
            text,
            own === null ? 0 : 1,
            ...placedCells(book, own ?? []),
            ...placedCells(book, themes),
          ],
        ];
      })
      .toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
  );
}

export function secondAgreementRows(source: ExportSource): Cell[][] {
  const { talk } = source;
  const agreed = agreementOfSaid(
    codebook(talk?.themes ?? []),
    talk?.points ?? [],
    talk?.codings ?? [],
    secondsOf(source),
  );
  return agreed.units === 0 ? [] : agreedRows(agreed, [agreed.units]);
}
