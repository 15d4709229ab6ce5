/** How it was done: sessions, who took part, who else was there and who was not, and how answers came. */
import type { Statement, Wording } from '../consultation.ts';
import { sameWordings, wordingFor, wordingsOf } from '../consultation.ts';
import { rowHeads } from '../release/heads.ts';
import { involvementFacts } from './checklistBlocks.ts';
import { leastOf } from './audience.ts';
import { WAYS } from './channels.ts';
import { countedIn, mostAnswered, tableOf, whyLeft, withDate, withDays } from './heads.ts';
import type { ReportInput } from './input.ts';
import type { Block } from './model.ts';
import { proposedFacts } from './proposed.ts';
import { onWeb } from '../session.ts';
import { questionsAsked } from './questions.ts';
import { sessionBlocks, tookPart } from './tookPart.ts';
import { daysOf } from './when.ts';
import type { Speech } from './words.ts';
import { capital, small } from './words.ts';

/** Everything of the methods that is not the team's to edit, after its text. */
export function methodsBlocks(speech: Speech, input: ReportInput): Block[] {
  return [
    { kind: 'facts', items: facts(speech, input) },
    ...sessionBlocks(speech, input),
    ...tookPart(speech, input),
    ...questionsAsked(speech, input),
    ...versions(speech, input),
    ...withheld(speech, input),
  ];
}

function facts(speech: Speech, input: ReportInput): { name: string; value: string }[] {
  const { say, list } = speech;
  const { sessions, document, consultation, audience } = input;
  const { floor, quoteFloor } = document;
  const languages = new Intl.DisplayNames(speech.lang, { type: 'language' });
  const orNot = (text: string): string => (text.trim() === '' ? say('notRecorded') : text.trim());
  return [
    { name: say('facts.sessions'), value: say('chart.number', { n: sessions.length }) },
    { name: say('facts.dates'), value: datesOf(speech, input) },
    {
      name: say('facts.people'),
      value: peopleOf(speech, input),
    },
    // Where all answered on the web there was no room.
    ...(sessions.length > 0 && sessions.every(onWeb)
      ? []
      : [{ name: say('facts.others'), value: orNot(othersOf(speech, input)) }]),
    ...involvementFacts(speech, input),
    { name: say('facts.notHeard'), value: orNot(document.notHeard) },
    { name: say('facts.channels'), value: orNot(capital(channelsOf(speech, input), speech.lang)) },
    {
      name: say('facts.languages'),
      value: orNot(list(consultation.languages.map((tag) => languages.of(tag) ?? tag))),
    },
    ...proposedFacts(speech, input),
    ...readBackFacts(speech, input),
    {
      name: say('facts.floor'),
      value: say(audience === 'team' ? 'facts.floor.team' : 'facts.floor.value', { floor }),
    },
    {
      name: say('facts.quoteFloor'),
      value: say('facts.quoteFloor.value', { floor: Math.max(quoteFloor, floor) }),
    },
  ];
}

function datesOf({ say, date }: Speech, input: ReportInput): string {
  if (!input.document.showDates) return say('facts.dates.hidden');
  const days = daysOf(input);
  if (days === null) return say('notRecorded');
  const [first, last] = [date(days.first), date(days.last)];
  return first === last ? first : say('facts.dates.span', { first, last });
}

/** How many took part; where that is not recorded, how many answered. */
function peopleOf(speech: Speech, input: ReportInput): string {
  const { say } = speech;
  const table = tableOf(input, 'total');
  const counted = countedIn(input);
  const where = (people: string): string =>
    counted === null ? people : say('facts.people.part', { people, counted, n: input.sessions.length });
  if (table !== null) {
    const people = say('chart.number', { n: rowHeads(table, ['']) });
    return table.again ? withDate(speech, table, people) : where(people);
  }
  const why = whyLeft(input, 'total');
  if (why === 'floor') return where(say('facts.people.few', { floor: input.document.floor }));
  const n = mostAnswered(input.statements);
  const none = say(why === null ? 'notRecorded' : 'facts.withheld');
  return n === 0 ? none : say('facts.people.answered', { none, n });
}

/** Roles of those who were there and not counted; how many of each only for the team. */
function othersOf(speech: Speech, input: ReportInput): string {
  const { say, list } = speech;
  const table = tableOf(input, 'other');
  if (table === null) return input.sessions.some((s) => s.others.length > 0) ? say('facts.withheld') : '';
  const { of, rows, cells } = table;
  const roles = rows.map(([role = '']) => {
    const own = cells.filter((c) => c.name === role);
    const slots = { role, n: own.length, of };
    return input.audience === 'team'
      ? say('facts.others.people', { ...slots, people: rowHeads(table, [role]) })
      : say('facts.others.role', slots);
  });
  return roles.length === 0 ? '' : withDate(speech, table, list(roles));
}

