/** A consultation with everything in it, written to one file, opened from one, or merged from several. */
import type { Writable } from 'node:stream';
import type { ArchiveResult } from '../../core/api.ts';
import type { Difference } from '../../core/archive/difference.ts';
import { readConsultation } from '../../core/consultationFile.ts';
import { leftOutOf, sayWasLeftOut, type LeftOut } from '../../core/leftOut.ts';
import { LIMITS } from '../../core/limits.ts';
import { speaker } from '../../core/message.ts';
import { archiveEn } from '../../core/messages/archive.en.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { releaseList } from '../../core/release/words.ts';
import { withKnownGroups } from '../../core/session.ts';
import { realClock } from '../clock.ts';
import { idBeside } from '../archive/contentHash.ts';
import { photoName } from '../archive/photos.ts';
import { planMerge, planOpen, type MergePlan } from '../archive/planMerge.ts';
import { readArchive, type ReadArchive } from '../archive/readArchive.ts';
import { archiveSource } from '../archive/archiveSource.ts';
import { writeArchive } from '../archive/writeArchive.ts';
import type { SealedSession, Store } from '../store/store.ts';
import { takeEdit } from './consultations.ts';
import type { ExportJob } from './exportConsultation.ts';
import { fileName } from './fileName.ts';
import { lastDay } from './keepUntil.ts';
import { withCleanPhotos } from './photos.ts';
import { withCleanPictures } from './reportPictures.ts';
import type { Rooms } from './sessions.ts';
import { withCleanStatements } from './statementPictures.ts';

/**
 * An archive of what is there when it begins to be written.
 *
 * @param today YYYY-MM-DD
 */
export async function archiveConsultation(
  store: Store,
  id: string,
  today: string,
): Promise<ExportJob | Refusal> {
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const { consultation } = stored;
  const mark = consultation.sample ? ['SAMPLE'] : [];
  const parts = [consultation.title, ...mark, 'CONFIDENTIAL TEAM ONLY'];
  return {
    name: fileName(today, parts, 'standpoint'),
    leftOut: leftOutOf(await store.sessions(id)),
    write: (out: Writable) => writeWhole(store, id, today, out),
  };
}

async function writeWhole(store: Store, id: string, today: string, out: Writable): Promise<void> {
  const whole = store.whole();
  let open = true;
  const close = async (): Promise<void> => {
    if (!open) return;
    open = false;
    await whole.close();
  };
  try {
    const stored = await whole.consultation(id);
    if (stored === null) throw new Error('The consultation was removed before its archive was begun.');
    // Before whoever fetches it has all of it: what is taken out next must find no reader that keeps it in a file.
    await writeArchive(await archiveSource(whole, stored.consultation, today), out, close);
  } finally {
    await close();
  }
}

/**
 * Opens an archive: as it is where its consultation is not here, else merged into the one that is.
 * Everything is taken in in one transaction, or nothing. Refused when its data were to be destroyed by now, or
 * when it would bring back what somebody took out of a session that was removed here since.
 *
 * @param today YYYY-MM-DD
 */
export async function openArchiveFile(
  store: Store,
  rooms: Rooms,
  bytes: Uint8Array,
  today = realClock.today(),
): Promise<ArchiveResult | Refusal> {
  // Reading a large archive takes seconds, in which no phone would be answered.
  for (const { session } of rooms.all())
    if (session.state === 'live' && !session.rehearsal) return refuse('session-running');
  const archive = await readArchive(bytes);
  if (isRefusal(archive)) return archive;
  const keepUntil = lastDay(
    archive.consultation,
    archive.sessions.map((s) => s.session),
  );
  if (keepUntil !== '' && keepUntil < today) return refuse('past-its-date', 'keepUntil', keepUntil);
  const returning = await wouldReturn(store, archive);
  if (returning !== null) return returning;
  const kept = new Set((await store.keptCodes()).map((k) => k.session));
  const plan = await planFor(store, withOwnDrafts(archive, kept));
  const read = readConsultation(plan.take.consultation);
  const checked = isRefusal(read)
    ? read
    : await withCleanStatements(read, (await store.consultation(read.id))?.consultation ?? null);
  if (isRefusal(checked)) return checked;
  const sessions = await store.sessions(checked.id);
  if (sessions.length + plan.added.length > LIMITS.sessionsPerConsultation)
    return refuse('too-large', 'sessions', `at most ${LIMITS.sessionsPerConsultation}`);
  const report = plan.take.report === null ? null : await withCleanPictures(plan.take.report, null);
  if (isRefusal(report)) return report;
  const photos = await withCleanPhotos(plan.take.photos ?? [], photoName);
  if (isRefusal(photos)) return photos;
  const taken = await store.takeIn({ ...plan.take, consultation: checked, report, photos });
  if (isRefusal(taken)) return taken;
  for (const running of rooms.all())
    if (running.consultation.id === checked.id) await takeEdit(store, running, checked);
  const { added, known, replaced, differences, take } = plan;
  return {
    consultation: checked.id,
    title: checked.title,
    opened: take.from === null,
    added,
    known,
    replaced,
    conflicts: [
      ...differences.map(word),
      ...taken.less.map((name) => say('archive.leftOut', { name })),
      ...(await lostWords(store, checked.id)),
    ],
    leftOut: await leftOutWords(store, archive.leftOut),
  };
}

