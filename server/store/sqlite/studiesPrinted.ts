/** A case study that is removed goes out of the releases that are kept, and out of the report that is being written. */
import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { releaseEn } from '../../../core/messages/release.en.ts';
import { withPersons } from '../../../core/release/persons.ts';
import type { ReportDocument } from '../../../core/report/document.ts';
import { studySection } from '../../../core/report/studyBlocks.ts';
import { withoutTexts } from '../../../core/report/withoutTexts.ts';
import type { Release } from '../store.ts';
import { statementTexts } from './proposals.ts';
import { noteScrub } from './scrub.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;

const MARK = releaseEn['study.takenOut'];

/** Whatever was removed here and is still printed or chosen, be it by an archive that came later. */
export async function forgetPrinted(trx: Trx, consultation: string): Promise<void> {
  const rows = await trx
    .selectFrom('told_gone')
    .select('id')
    .where('consultation', '=', consultation)
    .execute();
  if (rows.length === 0) return;
  const gone = new Set(rows.map(({ id }) => id));
  await takeChoice(trx, consultation, gone);
  const releases = await trx
    .selectFrom('release')
    .select(['number', 'document'])
    .where('consultation', '=', consultation)
    .execute();
  const stated = await statementTexts(trx, consultation);
  for (const { number, document } of releases) {
    const release = JSON.parse(document) as Release;
    if (release.entry.studies?.some(({ id }) => gone.has(id)) !== true) continue;
    await trx
      .updateTable('release')
      .set({ document: JSON.stringify(withoutStudies(release, gone, stated)) })
      .where('consultation', '=', consultation)
      .where('number', '=', number)
      .execute();
    await noteScrub(trx);
  }
}

async function takeChoice(trx: Trx, consultation: string, gone: ReadonlySet<string>): Promise<void> {
  const row = await trx
    .selectFrom('report')
    .select(['document', 'revision'])
    .where('consultation', '=', consultation)
    .executeTakeFirst();
  if (row === undefined) return;
  const { caseStudies, ...rest } = JSON.parse(row.document) as ReportDocument;
  if (caseStudies?.some((id) => gone.has(id)) !== true) return;
  const left = caseStudies.filter((id) => !gone.has(id));
  const document: ReportDocument = left.length === 0 ? rest : { ...rest, caseStudies: left };
  await trx
    .updateTable('report')
    .set({ document: JSON.stringify(document), revision: row.revision + 1 })
    .where('consultation', '=', consultation)
    .execute();
}

/**
 * Its title and its paragraphs stand as they were printed; the hash of its words goes with them. What was said of the
 * person stays, since whoever has the report knows it still.
 */
function withoutStudies(release: Release, gone: ReadonlySet<string>, stated: ReadonlySet<string>): Release {
  const { studies = [] } = release.entry;
  const away = new Set(studies.flatMap(({ id, place }) => (gone.has(id) ? [studySection(place)] : [])));
  const texts: string[] = [];
  const sections = release.model.sections.map((section) => {
    if (!away.has(section.id)) return section;
    texts.push(section.heading);
    for (const block of section.blocks) {
      if (block.kind === 'paragraph') texts.push(block.text);
      if (block.kind === 'list') texts.push(...block.items);
    }
    return { ...section, heading: MARK, blocks: [] };
  });
  const model = withoutTexts({ ...release.model, sections }, texts, MARK, stated);
  const now = createHash('sha256').update(JSON.stringify(model)).digest('hex');
  const left = studies.filter(({ id }) => !gone.has(id));
  return { ...release, model, now, entry: { ...withPersons(release.entry), studies: left } };
}
