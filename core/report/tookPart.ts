/** The sessions and who took part in them, in tables. */
import { rowHeads } from '../release/heads.ts';
import type { HeadKind } from '../release/types.ts';
import type { Session } from '../session.ts';
import { toldApart } from './audience.ts';
import { countedIn, tableOf, whyLeft, withDate } from './heads.ts';
import type { ReportInput } from './input.ts';
import type { Block, TableBlock } from './model.ts';
import type { Speech } from './words.ts';

/** The sessions in a table, as far as they may be told apart and the team wants their dates and places told. */
export function sessionBlocks({ say, date }: Speech, input: ReportInput): Block[] {
  const { sessions, document } = input;
  if (!toldApart(input)) return [{ kind: 'note', text: say('sessions.hidden') }];
  const people = tableOf(input, 'session');
  const orNot = (text: string): string => (text === '' ? say('notRecorded') : text);
  const daysOf = ({ date: last, imported }: Session): string =>
    imported === undefined || imported.first === last
      ? date(last)
      : say('facts.dates.span', { first: date(imported.first), last: date(last) });
  const columns: { head: string; cell: (s: Session) => string }[] = [
    { head: say('sessions.name'), cell: (s) => s.name },
    ...(document.showDates ? [{ head: say('sessions.date'), cell: (s: Session) => orNot(daysOf(s)) }] : []),
    ...(document.showPlaces ? [{ head: say('sessions.place'), cell: (s: Session) => orNot(s.place) }] : []),
    ...(people === null
      ? []
      : [
          {
            head: say('sessions.people'),
            cell: (s: Session) => say('chart.number', { n: rowHeads(people, [s.id]) }),
          },
        ]),
  ];
  return [
    {
      kind: 'table',
      caption: say('sessions.caption'),
      head: columns.map((c) => c.head),
      rows: sessions.map((s) => columns.map((c) => c.cell(s))),
      numeric: people === null ? [] : [columns.length - 1],
    },
  ];
}

/**
 * Groups as the consultation has them and ages by their years; never by size, and not as they came up, which is the
 * order of the sessions.
 */
function inOrder(
  rows: readonly string[][],
  kind: HeadKind,
  { groups }: Pick<ReportInput['consultation'], 'groups'>,
): string[][] {
  const last = Number.MAX_SAFE_INTEGER;
  const placeOf = (name: string): number => {
    const place = groups.findIndex(({ id }) => id === name);
    if (kind === 'group') return place === -1 ? last : place;
    const [, before = '', years] = /^(\D*)(\d+)/u.exec(name) ?? [];
    // "Under 18" stands before "18 to 24".
    if (kind === 'ageBand' && years !== undefined) return Number(years) * 2 + (before === '' ? 1 : 0);
    return last;
  };
  const first = (row: readonly string[]): number => Math.min(...row.map(placeOf));
  return rows
    .map((row) => row.toSorted((a, b) => placeOf(a) - placeOf(b)))
    .toSorted((a, b) => first(a) - first(b));
}

/** Head-counts by group and by the attributes of the attendance, each by itself and never crossed. */
export function tookPart(speech: Speech, input: ReportInput): Block[] {
  const { say, list } = speech;
  const { consultation, document } = input;
  if (tableOf(input, 'total') === null && whyLeft(input, 'total') === null)
    return [{ kind: 'note', text: say('took.none') }];
  const orNot = (text: string): string => (text === '' ? say('notRecorded') : text);
  const label = (id: string): string => orNot(consultation.groups.find((g) => g.id === id)?.label ?? '');
  const kinds = [
    ...(toldApart(input) && consultation.groups.length > 0
      ? [{ kind: 'group' as const, what: say('took.group'), nameOf: label }]
      : []),
    { kind: 'gender' as const, what: say('took.gender'), nameOf: orNot },
    { kind: 'ageBand' as const, what: say('took.ageBand'), nameOf: orNot },
  ];
  const rows: string[][] = [];
  const notes: string[] = [];
  const { floor } = document;
  const counted = countedIn(input);
  if (counted !== null) notes.push(say('took.part', { counted, n: input.sessions.length }));
  if (input.heads.tables.some((t) => t.again)) notes.push(say('took.again', { floor }));
  for (const { kind, what, nameOf } of kinds) {
    const told = tableOf(input, kind);
    const why = whyLeft(input, kind);
    if (why === 'floor') notes.push(say('took.withheld', { what, floor }));
    else if (why !== null) notes.push(say(`took.withheld.${why}`, { floor }));
    if (told === null) continue;
    const by = withDate(speech, told, what);
    for (const row of inOrder(told.rows, kind, consultation))
      rows.push([by, list([...new Set(row.map(nameOf))]), say('chart.number', { n: rowHeads(told, row) })]);
    if (told.rows.some((row) => row.length > 1)) notes.push(say('took.merged', { floor }));
  }
  const head = [say('took.what'), say('took.who'), say('took.people')];
  const table: TableBlock = { kind: 'table', caption: say('took.caption'), head, rows, numeric: [2] };
  return [
    ...(rows.length > 0 ? [table] : []),
    ...[...new Set(notes)].map((text): Block => ({ kind: 'note', text })),
  ];
}