/**
 * Refused as `taken-out-since` where a session that was removed here has answers in the archive that somebody
 * had taken out of it: what was written with their words may be anywhere in it. One that is still here is merged.
 */
async function wouldReturn(store: Store, { sessions }: ReadArchive): Promise<Refusal | null> {
  for (const { session } of sessions) {
    if (session.state !== 'sealed' || (await store.session(session.id))?.state === 'sealed') continue;
    if ((session.takenOut ?? 0) < (await store.takenOutOfRemoved(session.id)))
      return refuse('taken-out-since', 'sessions', session.name);
  }
  return null;
}

/**
 * A draft from before its session was held and removed here comes under another id: opened under its own, it would
 * need a key of its own, and people still have codes that need the one that is there.
 */
function withOwnDrafts(archive: ReadArchive, kept: ReadonlySet<string>): ReadArchive {
  const sessions = archive.sessions.map((s) => {
    if (s.session.state !== 'draft' || !kept.has(s.session.id)) return s;
    return { ...s, session: { ...s.session, id: idBeside(s.session.id, '') } };
  });
  return { ...archive, sessions };
}

/** What the archive says it lacks, but for what has come here otherwise. */
async function leftOutWords(store: Store, leftOut: readonly LeftOut[]): Promise<string[]> {
  const words: string[] = [];
  for (const left of leftOut)
    if ((await store.session(left.session))?.state !== 'sealed') words.push(sayWasLeftOut(left));
  return words;
}

async function planFor(store: Store, archive: ReadArchive): Promise<MergePlan> {
  const { id } = archive.consultation;
  const stored = await store.consultation(id);
  if (stored === null) return planOpen(archive);
  const sessions = (await store.sessions(id)).map((s) => withKnownGroups(s, stored.consultation.groups));
  return planMerge(
    {
      ...stored,
      sessions,
      photos: (await store.photos.list(sessions.map((s) => s.id))).length,
      talk: await store.talk.read(id),
      studies: await store.studies.read(id),
      recommendations: await store.recommendations.read(id),
      reviews: (await store.comments(id, null)).flatMap(({ review }) => (review === null ? [] : [review])),
      report: await store.report(id),
      releases: await store.releases(id),
      sealed: async (session): Promise<SealedSession> => {
        const { boards, eligible } = await store.figures([session.id]);
        const responses = [];
        for (const { n } of boards) responses.push(...(await store.sealedResponses(session.id, n)));
        return { session, boards, eligible, responses };
      },
    },
    archive,
  );
}

/** What this archive does not know of, since it is older than a removal here. */
async function lostWords(store: Store, id: string): Promise<string[]> {
  const lost = await store.lostReleases(id);
  return lost.length === 0 ? [] : [say('archive.lost', { n: lost.length, releases: releaseList(lost) })];
}

const say = speaker(archiveEn, 'en-GB');

function word(difference: Difference): string {
  if (difference.code !== 'field' && difference.code !== 'stricter')
    return say(`archive.${difference.code}`, difference.slots);
  return say(`archive.${difference.code}`, { field: say(`archive.field.${difference.slots.field}`) });
}
