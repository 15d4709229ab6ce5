/** Carrying out changes to points, themes and codings, within one transaction. */
import type { Transaction } from 'kysely';
import { LIMITS } from '../../../core/limits.ts';
import { refuse, type Refusal } from '../../../core/refusal.ts';
import { applyChange, type Change, type PointChange, type ThemeChange } from '../../../core/talk/change.ts';
import {
  FROM_PHONE,
  postitKey,
  sourceOf,
  type PointFields,
  type ThemeFields,
} from '../../../core/talk/types.ts';
import { followProposal } from './proposals.ts';
import type { NotedAs } from '../talk.ts';
import { noteScrub } from './scrub.ts';
import { noteAs } from './talkNotedAs.ts';
import { mindingQuoted } from './passagesQuoted.ts';
import { forgetQuoted } from './talkQuoted.ts';
import type { Tables } from './tables.ts';
import { changeCoding, responseOf, sessionOf, type Done, type SessionRow } from './talkCoding.ts';
import { bringBack, isKnown, makeKnown, noteGone, notWhole, themeMark } from './talkKnown.ts';
import { forgetUnnoted, isTakenOut, noteRemoved, noteUnnoted, noteYes, withinYes } from './talkPhone.ts';
import { forgetWent, noteWent } from './talkWent.ts';
import { changeSecond } from './talkSecond.ts';
import { changePassage, changeQuestion, changeSource } from './talkSources.ts';
import { pointDocument, readPoint, readTheme, themeDocument } from './talkTables.ts';
import { dropCorrections } from './studiesWrite.ts';

type Trx = Transaction<Tables>;
type Following = ReadonlyMap<string, NotedAs> | undefined;

/**
 * @param following it is the program's own: a point follows its note (`TalkStore.change`)
 * @returns what became of it, or why it cannot be
 */
export async function carryOut(
  trx: Trx,
  consultation: string,
  change: Change,
  following: Following,
): Promise<Done | Refusal> {
  const again = await isKnown(trx, consultation, change.id);
  const done = await doneTo(trx, consultation, change, again, following);
  if ('refusal' in done) return done;
  if (done.wordsWent) await noteScrub(trx);
  if (!again) {
    await makeKnown(trx, consultation, change.id);
    if (change.of === 'theme') await makeKnown(trx, consultation, themeMark(change.key, change.id));
    if (done.outcome.is !== 'done') await makeKnown(trx, consultation, notWhole(change.id));
    if (following !== undefined && change.of === 'point') {
      if (change.set === null && done.wordsWent) await noteUnnoted(trx, consultation, change);
      await noteAs(trx, consultation, change, following.get(change.key) ?? null);
    }
  } else if (!(await isKnown(trx, consultation, notWhole(change.id)))) {
    // What stands now may be what the same device has made of it since: that is no difference to tell it.
    return { ...done, outcome: { id: change.id, is: 'done' } };
  }
  return done;
}

async function doneTo(
  trx: Trx,
  consultation: string,
  change: Change,
  again: boolean,
  following: Following,
): Promise<Done | Refusal> {
  switch (change.of) {
    case 'theme':
      return changeTheme(trx, consultation, change, again);
    case 'point':
      return changePoint(trx, consultation, change, again, following);
    case 'coding':
      return changeCoding(trx, consultation, change, again);
    case 'second':
      return changeSecond(trx, consultation, change, again);
    case 'source':
      return mindingQuoted(trx, consultation, () => changeSource(trx, consultation, change, again));
    case 'passage':
      return mindingQuoted(trx, consultation, () => changePassage(trx, consultation, change, again));
    case 'question':
      return changeQuestion(trx, consultation, change, again);
  }
}

