/** What opening an archive will do to what is here; nothing is written yet. */
import type { Difference } from '../../core/archive/difference.ts';
import { mergeConsultation } from '../../core/archive/mergeConsultation.ts';
import { sessionFate } from '../../core/archive/sessionFate.ts';
import type { Consultation } from '../../core/consultation.ts';
import { LIMITS } from '../../core/limits.ts';
import type { ReportDocument, Review } from '../../core/report/document.ts';
import type { Session } from '../../core/session.ts';
import { codePoints } from '../../core/text.ts';
import type { Release, SealedSession, TakenIn } from '../store/store.ts';
import { copyOf, idBeside, sittingOf, type Sitting } from './contentHash.ts';
import { entryUnder } from './entryUnder.ts';
import { lessIn } from './lessIn.ts';
import { withoutMissing } from './missing.ts';
import { outWords } from './outWords.ts';
import { photosOf } from './photos.ts';
import type { ReadArchive } from './readArchive.ts';
import { reportUnder, type PointOf } from './reportUnder.ts';
import { mergeSaid, type SaidHere } from './said.ts';

/** What the store has of the consultation. */
export interface Here extends SaidHere {
  consultation: Consultation;
  revision: number;
  sessions: readonly Session[];
  reviews: readonly Review[];
  report: { document: ReportDocument; revision: number } | null;
  releases: readonly Release[];
  /** How many photographs of walls there are. */
  photos: number;
  /** A sealed session with everything in it. */
  sealed(session: Session): Promise<SealedSession>;
}

export interface MergePlan {
  take: TakenIn;
  /** Names of sessions. */
  added: string[];
  known: string[];
  replaced: string[];
  differences: Difference[];
}

/** Everything is new here. */
export function planOpen(archive: ReadArchive): MergePlan {
  return {
    take: {
      consultation: archive.consultation,
      from: null,
      sealed: archive.sessions.filter((s) => s.session.state === 'sealed'),
      sessions: archive.sessions.filter((s) => s.session.state === 'draft').map((s) => s.session),
      reviews: archive.reviews,
      report: archive.report,
      releases: archive.releases,
      photos: archive.photos,
      talk: archive.talk,
      studies: archive.studies,
      recommendations: archive.recommendations,
    },
    added: archive.sessions.map((s) => s.session.name),
    known: [],
    replaced: [],
    differences: [],
  };
}

/**
 * What of an archive is taken in beside what is here, and under which ids and numbers. Refuses nothing:
 * whatever could not both be kept is among the differences (docs/decisions/012).
 */
export async function planMerge(here: Here, archive: ReadArchive): Promise<MergePlan> {
  const { consultation, differences, numbers } = mergeConsultation(here.consultation, archive.consultation);
  const plan: MergePlan = {
    take: {
      consultation,
      from: here.revision,
      sealed: [],
      sessions: [],
      reviews: [],
      report: null,
      releases: [],
    },
    added: [],
    known: [],
    replaced: [],
    differences,
  };
  const sittings: Sitting[] = [];
  for (const session of here.sessions)
    if (session.state === 'sealed') sittings.push(sittingOf(session.id, await here.sealed(session)));
  /** Id there to id here, of sessions that have another id here. */
  const renamed = new Map<string, string>();
  for (const incoming of archive.sessions) {
    const boards = incoming.boards.map((b) => ({
      ...b,
      version: numbers.get(b.statement)?.get(b.version) ?? b.version,
    }));
    const arriving = { ...incoming, boards };
    if (await takeTakenOut(plan, here, sittings, arriving, archive, renamed)) continue;
    takeSession(plan, here.sessions, sittings, arriving, renamed);
  }
  const idOf = (id: string): string => renamed.get(id) ?? id;
  takeReviews(
    plan,
    here,
    archive.reviews.map((r) => ({ ...r, session: idOf(r.session) })),
  );
  const coming = new Set(plan.take.sealed.map((s) => s.session.id));
  const held = new Set(here.sessions.flatMap((s) => (s.state === 'sealed' ? [s.id] : [])));
  const said = mergeSaid(here, archive, idOf, { held, coming });
  takeReport(plan, here, archive.report === null ? null : reportUnder(archive.report, idOf, said.pointOf));
  takeReleases(plan, here, archive.releases, idOf, said.pointOf);
  const photos = photosOf(archive.photos, coming, idOf);
  const room = Math.max(0, LIMITS.photosPerConsultation - here.photos);
  plan.take.photos = photos.slice(0, room);
  if (photos.length > room) plan.differences.push({ code: 'photos', slots: { n: photos.length - room } });
  Object.assign(plan.take, said.taken, withoutMissing(plan.take, said.missing));
  plan.differences.push(...said.differences);
  return plan;
}

