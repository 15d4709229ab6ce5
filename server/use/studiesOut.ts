/** Case studies beside what went out of them. */
import type { ChoosableStudy, StudyOut } from '../../core/caseStudies/api.ts';
import { mayPublish } from '../../core/caseStudies/publish.ts';
import type { Consultation } from '../../core/consultation.ts';
import type { ReportDocument } from '../../core/report/document.ts';
import type { Store } from '../store/store.ts';

/** Which releases printed case studies, oldest first. */
export async function studiesOut(store: Pick<Store, 'releases'>, consultation: string): Promise<StudyOut[]> {
  return (await store.releases(consultation)).flatMap(({ number, date, entry }) =>
    (entry.studies ?? []).map(({ id, version }) => ({ study: id, version, number, date })),
  );
}

/** What the report's page chooses from: all of them, and what each still needs. */
export async function choosableStudies(
  store: Pick<Store, 'releases' | 'studies'>,
  { id, groups }: Pick<Consultation, 'id' | 'groups'>,
  { lists }: Pick<ReportDocument, 'lists'>,
): Promise<ChoosableStudy[]> {
  const { caseStudies } = await store.studies.read(id);
  const out = await studiesOut(store, id);
  return caseStudies
    .map((study) => ({
      id: study.id,
      title: study.title,
      text: study.text,
      missing: mayPublish(study, lists, groups),
      out: out.filter((one) => one.study === study.id),
    }))
    .toSorted((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
}
