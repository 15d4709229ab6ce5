/** The script: the whole session step by step, with the words to say and what to do. */
import type { Decline } from '../../core/scale.ts';
import { groupsIn, seenBy } from '../../core/paper.ts';
import {
  aloud,
  chapter,
  line,
  list,
  note,
  own,
  p,
  type Chapter,
  type Piece,
  type TextPart,
} from './blocks.ts';
import { keptUntil, outUntil } from './sheets.ts';
import type { PackSource, PaperStatement } from './source.ts';
import { optionsOf } from './wall.ts';
import { answers, BLANK, namesOf, said, script } from './words.ts';

/** What stands there, or a line to write on. */
const orBlank = (text: string): string => (text === '' ? BLANK : text);
/** Something of the consultation's own that is read aloud under its sentence; a line where it is empty. */
const quoted = (sentence: string, text: string): Piece => aloud(sentence, orBlank(text));

export function scriptPart(source: PackSource): TextPart {
  return {
    kind: 'text',
    heading: script('script.heading'),
    lead: said(source.consultation.title),
    chapters: [
      before(source),
      welcome(source),
      consent(source),
      practice(source),
      chapter(script('each.heading'), [
        p(script('each.twice')),
        aloud(script('each.say')),
        aloud(script('each.place')),
        p(script('each.turn')),
        aloud(script('each.ready')),
        p(script('each.count')),
        p(script('each.differ')),
      ]),
      ...statementChapters(source),
      ...closing(source),
    ],
  };
}

function before({ statements }: PackSource): Chapter {
  const declines = [...new Set(statements.flatMap(({ scale }) => scale.declines))];
  return chapter(script('before.heading'), [
    note(script('script.how')),
    list([
      script('before.wall'),
      ...declineWords(declines),
      script('before.pens'),
      script('before.slips'),
      script('before.sheets'),
      script('before.others'),
    ]),
    line(script('before.heads')),
  ]);
}

function declineWords(declines: readonly Decline[]): string[] {
  const words = declines.map((one) => answers(`answer.${one}`));
  const [n, x] = words;
  if (n === undefined) return [];
  return [x === undefined ? script('before.decline', { word: n }) : script('before.declines', { n, x })];
}

function welcome({ facts: of }: PackSource): Chapter {
  return chapter(script('welcome.heading'), [
    aloud(script('welcome.hello', { name: BLANK })),
    quoted(script('welcome.about'), of.aim === '' ? of.title : of.aim),
    aloud(
      script('welcome.asked', { who: orBlank(of.askedBy) }),
      script('welcome.led', { who: orBlank(of.ledBy) }),
      script('welcome.answers', { who: orBlank(of.answeredBy), when: orBlank(of.answerDue) }),
    ),
    quoted(script('welcome.decided'), of.decided),
    quoted(script('welcome.open'), of.open),
    ...(of.part === '' ? [] : [quoted(script('welcome.part'), of.part)]),
    aloud(script('welcome.present', { who: BLANK })),
    aloud(script('welcome.out')),
  ]);
}

function consent(source: PackSource): Chapter {
  const { facts: of } = source;
  const out = outUntil(source);
  const kept = keptUntil(source);
  const taken =
    out === null
      ? script('consent.out.none')
      : 'date' in out
        ? script('consent.out.until', { date: out.date })
        : script('consent.out.days', { n: out.days });
  const added = [of.consentWords, of.rightsWords, of.withdrawWords].filter((text) => text !== '');
  return chapter(script('consent.heading'), [
    p(script('consent.give')),
    aloud(script('consent.choice')),
    aloud(script('consent.skip')),
    aloud(script('consent.once')),
    ...(of.unlinked && of.linked ? [note(script('consent.either'))] : []),
    ...(of.unlinked ? [aloud(script('consent.unlinked'))] : []),
    ...(of.linked ? [aloud(script('consent.linked'))] : []),
    aloud(script('consent.slipNumber')),
    aloud(script('consent.room')),
    aloud(script('consent.names')),
    aloud(script('consent.danger', { who: orBlank(of.dangerTo) })),
    aloud(script('consent.quote')),
    aloud(taken),
    aloud(script('consent.keep', { date: orBlank(kept) })),
    ...(added.length === 0 ? [] : [p(script('consent.added')), ...added.map((text) => aloud(text))]),
    aloud(script('consent.ask')),
    p(script('consent.wait')),
    aloud(script('consent.no')),
    aloud(script('consent.aloud')),
  ]);
}

