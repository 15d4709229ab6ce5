/**
 * What was said as a project for software for qualitative analysis: of each session a text of its discussion and one
 * of those post-its that are under a theme, then interviews and documents (qdaTexts.ts).
 */
import { marksText } from '../../core/qda/marks.ts';
import { joinPieces } from '../../core/qda/join.ts';
import type { QdaCase, QdaCode, QdaCoding, QdaProject, QdaSource } from '../../core/qda/types.ts';
import { wordingFor } from '../../core/consultation.ts';
import type { Session } from '../../core/session.ts';
import { codebook, type Codebook, type Placed } from '../../core/talk/themes.ts';
import { COLOUR_CODES } from '../../core/talk/types.ts';
import { discussionId, pointId, postitId, postitsId, themeId } from './qdaIds.ts';
import { nameOnce, noteCase, textAttribute, type Speaker } from './qdaParts.ts';
import { CODER_NAMES, qdaTexts } from './qdaTexts.ts';
import { LOSES } from './qdaWords.ts';
import type { ExportSource } from './source.ts';
import { codedPostits, secondThemes, type CodedPostit } from './talk.ts';

export const ORIGIN = 'Standpoint';
/** Nobody is kept who put what under which theme. */
const CODER = 'Team';

/** Something that was said, with where it stands. */
interface Piece extends Speaker {
  id: string;
  text: string;
  description: string;
  themes: readonly string[];
  /** Where a second coder put it. */
  second: readonly string[];
}

/** @param guid sorts what was said, so that its order says nothing */
export async function qdaProject(source: ExportSource, guid: (name: string) => string): Promise<QdaProject> {
  const { consultation, sessions, date, talk } = source;
  const book = codebook(talk?.themes ?? []);
  const labels = new Map(consultation.groups.map(({ id, label }) => [id, label]));
  const postits = await codedPostits(source);
  const second = secondThemes(source);
  const sources: QdaSource[] = [];
  const cases = new Map<string, QdaCase>();
  const names = new Set<string>();
  const add = (
    session: Session,
    kind: 'discussion' | 'post-its',
    parts: readonly (Piece | string)[],
  ): void => {
    if (parts.length === 0) return;
    const made = textSource(session, kind, parts, labels, book, names);
    sources.push(made);
    for (const part of parts) if (typeof part !== 'string') noteCase(cases, part, { selection: part.id });
  };
  for (const session of sessions) {
    const own = (talk?.points ?? []).filter((point) => point.session === session.id);
    const pieces = own.map((point): Piece => ({
      id: pointId(session.id, point.id),
      text: point.text,
      description: marksText(point),
      themes: point.themes,
      second: second(session.id, point.id),
      group: labels.get(point.group) ?? '',
      gender: point.gender,
      ageBand: point.ageBand,
    }));
    const order = (a: Piece, b: Piece): number => (guid(a.id) < guid(b.id) ? -1 : 1);
    add(session, 'discussion', pieces.toSorted(order));
    const notes = postits.filter((one) => one.session === session.id);
    const byStatement = consultation.statements.flatMap((statement, i): (Piece | string)[] => {
      const under = notes.filter((one) => one.statement === statement.id).map((one) => pieceOf(one, labels));
      const text = wordingFor(statement.wordings, [], consultation.languages[0] ?? 'en')?.text ?? '';
      return under.length === 0 ? [] : [`${i + 1}. ${text}`, ...under.toSorted(order)];
    });
    add(session, 'post-its', byStatement);
  }
  sources.push(...qdaTexts(source, book, names, cases));
  return {
    name: consultation.title,
    origin: ORIGIN,
    description: `${consultation.sample ? 'SAMPLE. ' : ''}CONFIDENTIAL: TEAM ONLY.\n${LOSES}`,
    day: date,
    codes: qdaCodes(book),
    sources,
    cases: [...cases.values()],
  };
}

/** The codebook as nested codes. */
export function qdaCodes(book: Codebook, under = ''): QdaCode[] {
  return book.list
    .filter(({ above }) => (above[0] ?? '') === under)
    .map(({ theme }) => ({
      id: themeId(theme.id),
      name: theme.name,
      colour: COLOUR_CODES[theme.colour],
      description: theme.description,
      codable: true,
      codes: qdaCodes(book, theme.id),
    }));
}

/** A theme with all that it is nested under, as one text: for programs whose codes are not nested. */
export function pathOf(book: Codebook, { theme, above }: Placed): string {
  const over = above.map((id) => book.get(id)?.theme.name ?? '').toReversed();
  return [...over, theme.name].join(' / ');
}

function pieceOf(one: CodedPostit, labels: ReadonlyMap<string, string>): Piece {
  const groups = one.groups.flatMap((id) => labels.get(id) ?? []);
  return {
    id: postitId(one.session, one.postit),
    text: one.comment,
    description: `post-it${one.quote ? '; may be quoted' : ''}`,
    themes: one.themes,
    second: one.second,
    group: groups.join(' + '),
    gender: '',
    ageBand: '',
  };
}

function textSource(
  session: Session,
  kind: 'discussion' | 'post-its',
  parts: readonly (Piece | string)[],
  labels: ReadonlyMap<string, string>,
  book: Codebook,
  names: Set<string>,
): QdaSource {
  const { text, places } = joinPieces(parts.map((part) => (typeof part === 'string' ? part : part.text)));
  const codedBy = (themes: readonly string[], coder: string): QdaCoding[] =>
    book.of(themes).map(({ theme }) => ({ code: themeId(theme.id), coder }));
  const words = kind === 'discussion' ? 'discussion' : 'post-its under a theme';
  return {
    id: kind === 'discussion' ? discussionId(session.id) : postitsId(session.id),
    name: nameOnce(names, `${session.name === '' ? session.date : session.name}, ${words}`),
    description:
      kind === 'discussion'
        ? 'What a scribe noted, a paragraph for each point. Their order is random and says nothing of when.'
        : 'Comments on post-its that are under a theme, by statement. Their order is random.',
    day: session.date,
    text,
    attributes: [
      textAttribute('Session', session.name),
      { name: 'Day', type: 'Date', value: session.date },
      textAttribute('Place', session.place),
      textAttribute('Groups', session.groups.flatMap((id) => labels.get(id) ?? []).join(' + ')),
      textAttribute('Kind of text', kind),
    ],
    selections: parts.flatMap((part, i) => {
      const place = places[i] ?? null;
      if (typeof part === 'string' || place === null) return [];
      return [
        {
          id: part.id,
          ...place,
          description: part.description,
          day: session.date,
          coder: CODER,
          codings: [
            ...codedBy(part.themes, CODER),
            // As of passages: another user's, who did not see the team's.
            ...codedBy(part.second, CODER_NAMES.second),
          ],
        },
      ];
    }),
  };
}