/**
 * Two copies of one sitting of which one has less, since somebody took their answers out: they are out of
 * both. Whoever took them out had no code for the other laptop.
 *
 * @returns whether that is all there is to do
 */
async function takeTakenOut(
  plan: MergePlan,
  here: Here,
  sittings: readonly Sitting[],
  incoming: SealedSession,
  archive: ReadArchive,
  renamed: Map<string, string>,
): Promise<boolean> {
  if (incoming.session.state !== 'sealed') return false;
  const sitting = sittingOf(incoming.session.id, incoming);
  const copy = copyOf(sitting, sittings);
  const ours = here.sessions.find((s) => s.id === copy?.id && s.state === 'sealed');
  if (ours === undefined || copy === null) return false;
  const [times, before] = [incoming.session.takenOut ?? 0, ours.takenOut ?? 0];
  if (times + before === 0) return false;
  const kept = await here.sealed(ours);
  const out = outWords({ session: ours, kept, talk: here.talk }, incoming, archive);
  if (out.taken.length + out.words.length + out.ids.length > 0) (plan.take.outWords ??= []).push(out);
  if (times === before) return false;
  const less = times > before ? lessIn(incoming, kept) : lessIn(kept, incoming);
  const more = { session: ours.id, times: times - before };
  // A thought is no answer: then it is known here that somebody took theirs out, and all else goes as ever.
  if (copy.content === sitting.content && times > before)
    (plan.take.takenOut ??= []).push({ ...more, spots: [], unquoted: [] });
  if (copy.content === sitting.content || less === null) return false;
  if (ours.id !== incoming.session.id) renamed.set(incoming.session.id, ours.id);
  plan.known.push(incoming.session.name);
  if (times < before) return true;
  (plan.take.takenOut ??= []).push({ ...more, ...less });
  plan.differences.push({ code: 'takenOut', slots: { name: ours.name } });
  return true;
}

function takeSession(
  plan: MergePlan,
  sessions: readonly Session[],
  sittings: Sitting[],
  incoming: SealedSession,
  renamed: Map<string, string>,
): void {
  const { session } = incoming;
  const { name } = session;
  const sitting = sittingOf(session.id, incoming);
  const copy = session.state === 'sealed' ? copyOf(sitting, sittings) : null;
  const ours = sessions.find((s) => s.id === (copy?.id ?? session.id)) ?? null;
  if (copy !== null && copy.id !== session.id) renamed.set(session.id, copy.id);
  // The same sitting twice in one archive is taken once.
  if (copy !== null && ours === null) return void plan.known.push(name);
  const sameAnswers = copy?.content === sitting.content;
  switch (sessionFate(ours, session, copy === null ? null : { sameAnswers })) {
    case 'add':
      if (session.state === 'sealed') plan.take.sealed.push(incoming);
      else plan.take.sessions.push(session);
      sittings.push(sitting);
      plan.added.push(name);
      return;
    case 'replace':
      plan.take.sealed.push(incoming);
      sittings.push(sitting);
      plan.replaced.push(name);
      return;
    case 'update':
      if (ours === null) return;
      plan.take.sessions.push({ ...session, id: ours.id, name: ours.name, ...takenOutOf(session, ours) });
      plan.differences.push({ code: 'facts', slots: { name: ours.name } });
      plan.replaced.push(name);
      return;
    case 'beside': {
      const id = idBeside(session.id, sitting.content);
      const as = besideName(name);
      renamed.set(session.id, id);
      plan.take.sealed.push(underId(incoming, id, as));
      sittings.push({ ...sitting, id });
      plan.added.push(as);
      plan.differences.push({ code: 'twice', slots: { name, as } });
      return;
    }
    case 'unfinished':
      plan.differences.push({ code: 'unfinished', slots: { name } });
      return;
    case 'answers':
    case 'drafts':
      plan.differences.push({
        code: ours?.state === 'draft' ? 'drafts' : 'answers',
        slots: { name: ours?.name ?? name },
      });
      plan.known.push(name);
      return;
    case 'differ':
      plan.differences.push({ code: 'session', slots: { name: ours?.name ?? name } });
      plan.known.push(name);
      return;
    case 'known':
      plan.known.push(name);
  }
}

