/** Which case studies are printed, and in which order. Each change gives a new document. */
import type { ChoosableStudy } from '../../../../core/caseStudies/api.ts';
import type { ReportDocument } from '../../../../core/report/document.ts';

export function chooseStudy(doc: ReportDocument, id: string, on: boolean): ReportDocument {
  const others = (doc.caseStudies ?? []).filter((one) => one !== id);
  return putStudies(doc, on ? [...others, id] : others);
}

/** Changes places with the one before (-1) or after (1) of those that are here; at the end nothing happens. */
export function moveStudy(
  doc: ReportDocument,
  here: readonly ChoosableStudy[],
  id: string,
  by: -1 | 1,
): ReportDocument {
  const order = chosenStudies(doc, here).map((one) => one.id);
  const other = order[order.indexOf(id) + by];
  if (other === undefined) return doc;
  const swapped = (one: string): string => (one === id ? other : one === other ? id : one);
  return putStudies(doc, (doc.caseStudies ?? []).map(swapped));
}

/** In their order; one that was removed is passed over. */
export function chosenStudies(
  { caseStudies = [] }: ReportDocument,
  here: readonly ChoosableStudy[],
): ChoosableStudy[] {
  return caseStudies.flatMap((id) => here.find((one) => one.id === id) ?? []);
}

/** None is as it was before anybody chose. */
function putStudies(doc: ReportDocument, caseStudies: string[]): ReportDocument {
  const { caseStudies: _before, ...rest } = doc;
  return caseStudies.length === 0 ? rest : { ...rest, caseStudies };
}
