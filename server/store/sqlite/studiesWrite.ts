/** Carrying out changes to case studies and corrections, within one transaction. */
import type { Transaction } from 'kysely';
import type { StudiesOutcome } from '../../../core/caseStudies/api.ts';
import {
  applyCaseStudy,
  type CaseStudyChange,
  type CorrectionChange,
  type StudiesChange,
} from '../../../core/caseStudies/change.ts';
import { groupCalled } from '../../../core/caseStudies/publish.ts';
import { nosBy, nosTo, takenBack, ticksGiven, withoutTicks } from '../../../core/caseStudies/ticks.ts';
import type { Versions } from '../../../core/caseStudies/versions.ts';
import type { CaseStudyFields } from '../../../core/caseStudies/types.ts';
import { LIMITS } from '../../../core/limits.ts';
import type { CorrectionFields } from '../../../core/readBack/types.ts';
import { refuse, type Refusal } from '../../../core/refusal.ts';
import { applyChange } from '../../../core/talk/change.ts';
import { groupsOf } from './proposals.ts';
import { noteScrub } from './scrub.ts';
import type { Tables } from './tables.ts';
import { BACK, caseStudyDocument, correctionDocument, readCaseStudy } from './studiesTables.ts';
import { forgetPrinted } from './studiesPrinted.ts';
import { correctionIn, studiesGone } from './studiesRead.ts';
import { isTakenOut } from './talkPhone.ts';

type Trx = Transaction<Tables>;

export interface StudiesWritten {
  outcome: StudiesOutcome;
  /** Somebody's words went, and are to leave the copies. */
  wordsWent: boolean;
}

/** Before the id of a change that was not carried out whole. */
const PART = 'part.';

/**
 * @param versions which words stood under which version
 * @returns what became of it, or why it cannot be
 */
export async function carryOutStudies(
  trx: Trx,
  consultation: string,
  change: StudiesChange,
  versions: Versions,
): Promise<StudiesWritten | Refusal> {
  const again = await isKnown(trx, consultation, change.id);
  const done =
    change.of === 'caseStudy'
      ? await changeCaseStudy(trx, consultation, change, again, versions)
      : await changeCorrection(trx, consultation, change, again);
  if ('refusal' in done) return done;
  if (done.wordsWent) await noteScrub(trx);
  if (!again) {
    await makeKnown(trx, consultation, change.id);
    if (done.outcome.is !== 'done') await makeKnown(trx, consultation, PART + change.id);
    // What stands now may be what the same window has made of it since: that is no difference to tell it.
  } else if (!(await isKnown(trx, consultation, PART + change.id)))
    return { ...done, outcome: { id: change.id, is: 'done' } };
  return done;
}

async function changeCaseStudy(
  trx: Trx,
  consultation: string,
  change: CaseStudyChange,
  again: boolean,
  versions: Versions,
): Promise<StudiesWritten | Refusal> {
  const { key } = change;
  const row = await trx
    .selectFrom('case_study')
    .select(['id', 'document'])
    .where('consultation', '=', consultation)
    .where('id', '=', key)
    .executeTakeFirst();
  const now: CaseStudyFields | null = row === undefined ? null : readCaseStudy(row);
  const { next: applied, outcome } = applyCaseStudy(now, change, again, versions);
  const grouped = again ? applied : await withGroup(trx, consultation, change, now, applied);
  const next = again ? grouped : await withoutTakenBack(trx, consultation, change, now, grouped);
  if (now === null && next !== null) {
    if (await isFull(trx, 'case_study', consultation, LIMITS.caseStudies))
      return refuse('case-studies-full', 'caseStudies', String(LIMITS.caseStudies));
    await putCaseStudy(trx, consultation, key, next);
    await bringBack(trx, consultation, key);
  } else if (now !== null && next === null) {
    await trx
      .deleteFrom('case_study')
      .where('consultation', '=', consultation)
      .where('id', '=', key)
      .execute();
    await dropCorrections(trx, consultation, 'caseStudy', key);
    await noteStudyGone(trx, consultation, key);
    await forgetPrinted(trx, consultation);
  } else if (now !== null && next !== null && caseStudyDocument(now) !== caseStudyDocument(next)) {
    await putCaseStudy(trx, consultation, key, next);
    for (const id of takenBack(key, now, next, change.id)) await noteStudyGone(trx, consultation, id);
    const nos = nosTo(key, ticksGiven(now, next), await studiesGone(trx, consultation));
    for (const id of nos) await bringBack(trx, consultation, id);
  }
  return { outcome, wordsWent: now !== null && wentFrom(now, next) };
}

/**
 * A window that brings a removed one back, or undoes a taking back, may not have heard that somebody took the yes or the
 * tick back meanwhile: neither gives it again. Pressing it does.
 */
async function withoutTakenBack(
  trx: Trx,
  consultation: string,
  { key, undoes }: CaseStudyChange,
  now: CaseStudyFields | null,
  next: CaseStudyFields | null,
): Promise<CaseStudyFields | null> {
  if (next === null || (now !== null && undoes === undefined)) return next;
  const given = now === null ? next : ticksGiven(now, next);
  const own = undoes === undefined ? [] : nosBy(key, given, undoes);
  const nos = nosTo(key, given, await studiesGone(trx, consultation));
  return withoutTicks(
    key,
    next,
    nos.filter((id) => now === null || !own.includes(id)),
  );
}

/**
 * A tick of a program that says nothing of what the group was called is to what it is called now. One that says that
 * it had no name stays one to no name.
 */
