/** Releases that the register does not know and that a new one could be subtracted from all the same. */
import type { ReleaseNote } from '../../core/api.ts';
import { wordingFor, type Consultation } from '../../core/consultation.ts';
import { releaseList, sayRelease } from '../../core/release/words.ts';
import { sameSeries } from '../../core/waves/again.ts';
import type { Release, Snapshot } from '../store/store.ts';
import { hashOf } from './boundTo.ts';
import type { ReportSource } from './reportSource.ts';

/** Another consultation here that asks the same and has gone out. */
export interface Twin {
  title: string;
  last: Pick<Release, 'number' | 'date' | 'hash'>;
}

/**
 * Whether two consultations may be about the same people: they have one title, and at least half of the
 * statements of the smaller one stand in the other to the letter. So it is when an export of a
 * conversation that went on is brought in a second time.
 */
export function asksTheSame(one: Consultation, other: Consultation): boolean {
  const title = ({ title: of }: Consultation): string => of.trim().toLowerCase();
  if (one.id === other.id || title(one) !== title(other)) return false;
  // A wave has sessions of its own: its figures are of other answers, however alike it asks.
  if (sameSeries(one, other)) return false;
  const texts = (of: Consultation): Set<string> =>
    new Set(of.statements.map((s) => wordingFor(s.wordings, [], of.languages[0] ?? 'en')?.text ?? ''));
  const [a, b] = [texts(one), texts(other)];
  const shared = [...a].filter((text) => text !== '' && b.has(text)).length;
  return shared > 0 && 2 * shared >= Math.min(a.size, b.size);
}

/** Other consultations here that ask the same and have been released, in the order in which they came. */
export async function twinsOf(
  store: Pick<Snapshot, 'listConsultations' | 'releases'>,
  consultation: Consultation,
): Promise<Twin[]> {
  const twins: Twin[] = [];
  for (const { consultation: other } of await store.listConsultations()) {
    if (!asksTheSame(consultation, other)) continue;
    const last = (await store.releases(other.id)).at(-1);
    if (last !== undefined) twins.push({ title: other.title, last });
  }
  return twins;
}

/** Flags for what this release cannot be held against: somebody has to do it by hand. */
export function registerFlags({ lost, twins }: ReportSource): ReleaseNote[] {
  const flags: ReleaseNote[] = twins.map(({ title, last }) => ({
    code: `twin ${last.hash}`,
    words: sayRelease('flag.twin', { title, releases: releaseList([last]) }),
    statements: [],
  }));
  if (lost.length > 0)
    flags.push({
      code: `lost ${hashOf(lost)}`,
      words: sayRelease('flag.lost', { n: lost.length, releases: releaseList(lost) }),
      statements: [],
    });
  return flags;
}
