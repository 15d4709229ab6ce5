/** The summary of the report, as it is made from the figures. */
import { LEAST_ANSWERS } from '../analysis/camps.ts';
import { rowHeads } from '../release/heads.ts';
import { netAgreement } from '../results.ts';
import { majorityOf } from '../side.ts';
import type { Compared } from './compared.ts';
import { countedIn, mostAnswered, tableOf, whyLeft } from './heads.ts';
import type { PublishedStatement, ReportInput } from './input.ts';
import { mainRound } from './input.ts';
import { listText, paragraphs } from './plain.ts';
import { mainSentence } from './sentences.ts';
import type { Speech } from './words.ts';

/** Up to this many statements the summary names every one; of more, at most this many. */
const SUMMED = 6;

/** The summary: who took part, what most said, and what groups share; plain text, see `textBlocks`. */
export function summary(speech: Speech, input: ReportInput, compared: Compared): string {
  const people = tookPart(speech, input);
  return paragraphs([people, foundWords(speech, input.statements), comparedWords(speech, compared)]);
}

/** Each statement's sentence; of many only those with more than half on one side, the clearest of them. */
function foundWords(speech: Speech, statements: readonly PublishedStatement[]): string {
  const { say } = speech;
  const answered = statements.filter((s) => (mainRound(s)?.whole?.n ?? 0) > 0);
  if (answered.length === 0) return say('summary.nothing');
  if (answered.length <= SUMMED) return `${say('summary.found')}\n${sentencesOf(speech, answered)}`;
  const oneSided = answered.filter((s) => majorityOf(mainRound(s)?.whole ?? NOBODY) !== null);
  const of = countOf(oneSided);
  if (of === 0) return say('summary.top.none');
  const told = widest(oneSided);
  const lead = told.length === oneSided.length ? say('summary.top') : say('summary.top.most', { of });
  return `${lead}\n${sentencesOf(speech, told)}`;
}

const NOBODY = { counts: [], n: 0 };

function sentencesOf(speech: Speech, statements: readonly PublishedStatement[]): string {
  const items = statements.flatMap((s) => {
    const whole = mainRound(s)?.whole ?? null;
    return whole === null ? [] : [mainSentence(speech, whole, s.scale, s.text)];
  });
  return listText(items);
}

/** A statement whose scale changed on the way has several figures and is one statement. */
function countOf(statements: readonly PublishedStatement[]): number {
  return new Set(statements.map((s) => s.id)).size;
}

function comparedWords({ say }: Speech, compared: Compared): string {
  const of = countOf(compared.comparable);
  if (of === 0) return '';
  const common = countOf(compared.common.map((c) => c.statement));
  const split = countOf(compared.split.map((c) => c.statement));
  return [
    say('summary.compared', { n: of, least: LEAST_ANSWERS }),
    ...(compared.leftOut ? [say('shared.leftOut')] : []),
    common === 0 ? say('summary.shared.none') : say('summary.shared', { n: common, of }),
    split === 0 ? say('summary.differ.none') : say('summary.differ', { n: split, of }),
  ].join(' ');
}

/** How many took part; where that is not told, how many answered, of the figures that are printed. */
function tookPart({ say, date }: Speech, input: ReportInput): string {
  const slots = {
    sessions: say('summary.sessions', { n: input.sessions.length }),
    statements: say('summary.statements', { n: countOf(input.statements) }),
    floor: input.document.floor,
  };
  const part = countedIn(input);
  const total = tableOf(input, 'total');
  if (total !== null) {
    const n = rowHeads(total, ['']);
    if (!total.again)
      return part === null
        ? say('summary.people', { ...slots, n })
        : say('summary.people.part', { ...slots, n, counted: part });
    const counted = say('summary.sessions', { n: total.of });
    return say('summary.people.again', { ...slots, n, counted, date: date(total.date) });
  }
  const why = whyLeft(input, 'total');
  if (why === 'floor')
    return part === null
      ? say('summary.fewPeople', slots)
      : say('summary.fewPeople.part', { ...slots, counted: part });
  const n = mostAnswered(input.statements);
  const none = say(why === null ? 'summary.noPeople' : 'summary.peopleWithheld', slots);
  return n === 0 ? none : `${none} ${say('summary.answered', { n })}`;
}

/** Those with the largest net agreement either way, in the order of the wall. */
function widest(statements: readonly PublishedStatement[]): PublishedStatement[] {
  const far = (s: PublishedStatement): number => {
    const whole = mainRound(s)?.whole ?? null;
    return whole === null ? 0 : Math.abs(netAgreement(whole) ?? 0);
  };
  const top = statements.toSorted((a, b) => far(b) - far(a)).slice(0, SUMMED);
  return statements.filter((s) => top.includes(s));
}
