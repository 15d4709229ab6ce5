/**
 * The texts that the program makes from the figures and that the team may edit. An edited text stands
 * whatever the figures do; the made one goes on being made, so that the console can show that it differs.
 */
import { FLOORS } from '../limits.ts';
import { SHARES } from '../numberWords.ts';
import type { ShareBounds } from '../numberWords.ts';
import { leastOf } from './audience.ts';
import { compare } from './compared.ts';
import { differText, sharedText } from './comparedTexts.ts';
import type { Edited, TextKey } from './document.ts';
import type { ReportInput } from './input.ts';
import { listText, paragraphs } from './plain.ts';
import { statementSentence } from './sentences.ts';
import { onWeb } from '../session.ts';
import { summary } from './summary.ts';
import type { Speech } from './words.ts';
import { speechOf } from './words.ts';

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
  const held = sessions.filter((s) => !onWeb(s));
  const guided = held.filter((s) => s.style === 'guided').length;
  const linked = sessions.filter((s) => s.mode === 'linked').length;
  const of = sessions.length;
  const style =
    guided === held.length ? 'methods.guided' : guided === 0 ? 'methods.walk' : 'methods.mixedStyles';
  const mode =
    linked === 0
      ? say('methods.unlinked')
      : linked === of
        ? say('methods.linked')
        : say('methods.mixedModes', { n: linked, of });
  const rounds = statements.some((s) => s.rounds.length > 1) ? say('methods.rounds') : '';
  const placing = [say('methods.statements'), say(style), rounds];
  const polis = of - held.length;
  const online = polis > 0 && polis === of;
  return paragraphs([
    online ? '' : placing.filter((p) => p !== '').join(' '),
    polis === 0 ? '' : say(online ? 'methods.polis' : 'methods.polis.some', { n: polis, of }),
    mode,
    // Of Polis there are no comments.
    online ? '' : say('methods.comments'),
  ]);
}

function limits({ say }: Speech, input: ReportInput): string {
  const { sessions, audience, quotes, talk } = input;
  const floor = leastOf(input);
  // Of post-its, of discussions and of interviews.
  const quoted = quotes.length > 0 || (talk?.themes.some((theme) => theme.quotes.length > 0) ?? false);
  const held = sessions.length === 0 || sessions.some((s) => !onWeb(s));
  return listText([
    say('limits.sample'),
    ...(held ? [say('limits.heard')] : []),
    ...(sessions.some(onWeb) ? [say('limits.polis')] : []),
    say(audience === 'team' ? 'limits.floor.team' : 'limits.floor', { floor }),
    ...(held ? [say('limits.present')] : []),
    ...(quoted ? [say(audience === 'team' ? 'limits.quotes.team' : 'limits.quotes')] : []),
    ...(sessions.some((s) => s.mode === 'unlinked') ? [say('limits.unlinked')] : []),
  ]);
}

function reading({ say }: Speech, { document, statements }: ReportInput): string {
  const own = statements.filter(({ scale }) => scale.kind === 'own').length;
  const sides = [
    ...(own < statements.length ? [say('reading.sides')] : []),
    ...(own > 0 ? [say('reading.own')] : []),
  ];
  const parts = [say('reading.chart'), ...sides, say(`reading.${document.neutral}`), say('reading.axis')];
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
