/** Sheets on which a wall is counted by hand: boxes in fives for each heading, by group. */
import { roomLabel } from '../../core/consultation.ts';
import { groupsIn, peopleOf, seenBy } from '../../core/paper.ts';
import type { PackSource } from './source.ts';
import { optionsOf } from './wall.ts';
import { namesOf, paper, said } from './words.ts';

/** Rows of five boxes in a cell, at most; more is written beside them. */
const MOST_ROWS = { one: 12, groups: 4 } as const;

/** One for each statement and round. */
export function tallySheets({ order, consultation, session, statements }: PackSource) {
  const groups = groupsIn(consultation, session);
  const people = peopleOf(order);
  const most = groups.length === 0 ? MOST_ROWS.one : MOST_ROWS.groups;
  const rowsFor = (n: number): number => Math.min(most, Math.max(1, Math.ceil(n / 5)));
  const rows =
    groups.length === 0
      ? [{ label: said(paper('tally.all')), fives: rowsFor(people) }]
      : groups.map((group) => {
          // Where slips and cards are apart for each group its number is known, else it may be everyone.
          const own = order.people.find((one) => one.group === group.id);
          return { label: said(roomLabel(group)), fives: rowsFor(own?.n ?? people) };
        });
  const rounds = consultation.rounds === 2 ? [1, 2] : [1];
  return {
    kind: 'tally' as const,
    sheets: statements.flatMap(({ number, wordings, scale }) =>
      rounds.map((round) => ({
        heading:
          rounds.length === 1
            ? paper('tally.heading', { n: number })
            : paper('tally.round', { n: number, round }),
        texts: seenBy(wordings, groups, order.lang).map(({ groups: seeing, wording }) => ({
          for: seeing.length === 0 ? null : said(paper('sheet.for', { groups: namesOf(seeing) })),
          text: said(wording.text, wording.lang),
        })),
        options: optionsOf(scale).map(({ word, mark, key }) => ({
          word: said(word),
          mark,
          key: paper('tally.key', { n: key }),
        })),
        rows,
      })),
    ),
    words: {
      group: paper('tally.group'),
      total: paper('tally.total'),
      sum: paper('tally.sum'),
      more: paper('tally.more'),
      read: paper('tally.read'),
      counts: [paper('tally.heads'), paper('tally.cards'), paper('tally.none')],
    },
  };
}
