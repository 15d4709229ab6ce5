/** What an archive is written from, so that whatever it holds can be read again. */
import { asArchived } from '../../core/archive/asArchived.ts';
import { wordingsOf, type Consultation } from '../../core/consultation.ts';
import { leftOutOf } from '../../core/leftOut.ts';
import type { PhotoPlace } from '../../core/photo.ts';
import { withKnownGroups, type Session } from '../../core/session.ts';
import type { Whole } from '../store/releasing.ts';
import type { SessionFigures } from '../store/store.ts';
import { recommendationsToArchive } from './recommendations.ts';
import { sourcesToArchive } from './sources.ts';
import { talkToArchive } from './talk.ts';
import { studiesToArchive } from './studies.ts';
import type { ArchiveSource } from './writeArchive.ts';

/**
 * @param store all of it as it was at one moment: what goes while it is read would be missing from one file and named in
 * another
 * @param today YYYY-MM-DD
 */
export async function archiveSource(
  store: Whole,
  consultation: Consultation,
  today: string,
): Promise<ArchiveSource> {
  const { id } = consultation;
  const all = await store.sessions(id);
  const sessions = all
    .filter((s) => !s.rehearsal && (s.state === 'draft' || s.state === 'sealed'))
    .map((s) => asArchived(withKnownGroups(s, consultation.groups)));
  const held = new Set(sessions.flatMap((s) => (s.state === 'sealed' ? [s.id] : [])));
  const talk = await store.talk.read(id);
  const figures = async (session: string) => withoutGone(consultation, await store.figures([session]));
  return {
    consultation: withHeldGroups(consultation, sessions),
    sessions,
    leftOut: leftOutOf(all),
    report: (await store.report(id))?.document ?? null,
    reviews: (await store.comments(id, null)).flatMap(({ review }) => (review === null ? [] : [review])),
    releases: await store.releases(id),
    photos: await photosIn(store, sessions, figures),
    talk: talkToArchive(talk, held),
    sources: sourcesToArchive(talk),
    recommendations: recommendationsToArchive(await store.recommendations.read(id), held),
    studies: studiesToArchive(await store.studies.read(id), held),
    date: today,
    boardsOf: async (session) => (await figures(session)).boards,
    eligibleOf: async (session) => (await figures(session)).eligible,
    responsesOf: (session, board) => store.sealedResponses(session, board),
    pictureOf: ({ session, id: photo }) => store.photos.picture(session, photo),
  };
}

/** Those whose board is in the archive. */
async function photosIn(
  store: Whole,
  sessions: readonly Session[],
  figures: (session: string) => Promise<Pick<SessionFigures, 'boards'>>,
): Promise<PhotoPlace[]> {
  const kept: PhotoPlace[] = [];
  for (const session of sessions.filter((s) => s.state === 'sealed')) {
    const photos = await store.photos.list([session.id]);
    if (photos.length === 0) continue;
    const { boards } = await figures(session.id);
    kept.push(
      ...photos.filter((p) => boards.some((b) => b.statement === p.statement && b.round === p.round)),
    );
  }
  return kept;
}

/** Earlier versions let a group go that a held session was for. It is there again, without the name it had. */
function withHeldGroups(consultation: Consultation, sessions: readonly Session[]): Consultation {
  const known = new Set(consultation.groups.map((g) => g.id));
  const held = sessions
    .filter((s) => s.state === 'sealed')
    .flatMap((s) => [...s.groups, ...s.attendance.flatMap((row) => row.group ?? [])]);
  const gone = [...new Set(held)].filter((group) => !known.has(group));
  if (gone.length === 0) return consultation;
  return {
    ...consultation,
    groups: [...consultation.groups, ...gone.map((group) => ({ id: group, label: '', roomLabel: '' }))],
  };
}

/** Earlier versions let a statement go that was put to people and that nobody answered; its board goes too. */
function withoutGone(
  { statements }: Consultation,
  { boards, tallies, eligible }: SessionFigures,
): Pick<SessionFigures, 'boards' | 'eligible'> {
  const place = (row: { statement: string; round: 1 | 2 }): string => `${row.statement} ${row.round}`;
  const answered = new Set(tallies.map(place));
  const kept = boards.filter((board) => {
    const statement = statements.find((s) => s.id === board.statement);
    return (
      answered.has(place(board)) || (statement !== undefined && wordingsOf(statement, board.version) !== null)
    );
  });
  const there = new Set(kept.map(place));
  return { boards: kept, eligible: eligible.filter((row) => there.has(place(row))) };
}