function practice({ statements }: PackSource): Chapter {
  const [first] = statements;
  const words = first === undefined ? [] : optionsOf(first.scale).filter(({ declines }) => !declines);
  const ends = { first: words[0]?.word ?? '', last: words.at(-1)?.word ?? '' };
  return chapter(script('practice.heading'), [
    aloud(script('practice.say')),
    aloud(script('practice.where', ends)),
    aloud(script('practice.do')),
    p(script('practice.take')),
  ]);
}

function statementChapters(source: PackSource): Chapter[] {
  const { consultation, statements } = source;
  const chapters = (round: 1 | 2): Chapter[] => statements.map((one) => statementChapter(source, one, round));
  if (consultation.rounds === 1) return chapters(1);
  const again = chapter(script('round.heading'), [aloud(script('round.say'))]);
  if (consultation.roundOrder === 'all') return [...chapters(1), again, ...chapters(2)];
  return statements.flatMap((one) => [statementChapter(source, one, 1), statementChapter(source, one, 2)]);
}

function statementChapter(source: PackSource, statement: PaperStatement, round: 1 | 2): Chapter {
  const { consultation, session, order } = source;
  const { number, wordings, scale, notes } = statement;
  const texts = seenBy(wordings, groupsIn(consultation, session), order.lang);
  const each = consultation.rounds === 2 && consultation.roundOrder === 'each';
  const heading =
    consultation.rounds === 1
      ? script('statement.heading', { n: number })
      : script('statement.round', { n: number, round });
  return chapter(heading, [
    ...(each && round === 2 ? [aloud(script('round.say'))] : []),
    {
      kind: 'say',
      texts: [
        said(script('statement.say', { n: number })),
        ...texts.flatMap(({ groups, wording }) => [
          ...(groups.length === 0 ? [] : [said(script('statement.for', { groups: namesOf(groups) }))]),
          { ...said(wording.text, wording.lang), large: true as const },
        ]),
      ],
    },
    ...(notes === '' ? [] : [p(script('statement.notes')), ...own(notes)]),
    aloud(script('statement.read')),
    { kind: 'counts', items: optionsOf(scale).map(({ word }) => said(word)) },
    aloud(script('statement.cards', { blank: BLANK.slice(0, 6) }), script('statement.talk')),
  ]);
}

function closing(source: PackSource): Chapter[] {
  const { facts: of } = source;
  const { parts } = source.order;
  return [
    chapter(script('talk.heading'), [aloud(script('talk.say')), p(script('talk.do'))]),
    chapter(script('close.heading'), [
      aloud(script('close.thanks'), script('close.box')),
      aloud(script('close.next', { who: orBlank(of.answeredBy), when: orBlank(of.answerDue) })),
      ...(outUntil(source) === null ? [] : [aloud(script('close.cards'))]),
      aloud(script(parts.includes('heard') ? 'close.heard.sheet' : 'close.heard')),
    ]),
    chapter(script('help.heading'), [
      aloud(script('help.say', { who: orBlank(of.helpFrom) })),
      aloud(script('help.complain', { who: orBlank(of.complainTo) })),
      ...(parts.includes('alone') ? [aloud(script('help.alone'))] : []),
      aloud(script('help.stay')),
    ]),
    chapter(script('after.heading'), [
      list([script('after.take'), script('after.type'), script('after.box'), script('after.danger')]),
    ]),
  ];
}
