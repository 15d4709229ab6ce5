/** Case studies and corrections that come with an archive, and whether there are any. */
import type { Transaction } from 'kysely';
import { knownNosTo, withKnown, withNosToStudies, withoutTicks } from '../../../core/caseStudies/ticks.ts';
import { NOT_KEPT } from '../../../core/caseStudies/types.ts';
import type { StoredStudies } from '../studies.ts';
import { noteScrub } from './scrub.ts';
import { forgetPrinted } from './studiesPrinted.ts';
import { readStudiesOf, studiesGone } from './studiesRead.ts';
import { readCaseStudy } from './studiesTables.ts';
import type { Tables } from './tables.ts';
import { noteStudyGone, putCaseStudy, putCorrection } from './studiesWrite.ts';

type Trx = Transaction<Tables>;

/**
 * A case study that stands here stays, and what a second reader said of it there is added; a correction that does is
 * written over. One whose session is not here is left out, as is one of a point that was taken out here: it has its
 * words.
 */
export async function takeStudies(trx: Trx, consultation: string, coming: StoredStudies): Promise<void> {
  for (const { id, ...study } of coming.caseStudies) {
    const row = await trx
      .selectFrom('case_study')
      .select(['id', 'document'])
      .where('consultation', '=', consultation)
      .where('id', '=', id)
      .executeTakeFirst();
    const next = row === undefined ? study : withKnown(readCaseStudy(row), study);
    await putCaseStudy(trx, consultation, id, next);
  }
  const away = await trx
    .selectFrom('talk_gone')
    .select('id')
    .where('consultation', '=', consultation)
    .execute();
  const gone = new Set(away.map(({ id }) => id));
  for (const { id, ...correction } of coming.corrections)
    if (correction.about !== 'point' || !gone.has(correction.of))
      await putCorrection(trx, consultation, id, correction);
  for (const id of coming.gone) {
    let went = 0n;
    for (const table of ['case_study', 'correction'] as const)
      went += (
        await trx
          .deleteFrom(table)
          .where('consultation', '=', consultation)
          .where('id', '=', id)
          .executeTakeFirst()
      ).numDeletedRows;
    await noteStudyGone(trx, consultation, id);
    if (went > 0n) await noteScrub(trx);
  }
  await takeTicksBack(trx, consultation);
}

/** A yes or a tick that was taken back there, or here where it came with a case study. */
async function takeTicksBack(trx: Trx, consultation: string): Promise<void> {
  const gone = await studiesGone(trx, consultation);
  if (gone.length === 0) return;
  const rows = await trx
    .selectFrom('case_study')
    .select(['id', 'document'])
    .where('consultation', '=', consultation)
    .execute();
  for (const row of rows) {
    const { id, ...study } = readCaseStudy(row);
    const left = withoutTicks(id, study, gone);
    if (left !== study) await putCaseStudy(trx, consultation, id, left);
  }
}

/**
 * What comes with a running session from another laptop. What is not here comes, but for what was removed here;
 * corrections that were said in the session are as they are there, since it went on there. What else differs stays as
 * it is here: an archive of either laptop brings it together and names it.
 *
 * @param older everything that was done there is known here: what is here is newer
 */
export async function bringStudiesIn(
  trx: Trx,
  consultation: string,
  session: string,
  coming: Omit<StoredStudies, 'back'>,
  older: boolean,
): Promise<void> {
  const here = await readStudiesOf({ query: trx }, consultation);
  const known = (list: readonly { id: string }[]): Set<string> => new Set(list.map(({ id }) => id));
  const [corrections, gone] = [known(here.corrections), new Set(here.gone)];
  // What was taken back and given again here since.
  const answered = new Set(here.caseStudies.flatMap((one) => knownNosTo(one.id, one, here.back)));
  await takeStudies(trx, consultation, {
    // A stick of before this was kept says nothing of it.
    caseStudies: coming.caseStudies.flatMap((one) => (gone.has(one.id) ? [] : [{ ...NOT_KEPT, ...one }])),
    corrections: coming.corrections.filter(
      ({ id, session: at }) => !gone.has(id) && (!corrections.has(id) || (at === session && !older)),
    ),
    gone: withNosToStudies(coming, new Set(here.back)).filter((id) => !answered.has(id)),
    back: [],
  });
  await forgetPrinted(trx, consultation);
}

/** Whether a session has corrections, or a consultation anything: then copies of the database may have it too. */
export async function hasStudies(trx: Trx, of: 'id' | 'consultation', value: string): Promise<boolean> {
  if (of === 'id') {
    const row = await trx
      .selectFrom('correction')
      .innerJoin('session', (join) =>
        join.on((on) =>
          on.or([
            on('session.key', '=', on.ref('correction.session')),
            on('session.key', '=', on.ref('correction.of_session')),
          ]),
        ),
      )
      .select('correction.id')
      .where('session.id', '=', value)
      .executeTakeFirst();
    return row !== undefined;
  }
  for (const table of ['case_study', 'correction'] as const) {
    const row = await trx.selectFrom(table).select('id').where('consultation', '=', value).executeTakeFirst();
    if (row !== undefined) return true;
  }
  return false;
}