async function withGroup(
  trx: Trx,
  consultation: string,
  { set }: CaseStudyChange,
  now: CaseStudyFields | null,
  next: CaseStudyFields | null,
): Promise<CaseStudyFields | null> {
  if (next === null || next.group === '') return next;
  const [yes, read] = [
    next.yesTo !== '' && next.yesTo !== now?.yesTo && set?.yesGroup === undefined,
    next.readTo !== '' && next.readTo !== now?.readTo && set?.readGroup === undefined,
  ];
  if (!yes && !read) return next;
  const called = groupCalled(next.group, await groupsOf(trx, consultation));
  return { ...next, ...(yes ? { yesGroup: called } : {}), ...(read ? { readGroup: called } : {}) };
}

/** Marks and days say nothing of anybody; words, and what signs were, may. */
function wentFrom(now: CaseStudyFields, next: CaseStudyFields | null): boolean {
  if (next === null) return true;
  const told = ['title', 'text', 'group', 'gender', 'ageBand', 'writer', 'reader'] as const;
  return (
    told.some((field) => now[field] !== '' && next[field] !== now[field]) ||
    now.passed.some((entry) => !next.passed.includes(entry))
  );
}

async function changeCorrection(
  trx: Trx,
  consultation: string,
  change: CorrectionChange,
  again: boolean,
): Promise<StudiesWritten | Refusal> {
  const { key } = change;
  const now: CorrectionFields | null = await correctionIn(trx, consultation, key);
  const { next, outcome } = applyChange<CorrectionFields>(now, change, again);
  if (now !== null && next === null) {
    await dropCorrection(trx, consultation, key);
    return { outcome, wordsWent: true };
  }
  if (next === null) return { outcome, wordsWent: false };
  // It has words of a point whose writer took them out.
  if (now === null && next.about === 'point' && (await isTakenOut(trx, consultation, next.of)))
    return { outcome: { id: change.id, is: 'gone' }, wordsWent: false };
  if (now === null && (await isFull(trx, 'correction', consultation, LIMITS.corrections)))
    return refuse('case-studies-full', 'corrections', String(LIMITS.corrections));
  if (!(await putCorrection(trx, consultation, key, next))) return refuse('no-such-session', 'session');
  if (now === null) await bringBack(trx, consultation, key);
  return { outcome, wordsWent: now !== null && now.text !== '' && now.text !== next.text };
}

/** What was said of it goes with what it was said of. */
export async function dropCorrections(
  trx: Trx,
  consultation: string,
  about: CorrectionFields['about'],
  of: string,
): Promise<void> {
  const rows = await trx
    .selectFrom('correction')
    .select('id')
    .where('consultation', '=', consultation)
    .where('about', '=', about)
    .where('of', '=', of)
    .execute();
  for (const { id } of rows) await dropCorrection(trx, consultation, id);
  if (rows.length > 0) await noteScrub(trx);
}

async function dropCorrection(trx: Trx, consultation: string, id: string): Promise<void> {
  await trx.deleteFrom('correction').where('consultation', '=', consultation).where('id', '=', id).execute();
  await noteStudyGone(trx, consultation, id);
}

/** Writes a case study, over what stands under its id. */
export async function putCaseStudy(
  trx: Trx,
  consultation: string,
  id: string,
  study: CaseStudyFields,
): Promise<void> {
  const document = caseStudyDocument(study);
  await trx
    .insertInto('case_study')
    .values({ consultation, id, document })
    .onConflict((conflict) => conflict.columns(['consultation', 'id']).doUpdateSet({ document }))
    .execute();
}

/** @returns whether its sessions are there */
export async function putCorrection(
  trx: Trx,
  consultation: string,
  id: string,
  correction: CorrectionFields,
): Promise<boolean> {
  const session = await keyOf(trx, consultation, correction.session);
  const ofSession = await keyOf(trx, consultation, correction.ofSession);
  if (session === undefined || ofSession === undefined) return false;
  const { about, of } = correction;
  const row = { about, of, session, of_session: ofSession, document: correctionDocument(correction) };
  await trx
    .insertInto('correction')
    .values({ consultation, id, ...row })
    .onConflict((conflict) => conflict.columns(['consultation', 'id']).doUpdateSet(row))
    .execute();
  return true;
}

/** Null: none is named. */
async function keyOf(trx: Trx, consultation: string, session: string): Promise<number | null | undefined> {
  if (session === '') return null;
  const row = await trx
    .selectFrom('session')
    .select('key')
    .where('id', '=', session)
    .where('consultation', '=', consultation)
    .executeTakeFirst();
  return row?.key;
}

export async function noteStudyGone(trx: Trx, consultation: string, id: string): Promise<void> {
  await trx
    .insertInto('told_gone')
    .values({ consultation, id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function bringBack(trx: Trx, consultation: string, id: string): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('told_gone')
    .where('consultation', '=', consultation)
    .where('id', '=', id)
    .executeTakeFirst();
  if (numDeletedRows > 0n) await makeKnown(trx, consultation, BACK + id);
}

async function isFull(
  trx: Trx,
  table: 'case_study' | 'correction',
  consultation: string,
  most: number,
): Promise<boolean> {
  const { n } = await trx
    .selectFrom(table)
    .select((of) => of.fn.countAll<number>().as('n'))
    .where('consultation', '=', consultation)
    .executeTakeFirstOrThrow();
  return n >= most;
}

async function isKnown(trx: Trx, consultation: string, id: string): Promise<boolean> {
  const row = await trx
    .selectFrom('told_done')
    .select('id')
    .where('consultation', '=', consultation)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

async function makeKnown(trx: Trx, consultation: string, id: string): Promise<void> {
  await trx
    .insertInto('told_done')
    .values({ consultation, id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