async function changeTheme(
  trx: Trx,
  consultation: string,
  change: ThemeChange,
  again: boolean,
): Promise<Done | Refusal> {
  const at = { consultation, id: change.key };
  const row = await trx
    .selectFrom('theme')
    .select(['id', 'document'])
    .where('consultation', '=', consultation)
    .where('id', '=', change.key)
    .executeTakeFirst();
  const now: ThemeFields | null = row === undefined ? null : readTheme(row);
  const { next, outcome } = applyChange<ThemeFields>(now, change, again);
  if (now === null && next !== null) {
    const { n } = await trx
      .selectFrom('theme')
      .select((of) => of.fn.countAll<number>().as('n'))
      .where('consultation', '=', consultation)
      .executeTakeFirstOrThrow();
    if (n >= LIMITS.themes) return refuse('points-full', 'themes', String(LIMITS.themes));
    await trx
      .insertInto('theme')
      .values({ ...at, document: themeDocument(next) })
      .execute();
    await bringBack(trx, consultation, change.key, change.id);
  } else if (now !== null && next === null) {
    await trx
      .deleteFrom('theme')
      .where('consultation', '=', consultation)
      .where('id', '=', change.key)
      .execute();
    await noteGone(trx, consultation, change.key);
  } else if (now !== null && next !== null && themeDocument(now) !== themeDocument(next)) {
    await trx
      .updateTable('theme')
      .set({ document: themeDocument(next) })
      .where('consultation', '=', consultation)
      .where('id', '=', change.key)
      .execute();
  }
  return {
    outcome,
    wordsWent: now !== null && (next?.name !== now.name || next.description !== now.description),
  };
}

async function changePoint(
  trx: Trx,
  consultation: string,
  change: PointChange,
  again: boolean,
  following: Following,
): Promise<Done | Refusal> {
  const session = await sessionOf(trx, consultation, change.session);
  if ('refusal' in session) return session;
  const { key, state } = session;
  const now = await pointNow(trx, key, change.key);
  const theirs = state === 'sealed' && sourceOf(change.key) === 'phone';
  // What its writer took out no undo brings back.
  if (theirs && now === null && change.set !== null && (await isTakenOut(trx, consultation, change.key)))
    return { outcome: { id: change.id, is: 'gone' }, wordsWent: false };
  const overwrites = following !== undefined && now !== null && change.was !== null && change.set !== null;
  const applied = applyChange<PointFields>(now, overwrites ? { ...change, was: now } : change, again);
  const { next, outcome } = theirs
    ? await withinYes(trx, consultation, { key: change.key, again }, now, applied)
    : applied;
  if (now === null && next !== null) {
    const { n } = await trx
      .selectFrom('point')
      .select((of) => of.fn.countAll<number>().as('n'))
      .where('session', '=', key)
      .where('id', 'not like', `${FROM_PHONE}%`)
      .executeTakeFirstOrThrow();
    // Thoughts were counted as they came.
    if (n >= LIMITS.points && sourceOf(change.key) !== 'phone')
      return refuse('points-full', 'points', String(LIMITS.points));
    await trx
      .insertInto('point')
      .values({ session: key, id: change.key, document: pointDocument(change.key, next) })
      .execute();
    if (state !== 'sealed') await putLast(trx, key, change.key);
    await writeAside(trx, session, change.key, next);
    const phone = sourceOf(change.key) === 'phone';
    // Marks of each time would count how often its writer has changed a thought.
    await bringBack(trx, consultation, change.key, phone ? '' : change.id);
    await forgetWent(trx, change.session, change.key);
    if (phone) await forgetUnnoted(trx, change.session, change.key);
  } else if (now !== null && next === null) {
    await trx.deleteFrom('point').where('session', '=', key).where('id', '=', change.key).execute();
    // They have its words as they stood.
    await dropCorrections(trx, consultation, 'point', change.key);
    await noteGone(trx, consultation, change.key);
    if (state !== 'sealed') await noteWent(trx, consultation, change.session, change.key);
  } else if (now !== null && next !== null) {
    const document = pointDocument(change.key, next);
    if (document !== pointDocument(change.key, now))
      await trx
        .updateTable('point')
        .set({ document })
        .where('session', '=', key)
        .where('id', '=', change.key)
        .execute();
    if (next.postit !== now.postit || next.person !== now.person)
      await writeAside(trx, session, change.key, next);
  }
  // A scribe had it before them still, and wants it gone: from now on somebody has removed it.
  if (now === null && change.set === null && !again && following === undefined)
    await forgetUnnoted(trx, change.session, change.key);
  if (now !== null && next !== null && next.text !== now.text)
    await followProposal(trx, consultation, change.key, next.text);
  if (now !== null && next?.text !== now.text)
    await forgetQuoted(
      trx,
      consultation,
      { session: change.session, point: change.key, text: now.text },
      next === null,
    );
  if (theirs && now !== null) {
    if (next === null) await noteRemoved(trx, consultation, change.key);
    if (now.mayQuote && next?.mayQuote !== true) await noteYes(trx, consultation, change.key);
  }
  const late = state === 'sealed' && now === null && next !== null ? { late: key } : {};
  return { outcome, wordsWent: now !== null && wentFrom(now, next), ...late };
}