/** To how many people it was read back, and what they corrected. */
function readBackFacts({ say, date }: Speech, { readBack, document }: ReportInput) {
  if (readBack === null) return [];
  const { told, again } = readBack;
  const name = say('facts.readBack');
  if (told === 'earlier') return [{ name, value: say('facts.withheld') }];
  if (told === 'few') return [{ name, value: say('facts.readBack.few', { floor: document.floor }) }];
  const { people, sessions, corrections, accepted } = told;
  const value = [
    say('facts.readBack.to', { n: people }),
    ...(sessions.length === 0 ? [] : [say('facts.readBack.in', { n: sessions.length })]),
    ...(corrections === 0
      ? [say('facts.readBack.none')]
      : [
          say('facts.readBack.corrected', { n: corrections }),
          say(accepted === 0 ? 'facts.readBack.taken.none' : 'facts.readBack.taken', { n: accepted }),
        ]),
    ...(again === null ? [] : [say('facts.readBack.again', { date: date(again) })]),
  ].join(' ');
  return [{ name, value }];
}

/** The ways in words, those that too few people used left out; how many used each only for the team. */
function channelsOf(speech: Speech, input: ReportInput): string {
  const { say, list } = speech;
  const { channels, channelsOn = [] } = input;
  if (channels === null) return say('facts.withheld');
  const imported = new Set(input.sessions.filter(onWeb).map((s) => s.id));
  const ways = channels.map((c) => ({ ...c, channel: imported.has(c.session) ? 'polis' : c.channel }));
  const counts = WAYS.flatMap((channel) => {
    const n = ways.filter((c) => c.channel === channel).reduce((sum, c) => sum + c.n, 0);
    return n > 0 ? [{ channel: say(`channel.${channel}`), n }] : [];
  });
  if (counts.length === 0) return '';
  if (input.audience === 'team')
    return list(counts.map(({ channel, n }) => say('channel.count', { channel, n })));
  const told = counts.filter(({ n }) => n >= leastOf(input));
  const words =
    told.length === 0
      ? say('facts.channels.few', { floor: leastOf(input) })
      : list(told.map(({ channel }) => channel));
  return withDays(speech, channelsOn, words);
}

/** The texts of statements that were answered in other words than those they are told in. */
function versions({ say }: Speech, { statements, consultation }: ReportInput): Block[] {
  const [lang = ''] = consultation.languages;
  const corrected: string[] = [];
  const rivals: string[] = [];
  for (const { id, number, versions: answered, wordings: told } of statements) {
    const statement = consultation.statements.find((s) => s.id === id);
    if (statement === undefined) continue;
    const wordings = (version: number): Wording[] => wordingsOf(statement, version) ?? [];
    const words = (version: number): string => wordingFor(wordings(version), [], lang)?.text ?? '';
    const rival = (version: number): boolean => isRival(statement, version);
    const others = answered.filter((version) => !sameWordings(wordings(version), told));
    for (const version of others.filter(rival))
      rivals.push(say('versions.rival', { number, text: words(version) }));
    const own = answered.filter((version) => !rival(version));
    if (own.some((version) => others.includes(version)) || !sameWordings(told, statement.wordings))
      for (const version of own)
        corrected.push(say('versions.item', { number, version, text: words(version) }));
  }
  const told = (heading: string, items: string[]): Block[] =>
    items.length === 0
      ? []
      : [
          { kind: 'paragraph', text: heading },
          { kind: 'list', items },
        ];
  return [...told(say('versions.heading'), corrected), ...told(say('versions.rivals'), rivals)];
}

/**
 * Whether a version has words that others did not replace: when archives are merged, words from there come
 * between two versions with the words that stay in use here, while words that were corrected come before.
 */
function isRival(statement: Statement, version: number): boolean {
  const all = [...statement.earlier, statement];
  const own = wordingsOf(statement, version) ?? [];
  return all.some(
    (before) =>
      before.version < version &&
      !sameWordings(before.wordings, own) &&
      all.some((after) => after.version > version && sameWordings(after.wordings, before.wordings)),
  );
}

/** What was withheld and why; the same of several statements is said once. */
function withheld({ say, list, lang }: Speech, { notes, statements }: ReportInput): Block[] {
  const all = statements.flatMap(({ number, notes: own }) => own.map((note) => ({ number, note })));
  const items = [
    ...notes,
    ...[...Map.groupBy(all, ({ note }) => note)].map(([note, same]) => {
      const numbers = [...new Set(same.map(({ number }) => number))].toSorted((a, b) => a - b);
      const told = list(numbers.map((n) => say('chart.number', { n })));
      return say('withheld.statement', { n: numbers.length, numbers: told, note: small(note, lang) });
    }),
  ];
  if (items.length === 0) return [];
  return [
    { kind: 'paragraph', text: say('withheld.heading') },
    { kind: 'list', items },
  ];
}
