/** A consultation with hostile texts in every place that holds one, and sessions of it with people who write them. */
import type { NewSession } from '../../core/api.ts';
import type { Consultation, Statement } from '../../core/consultation.ts';
import { LIMITS } from '../../core/limits.ts';
import { capMarks, cleanLine, cleanText, codePoints } from '../../core/text.ts';
import { CORPUS, INNOCENT } from './hostileCorpus.ts';

/** A green square, so that alt texts have a picture to stand for. */
export const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

const long = (text: string): number => Math.max(codePoints(text), codePoints(cleanText(text) ?? ''));

/**
 * Deals the texts out: each field takes as many of the next ones as it holds, and the one after goes on there.
 * A field too short for the next text takes a later one, so that none stays empty.
 *
 * @param at where in the corpus it begins
 */
export function dealer(at = 0) {
  const take = (most: number, between: string): string => {
    let told = '';
    for (let tried = 0; tried < CORPUS.length; tried += 1) {
      const next = CORPUS[at % CORPUS.length] ?? '';
      if (told !== '' && long(told) + long(next) + 1 > most) break;
      if (long(next) <= most) told = told === '' ? next : told + between + next;
      at += 1;
    }
    return told;
  };
  return {
    /** One line: what is between the texts of a line is a space. */
    line: (most: number): string => take(most, ' '),
    paragraph: (most: number = LIMITS.paragraph): string => take(most, '\n'),
    /** How many texts were gone through. */
    gone: (): number => at,
  };
}

export const GROUPS = ['young', 'parents', 'workers'] as const;
/** Guided boards on which every text of the corpus is somebody's comment. */
export const BOARDS = 14;
export const PEOPLE = Math.ceil(CORPUS.length / BOARDS);

/** The innocent ones first, so that one board has them all. */
const COMMENTS = [...INNOCENT, ...CORPUS.filter((text) => !INNOCENT.includes(text))];

/** What a person writes on a board, both from 0. */
export const commentOf = (board: number, person: number): string => COMMENTS[board * PEOPLE + person] ?? '';
export const commentsOn = (board: number): string[] =>
  Array.from({ length: PEOPLE }, (_, i) => commentOf(board, i)).filter((text) => text !== '');
/** As a screen shows a comment, and a line: kept as it was cleaned, with stacked marks capped. */
export const shown = (text: string): string => capMarks(cleanText(text) ?? '');
export const shownLine = (text: string): string => capMarks(cleanLine(text) ?? '');

function statements(): Statement[] {
  const deal = dealer();
  const labels = dealer(100);
  const list: Statement[] = [];
  while (deal.gone() < CORPUS.length) {
    const n = list.length;
    const text = deal.line(LIMITS.statementText);
    const own = { kind: 'own' as const, labels: GROUPS.flatMap(() => [labels.line(80), labels.line(80)]) };
    list.push({
      id: `s${n + 1}`,
      notes: dealer(n * 7).paragraph(LIMITS.notes),
      picture: n === 1 ? { type: 'image/png', data: PICTURE, alt: dealer(40).line(LIMITS.title) } : null,
      scale: n === 2 ? { ...own, declines: ['n', 'x'] } : null,
      version: 1,
      wordings: [
        { group: null, lang: 'en', text },
        ...(n % 3 === 0 ? [{ group: 'workers', lang: 'en', text: dealer(n * 5 + 3).line(400) }] : []),
      ],
      earlier: [],
    });
  }
  return list;
}

/** @param turn moves the texts of single lines on, so that in a longer run others stand there */
export function hostileConsultation(of: Consultation, turn = 0): Consultation {
  const lines = dealer(turn * 37);
  // All paragraphs together hold the whole corpus.
  const { paragraph } = dealer();
  return {
    ...of,
    title: lines.line(LIMITS.title),
    aim: paragraph(),
    askedBy: lines.line(LIMITS.title),
    ledBy: lines.line(LIMITS.title),
    answeredBy: lines.line(LIMITS.title),
    answerDue: lines.line(LIMITS.label),
    decided: paragraph(),
    open: paragraph(),
    words: {
      helpFrom: paragraph(),
      complainTo: paragraph(),
      consent: paragraph(),
      rights: paragraph(),
      dangerTo: lines.line(LIMITS.title),
      withdrawUntil: lines.line(LIMITS.label),
    },
    groups: GROUPS.map((id) => ({
      id,
      label: lines.line(LIMITS.label),
      roomLabel: id === 'workers' ? '' : lines.line(LIMITS.label),
    })),
    statements: statements(),
    approvals: ['lead', 'panel'],
    under18: true,
  };
}

/** @param turn as above */
export function hostileSession(style: 'guided' | 'walk-around', turn = 0): NewSession {
  const { line } = dealer(200 + turn * 37);
  const n = 3;
  return {
    name: line(LIMITS.label),
    place: line(LIMITS.title),
    style,
    mode: style === 'guided' ? 'linked' : 'unlinked',
    groups: [...GROUPS],
    attendance: GROUPS.map((group) => ({
      group,
      gender: line(LIMITS.label),
      ageBand: line(LIMITS.label),
      n,
    })),
    others: [{ role: line(LIMITS.label), n }],
  };
}
