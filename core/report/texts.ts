/**
 * The texts that the program makes from the figures and that the team may edit. An edited text stands
 * whatever the figures do; the made one goes on being made, so that the console can show that it differs.
 */
import { LEAST_ANSWERS } from '../analysis/camps.ts';
import { FLOORS } from '../limits.ts';
import { SHARES } from '../numberWords.ts';
import type { ShareBounds } from '../numberWords.ts';
import { rowHeads } from '../release/heads.ts';
import { netAgreement } from '../results.ts';
import type { Compared } from './compared.ts';
import { compare } from './compared.ts';
import { differText, sharedText } from './comparedTexts.ts';
import type { Edited, TextKey } from './document.ts';
import { mostAnswered, tableOf, whyLeft } from './heads.ts';
import type { PublishedStatement, ReportInput } from './input.ts';
import { mainRound } from './input.ts';
import { listText, paragraphs } from './plain.ts';
import { mainSentence, statementSentence } from './sentences.ts';
import type { Speech } from './words.ts';
import { speechOf } from './words.ts';

/** Up to this many statements the summary names every one; of more, this many of those most agreed on. */
const SUMMED = 6;

export interface MadeTexts {
  texts: Record<TextKey, string>;
  /** The sentence of each statement, by its id; of a statement with several figures, one after the other. */
  statements: Record<string, string>;
}

/** Every text with a made default, as it is made from these figures. Plain text, see `textBlocks`. */
export function madeTexts(input: ReportInput): MadeTexts {
  const speech = speechOf(input.document.language);
  const compared = compare(input.statements, input.document.parts === 'units');
  const statements: Record<string, string> = {};
  for (const s of input.statements) {
    const sentence = statementSentence(speech, s, input.document.floor);
    const before = statements[s.id];
    statements[s.id] = before === undefined ? sentence : `${before} ${sentence}`;
  }
  return {
    texts: {
      summary: summary(speech, input, compared),
      changeable: changeable(speech, input),
      methods: methods(speech, input),
      shared: sharedText(speech, compared),
      differ: differText(speech, compared),
      limits: limits(speech, input),
      reading: reading(speech, input),
    },
    statements,
  };
}

/** The text that is printed: the team's where there is one, even an empty one. */
export function textOf(edited: Edited | undefined, made: string): string {
  return edited === undefined ? made : edited.text;
}

function summary(speech: Speech, input: ReportInput, compared: Compared): string {
  const { say } = speech;
  const people = tookPart(speech, input);
  const answered = input.statements.filter((s) => (mainRound(s)?.whole?.n ?? 0) > 0);
  const all = answered.length <= SUMMED;
  const told = all ? answered : mostOneSided(answered);
  const items = told.flatMap((s) => {
    const whole = mainRound(s)?.whole ?? null;
    return whole === null ? [] : [mainSentence(speech, whole, s.scale, s.text)];
  });
  const found =
    items.length === 0
      ? say('summary.nothing')
      : `${say(all ? 'summary.found' : 'summary.top')}\n${listText(items)}`;
  const of = compared.comparable.length;
  const [common, split] = [compared.common.length, compared.split.length];
  const sides =
    of === 0
      ? ''
      : [
          say(common === 0 ? 'summary.shared.none' : 'summary.shared', {
            n: common,
            of,
            least: LEAST_ANSWERS,
          }),
          say(split === 0 ? 'summary.differ.none' : 'summary.differ', { n: split, of }),
        ].join(' ');
  return paragraphs([people, found, sides]);
}

