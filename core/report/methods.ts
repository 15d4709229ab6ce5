/** How it was done: sessions, who took part, who else was there and who was not, and how answers came. */
import { wordingFor, wordingsOf } from '../consultation.ts';
import { headsOf } from './attendance.ts';
import { leastOf } from './audience.ts';
import type { ReportInput } from './input.ts';
import type { Block } from './model.ts';
import { sessionBlocks, tookPart } from './tookPart.ts';
import type { Speech } from './words.ts';
import { capital } from './words.ts';

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
  const people = headsOf(sessions);
  const languages = new Intl.DisplayNames(speech.lang, { type: 'language' });
  const orNot = (text: string): string => (text.trim() === '' ? say('notRecorded') : text.trim());
  return [
    { name: say('facts.sessions'), value: say('chart.number', { n: sessions.length }) },
    { name: say('facts.dates'), value: datesOf(speech, input) },
    {
      name: say('facts.people'),
      value:
        people === null
          ? say('notRecorded')
          : people < leastOf(input)
            ? say('facts.people.few', { floor })
            : say('chart.number', { n: people }),
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

/** Roles of those who were there and not counted; how many of each only for the team. */
function othersOf({ say, list }: Speech, { sessions, audience }: ReportInput): string {
  const roles = new Map<string, { people: number; sessions: number }>();
  for (const session of sessions)
    for (const role of new Set(session.others.map((o) => o.role))) {
      const people = session.others.filter((o) => o.role === role).reduce((sum, o) => sum + o.n, 0);
      const before = roles.get(role) ?? { people: 0, sessions: 0 };
      roles.set(role, { people: before.people + people, sessions: before.sessions + 1 });
    }
  return list(
    [...roles].map(([role, { people, sessions: n }]) =>
      audience === 'team'
        ? say('facts.others.people', { role, people, n, of: sessions.length })
        : say('facts.others.role', { role, n, of: sessions.length }),
    ),
  );
}

/** The ways in words, with their answers where each way has enough of them. */
function channelsOf({ say, list }: Speech, input: ReportInput): string {
  const counts = (['phone', 'tablet', 'paper', 'mixed'] as const).flatMap((channel) => {
    const n = input.channels.filter((c) => c.channel === channel).reduce((sum, c) => sum + c.n, 0);
    return n > 0 ? [{ channel: say(`channel.${channel}`), n }] : [];
  });
  // One way without its number would have it by subtraction.
  const numbers = counts.every(({ n }) => n >= leastOf(input));
  return list(counts.map(({ channel, n }) => (numbers ? say('channel.count', { channel, n }) : channel)));
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

function withheld({ say }: Speech, { notes, statements }: ReportInput): Block[] {
  const items = [
    ...notes,
    ...statements.flatMap(({ number, notes: own }) =>
      own.map((note) => say('withheld.statement', { number, note })),
    ),
  ];
  if (items.length === 0) return [];
  return [
    { kind: 'paragraph', text: say('withheld.heading') },
    { kind: 'list', items },
  ];
}
