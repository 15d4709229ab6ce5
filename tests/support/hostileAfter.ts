/** The same texts as what was said in interviews, written as stories, corrected, proposed, and put under themes. */
import { isRefusal } from '../../core/refusal.ts';
import { LIMITS } from '../../core/limits.ts';
import { wordsAt } from '../../core/talk/positions.ts';
import type { CaseStudyFields } from '../../core/caseStudies/types.ts';
import { openSigns } from '../../core/caseStudies/signs.ts';
import { NEW_CASE_STUDY } from '../../core/caseStudies/types.ts';
import { NEW_POINT, PROPOSED } from '../../core/talk/types.ts';
import type { Consultation } from '../../core/consultation.ts';
import type { Change } from '../../core/talk/change.ts';
import { cleanLine, cleanText, codePoints } from '../../core/text.ts';
import type { Store } from '../../server/store/store.ts';
import { CORPUS } from './hostileCorpus.ts';
import { dealer, GROUPS } from './hostileRoom.ts';
import { second } from './second.ts';
import { passage, question, source } from './sources.ts';
import { correction, study } from './studies.ts';
import { point, theme } from './talk.ts';

/** Each of the corpus as it is kept. */
export const KEPT: readonly string[] = CORPUS.map((text) => cleanText(text) ?? '');
const THEMES = 30;
/** Two texts have the whole corpus between them. */
const HALF = Math.ceil(KEPT.length / 2);
export const TEXTS: readonly string[] = [KEPT.slice(0, HALF), KEPT.slice(HALF)].map((part) =>
  part.join('\n\n'),
);

/** As what comes in is cleaned, since all of this goes straight to the store. */
function kept(at: number) {
  const { line, paragraph } = dealer(at);
  return {
    line: (most: number): string => cleanLine(line(most)) ?? '',
    paragraph: (most: number): string => cleanText(paragraph(most)) ?? '',
  };
}

const lines = kept(7);
export const NAMES = Array.from({ length: THEMES }, () => lines.line(LIMITS.label));
export const DESCRIPTIONS = NAMES.map(() => lines.paragraph(LIMITS.themeDescription));
export const TITLES = TEXTS.map(() => lines.line(LIMITS.label));
export const QUESTIONS = Array.from({ length: LIMITS.questions }, () => lines.line(LIMITS.questionText));
/** Of every third passage, which together have a good part of the corpus. */
const NOTES = KEPT.map((_, i) => (i % 3 === 0 ? lines.paragraph(LIMITS.passageNote) : ''));
const deal = kept(31);
export const STUDIES: readonly CaseStudyFields[] = Array.from({ length: 8 }, (_, i) => {
  const told = { title: deal.line(LIMITS.title), text: deal.paragraph(LIMITS.caseStudyText) };
  return { ...NEW_CASE_STUDY, ...told, writer: deal.line(40), group: GROUPS[i % 3] ?? '' };
});
/** Stories without a sign of a person, with both ticks, so that they may be read back. */
export const READY: readonly CaseStudyFields[] = KEPT.map((text, i): CaseStudyFields => {
  const told = {
    title: cleanLine(KEPT[(i * 7) % KEPT.length]?.slice(0, LIMITS.title) ?? '') ?? '',
    text,
    version: `v${i}`,
  };
  const ticks = { yesTo: `v${i}`, yesDay: '2026-11-20', yesHow: 'read', readTo: `v${i}` } as const;
  const who = { writer: 'Peer researcher', reader: 'Second reader', readDay: '2026-11-20' };
  return { ...NEW_CASE_STUDY, ...told, ...ticks, ...who };
})
  .filter((one) => openSigns(one, { names: [], places: [] }).length === 0)
  .filter((_, i) => i % 7 === 0)
  .slice(0, 40);

/** Where each text stands in its source, in code points. */
function passages(): Change[] {
  return TEXTS.flatMap((whole, half) => {
    let from = 0;
    return KEPT.slice(half * HALF, (half + 1) * HALF).map((text, i) => {
      const n = half * HALF + i;
      const place = { from, to: from + codePoints(text) };
      from = place.to + 2;
      const themes = [`t${n % THEMES}`, ...(n % 5 === 0 ? [`t${(n + 1) % THEMES}`] : [])];
      const note = NOTES[n] ?? '';
      const coder = n % 4 === 0 ? ('second' as const) : ('first' as const);
      const set = { ...place, themes, note, coder };
      return { ...passage(`q${n}`, `s${half}`, text, set, whole), words: wordsAt(whole, place) };
    });
  });
}

/** Whatever is said after the room has gone, and in it: points, proposals, interviews, stories, corrections. */
export async function sayAll(store: Store, of: Consultation, session: string): Promise<void> {
  const changes: Change[] = [
    ...NAMES.map((name, i) =>
      theme(`t${i}`, {
        name,
        description: DESCRIPTIONS[i] ?? '',
        order: i,
        parent: i % 10 === 9 ? 't0' : '',
      }),
    ),
    ...TEXTS.map((text, i) =>
      source(`s${i}`, { title: TITLES[i] ?? '', text, gender: deal.line(80), ageBand: deal.line(80) }),
    ),
    ...QUESTIONS.map((text, i) => question(`i${i}`, { text, agreedBy: deal.line(80), order: i })),
    ...KEPT.map((text, i) =>
      point(
        i % 9 === 0 ? `${PROPOSED}${i}` : `p${i}`,
        {
          ...NEW_POINT,
          text,
          kind: 'quote',
          mayQuote: true,
          themes: [`t${i % THEMES}`],
          gender: deal.line(80),
        },
        session,
      ),
    ),
    ...passages(),
    ...KEPT.flatMap((_, i) => (i % 4 === 0 && i % 9 !== 0 ? [second(`p${i}`, [`t${i % 7}`], session)] : [])),
  ];
  for (let at = 0; at < changes.length; at += 100)
    sure(await store.talk.change(of.id, changes.slice(at, at + 100)));
  const told = [
    ...STUDIES.map((fields, i) => study(`c${i}`, fields)),
    ...READY.map((fields, i) => study(`r${i}`, fields)),
    ...KEPT.slice(0, 60).map((text, i) =>
      correction(`k${i}`, {
        of: `t${i % THEMES}`,
        was: KEPT[i + 60] ?? '',
        verdict: 'notQuite',
        text,
        session,
      }),
    ),
  ];
  sure(await store.studies.change(of.id, told));
}

function sure(done: object): void {
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
}
