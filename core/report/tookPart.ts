/** The sessions and who took part in them, in tables. */
import type { Attendance, Session } from '../session.ts';
import { flooredCounts, headcounts, headsOf } from './attendance.ts';
import { leastOf, toldApart } from './audience.ts';
import type { ReportInput } from './input.ts';
import type { Block, TableBlock } from './model.ts';
import type { Speech } from './words.ts';

/** The sessions in a table, as far as they may be told apart and the team wants their dates and places told. */
export function sessionBlocks({ say, date }: Speech, input: ReportInput): Block[] {
  const { sessions, document } = input;
  if (!toldApart(input)) return [{ kind: 'note', text: say('sessions.hidden') }];
  const heads = sessions.map((s) => headsOf([s]));
  // A column with gaps would fill them by subtraction from the total.
  const people = heads.every((n) => n !== null && n >= leastOf(input));
  const orNot = (text: string): string => (text === '' ? say('notRecorded') : text);
  const columns: { head: string; cell: (s: Session, i: number) => string }[] = [
    { head: say('sessions.name'), cell: (s) => s.name },
    ...(document.showDates
      ? [{ head: say('sessions.date'), cell: (s: Session) => orNot(date(s.date)) }]
      : []),
    ...(document.showPlaces ? [{ head: say('sessions.place'), cell: (s: Session) => orNot(s.place) }] : []),
    ...(people
      ? [
          {
            head: say('sessions.people'),
            cell: (_: Session, i: number) => say('chart.number', { n: heads[i] ?? 0 }),
          },
        ]
      : []),
  ];
  return [
    {
      kind: 'table',
      caption: say('sessions.caption'),
      head: columns.map((c) => c.head),
      rows: sessions.map((s, i) => columns.map((c) => c.cell(s, i))),
      numeric: people ? [columns.length - 1] : [],
    },
  ];
}

/** Head-counts by group and by the attributes of the attendance, each by itself and never crossed. */
export function tookPart({ say, list }: Speech, input: ReportInput): Block[] {
  const { sessions, consultation, document } = input;
  const people = headsOf(sessions);
  if (people === null) return [{ kind: 'note', text: say('took.none') }];
  const least = leastOf(input);
  const label = (id: string | null): string =>
    consultation.groups.find((g) => g.id === id)?.label ?? say('notRecorded');
  const orNot = (text: string): string => (text === '' ? say('notRecorded') : text);
  const kinds: { what: string; nameOf: (row: Attendance) => string }[] = [
    ...(toldApart(input) && consultation.groups.length > 0
      ? [{ what: say('took.group'), nameOf: (a: Attendance) => label(a.group) }]
      : []),
    { what: say('took.gender'), nameOf: (a) => orNot(a.gender) },
    { what: say('took.ageBand'), nameOf: (a) => orNot(a.ageBand) },
  ];
  const rows: string[][] = [];
  const notes: string[] = [];
  for (const { what, nameOf } of kinds) {
    const all = headcounts(sessions, nameOf);
    const told = flooredCounts(all, least);
    if (told === null) notes.push(say('took.withheld', { what, floor: document.floor }));
    else rows.push(...told.map(({ names, n }) => [what, list(names), say('chart.number', { n })]));
    if (told !== null && told.length < all.length) notes.push(say('took.merged', { floor: document.floor }));
  }
  const head = [say('took.what'), say('took.who'), say('took.people')];
  const table: TableBlock = { kind: 'table', caption: say('took.caption'), head, rows, numeric: [2] };
  return [
    ...(rows.length > 0 ? [table] : []),
    ...[...new Set(notes)].map((text): Block => ({ kind: 'note', text })),
  ];
}