/** What was said, who is told of, and what it hung on; marks and hands alone say nothing of anybody. */
const TOLD = ['text', 'group', 'gender', 'ageBand', 'statement', 'postit'] as const;

function wentFrom(now: PointFields, next: PointFields | null): boolean {
  if (next === null) return true;
  return (
    TOLD.some((field) => now[field] !== '' && next[field] !== now[field]) ||
    now.themes.some((theme) => !next.themes.includes(theme))
  );
}

async function pointNow(trx: Trx, session: number, id: string): Promise<PointFields | null> {
  const row = await trx
    .selectFrom('point')
    .leftJoin('talk_live as live', (join) =>
      join.onRef('live.session', '=', 'point.session').onRef('live.id', '=', 'point.id'),
    )
    .leftJoin('point_postit as on', (join) =>
      join.onRef('on.session', '=', 'point.session').onRef('on.id', '=', 'point.id'),
    )
    .select(['point.id', 'point.document', 'live.person', 'live.postit', 'on.board', 'on.tag'])
    .where('point.session', '=', session)
    .where('point.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { board, tag } = row;
  const postit = row.postit ?? (board === null || tag === null ? '' : postitKey(board, tag));
  return readPoint(row, { session: '', place: 0, person: row.person ?? 0, postit });
}

async function putLast(trx: Trx, session: number, id: string): Promise<void> {
  const { last } = await trx
    .selectFrom('talk_live')
    .select((of) => of.fn.max('place').as('last'))
    .where('session', '=', session)
    .executeTakeFirstOrThrow();
  const row = { session, id, place: (last ?? 0) + 1, person: 0, postit: '' };
  await trx.insertInto('talk_live').values(row).execute();
}

/** The throwaway number, where the session still runs, and the post-it that a point hangs on, where it is there. */
async function writeAside(
  trx: Trx,
  { key, state }: SessionRow,
  id: string,
  { person, postit }: PointFields,
): Promise<void> {
  if (state !== 'sealed') {
    await trx
      .updateTable('talk_live')
      .set({ person, postit })
      .where('session', '=', key)
      .where('id', '=', id)
      .execute();
    return;
  }
  await trx.deleteFrom('point_postit').where('session', '=', key).where('id', '=', id).execute();
  const on = await responseOf(trx, key, postit);
  if (on !== null)
    await trx
      .insertInto('point_postit')
      .values({ session: key, id, ...on })
      .execute();
}

/** Writes a theme, over what stands under its id. */
export async function putTheme(
  trx: Trx,
  consultation: string,
  id: string,
  theme: ThemeFields,
): Promise<void> {
  const document = themeDocument(theme);
  await trx
    .insertInto('theme')
    .values({ consultation, id, document })
    .onConflict((conflict) => conflict.columns(['consultation', 'id']).doUpdateSet({ document }))
    .execute();
}
