/** What is under a theme: points, post-its and passages, as the team reads them. */
import { passageEvidence } from '../../../../core/recommendations/rests.ts';
import { evidenceKey } from '../../../../core/recommendations/types.ts';
import { readPostit } from '../../../../core/talk/types.ts';
import { capMarks } from '../../../../core/text.ts';
import type { TalkAbout } from '../../../../core/talk/api.ts';
import type { TalkDesk } from '../desk.ts';
import { usableOfTeam, type Passage, type TextSource } from '../../../../core/talk/sources.ts';
import { codingList } from '../mirror.ts';
import { describe } from '../words.ts';

export interface Said {
  key: string;
  text: string;
  quote: boolean;
  /** By attributes; empty: not told. */
  who: string;
  /** Name of the session, or title of the interview or document. */
  session: string;
  /** How a recommendation names it; empty: not before its session is counted. */
  evidence: string;
  /** Somebody's idea, or what should change. */
  idea: boolean;
  /** Where it is read in its interview or document, after the # of that page; empty: it is in none. */
  source: string;
}

export function under(desk: TalkDesk, about: TalkAbout | null, theme: string): Said[] {
  const isUnder = (ids: readonly string[]): boolean => hasTheme(desk, theme, ids);
  const nameOf = (id: string): string => about?.sessions.find((s) => s.id === id)?.name ?? '';
  const points = desk.points.value
    .filter((point) => isUnder(point.themes))
    .map((point): Said => ({
      key: point.id,
      text: capMarks(point.text),
      quote: point.kind === 'quote',
      who: describe(point, about),
      session: nameOf(point.session),
      evidence: evidenceKey({ of: 'point', session: point.session, id: point.id }),
      idea: point.stance === 'idea' || point.outcome === 'change',
      source: '',
    }));
  const postits = codingList(desk.codings.value).flatMap(({ session, postit, themes }): Said[] => {
    const text = capMarks(desk.postitText(session, postit));
    if (text === '' || !isUnder(themes)) return [];
    const on = readPostit(postit);
    const counted = about?.sessions.find(({ id }) => id === session)?.state === 'sealed';
    return [
      {
        key: `${session} ${postit}`,
        text,
        quote: true,
        who: '',
        session: nameOf(session),
        evidence:
          counted && on !== null
            ? evidenceKey({ of: 'postit', session, board: on.board, tag: on.comment })
            : '',
        idea: counted,
        source: '',
      },
    ];
  });
  const read = readUnder(desk, isUnder).map(({ key, source, passage }): Said => {
    const text = capMarks(lettersOf(source).slice(passage.from, passage.to).join(''));
    const [who, session] = [describe(source, about), capMarks(source.title)];
    const evidence = passageEvidence(passage.id);
    const idea = passage.stance === 'idea' || passage.outcome === 'change';
    return { key, text, quote: true, who, session, evidence, idea, source: `${source.id}.${passage.id}` };
  });
  return [...points, ...postits, ...read];
}

/** How many passages are listed under a theme. */
export function passagesUnder(desk: TalkDesk, theme: string): number {
  return readUnder(desk, (ids) => hasTheme(desk, theme, ids)).length;
}

function hasTheme(desk: TalkDesk, theme: string, ids: readonly string[]): boolean {
  return desk.book.value.of(ids).some((one) => one.theme.id === theme || one.above.includes(theme));
}

interface Read {
  key: string;
  source: TextSource;
  passage: Passage;
}

/** Each stretch of a text once: two laptops may have brought the very same words. */
function readUnder(desk: TalkDesk, isUnder: (ids: readonly string[]) => boolean): Read[] {
  const { sources, passages } = desk.texts.value;
  const read = new Map<string, Read>();
  for (const { source, passage } of usableOfTeam(sources, passages)) {
    const key = `${source.id} ${passage.from} ${passage.to}`;
    if (isUnder(passage.themes)) read.set(key, { key, source, passage });
  }
  return [...read.values()];
}

const letters = new WeakMap<TextSource, readonly string[]>();

/** Of each text once: it is long, and there are many passages of it. */
function lettersOf(source: TextSource): readonly string[] {
  const known = letters.get(source) ?? [...source.text];
  letters.set(source, known);
  return known;
}
