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
import { contentHash, idBeside } from './contentHash.ts';
import type { ReadArchive } from './readArchive.ts';

/** What the store has of the consultation. */
export interface Here {
  consultation: Consultation;
  revision: number;
  sessions: readonly Session[];
  reviews: readonly Review[];
  report: { document: ReportDocument; revision: number } | null;
  releases: readonly Release[];
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
    },
    added: archive.sessions.map((s) => s.session.name),
    known: [],
    replaced: [],
    differences: [],
  };
}

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
  /** Id there to id here, of sessions that are kept beside ours. */
  const renamed = new Map<string, string>();
  for (const incoming of archive.sessions) {
    const boards = incoming.boards.map((b) => ({
      ...b,
      version: numbers.get(b.statement)?.get(b.version) ?? b.version,
    }));
    await takeSession(plan, here, { ...incoming, boards }, renamed);
  }
  const translate = <T>(value: T): T => {
    let text = JSON.stringify(value);
    for (const [there, as] of renamed) text = text.replaceAll(there, as);
    return JSON.parse(text) as T;
  };
  takeReviews(plan, here, archive.reviews.map(translate));
  takeReport(plan, here, archive.report);
  const hashes = new Set(here.releases.map((r) => r.hash));
  plan.take.releases = archive.releases
    .filter((r) => !hashes.has(r.hash))
    .map((r, i) => ({ ...translate(r), number: here.releases.length + i + 1 }));
  return plan;
}

async function takeSession(
  plan: MergePlan,
  here: Here,
  incoming: SealedSession,
  renamed: Map<string, string>,
): Promise<void> {
  const { session } = incoming;
  const { name } = session;
  const ours = here.sessions.find((s) => s.id === session.id) ?? null;
  const content = contentHash(incoming);
  const both = ours?.state === 'sealed' && session.state === 'sealed';
  const same = both && contentHash(await here.sealed(ours)) === content;
  switch (sessionFate(ours, session, same)) {
    case 'add':
      if (session.state === 'sealed') plan.take.sealed.push(incoming);
      else plan.take.sessions.push(session);
      plan.added.push(name);
      return;
    case 'replace':
      plan.take.sealed.push(incoming);
      plan.replaced.push(name);
      return;
    case 'update':
      plan.take.sessions.push(session);
      plan.replaced.push(name);
      return;
    case 'beside': {
      const id = idBeside(session.id, content);
      renamed.set(session.id, id);
      if (here.sessions.some((s) => s.id === id)) {
        plan.known.push(name);
        return;
      }
      const as = besideName(name);
      plan.take.sealed.push(underId(incoming, id, as));
      plan.added.push(as);
      plan.differences.push({ code: 'twice', slots: { name, as } });
      return;
    }
    case 'unfinished':
      plan.differences.push({ code: 'unfinished', slots: { name } });
      return;
    case 'differ':
      plan.differences.push({ code: 'session', slots: { name } });
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