function besideName(name: string): string {
  const end = ' (held elsewhere)';
  const room = LIMITS.label - codePoints(end);
  return `${[...name].slice(0, room).join('')}${end}`;
}

function underId(
  { session, boards, eligible, responses }: SealedSession,
  id: string,
  name: string,
): SealedSession {
  return {
    session: { ...session, id, name },
    boards: boards.map((b) => ({ ...b, session: id })),
    eligible: eligible.map((e) => ({ ...e, session: id })),
    responses,
  };
}

/** Decisions about comments: those that are here stay, others are taken over where their comment is. */
function takeReviews(plan: MergePlan, here: Here, reviews: readonly Review[]): void {
  const key = (r: Review): string => `${r.session} ${r.board} ${r.tag}`;
  const ours = new Map(here.reviews.map((r) => [key(r), r]));
  const sealed = new Set([
    ...here.sessions.filter((s) => s.state === 'sealed').map((s) => s.id),
    ...plan.take.sealed.map((s) => s.session.id),
  ]);
  let differ = 0;
  for (const review of reviews) {
    const own = ours.get(key(review));
    if (own === undefined && sealed.has(review.session)) plan.take.reviews.push(review);
    else if (own !== undefined && JSON.stringify(own) !== JSON.stringify(review)) differ += 1;
  }
  if (differ > 0) plan.differences.push({ code: 'reviews', slots: { n: differ } });
}

function takeReport(plan: MergePlan, here: Here, report: ReportDocument | null): void {
  if (report === null) return;
  if (here.report === null) plan.take.report = report;
  else if (JSON.stringify(here.report.document) !== JSON.stringify(report))
    plan.differences.push({ code: 'report', slots: {} });
}

/**
 * Releases that the register here has not, under the numbers that follow. One that is here is known by
 * the hash of what was printed; should the counts it used be told differently, both are kept, since
 * whoever has either could subtract it.
 */
function takeReleases(
  plan: MergePlan,
  here: Here,
  releases: readonly Release[],
  idOf: (id: string) => string,
  pointOf: PointOf,
): void {
  const known = new Set(here.releases.map((r) => printed(r)));
  for (const release of releases) {
    const entry = entryUnder(release.entry, idOf, pointOf);
    const own = { ...release, entry };
    if (known.has(printed(own))) continue;
    const number = here.releases.length + plan.take.releases.length + 1;
    plan.take.releases.push({ ...own, number, entry: { ...entry, number } });
    plan.differences.push({ code: 'released', slots: { there: release.number, here: number } });
  }
}

/** What was printed and the counts behind it, without the number it has in a register. */
function printed({ hash, entry }: Release): string {
  return JSON.stringify([hash, entry.boards]);
}

/** That somebody took answers out is known of either copy. */
function takenOutOf(one: Session, other: Session): Pick<Session, 'takenOut'> {
  const times = Math.max(one.takenOut ?? 0, other.takenOut ?? 0);
  return times === 0 ? {} : { takenOut: times };
}
