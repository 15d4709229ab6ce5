/** How it was done: sessions, who took part, who else was there and who was not, and how answers came. */
import { wordingFor, wordingsOf } from '../consultation.ts';
import { rowHeads } from '../release/heads.ts';
import { leastOf } from './audience.ts';
import { mostAnswered, tableOf, whyLeft, withDate } from './heads.ts';
import type { ReportInput } from './input.ts';
import type { Block } from './model.ts';
import { sessionBlocks, tookPart } from './tookPart.ts';
import type { Speech } from './words.ts';
import { capital, small } from './words.ts';

/** Everything of the methods that is not the team's to edit, after its text. */
export function methodsBlocks(speech: Speech, input: ReportInput): Block[] {
  return [
    { kind: 'facts', items: facts(speech, input) },
    ...sessionBlocks(speech, input),
    ...tookPart(speech, input),
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
    { name: say('facts.others'), value: orNot(othersOf(speech, input)) },
    { name: say('facts.notHeard'), value: orNot(document.notHeard) },
    { name: say('facts.channels'), value: orNot(capital(channelsOf(speech, input), speech.lang)) },
    {
      name: say('facts.languages'),
      value: orNot(list(consultation.languages.map((tag) => languages.of(tag) ?? tag))),
    },
    {
      name: say('facts.floor'),
      value: say(audience === 'team' ? 'facts.floor.team' : 'facts.floor.value', { floor }),
    },
    { name: say('facts.quoteFloor'), value: say('facts.quoteFloor.value', { floor: quoteFloor }) },
  ];
}

function datesOf({ say, date }: Speech, { sessions, document }: ReportInput): string {
  if (!document.showDates) return say('facts.dates.hidden');
  const days = sessions
    .map((s) => s.date)
    .filter((d) => d !== '')
    .toSorted();
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return say('notRecorded');
  return first === last ? date(first) : say('facts.dates.span', { first: date(first), last: date(last) });
}

/** How many took part; where that is not recorded, how many answered. */
function peopleOf(speech: Speech, input: ReportInput): string {
  const { say } = speech;
  const table = tableOf(input, 'total');
  if (table !== null) return withDate(speech, table, say('chart.number', { n: rowHeads(table, ['']) }));
  const why = whyLeft(input, 'total');
  if (why === 'floor') return say('facts.people.few', { floor: input.document.floor });
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

/** The ways in words, those that too few people used left out; how many used each only for the team. */
function channelsOf({ say, list }: Speech, input: ReportInput): string {
  const counts = (['phone', 'tablet', 'paper', 'mixed'] as const).flatMap((channel) => {
    const n = input.channels.filter((c) => c.channel === channel).reduce((sum, c) => sum + c.n, 0);
    return n > 0 ? [{ channel: say(`channel.${channel}`), n }] : [];
  });
  if (input.audience === 'team')
    return list(counts.map(({ channel, n }) => say('channel.count', { channel, n })));
  const told = counts.filter(({ n }) => n >= leastOf(input));
  return counts.length > 0 && told.length === 0
    ? say('facts.channels.few', { floor: leastOf(input) })
    : list(told.map(({ channel }) => channel));
}

/** The texts of statements that were answered in more than one version. */
function versions({ say }: Speech, { statements, consultation }: ReportInput): Block[] {
  const [lang = ''] = consultation.languages;
  const items = statements.flatMap(({ id, number, versions: answered }) => {
    const statement = consultation.statements.find((s) => s.id === id);
    if (statement === undefined || (answered.length < 2 && answered[0] === statement.version)) return [];
    return answered.map((version) => {
      const text = wordingFor(wordingsOf(statement, version) ?? [], [], lang)?.text ?? '';
      return say('versions.item', { number, version, text });
    });
  });
  if (items.length === 0) return [];
  return [
    { kind: 'paragraph', text: say('versions.heading') },
    { kind: 'list', items },
  ];
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
