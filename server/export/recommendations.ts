/** Rows of recommendations, with the ids that their evidence has in the other tables. */
import { byDots, checkedOn, dotsOf } from '../../core/checked.ts';
import { SAID_ANSWERS } from '../../core/checking.ts';
import { makeRests } from '../../core/recommendations/rests.ts';
import {
  inTeamsOrder,
  KINDS,
  promisesOf,
  readEvidence,
  subPoints,
  WORDS,
  type Recommendation,
} from '../../core/recommendations/types.ts';
import { checkOf, postitKey } from '../../core/talk/types.ts';
import type { Codes } from './codes.ts';
import type { Cell } from './csv.ts';
import type { ExportSource } from './source.ts';
import { contributionId, talkOf, themeCode } from './talk.ts';

export function hasRecommendations({ recommendations = [] }: ExportSource): boolean {
  return recommendations.length > 0;
}

const orEmpty = (text: string | undefined): Cell => (text === undefined || text === '' ? null : text);
const joined = (ids: readonly string[]): Cell => orEmpty(ids.join('+'));

/** The list of what should change first, each in the team's order. Evidence of other sessions is left out. */
export async function recommendationRows(source: ExportSource, codes: Codes): Promise<Cell[][]> {
  const { recommendations = [], consultation } = source;
  const wanted = recommendations.flatMap(({ evidence }) =>
    evidence.flatMap((key) => {
      const one = readEvidence(key);
      return one?.of === 'postit' ? [{ session: one.session, postit: postitKey(one.board, one.tag) }] : [];
    }),
  );
  const { points, codings, book, postits } = await talkOf(source, codes, wanted);
  const rests = makeRests({
    book,
    points,
    codings,
    postits: [...postits.values()],
    sources: source.talk?.sources ?? [],
    passages: source.talk?.passages ?? [],
    statements: consultation.statements.map(({ id }) => id),
  });
  let n = 0;
  const { sessions } = source;
  const places = new Map(
    KINDS.flatMap((kind) => byDots(inTeamsOrder(recommendations, kind), sessions)).map(
      ({ one, place }) => [one.id, place] as const,
    ),
  );
  const checkedCells = (one: Recommendation): Cell[] => {
    const all = checkedOn(one, sessions);
    const asked = new Set(all.flatMap((words) => words.sessions));
    const now = all.find((words) => words.now);
    const dots = dotsOf(one.id, sessions);
    const ns = new Set(
      sessions.flatMap(({ id, checked = [] }) =>
        checked.flatMap((item) => (item.recommendation === one.id ? [`${id} ${item.n}`] : [])),
      ),
    );
    const words = points.filter(({ session, id }) => ns.has(`${session} ${checkOf(id) ?? ''}`));
    return [
      asked.size,
      now?.sessions.length ?? 0,
      ...SAID_ANSWERS.map((answer) => now?.said[answer] ?? null),
      dots?.sessions ?? 0,
      dots?.n ?? null,
      places.get(one.id) ?? null,
      joined(words.map((point) => contributionId(codes, point)).toSorted()),
    ];
  };
  const row = (one: Recommendation, place: number): Cell[] => {
    const on = rests(one);
    const promises = promisesOf(one);
    const asked = one.wordOn !== '' || WORDS.some((name) => one[name] > 0);
    n += 1;
    return [
      `r${String(n).padStart(3, '0')}`,
      one.kind,
      place,
      one.text,
      orEmpty(subPoints(one).join('\n')),
      on.lone || on.loneInterview ? 1 : 0,
      on.sessions.size,
      on.interviews.size,
      on.documents.size,
      on.voices,
      joined(on.themes.map(({ id }) => themeCode(book.get(id)?.number ?? 0))),
      joined(on.statements.filter((id) => codes.knows(id)).map((id) => codes.statement(id))),
      joined(on.points.map((point) => contributionId(codes, point)).toSorted()),
      joined(
        on.postits
          .flatMap(({ session, board, tag }) => postits.get(`${session} ${postitKey(board, tag)}`)?.id ?? [])
          .toSorted(),
      ),
      joined(on.passages.map(({ id }) => codes.uuid(`passage ${id}`)).toSorted()),
      orEmpty(one.to),
      orEmpty(one.owner),
      orEmpty(one.askedOn),
      orEmpty(one.answer),
      orEmpty(one.answerWords),
      orEmpty(one.why),
      orEmpty(one.answeredOn),
      orEmpty(one.done),
      orEmpty(one.doneOn),
      orEmpty(promises[0]?.by),
      orEmpty(promises.at(-1)?.by),
      joined(one.promises),
      orEmpty(one.toldOn),
      orEmpty(one.toldHow),
      ...WORDS.map((name) => (asked ? one[name] : null)),
      orEmpty(one.wordOn),
      ...checkedCells(one),
    ];
  };
  return KINDS.flatMap((kind) => inTeamsOrder(recommendations, kind).map((one, i) => row(one, i + 1)));
}
