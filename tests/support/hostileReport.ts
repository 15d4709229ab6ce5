/** What a team writes for its report, hostile in every place, and every comment chosen for quoting. */
import type { CommentItem, ReportPage } from '../../core/api.ts';
import { LIMITS } from '../../core/limits.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { ReportDocument, TextKey } from '../../core/report/document.ts';
import { sure } from './hostilePeople.ts';
import { dealer, GROUPS, PICTURE } from './hostileRoom.ts';
import type { TestServer } from './server.ts';

const KEYS: TextKey[] = ['summary', 'changeable', 'methods', 'shared', 'differ', 'limits', 'reading'];

export function hostileReport(document: ReportDocument, statements: readonly string[]): ReportDocument {
  const { line, paragraph } = dealer(300);
  const edited = () => ({ text: paragraph(3000), from: line(LIMITS.title) });
  return {
    ...document,
    title: line(LIMITS.title),
    subtitle: line(LIMITS.title),
    parts: 'units',
    units: GROUPS.slice(0, 2).map((id) => ({ id, name: line(LIMITS.label), groups: [id], sessions: [] })),
    show: { agreement: true, consensus: true, intervals: true, tests: true },
    showPlaces: true,
    notHeard: paragraph(),
    texts: Object.fromEntries(KEYS.map((key) => [key, edited()])),
    statements: Object.fromEntries(
      statements.slice(0, 20).map((id) => [id, { sentence: edited(), text: paragraph(1000) }]),
    ),
    chapters: (['before', 'after', 'end'] as const).map((place, i) => ({
      id: place,
      title: line(LIMITS.title),
      // One of them holds the whole corpus.
      text: i === 0 ? dealer().paragraph(LIMITS.reportText) : paragraph(),
      pictures: [
        {
          id: `p${i}`,
          type: 'image/png',
          data: PICTURE,
          alt: line(LIMITS.title),
          credit: line(LIMITS.title),
          consent: true,
        },
      ],
      place,
    })),
    lists: { names: [line(LIMITS.title)], places: [line(LIMITS.title)] },
  };
}

/** Saves it as the report's page does. */
export async function writeReport(server: TestServer, path: string): Promise<ReportDocument> {
  const { revision, document, statements } = await server.get<ReportPage>(`${path}/report`);
  const edit = {
    revision,
    document: hostileReport(
      document,
      statements.map((s) => s.id),
    ),
  };
  return sure(await server.send<{ document: ReportDocument } | Refusal>('PUT', `${path}/report`, edit))
    .document;
}

/** Chooses every `each`th comment, some of them rewritten for print; gives all comments. */
export async function choose(server: TestServer, path: string, each = 1): Promise<CommentItem[]> {
  const items = await server.get<CommentItem[]>(`${path}/comments`);
  const { line } = dealer(50);
  const decide = async ({ session, board, tag, comment, review: was }: CommentItem, i: number) => {
    const rewritten = i % 3 === 0;
    const to = line(LIMITS.label);
    const review = {
      session,
      board,
      tag,
      chosen: true,
      checked: true,
      published: rewritten ? `${comment} ${to}` : null,
      replacements: rewritten ? [{ from: comment.slice(0, 5), to, kind: line(LIMITS.label) }] : [],
    };
    sure(await server.send<CommentItem | Refusal>('PUT', `${path}/comments`, { review, was }));
  };
  await Promise.all(items.filter((c, i) => c.quote && i % each === 0).map(decide));
  return items;
}