/** How many took part; where that is not told, how many answered, of the figures that are printed. */
function tookPart({ say, date }: Speech, input: ReportInput): string {
  const slots = {
    sessions: say('summary.sessions', { n: input.sessions.length }),
    statements: say('summary.statements', { n: new Set(input.statements.map((s) => s.id)).size }),
    floor: input.document.floor,
  };
  const total = tableOf(input, 'total');
  if (total !== null) {
    const n = rowHeads(total, ['']);
    if (!total.again) return say('summary.people', { ...slots, n });
    const counted = say('summary.sessions', { n: total.of });
    return say('summary.people.again', { ...slots, n, counted, date: date(total.date) });
  }
  const why = whyLeft(input, 'total');
  if (why === 'floor') return say('summary.fewPeople', slots);
  const n = mostAnswered(input.statements);
  const none = say(why === null ? 'summary.noPeople' : 'summary.peopleWithheld', slots);
  return n === 0 ? none : `${none} ${say('summary.answered', { n })}`;
}

/** Those with the largest net agreement either way, in the order of the wall. */
function mostOneSided(statements: readonly PublishedStatement[]): PublishedStatement[] {
  const far = (s: PublishedStatement): number => {
    const whole = mainRound(s)?.whole ?? null;
    return whole === null ? 0 : Math.abs(netAgreement(whole) ?? 0);
  };
  const top = statements.toSorted((a, b) => far(b) - far(a)).slice(0, SUMMED);
  return statements.filter((s) => top.includes(s));
}

function changeable({ say, date }: Speech, { consultation: c }: ReportInput): string {
  const orNot = (text: string): string => (text.trim() === '' ? say('notRecorded') : text.trim());
  // The message ends the sentence itself.
  const bare = (text: string): string => orNot(text).replace(/\.$/u, '');
  return paragraphs([
    say('changeable.decided', { text: orNot(c.decided) }),
    say('changeable.open', { text: orNot(c.open) }),
    say('changeable.answer', { who: bare(c.answeredBy), due: bare(date(c.answerDue)) }),
  ]);
}

function methods({ say }: Speech, { sessions, statements }: ReportInput): string {
  const guided = sessions.filter((s) => s.style === 'guided').length;
  const linked = sessions.filter((s) => s.mode === 'linked').length;
  const of = sessions.length;
  const style = guided === of ? 'methods.guided' : guided === 0 ? 'methods.walk' : 'methods.mixedStyles';
  const mode =
    linked === 0
      ? say('methods.unlinked')
      : linked === of
        ? say('methods.linked')
        : say('methods.mixedModes', { n: linked, of });
  const rounds = statements.some((s) => s.rounds.length > 1) ? say('methods.rounds') : '';
  const placing = [say('methods.statements'), say(style), rounds];
  return paragraphs([placing.filter((p) => p !== '').join(' '), mode, say('methods.comments')]);
}

function limits({ say }: Speech, { sessions, audience, quotes }: ReportInput): string {
  return listText([
    say('limits.sample'),
    say('limits.heard'),
    say(audience === 'team' ? 'limits.floor.team' : 'limits.floor'),
    say('limits.present'),
    ...(quotes.length > 0 ? [say('limits.quotes')] : []),
    ...(sessions.some((s) => s.mode === 'unlinked') ? [say('limits.unlinked')] : []),
  ]);
}

function reading({ say }: Speech, { document }: ReportInput): string {
  const parts = [say('reading.chart'), say(`reading.${document.neutral}`), say('reading.axis')];
  const from = FLOORS.percentFrom;
  const rule = `${say('reading.numbers', { from })}\n${listText(SHARES.map((s) => boundsWords(say, s)))}`;
  const measures = [
    document.show.agreement ? say('stats.agreement.note') : '',
    document.show.consensus ? say('stats.consensus.note') : '',
  ];
  return paragraphs([parts.join(' '), say('reading.base'), rule, ...measures, say('reading.meaning')]);
}

function boundsWords(say: Speech['say'], { key, from, to, holdsFrom, holdsTo }: ShareBounds): string {
  const slots = { words: say(`share.${key}`), from: from / 10, to: to / 10 };
  if (from === to) return say('reading.share.is', slots);
  return say(
    holdsFrom ? 'reading.share.from' : holdsTo ? 'reading.share.to' : 'reading.share.between',
    slots,
  );
}
