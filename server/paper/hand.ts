/** What people get in their hands: cards for the wall, code cards and slips. */
import { roomLabel, type Group } from '../../core/consultation.ts';
import { showLaterCode } from '../../core/id.ts';
import { groupsIn, seenBy, type PaperPeople } from '../../core/paper.ts';
import type { PackSource, PaperStatement } from './source.ts';
import { optionsOf } from './wall.ts';
import { dayInWords, namesOf, paper, said } from './words.ts';

/** Up to so many groups stand on a card to be ticked; with more, the name is written. */
const TICKED = 4;
/** Longest label of an answer that has room under its box; longer ones stand beside theirs. */
const UNDER = 18;

const roundsOf = ({ consultation }: PackSource): readonly (1 | 2)[] =>
  consultation.rounds === 2 ? [1, 2] : [1];

/** Cards with a statement's number and lines for why: for each statement as many as there are people. */
export function wallCards(source: PackSource) {
  const groups = groupsIn(source.consultation, source.session);
  const kinds = source.order.people
    .filter(({ n }) => n > 0)
    .map(({ group, n }) => {
      const own = groups.find((one) => one.id === group);
      return {
        n,
        for: own === undefined ? null : said(roomLabel(own)),
        groups: own === undefined && groups.length <= TICKED ? groups.map((g) => said(roomLabel(g))) : [],
        ask: own === undefined && groups.length > 1 ? paper('cards.group') : null,
      };
    });
  const rounds = roundsOf(source);
  const stacks = source.statements.flatMap(({ number }) =>
    rounds.map((round) => ({
      number: String(number),
      statement: paper('cards.statement', { n: number }),
      round: rounds.length === 1 ? null : paper('cards.round', { round }),
    })),
  );
  return {
    kind: 'cards' as const,
    heading: paper('part.cards'),
    stacks,
    kinds,
    why: paper('cards.why'),
    names: paper('cards.names'),
  };
}

/** Cards with a code each, in no order and with no number: nothing on them leads to a slip. */
export function codeCards({ codes, consultation, session, address }: PackSource) {
  const until = session?.withdrawUntil;
  return {
    kind: 'codes' as const,
    heading: paper('code.heading'),
    title: said(consultation.title),
    codes: codes.map(showLaterCode),
    lines: [
      until === undefined ? paper('code.now') : paper('code.until', { date: dayInWords(until) }),
      paper('code.how'),
    ],
    after: until === undefined ? null : { text: paper('code.after'), address: `${address}/j` },
  };
}

/** Slips that fold shut, numbered on the inside from 1 for each round. */
export function slips(source: PackSource) {
  const { order, consultation, session, statements, facts } = source;
  const groups = groupsIn(consultation, session);
  const rounds = roundsOf(source);
  const kinds = order.people
    .filter(({ n }) => n > 0)
    .map((people) => {
      const own = groups.find((one) => one.id === people.group);
      return {
        for: own === undefined ? null : said(paper('sheet.for', { groups: roomLabel(own) })),
        // Of one group nobody has to say that they are in it.
        groups: own === undefined && groups.length > 1 ? groups.map((g) => said(roomLabel(g))) : [],
        statements: statements.map((one) => slipStatement(one, people, groups, order.lang)),
      };
    });
  const rows = order.people.filter(({ n }) => n > 0).flatMap(({ n }, kind) => Array<number>(n).fill(kind));
  return {
    kind: 'slips' as const,
    kinds,
    slips: rounds.flatMap((round) =>
      rows.map((kind, i) => ({
        kind,
        heading:
          rounds.length === 1 ? paper('slip.number', { n: i + 1 }) : paper('slip.round', { n: i + 1, round }),
      })),
    ),
    title: said(consultation.title),
    words: {
      sheet: paper('slip.sheet', { n: '%n', of: '%of' }),
      fold: paper('slip.fold'),
      how: [paper('slip.how'), paper('slip.no'), paper('slip.once'), paper('slip.unkept')],
      skip: paper('slip.skip'),
      group: paper(session?.twoGroups === true ? 'slip.group.two' : 'slip.group'),
      quote: paper('slip.quote'),
      yes: paper('yes'),
      no: paper('no'),
      code: facts.withdrawDays === '' && session?.withdrawUntil === undefined ? null : paper('slip.code'),
      why: paper('slip.why'),
      who: paper('slip.who'),
      room: paper('slip.room'),
      team: paper('slip.team'),
    },
  };
}

/** The texts of a statement on a slip: a group's own, or all that people see where the slip is for anyone. */
function textsFor(
  { wordings }: PaperStatement,
  { group }: PaperPeople,
  groups: readonly Group[],
  lang: string,
) {
  return seenBy(wordings, group === null ? groups : groups.filter(({ id }) => id === group), lang).map(
    ({ groups: seeing, wording }) => ({
      for: seeing.length === 0 ? null : said(paper('sheet.for', { groups: namesOf(seeing) })),
      text: said(wording.text, wording.lang),
    }),
  );
}

function slipStatement(one: PaperStatement, people: PaperPeople, groups: readonly Group[], lang: string) {
  const options = optionsOf(one.scale);
  const answers = options.filter(({ declines }) => !declines);
  return {
    number: String(one.number),
    texts: textsFor(one, people, groups, lang),
    across: answers.length <= 5 && answers.every(({ word }) => word.length <= UNDER),
    answers: answers.map(({ word, mark }) => ({ word: said(word), mark })),
    declines: options.filter(({ declines }) => declines).map(({ word }) => said(word)),
  };
}
